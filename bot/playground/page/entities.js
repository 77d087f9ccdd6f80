// Text with Telegram's entities (UTF-16 offsets, which are JavaScript's own) as DOM nodes. Data is never parsed as HTML.
import { el } from "./dom.js";
import { zone } from "./state.js";
import { dateTime, worldNow } from "./clock.js";

const SAFE = /^(https?|tg|mailto|tel):/i;
const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", blockquote: "blockquote",
};

/** Draw text and entities; `act` is {command(text), open(url)} for what can be clicked. */
export function rich(text, entities, act) {
  const fragment = document.createDocumentFragment();
  const ordered = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(fragment, text, 0, text.length, ordered, act);
  return fragment;
}

function fill(parent, text, from, to, entities, act) {
  let at = from;
  for (let i = 0; i < entities.length; i += 1) {
    const start = Math.max(entities[i].offset, at);
    const end = Math.min(entities[i].offset + entities[i].length, to);
    if (end <= start) continue;
    parent.append(beside(text.slice(at, start), parent));
    const inner = entities.slice(i + 1).filter((one) => one.offset < end);
    const node = dress(entities[i], text.slice(start, end), act);
    if (!node.dataset.whole) fill(node, text, start, end, inner, act);
    parent.append(node);
    at = end;
  }
  parent.append(beside(text.slice(at, to), parent));
}

/** Text after a block, without the one newline that the block's own edge already makes. */
function beside(text, parent) {
  return parent.lastChild?.matches?.("blockquote, pre") ? text.replace(/^\n/, "") : text;
}

function dress(entity, covered, act) {
  if (PLAIN[entity.type]) return el(PLAIN[entity.type]);
  return (DRESS[entity.type] || (() => el("span")))(entity, covered, act);
}

const DRESS = {
  pre: (entity) => el("pre", { data: { language: entity.language || "" } }),
  expandable_blockquote: () => expandable(),
  spoiler: () => spoiler(),
  text_link: (entity, covered, act) => link(entity.url, act),
  url: (entity, covered, act) => link(/^\w+:/.test(covered) ? covered : `https://${covered}`, act),
  email: (entity, covered, act) => link(`mailto:${covered}`, act),
  phone_number: (entity, covered, act) => link(`tel:${covered}`, act),
  mention: () => el("span", { class: "mention" }),
  text_mention: () => el("span", { class: "mention" }),
  hashtag: () => el("span", { class: "mention" }),
  cashtag: () => el("span", { class: "mention" }),
  bot_command: (entity, covered, act) => command(covered, act),
  date_time: (entity, covered) => moment(entity, covered),
};

function link(url, act) {
  if (!SAFE.test(url || "")) return el("span");
  const open = (event) => act.open(url) && event.preventDefault();
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", on: { click: open } });
}

function command(text, act) {
  return el("button", { type: "button", class: "command", on: { click: () => act.command(text) } });
}

function spoiler() {
  const node = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": "Hidden text, press to show" });
  const show = () => {
    node.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", show, { once: true });
  node.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && show());
  return node;
}

function expandable() {
  const node = el("blockquote", { class: "expandable", title: "Press to show all of it" });
  node.addEventListener("click", () => node.classList.toggle("open"));
  return node;
}

function moment(entity, covered) {
  const at = new Date(entity.unix_time * 1000);
  const shown = entity.date_time_format ? formatted(at, entity.date_time_format) : covered;
  const title = dateTime(at, zone(), "wDt");
  return el("time", { class: "moment", datetime: at.toISOString(), title, data: { whole: "yes" } }, shown);
}

function formatted(at, format) {
  return format === "r" ? relative(at - worldNow()) : dateTime(at, zone(), format);
}

const STEPS = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]];

function relative(distance) {
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const [unit, size] = STEPS.find((step) => Math.abs(distance) >= step[1]) || ["second", 1000];
  return words.format(Math.round(distance / size), unit);
}
