// What the page knows of the world, and who it is being just now. It draws nothing; views listen to named changes.

const listeners = new Map();

export const world = { bot: null, people: [], groups: [], chats: {}, keyboards: {}, commands: {}, pinned: {}, unseen: {}, reactions: {}, votes: {}, privacy: true, seq: 0 };
export const here = { me: null, chat: null };
const readUpTo = new Map();
let started = false;

/** Call `listener(detail)` after each change of this name. */
export function on(change, listener) {
  listeners.set(change, [...(listeners.get(change) || []), listener]);
}

export function tell(change, detail) {
  for (const listener of listeners.get(change) || []) listener(detail);
}

/** Take a whole state from the playground; everything that was there at the first load counts as read. */
export function load(state) {
  Object.assign(world, state);
  for (const [id, seen] of readUpTo) if (seen > (lastOf(id)?.message_id || 0)) readUpTo.delete(id);
  if (!started) for (const id of Object.keys(world.chats)) markRead(id);
  started = true;
  tell("loaded");
}

export const person = (id) => world.people.find((one) => String(one.id) === String(id)) || null;
export const groupOf = (chatId) => world.groups.find((one) => String(one.id) === String(chatId)) || null;
export const privateChat = (someone) => String(someone.chat_id ?? someone.id);
export const isGroup = (chatId) => groupOf(chatId) !== null;
export const messagesOf = (chatId) => world.chats[chatId] || [];
export const fromBot = (message) => Boolean(message.from && world.bot && message.from.id === world.bot.id);
export const mine = (message) => Boolean(message.from && String(message.from.id) === String(here.me));
export const me = () => person(here.me);
export const zone = () => me()?.zone || "UTC";
export const inPrivate = () => here.chat !== null && !isGroup(here.chat);

/** Names as people see them. */
export const nameOf = (someone) => [someone?.first_name, someone?.last_name].filter(Boolean).join(" ") || someone?.title || (someone?.first_name === "" ? "Deleted account" : "Someone");
/** Who a message speaks for: a channel, the group of an anonymous administrator, or the one who wrote. */
export const authorOf = (message) => (message.sender_chat ? groupOf(message.sender_chat.id) ?? message.sender_chat : message.from);
/** Whether a person leads a group: its owner, who comes first, or an administrator. */
export const leads = (group, id) => [group.members[0], ...group.administrators].some((one) => String(one) === String(id));
export const mayWrite = (group, id) => leads(group, id) || (!group.quiet && group.type !== "channel");
export const isUnseen = (message) => (world.unseen[message.chat.id] || []).includes(message.message_id);
/** The reactions under a message as [who, emoji] pairs, who a number. */
export const reactionsOf = (message) => world.reactions[message.chat.id]?.[message.message_id] || [];
/** What somebody chose in a poll, as places of options. */
export const voteOf = (pollId, id) => (world.votes[pollId] || []).find(([who]) => String(who) === String(id))?.[1] || [];

/** The newest pinned message of this chat that is still there, or null. */
export function pinnedHere() {
  const ids = world.pinned[here.chat] || [];
  return messagesOf(here.chat).findLast((one) => ids.includes(one.message_id)) || null;
}
export const titleOf = (chatId) => groupOf(chatId)?.title ?? world.bot?.first_name ?? "";
export const keyboardHere = () => world.keyboards[here.chat] || null;

/** The command menu of this chat, in the language of who one is being. */
export function commandsHere() {
  const menus = world.commands.by_language?.[me()?.language_code] || world.commands;
  return menus[inPrivate() ? "private" : "group"] || [];
}

export const lastOf = (chatId) => messagesOf(chatId).at(-1) || null;

export function unread(chatId) {
  const seen = readUpTo.get(String(chatId)) || 0;
  const viewer = isGroup(chatId) ? here.me : Number(chatId);
  return messagesOf(chatId).filter((one) => one.message_id > seen && one.from && String(one.from.id) !== String(viewer)).length;
}

export function markRead(chatId) {
  readUpTo.set(String(chatId), lastOf(chatId)?.message_id || 0);
}

/** Be this person, in this chat; both may be null on a phone that shows the list. */
export function go(personId, chatId) {
  const same = here.me === personId && here.chat === chatId;
  Object.assign(here, { me: personId, chat: chatId });
  if (chatId !== null) markRead(chatId);
  if (!same) tell("moved");
}

const APPLY = {
  message({ chat_id, message, unseen }) {
    if (unseen) (world.unseen[chat_id] ||= []).push(message.message_id);
    const messages = (world.chats[chat_id] ||= []);
    if (messages.some((one) => one.message_id === message.message_id)) return;
    messages.push(message);
    tell("message", { chatId: String(chat_id), message });
  },
  edited({ chat_id, message }) {
    const messages = messagesOf(chat_id);
    const at = messages.findIndex((one) => one.message_id === message.message_id);
    if (at >= 0) messages[at] = message;
    if (at >= 0) tell("edited", { chatId: String(chat_id), message });
  },
  deleted({ chat_id, message_id }) {
    world.chats[chat_id] = messagesOf(chat_id).filter((one) => one.message_id !== message_id);
    tell("deleted", { chatId: String(chat_id), messageId: message_id });
  },
  reaction({ chat_id, message_id, reactions }) {
    (world.reactions[chat_id] ||= {})[message_id] = reactions;
    redraw(chat_id, (one) => one.message_id === message_id);
  },
  voted({ poll_id, person_id, options }) {
    const others = (world.votes[poll_id] || []).filter(([who]) => who !== person_id);
    world.votes[poll_id] = [...others, [person_id, options]];
    redraw(here.chat, (one) => one.poll?.id === poll_id);
  },
  pinned({ chat_id, pinned }) {
    world.pinned[chat_id] = pinned;
    tell("pinned", { chatId: String(chat_id) });
  },
  keyboard({ chat_id, keyboard }) {
    world.keyboards[chat_id] = keyboard;
    tell("keyboard");
  },
  typing: (event) => tell("typing", { chatId: String(event.chat_id), action: event.action }),
  toast: (event) => tell("toast", { ...event, chatId: String(event.chat_id) }),
  clock: (event) => tell("clock", event.now),
  call: (event) => tell("call", event),
  people: () => tell("stale"),
  groups: () => tell("stale"),
  commands: () => tell("stale"),
  reset: () => tell("stale"),
};

/** Let a message be drawn again whose words have not changed. */
function redraw(chatId, isIt) {
  const message = messagesOf(chatId).find(isIt);
  if (message) tell("edited", { chatId: String(chatId), message, quietly: true });
}

/** The number of the newest event this page knows of. */
export const heard = () => world.seq;

/** Apply one event of the playground. Hearing one twice does no harm; a kind not known here changes nothing. */
export function apply(event) {
  const newest = event.kind === "reset" ? 0 : world.seq; // a world that began anew counts from one again
  world.seq = Math.max(newest, event.seq || 0);
  APPLY[event.kind]?.(event);
}
