// Inline keyboards: rows of equal buttons that shimmer from the press until the bot has answered it.
import { el } from "./dom.js";
import { icon } from "./icons.js";
import * as acts from "./acts.js";
import { toast } from "./toast.js";

const GIVE_UP_MS = 10_000;

/** The keyboard under a message, or null where it has none. */
export function inlineKeyboard(message) {
  const rows = message.reply_markup?.inline_keyboard || [];
  if (!rows.length) return null;
  return el("div", { class: "keyboard" }, rows.map((row) => el("div", { class: "keys" }, row.map((one) => key(message, one)))));
}

function key(message, button) {
  if (button.url || button.login_url) return linkKey(button);
  const attributes = { type: "button", class: "key", data: { testid: "inline-button", style: button.style || "" } };
  const node = el("button", attributes, el("span", { dir: "auto" }, button.text));
  node.addEventListener("click", () => pressed(node, message, button));
  return node;
}

function linkKey(button) {
  const url = button.url || button.login_url.url;
  const safe = /^(https?|tg):/i.test(url) ? url : null;
  const follow = (event) => acts.open(url) && event.preventDefault();
  const attributes = { class: "key", href: safe, target: "_blank", rel: "noopener noreferrer", on: { click: follow } };
  return el("a", { ...attributes, data: { testid: "inline-button", style: button.style || "" } }, el("span", { dir: "auto" }, button.text), icon("link"));
}

async function pressed(node, message, button) {
  if (node.classList.contains("waiting")) return;
  if (button.copy_text) return copy(button.copy_text.text);
  if (!button.callback_data) return toast("This kind of button does nothing in the playground.");
  wait(node);
  if (!(await acts.press(message.message_id, button.callback_data))) settle(node);
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast("Copied.");
}

function wait(node) {
  node.classList.add("waiting");
  node.setAttribute("aria-busy", "true");
  setTimeout(() => settle(node), GIVE_UP_MS);
}

function settle(node) {
  node.classList.remove("waiting");
  node.removeAttribute("aria-busy");
}

/** The bot has answered: every button on the page that was waiting rests. */
export function settleAll() {
  document.querySelectorAll(".key.waiting").forEach(settle);
}
