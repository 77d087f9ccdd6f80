// Round pictures with initials: the same person always wears the same one of eight muted colours.
import { el } from "./dom.js";
import { nameOf } from "./state.js";

const COLOURS = 8;

/** The first letters of the first and last word, by grapheme so that no name is cut in half. */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return picked.map((word) => Array.from(word)[0] || "").join("").toUpperCase();
}

/** The number of the colour somebody wears, in faces and over their messages. */
export function colour(id) {
  return Math.abs(Number(id) || 0) % COLOURS;
}

export function avatar(someone, size = "") {
  const name = nameOf(someone);
  return el("span", { class: `avatar ${size}`, data: { colour: colour(someone?.id) }, "aria-hidden": "true" }, initials(name));
}

export function botAvatar(size = "") {
  return el("span", { class: `avatar bot ${size}`, "aria-hidden": "true" }, "?");
}
