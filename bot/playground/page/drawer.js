// The Bot API drawer: every call the bot makes, as it makes it, newest first.
import { dateTime } from "./clock.js";
import { el, find, recall, remember } from "./dom.js";
import { icon } from "./icons.js";
import { on, zone } from "./state.js";
import { toast } from "./toast.js";

const KEPT = 300;
const POLLING = "getUpdates";
const drawer = find("#drawer");
const toggle = find("#drawer-toggle");
const list = el("div", { class: "calls" });
const filter = el("input", { type: "search", placeholder: "Filter calls", "aria-label": "Filter calls", data: { testid: "call-filter" } });
const polls = el("input", { type: "checkbox" });
const pauseKey = el("button", { type: "button", class: "quiet round small", data: { testid: "call-pause" } });
let held = null;

function build() {
  const close = el("button", { type: "button", class: "quiet round small", "aria-label": "Close the drawer", on: { click: () => show(false) } }, icon("close"));
  const head = el("header", {}, el("h2", {}, "Bot API"), pauseKey, close);
  const tools = el("div", { class: "tools" }, filter, el("label", {}, polls, "polling"));
  const note = el("p", { class: "calls-empty" }, "What the bot says to Telegram shows here, call by call.");
  drawer.replaceChildren(head, tools, list, note);
  pause(false);
}

function show(open) {
  drawer.hidden = !open;
  toggle.setAttribute("aria-expanded", String(open));
  remember("drawer", open ? "open" : "");
  if (!open) toggle.focus();
}

function pause(on_) {
  const waiting = held || [];
  held = on_ ? [] : null;
  pauseKey.replaceChildren(icon(on_ ? "play" : "pause"));
  pauseKey.setAttribute("aria-label", on_ ? "Go on listing calls" : "Pause the list");
  pauseKey.setAttribute("aria-pressed", String(on_));
  waiting.forEach(add);
}

function onCall(call) {
  if (held) held.push(call);
  else add(call);
}

function add(call) {
  list.prepend(item(call));
  while (list.children.length > KEPT) list.lastElementChild.remove();
}

const isOk = (call) => call.response?.ok !== false;

function item(call) {
  const ok = isOk(call);
  const code = ok ? "" : ` ${call.response?.error_code ?? "error"}`;
  const line = el("summary", {}, el("b", {}, call.method), el("span", { class: "brief", dir: "auto" }, brief(call)), el("small", {}, `${Math.round(call.ms ?? 0)} ms${code}`));
  const marks = { testid: "call", method: call.method, ok: String(ok), words: JSON.stringify([call.method, call.params, call.response]).toLowerCase() };
  const node = el("details", { class: "call", data: marks }, line);
  node.addEventListener("toggle", () => node.children.length === 1 && node.append(...inside(call)));
  hideUnfit(node);
  return node;
}

/** What tells one call from another at a glance: the refusal, else the words, else the parameters. */
function brief(call) {
  const params = call.params || {};
  return isOk(call) ? String(params.text ?? params.caption ?? params.callback_query_id ?? plain(params)) : call.response?.description || "";
}

const plain = (params) => Object.entries(params).filter(([name]) => name !== "chat_id").map(([name, value]) => `${name}=${typeof value === "object" ? "…" : value}`).join(" ");

function inside(call) {
  const at = `at ${dateTime(new Date(call.at), zone(), "T")}, world time`;
  const copy = el("button", { type: "button", class: "quiet", on: { click: () => copyCall(call) } }, icon("copy"), "Copy");
  const head = el("div", { class: "call-head" }, el("span", {}, at), copy);
  return [head, el("h3", {}, "Parameters"), el("pre", {}, json(call.params)), el("h3", {}, "Response"), el("pre", {}, json(call.response))];
}

const json = (value) => JSON.stringify(unpacked(value ?? null), null, 2);

/** Show parameters that travel as JSON inside a form as what they are. */
function unpacked(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, parsed(inner)]));
}

function parsed(value) {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function copyCall(call) {
  await navigator.clipboard.writeText(json({ method: call.method, params: call.params, response: call.response }));
  toast("The call is copied.");
}

function hideUnfit(node) {
  const wanted = filter.value.trim().toLowerCase();
  const polling = node.dataset.method === POLLING && !polls.checked && !POLLING.toLowerCase().startsWith(wanted || "-");
  node.hidden = polling || !node.dataset.words.includes(wanted);
}

const sift = () => [...list.children].forEach(hideUnfit);

export function begin() {
  build();
  on("call", onCall);
  drawer.addEventListener("keydown", (event) => event.key === "Escape" && show(false));
  toggle.addEventListener("click", () => show(drawer.hidden));
  pauseKey.addEventListener("click", () => pause(held === null));
  filter.addEventListener("input", sift);
  polls.addEventListener("change", sift);
  if (recall("drawer") === "open" && innerWidth > 1100) show(true);
}
