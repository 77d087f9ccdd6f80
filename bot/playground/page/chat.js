// The thread of the open chat: drawing it, growing it, and where it is scrolled to.
import { bubble, dayLine, dayOfMessage, renameDay, summary } from "./bubbles.js";
import { botAvatar } from "./avatar.js";
import { el, find } from "./dom.js";
import { settleAll } from "./keyboard.js";
import { here, inPrivate, markRead, messagesOf, mine, on, pinnedHere, tell, world } from "./state.js";

const NEAR_END = 80;
const TYPING_MS = 5000;
const box = find("#messages");
const thread = find("#thread");
const pill = find("#pill");
let atEnd = true;
let missed = 0;
let height = 0;
let typingTimer = 0;

/** Draw the whole thread anew and stand at its end; a screen reader is spared the old messages. */
export function draw() {
  thread.setAttribute("aria-busy", "true");
  thread.replaceChildren(...threadNodes());
  requestAnimationFrame(() => thread.removeAttribute("aria-busy"));
  missed = 0;
  shape();
  toEnd();
}

/** Draw the thread anew and stay where one was reading. */
function drawAgain() {
  const [top, stay] = [box.scrollTop, !atEnd];
  draw();
  if (!stay) return;
  box.scrollTop = top;
  atEnd = false;
}

function threadNodes() {
  const messages = messagesOf(here.chat);
  if (!messages.length) return here.chat === null ? [] : [emptyCard()];
  return messages.flatMap((one, i) => [opensDay(one, messages[i - 1]) && dayLine(one), bubble(one)].filter(Boolean));
}

const opensDay = (message, before) => !before || dayOfMessage(before) !== dayOfMessage(message);

function emptyCard() {
  if (!inPrivate()) return el("div", { class: "empty" }, el("p", {}, "Nobody has said anything yet."));
  const words = [el("h3", {}, world.bot.first_name), el("p", {}, "A coach for rejection practice: one small thing to ask a real human, every day.")];
  return el("div", { class: "empty", data: { testid: "empty" } }, botAvatar("large"), ...words, el("p", { class: "faint" }, "Press START to meet it."));
}

/** Mark where runs of one sender begin and end: names open a run, tails and faces close it. */
function shape() {
  const rows = [...thread.querySelectorAll(":scope > [data-message-id], :scope > .day")];
  rows.forEach((row, i) => {
    row.classList.toggle("first", rows[i - 1]?.dataset.author !== row.dataset.author);
    row.classList.toggle("last", rows[i + 1]?.dataset.author !== row.dataset.author);
  });
}

function toEnd() {
  box.scrollTop = box.scrollHeight;
  atEnd = true;
  missed = 0;
  showPill();
}

function showPill() {
  pill.hidden = atEnd;
  find("#pill-text").textContent = missed ? `${missed} new ${missed === 1 ? "message" : "messages"}` : "";
  pill.setAttribute("aria-label", missed ? "Go to the new messages" : "Go to the end");
}

function onMessage({ chatId, message }) {
  if (chatId !== here.chat) return;
  markRead(chatId);
  stopTyping(message);
  const stay = atEnd || mine(message);
  grow(message);
  if (stay) toEnd();
  else missed += 1;
  showPill();
}

function grow(message) {
  const messages = messagesOf(here.chat);
  if (messages.length === 1) thread.replaceChildren();
  const fresh = bubble(message);
  fresh.classList.add("fresh");
  thread.append(...[opensDay(message, messages.at(-2)) && dayLine(message), fresh].filter(Boolean));
  keepTypingLast();
  shape();
}

const nodeOf = (messageId) => thread.querySelector(`[data-message-id="${messageId}"]`);

function onEdited({ chatId, message, quietly }) {
  if (chatId !== here.chat) return;
  const old = nodeOf(message.message_id);
  if (!old) return;
  const next = bubble(message);
  if (!quietly) next.classList.add("flash");
  keepFocus(old, next);
  shape();
  if (atEnd) toEnd();
}

/** Replace a bubble; who stood on one of its buttons by keyboard stands on the new one's. */
function keepFocus(old, next) {
  const keys = [...old.querySelectorAll(".key")];
  const at = keys.indexOf(document.activeElement);
  old.replaceWith(next);
  const successors = next.querySelectorAll(".key");
  if (at >= 0) (successors[Math.min(at, successors.length - 1)] || box).focus({ preventScroll: true });
}

function onDeleted({ chatId, messageId }) {
  if (chatId !== here.chat) return;
  nodeOf(messageId)?.remove();
  if (!messagesOf(chatId).length) draw();
  shape();
}

function onTyping({ chatId }) {
  if (chatId !== here.chat) return;
  stopTyping();
  const dots = el("div", { class: "bubble dots" }, el("i"), el("i"), el("i"));
  const face = inPrivate() ? null : botAvatar("small");
  thread.append(el("div", { class: "row in typing last", role: "status", "aria-label": "The bot is typing", data: { testid: "typing" } }, face, el("div", { class: "stack" }, dots)));
  typingTimer = setTimeout(() => stopTyping(), TYPING_MS);
  if (atEnd) toEnd();
}

function stopTyping(message = null) {
  if (message && mine(message)) return;
  clearTimeout(typingTimer);
  thread.querySelector(".typing")?.remove();
}

function keepTypingLast() {
  const dots = thread.querySelector(".typing");
  if (dots) thread.append(dots);
}

function show(messageId) {
  const node = nodeOf(messageId);
  if (!node) return;
  atEnd = false;
  node.scrollIntoView({ block: "center" });
  node.classList.remove("flash");
  requestAnimationFrame(() => node.classList.add("flash"));
}

function onScroll() {
  if (box.clientHeight !== height) return;
  atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
  if (atEnd) missed = 0;
  showPill();
}

/** Who stood at the end stays there when a keyboard, a menu or the composer takes room. */
function onResize() {
  height = box.clientHeight;
  if (atEnd) toEnd();
}

/** The bar over the messages that keeps the pinned one at hand. */
function drawPinned() {
  const message = pinnedHere();
  find("#pinned").hidden = !message;
  find("#pinned-text").replaceChildren(message ? summary(message) : "");
}

const showPinned = () => pinnedHere() && tell("show", pinnedHere().message_id);

/** Listen to the world; called once. */
export function begin() {
  on("moved", draw);
  on("loaded", drawAgain);
  on("message", onMessage);
  on("edited", onEdited);
  on("deleted", onDeleted);
  on("typing", onTyping);
  on("show", show);
  on("toast", settleAll);
  on("call", (call) => call.method === "answerCallbackQuery" && settleAll());
  on("clock", () => thread.querySelectorAll(".day").forEach(renameDay));
  for (const change of ["moved", "loaded", "pinned", "edited", "deleted"]) on(change, drawPinned);
  find("#pinned").addEventListener("click", showPinned);
  box.addEventListener("scroll", onScroll, { passive: true });
  pill.addEventListener("click", toEnd);
  new ResizeObserver(onResize).observe(box);
}
