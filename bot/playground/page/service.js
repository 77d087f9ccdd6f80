// Service messages as the one quiet line in the middle of a chat.
import { el, named } from "./dom.js";
import { authorOf, nameOf } from "./state.js";

const who = (someone) => named(nameOf(someone));

function joined(message) {
  const added = message.new_chat_members;
  const self = added.length === 1 && added[0].id === message.from?.id;
  if (self) return [who(added[0]), " joined the group"];
  return [who(authorOf(message)), " added ", ...added.flatMap((one, i) => (i ? [", ", who(one)] : [who(one)]))];
}

function left(message) {
  const gone = message.left_chat_member;
  return gone.id === message.from?.id ? [who(gone), " left the group"] : [who(authorOf(message)), " removed ", who(gone)];
}

const LINES = {
  new_chat_members: joined,
  left_chat_member: left,
  new_chat_title: (message) => ["The group is now called ", named(message.new_chat_title)],
  group_chat_created: (message) => [who(authorOf(message)), " created the group"],
  supergroup_chat_created: () => ["The group became a supergroup"],
  migrate_to_chat_id: () => ["This group became a supergroup and goes on there"],
  migrate_from_chat_id: () => ["This group became a supergroup"],
  pinned_message: (message) => [who(authorOf(message)), " pinned ", pinnedWords(message.pinned_message)],
  write_access_allowed: () => ["The bot may write to you"],
  message_auto_delete_timer_changed: () => ["The auto-delete timer changed"],
};

const LONGEST = 40;

/** A pinned message by the beginning of its words. */
function pinnedWords(pinned) {
  const words = (pinned.text ?? pinned.caption ?? pinned.poll?.question ?? "").replaceAll(/\s+/g, " ").trim();
  if (!words) return "a message";
  return el("q", { dir: "auto" }, words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);
}

/** What a service message says, as nodes and strings, or null for an ordinary message. */
export function serviceLine(message) {
  const kind = Object.keys(LINES).find((name) => message[name] !== undefined);
  return kind ? LINES[kind](message) : null;
}
