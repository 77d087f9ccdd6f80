// One message as a bubble, with everything that hangs on it; lines between days and service lines stand beside it.
import * as acts from "./acts.js";
import { avatar, botAvatar, colour } from "./avatar.js";
import { dateTime, dayOf, dayTitle, timeOf } from "./clock.js";
import { el, named } from "./dom.js";
import { rich } from "./entities.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./keyboard.js";
import { media } from "./media.js";
import { messageMenu } from "./message.js";
import { serviceLine } from "./service.js";
import { authorOf, fromBot, here, inPrivate, isUnseen, mine, nameOf, reactionsOf, tell, zone } from "./state.js";

const instantOf = (message) => new Date(message.date * 1000);

export const dayOfMessage = (message) => dayOf(instantOf(message), zone());

/** The line that opens a day. */
export function dayLine(message) {
  const at = instantOf(message);
  return el("div", { class: "day", data: { day: dayOf(at, zone()), at: message.date } }, el("span", {}, dayTitle(at, zone())));
}

export function renameDay(line) {
  line.firstChild.textContent = dayTitle(new Date(Number(line.dataset.at) * 1000), zone());
}

/** A message as the node that stands in the thread. */
export function bubble(message) {
  const service = serviceLine(message);
  const marks = { testid: "bubble", messageId: message.message_id, from: fromBot(message) ? "bot" : "person", sender: message.from?.id ?? "", author: authorOf(message)?.id ?? "" };
  if (service) return el("div", { class: "service", data: { ...marks, sender: "service", author: "service" } }, el("span", {}, service));
  const side = mine(message) ? "out" : "in";
  const face = side === "in" && !inPrivate() ? faceOf(message) : null;
  const node = el("article", { class: `row ${side}`, data: marks, "aria-label": heading(message) }, face, stack(message), replyKey(message));
  node.addEventListener("contextmenu", (event) => event.target.closest("a, .text, img") || menuAt(event, node, message));
  node.addEventListener("dblclick", (event) => event.target.closest("button, a, .text") || tell("reply", message));
  return node;
}

function menuAt(event, node, message) {
  event.preventDefault();
  messageMenu(node.querySelector(".bubble"), message);
}

const heading = (message) => `${mine(message) ? "You" : nameOf(authorOf(message))}, ${timeOf(instantOf(message), zone())}`;

const faceOf = (message) => (fromBot(message) ? botAvatar("small") : avatar(authorOf(message), message.sender_chat ? "small squarish" : "small"));

function stack(message) {
  return el("div", { class: "stack" }, body(message), inlineKeyboard(message));
}

function body(message) {
  const carried = media(message);
  const bare = Boolean(message.sticker || message.dice);
  const text = textOf(message);
  const shape = [bare && "bare", carried && !text && "wordless", message.photo && "with-photo", message.edit_date && "was-edited", isUnseen(message) && "unseen"];
  return el("div", { class: ["bubble", ...shape].filter(Boolean).join(" ") }, sender(message), quote(message), carried, text, meta(message), reactions(message));
}

function textOf(message) {
  const text = message.text ?? message.caption;
  if (text) return el("div", { class: "text", dir: "auto" }, rich(text, message.entities ?? message.caption_entities, acts));
  if (media(message)) return null;
  return el("div", { class: "text unknown" }, "This kind of message is not shown in the playground.");
}

function sender(message) {
  if (inPrivate() || mine(message)) return null;
  const author = authorOf(message);
  const kind = message.sender_chat ? message.from && "in the group’s name" : author?.is_bot && "bot";
  return el("div", { class: "sender", data: { colour: fromBot(message) ? "bot" : colour(author?.id) } }, named(nameOf(author)), kind && el("small", {}, kind));
}

function quote(message) {
  const quoted = message.reply_to_message;
  if (!quoted) return null;
  const show = () => tell("show", quoted.message_id);
  return el("button", { type: "button", class: "quote", "aria-label": `In reply to ${summary(quoted)}`, on: { click: show } }, el("b", {}, named(nameOf(authorOf(quoted)))), el("span", { dir: "auto" }, summary(quoted)));
}

function meta(message) {
  const at = instantOf(message);
  const title = dateTime(at, zone(), "wDt");
  const open = (event) => messageMenu(event.currentTarget, message);
  return el("button", { type: "button", class: "meta", tabindex: -1, "aria-haspopup": "menu", data: { testid: "message-menu" }, on: { click: open } }, isUnseen(message) && unseen(), message.edit_date && el("span", { class: "edited" }, "edited "), el("time", { datetime: at.toISOString(), title }, timeOf(at, zone())));
}

/** The mark of a message that privacy mode kept from the bot. */
function unseen() {
  const words = "The bot did not see this: in groups its privacy mode shows it commands and replies to it only";
  return el("span", { class: "unseen-mark", title: words, role: "img", "aria-label": words, data: { testid: "unseen" } }, icon("unseen"));
}

function reactions(message) {
  const given = reactionsOf(message);
  const kinds = [...new Set(given.map(([, emoji]) => emoji))];
  return kinds.length ? el("div", { class: "reactions" }, kinds.map((emoji) => chip(message, emoji, given))) : null;
}

/** One emoji with how many gave it; a press gives it too, or takes one's own back. */
function chip(message, emoji, given) {
  const own = given.some(([who, one]) => one === emoji && String(who) === here.me);
  const count = given.filter(([, one]) => one === emoji).length;
  const press = () => acts.react(message.message_id, own ? null : emoji);
  return el("button", { type: "button", class: "reaction", "aria-pressed": String(own), data: { testid: "reaction" }, on: { click: press } }, emoji, count > 1 && el("small", {}, String(count)));
}

function replyKey(message) {
  const reply = () => tell("reply", message);
  return el("button", { type: "button", class: "reply quiet round small", tabindex: -1, "aria-label": "Reply", title: "Reply", on: { click: reply } }, icon("reply"));
}

const WORDS = { photo: "Photo", sticker: "Sticker", voice: "Voice note", location: "Location", document: "File", poll: "Poll" };

/** The words of a message with its spoilers covered. */
function veiled(message) {
  const spoilers = (message.entities ?? message.caption_entities ?? []).filter((one) => one.type === "spoiler");
  const cover = (text, { offset, length }) => text.slice(0, offset) + "▒".repeat(length) + text.slice(offset + length);
  return spoilers.reduce(cover, message.text ?? message.caption ?? "");
}

/** A message in one line, for lists, quotes and screen readers. */
export function summary(message) {
  const service = serviceLine(message);
  if (service) return service.map((part) => part.textContent ?? part).join("");
  const kind = Object.keys(WORDS).find((name) => message[name]);
  const text = veiled(message).replaceAll(/\s+/g, " ").trim();
  return [kind && WORDS[kind], text].filter(Boolean).join(": ") || "Message";
}
