"""Which parameters each method of the Bot API takes, and of what type. Data only; `checks` reads it.

Real Telegram ignores a parameter it does not know. The playground refuses it: so a typing error is found."""

from __future__ import annotations

# what a parameter is, by its name: Telegram uses a name for one type everywhere
INTEGERS = "offset limit timeout max_connections message_id user_id duration cache_time correct_option_id"
BOOLEANS = (
    "drop_pending_updates disable_notification protect_content allow_paid_broadcast show_caption_above_media "
    "has_spoiler disable_content_type_detection is_anonymous allows_multiple_answers allows_revoting "
    "is_closed show_alert is_big members_only shuffle_options return_bots"
)
LISTS = "allowed_updates entities caption_entities options question_entities commands message_ids reaction"
OBJECTS = "link_preview_options reply_parameters reply_markup media scope menu_button"
FILES = "photo voice document"
KINDS: dict[str, str] = {
    "chat_id": "chat",
    **dict.fromkeys(INTEGERS.split(), "integer"),
    **dict.fromkeys(BOOLEANS.split(), "boolean"),
    **dict.fromkeys(LISTS.split(), "list"),
    **dict.fromkeys(OBJECTS.split(), "object"),
    **dict.fromkeys(FILES.split(), "file"),
}  # everything else is text

# parameters that exist and that the playground does not play: said so instead of ignored
UNPLAYED = frozenset({
    "business_connection_id", "message_thread_id", "direct_messages_topic_id", "suggested_post_parameters",
    "ephemeral_message_parameters", "receiver_user_id", "inline_message_id", "certificate", "ip_address",
    "thumbnail", "rich_message", "explanation", "explanation_parse_mode", "explanation_entities",
    "explanation_media", "description_parse_mode", "description_entities", "country_codes",
    "correct_option_ids", "allow_adding_options", "hide_results_until_closes", "open_period", "close_date",
})  # fmt: skip

SENDING = (
    "chat_id! disable_notification protect_content allow_paid_broadcast message_effect_id reply_parameters "
    "reply_markup"
)
CAPTION = "caption parse_mode caption_entities"
LANGUAGE = "language_code"
# "!" marks what must be there
METHODS: dict[str, str] = {
    "getMe": "",
    "getUpdates": "offset limit timeout allowed_updates",
    "setWebhook": "url max_connections allowed_updates drop_pending_updates secret_token",
    "deleteWebhook": "drop_pending_updates",
    "getWebhookInfo": "",
    "sendMessage": f"{SENDING} text! parse_mode entities link_preview_options",
    "sendPhoto": f"{SENDING} photo! {CAPTION} show_caption_above_media has_spoiler",
    "sendVoice": f"{SENDING} voice! {CAPTION} duration",
    "sendDocument": f"{SENDING} document! {CAPTION} disable_content_type_detection",
    "sendPoll": f"{SENDING} question! options! question_parse_mode question_entities is_anonymous type "
    "allows_multiple_answers allows_revoting shuffle_options members_only is_closed",
    "stopPoll": "chat_id! message_id! reply_markup",
    "sendChatAction": "chat_id! action!",
    "editMessageText": "chat_id! message_id! text! parse_mode entities link_preview_options reply_markup",
    "editMessageCaption": f"chat_id! message_id! {CAPTION} show_caption_above_media reply_markup",
    "editMessageReplyMarkup": "chat_id! message_id! reply_markup",
    "editMessageMedia": "chat_id! message_id! media! reply_markup",
    "deleteMessage": "chat_id! message_id!",
    "deleteMessages": "chat_id! message_ids!",
    "setMessageReaction": "chat_id! message_id! reaction is_big",
    "answerCallbackQuery": "callback_query_id! text show_alert url cache_time",
    "setMyCommands": f"commands! scope {LANGUAGE}",
    "getMyCommands": f"scope {LANGUAGE}",
    "deleteMyCommands": f"scope {LANGUAGE}",
    "setMyName": f"name {LANGUAGE}",
    "getMyName": LANGUAGE,
    "setMyDescription": f"description {LANGUAGE}",
    "getMyDescription": LANGUAGE,
    "setMyShortDescription": f"short_description {LANGUAGE}",
    "getMyShortDescription": LANGUAGE,
    "setChatMenuButton": "chat_id menu_button",
    "getChatMenuButton": "chat_id",
    "getChat": "chat_id!",
    "getChatMember": "chat_id! user_id!",
    "getChatMemberCount": "chat_id!",
    "getChatAdministrators": "chat_id! return_bots",
    "leaveChat": "chat_id!",
    "pinChatMessage": "chat_id! message_id! disable_notification",
    "unpinChatMessage": "chat_id! message_id",
    "unpinAllChatMessages": "chat_id!",
    "getFile": "file_id!",
}
# Telegram's words for what is missing; for the rest the parameter is named
MISSING: dict[str, str] = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "document": "there is no document in the request",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
    "question": "poll question must be non-empty",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "file_id not specified",
}

ALLOWED: dict[str, dict[str, str]] = {
    method: {name.rstrip("!"): KINDS.get(name.rstrip("!"), "text") for name in names.split()}
    for method, names in METHODS.items()
}
REQUIRED: dict[str, tuple[str, ...]] = {
    method: tuple(name.rstrip("!") for name in names.split() if name.endswith("!"))
    for method, names in METHODS.items()
}
