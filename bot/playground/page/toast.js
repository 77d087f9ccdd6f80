// Short notices that pass, and the dialog for those that must be read.
import { el, find } from "./dom.js";

const SHOWN_MS = 4000;

export function toast(text, kind = "note") {
  const node = el("div", { class: `toast ${kind}`, dir: "auto", data: { testid: "toast" } }, text);
  find("#toasts").append(node);
  setTimeout(() => node.remove(), SHOWN_MS + text.length * 30);
}

/** Run something that may be refused; a refusal becomes a notice. Answers whether it went through. */
export async function attempt(action) {
  try {
    await action();
    return true;
  } catch (error) {
    toast(error.message, "bad");
    return false;
  }
}

export function alertBox(text) {
  const close = el("button", { type: "submit", class: "jump strong" }, "OK");
  const form = el("form", { method: "dialog" }, el("p", { dir: "auto", class: "alert-text" }, text), el("div", { class: "dialog-foot" }, close));
  open(el("dialog", { class: "dialog small", data: { testid: "alert" }, "aria-label": "The bot says" }, form));
}

/** Put a dialog on the page until it is closed; a press on the curtain closes it too. */
export function open(dialog) {
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
