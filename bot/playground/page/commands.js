// The commands menu above the composer: all of them by the "/" button, a filtered list while a command is being typed.
import * as acts from "./acts.js";
import { el, find } from "./dom.js";
import { commandsHere } from "./state.js";

const list = find("#commands");
const opener = find("#commands-open");
const composer = find("#composer");
let chosen = -1;

const options = () => [...list.children];
export const isOpen = () => !list.hidden;

/** Show the commands whose name begins with this; no such command closes the menu. */
export function showFor(prefix) {
  const fitting = commandsHere().filter((one) => one.command.startsWith(prefix));
  list.replaceChildren(...fitting.map(option));
  toggle(fitting.length > 0);
  if (isOpen()) choose(0);
}

function option(one, i) {
  const marks = { testid: `command-${one.command}`, command: one.command };
  const words = [el("b", {}, `/${one.command}`), el("span", { dir: "auto" }, one.description)];
  const pick = (event) => {
    event.preventDefault();
    sendChosen(one.command);
  };
  return el("div", { role: "option", id: `command-${i}`, class: "option", data: marks, on: { click: pick, mousemove: () => chosen !== i && choose(i), mousedown: (event) => event.preventDefault() } }, words);
}

function toggle(open) {
  list.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  if (open) return;
  list.replaceChildren();
  composer.removeAttribute("aria-activedescendant");
}

export const close = () => toggle(false);

function choose(index) {
  const all = options();
  chosen = (index + all.length) % all.length;
  all.forEach((one, i) => one.setAttribute("aria-selected", String(i === chosen)));
  all[chosen].scrollIntoView({ block: "nearest" });
  composer.setAttribute("aria-activedescendant", all[chosen].id);
}

function sendChosen(name) {
  close();
  composer.value = "";
  composer.dispatchEvent(new Event("input"));
  acts.command(name);
}

const KEYS = {
  ArrowDown: () => choose(chosen + 1),
  ArrowUp: () => choose(chosen - 1),
  Escape: close,
  Enter: () => sendChosen(options()[chosen].dataset.command),
  Tab: complete,
};

function complete() {
  composer.value = `/${options()[chosen].dataset.command} `;
  composer.dispatchEvent(new Event("input"));
}

/** Take a key press while the menu is open; answers whether it was one for the menu. */
export function take(event) {
  if (!isOpen() || !KEYS[event.key] || event.shiftKey) return false;
  event.preventDefault();
  KEYS[event.key]();
  return true;
}

export function begin() {
  opener.addEventListener("click", () => {
    if (isOpen()) close();
    else showFor("");
    composer.focus();
  });
  composer.addEventListener("blur", (event) => event.relatedTarget === opener || close());
}
