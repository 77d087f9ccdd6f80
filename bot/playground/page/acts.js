// What a visitor can do as the person they are being: each act is one call to the playground, refusals become notices.
import * as api from "./api.js";
import { attempt, toast } from "./toast.js";
import { fromBot, groupOf, here, inPrivate, messagesOf, mine, person, privateChat, tell, world } from "./state.js";

const place = () => ({ person_id: Number(here.me), chat_id: Number(here.chat) });

export const say = (text, replyTo) =>
  attempt(() => api.say({ ...place(), text, ...(replyTo ? { reply_to: replyTo } : {}) }));

export const send = (what, extra = {}) => attempt(() => api.send({ ...place(), what, ...extra }));

export const press = (messageId, data) => attempt(() => api.press({ ...place(), message_id: messageId, data }));

export const vote = (messageId, options) => attempt(() => api.vote({ ...place(), message_id: messageId, options }));

export const edit = (messageId, text) => attempt(() => api.edit({ ...place(), message_id: messageId, text }));

export const block = (blocked) => attempt(() => api.block({ person_id: Number(here.me), blocked }));

export const group = (action, extra = {}) => attempt(() => api.group({ action, chat_id: Number(here.chat), ...extra }));

/** Send a command; in a group it names the bot, as Telegram's own apps do. */
export function command(name) {
  const bare = name.replace(/^\//, "");
  const addressed = inPrivate() || bare.includes("@") ? bare : `${bare}@${world.bot.username}`;
  return say(`/${addressed}`);
}

/** Open a link here when it leads to this bot; answers whether it did. Other links are the browser's business. */
export function open(url) {
  const link = toThisBot(url);
  if (!link) return false;
  if (link.payload !== null) startWith(link.payload);
  else if (inPrivate()) toast("That link leads to this very chat.");
  else tell("go", { me: here.me, chat: privateChat(person(here.me)) });
  return true;
}

function toThisBot(url) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  const onSite = ["t.me", "telegram.me"].includes(parsed.hostname) && parsed.pathname.slice(1).toLowerCase();
  const inApp = parsed.protocol === "tg:" && (parsed.searchParams.get("domain") || "").toLowerCase();
  if ((onSite || inApp) !== world.bot.username.toLowerCase()) return null;
  return { payload: parsed.searchParams.get("start") };
}

function startWith(payload) {
  const chat = privateChat(person(here.me));
  tell("go", { me: here.me, chat });
  const text = payload ? `/start ${payload}` : "/start";
  return attempt(() => api.say({ person_id: Number(here.me), chat_id: Number(chat), text }));
}

/** The last text this person wrote here that can still be edited, or null. */
export function lastOfMine() {
  return messagesOf(here.chat).findLast((one) => mine(one) && one.text && !fromBot(one)) || null;
}

export const botIsHere = () => !groupOf(here.chat) || groupOf(here.chat).bot_member !== false;
