// What a visitor can do as the person they are being: each act is one call to the playground, refusals become notices.
import * as api from "./api.js";
import { attempt, toast } from "./toast.js";
import { fromBot, groupOf, here, inPrivate, me, messagesOf, mine, person, privateChat, tell, world } from "./state.js";

const place = () => ({ person_id: Number(here.me), chat_id: Number(here.chat) });

export const say = (text, replyTo) =>
  attempt(() => api.say({ ...place(), text, ...(replyTo ? { reply_to: replyTo } : {}) }));

export const send = (what, extra = {}) => attempt(() => api.send({ ...place(), what, ...extra }));

/** Send a file of the visitor's own machine, as a document. */
export const sendFile = (file) =>
  attempt(async () => api.send({ ...place(), what: "document", name: file.name, data: await api.base64(file) }));

export const press = (messageId, data) => attempt(() => api.press({ ...place(), message_id: messageId, data }));

export const vote = (messageId, options) => attempt(() => api.vote({ ...place(), message_id: messageId, options }));

export const edit = (messageId, text) => attempt(() => api.edit({ ...place(), message_id: messageId, text }));

export const react = (messageId, emoji) => attempt(() => api.react({ ...place(), message_id: messageId, ...(emoji ? { emoji } : {}) }));

export const pin = (messageId, pinned) => attempt(() => api.pin({ ...place(), message_id: messageId, pinned }));

export const block = (blocked) => attempt(() => api.block({ person_id: Number(here.me), blocked }));

export const group = (action, extra = {}) => attempt(() => api.group({ action, chat_id: Number(here.chat), by: Number(here.me), ...extra }));

/** Send a command; in a group it names the bot, as Telegram's own apps do. */
export function command(name) {
  const bare = name.replace(/^\//, "");
  const addressed = inPrivate() || bare.includes("@") ? bare : `${bare}@${world.bot.username}`;
  return say(`/${addressed}`);
}

/** Start the bot in one's own chat: with the payload of the link one came by, if one did. */
export function start() {
  const payload = waiting.get(here.me);
  waiting.delete(here.me);
  return say(payload ? `/start ${payload}` : "/start");
}

// the payloads of links whose START has not been pressed yet, by person
const waiting = new Map();

/** Open a link here when it leads to this bot or a message; answers whether it did. Others are the browser's business. */
export function open(url) {
  const link = linkOf(url);
  if (!link) return false;
  if (link.message) showMessage(link.message);
  else if (link.startgroup !== null) tell("startgroup", link.startgroup);
  else if (link.start !== null) startWith(link.start);
  else if (inPrivate()) toast("That link leads to this very chat.");
  else tell("go", { me: here.me, chat: privateChat(person(here.me)) });
  return true;
}

const SITES = ["t.me", "telegram.me", "telegram.dog"];

function linkOf(url) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed) return null;
  const onSite = SITES.includes(parsed.hostname) && parsed.pathname.slice(1).toLowerCase();
  const message = onSite && /^c\/(\d+)\/(\d+)$/.exec(onSite);
  if (message) return { message: { chat: `-100${message[1].padStart(10, "0")}`, id: Number(message[2]) } };
  const inApp = parsed.protocol === "tg:" && (parsed.searchParams.get("domain") || "").toLowerCase();
  if ((onSite || inApp) !== world.bot.username.toLowerCase()) return null;
  return { start: parsed.searchParams.get("start"), startgroup: parsed.searchParams.get("startgroup") };
}

/** Go to a message of a group this person is in, as its link does. */
function showMessage({ chat, id }) {
  const group = groupOf(chat);
  if (!group?.members.some((one) => String(one) === here.me)) return toast("That message is in a group you are not in.", "bad");
  if (chat === here.chat) return tell("show", id);
  // the page walks by its address; the message is there once it has arrived
  addEventListener("hashchange", () => tell("show", id), { once: true });
  tell("go", { me: here.me, chat });
}

/** Go to one's own chat with the bot. Where it is new, START has to be pressed first, as on Telegram. */
function startWith(payload) {
  const chat = privateChat(person(here.me));
  const fresh = !messagesOf(chat).length || me().blocked;
  if (fresh) waiting.set(here.me, payload);
  tell("go", { me: here.me, chat });
  if (fresh) return true;
  const text = payload ? `/start ${payload}` : "/start";
  return attempt(() => api.say({ person_id: Number(here.me), chat_id: Number(chat), text }));
}

/** The last text this person wrote here that can still be edited, or null. */
export function lastOfMine() {
  return messagesOf(here.chat).findLast((one) => mine(one) && one.text && !fromBot(one)) || null;
}

export const botIsHere = () => !groupOf(here.chat) || groupOf(here.chat).bot_member !== false;
