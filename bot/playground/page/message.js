// What one can do with a message: answer, react, edit, pin. Opens as a menu at the message.
import * as acts from "./acts.js";
import { el } from "./dom.js";
import { closeMenu, openMenu } from "./menu.js";
import { fromBot, groupOf, here, inPrivate, leads, mine, reactionsOf, tell, world } from "./state.js";

const EMOJI = ["👍", "❤", "🔥", "👏", "🎉", "😁"];

export function messageMenu(anchor, message) {
  openMenu(anchor, [
    { node: emojiRow(message) },
    { text: "Reply", icon: "reply", act: () => tell("reply", message) },
    mine(message) && message.text && !fromBot(message) && { text: "Edit", icon: "edit", act: () => tell("edit", message) },
    mayPin() && pinItem(message),
  ]);
}

function emojiRow(message) {
  const own = reactionsOf(message).find(([who]) => String(who) === here.me)?.[1];
  return el("div", { class: "emoji-row", role: "group", "aria-label": "React" }, EMOJI.map((emoji) => emojiKey(message, emoji, emoji === own)));
}

function emojiKey(message, emoji, own) {
  const give = () => {
    closeMenu();
    acts.react(message.message_id, own ? null : emoji);
  };
  return el("button", { type: "button", class: "emoji", "aria-pressed": String(own), data: { testid: "react" }, on: { click: give } }, emoji);
}

const mayPin = () => !inPrivate() && leads(groupOf(here.chat), here.me);

function pinItem(message) {
  const pinned = (world.pinned[here.chat] || []).includes(message.message_id);
  return { text: pinned ? "Unpin" : "Pin", icon: "pin", act: () => acts.pin(message.message_id, !pinned), testid: "pin" };
}
