"""Who somebody is in a chat, as the ChatMember objects of Telegram. Knows no world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

Json = dict[str, Any]

# what every administrator has or has not; pinning and posting come by the type of the chat
RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_send_welcome_messages",
)  # fmt: skip
ALSO = {
    "group": ("can_pin_messages",),
    "supergroup": ("can_pin_messages", "can_manage_topics"),
    "channel": ("can_post_messages", "can_edit_messages"),
}
UNUSUAL = frozenset({"can_promote_members", "can_manage_topics"})
# what a member may do unless restricted, and what each kind of message needs
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
NEEDED = {
    "text messages": "can_send_messages",
    "photos": "can_send_photos",
    "documents": "can_send_documents",
    "voice notes": "can_send_voice_notes",
    "polls": "can_send_polls",
}


def rights_of(kind: str) -> tuple[str, ...]:
    """Every right an administrator of such a chat may have."""
    return (*RIGHTS, *ALSO.get(kind, ()))


def usual_rights(kind: str) -> tuple[str, ...]:
    """The rights an administrator of such a chat is given by one tap."""
    return tuple(right for right in rights_of(kind) if right not in UNUSUAL)


def member(user: Json, status: str, kind: str, rights: Collection[str] = (), *, hidden: bool = False) -> Json:
    """A ChatMember object for a user in a chat of this kind; `rights` are those of an administrator, or what
    is left to a restricted member; `hidden` writes in the name of the group."""
    more: Json = {}
    if status == "creator":
        more = {"is_anonymous": hidden}
    elif status == "administrator":
        given = {right: right in rights for right in rights_of(kind)}
        more = {"can_be_edited": False, "is_anonymous": hidden, **given}
    elif status == "restricted":
        left = {permission: permission in rights for permission in PERMISSIONS}
        more = {"is_member": True, "until_date": 0, **left}
    elif status == "kicked":
        more = {"until_date": 0}
    return {"user": user, "status": status, **more}
