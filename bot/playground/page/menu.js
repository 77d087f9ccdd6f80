// A small menu that opens at a button: arrows move in it, Escape and a press elsewhere close it.
import { el } from "./dom.js";
import { icon } from "./icons.js";

const MARGIN = 8;
let shown = null;

/** Open a menu at `anchor`; an item is {text, act, icon?, testid?, danger?, off?}, {heading} or a {node} as it is. */
export function openMenu(anchor, items) {
  const again = shown?.anchor === anchor;
  closeMenu();
  if (again) return;
  const node = el("div", { class: "menu", role: "menu", data: { testid: "menu" } }, items.filter(Boolean).map(entry));
  // over an open dialog nothing shows that is not inside it
  (anchor.closest("dialog") || document.body).append(node);
  shown = { node, anchor };
  anchor.setAttribute("aria-expanded", "true");
  place(node, anchor.getBoundingClientRect());
  buttons(node)[0]?.focus();
}

function entry(item) {
  if (item.node) return item.node;
  if (item.heading) return el("p", { class: "menu-heading" }, item.heading);
  const choose = () => {
    closeMenu();
    item.act();
  };
  const marks = item.testid ? { testid: item.testid } : {};
  const attributes = { type: "button", role: "menuitem", tabindex: -1, class: item.danger ? "danger" : "", disabled: item.off, data: marks, on: { click: choose } };
  return el("button", attributes, item.icon && icon(item.icon), el("span", {}, item.text));
}

function place(node, at) {
  const { width, height } = node.getBoundingClientRect();
  const left = Math.min(Math.max(MARGIN, at.right - width), innerWidth - width - MARGIN);
  const below = at.bottom + MARGIN;
  const top = below + height > innerHeight - MARGIN ? Math.max(MARGIN, at.top - height - MARGIN) : below;
  Object.assign(node.style, { left: `${left}px`, top: `${top}px` });
}

const buttons = (node) => [...node.querySelectorAll("button:not(:disabled)")];

export function closeMenu(focus = false) {
  if (!shown) return;
  const { node, anchor } = shown;
  shown = null;
  node.remove();
  anchor.setAttribute("aria-expanded", "false");
  if (focus) anchor.focus();
}

function step(by) {
  const all = buttons(shown.node);
  const at = all.indexOf(document.activeElement);
  all[(at + by + all.length) % all.length]?.focus();
}

const KEYS = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Escape: () => closeMenu(true),
  Tab: () => closeMenu(true),
};

function onKey(event) {
  if (!shown || !KEYS[event.key]) return;
  event.preventDefault();
  event.stopPropagation();
  KEYS[event.key]();
}

document.addEventListener("keydown", onKey, true);
document.addEventListener("pointerdown", (event) => {
  if (shown && !shown.node.contains(event.target) && !shown.anchor.contains(event.target)) closeMenu();
});
addEventListener("resize", () => closeMenu());
