// Where a person writes: the growing field, what it answers or edits, the clip, and what stands in its place.
import * as acts from "./acts.js";
import * as commands from "./commands.js";
import { avatar } from "./avatar.js";
import { el, find, isPhone, named } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { places } from "./places.js";
import { authorOf, groupOf, here, inPrivate, keyboardHere, mayWrite, me, messagesOf, nameOf, on, person, tell } from "./state.js";
import { summary } from "./bubbles.js";

const field = find("#composer");
const drafts = new Map();
let about = null;

const draftKey = () => `${here.me}/${here.chat}`;

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
  find("#send").disabled = !field.value.trim();
}

function onInput() {
  grow();
  drafts.set(draftKey(), field.value);
  const command = /^\/(\w*)$/.exec(field.value);
  if (command) commands.showFor(command[1]);
  else commands.close();
}

async function submit(event) {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  const was = about;
  write("");
  setAbout(null);
  const done = was?.kind === "edit" ? await acts.edit(was.message.message_id, text) : await acts.say(text, was?.message.message_id);
  if (!done && !field.value) write(text);
}

function write(text) {
  field.value = text;
  drafts.set(draftKey(), text);
  grow();
}

function setAbout(next) {
  about = next;
  const box = find("#context");
  box.hidden = !next;
  box.replaceChildren(...(next ? contextNodes(next) : []));
}

function contextNodes({ kind, message }) {
  const title = kind === "edit" ? "Edit your message" : ["Reply to ", named(nameOf(authorOf(message)))];
  const cancel = () => cancelAbout();
  const close = el("button", { type: "button", class: "quiet round small", "aria-label": "Cancel", on: { click: cancel } }, icon("close"));
  return [icon(kind), el("div", {}, el("b", {}, title), el("span", { dir: "auto" }, summary(message))), close];
}

function cancelAbout() {
  if (about?.kind === "edit") write("");
  setAbout(null);
  field.focus();
}

export function reply(message) {
  if (find("#composer-form").hidden) return;
  setAbout({ kind: "reply", message });
  field.focus();
}

export function editLast() {
  const message = acts.lastOfMine();
  if (message) edit(message);
}

function edit(message) {
  setAbout({ kind: "edit", message });
  write(message.text);
  field.focus();
}

function onKey(event) {
  if (event.isComposing || commands.take(event)) return;
  if (event.key === "Enter" && !event.shiftKey) submit(event);
  else if (event.key === "Escape" && about) cancelAbout();
  else if (event.key === "ArrowUp" && event.ctrlKey) replyUpwards(event);
  else if (event.key === "ArrowUp" && !field.value && !about) takeBack(event);
}

function takeBack(event) {
  event.preventDefault();
  editLast();
}

function replyUpwards(event) {
  event.preventDefault();
  const messages = messagesOf(here.chat);
  const at = about?.kind === "reply" ? messages.findIndex((one) => one.message_id === about.message.message_id) : messages.length;
  if (at > 0) reply(messages[at - 1]);
}

function clipMenu() {
  const spot = (place) => ({ text: place.name, act: () => acts.send("location", place.at) });
  openMenu(find("#clip"), [
    { text: "Sticker", icon: "sticker", act: () => acts.send("sticker") },
    { text: "Photo", icon: "photo", act: () => acts.send("photo") },
    { text: "Voice note", icon: "voice", act: () => acts.send("voice") },
    { text: "File", icon: "file", act: chooseFile },
    { heading: "Location" },
    ...places(me()?.zone).map((place) => ({ ...spot(place), icon: "location" })),
  ]);
}

const picker = el("input", { type: "file", on: { change: () => picker.files[0] && acts.sendFile(picker.files[0]) } });

function chooseFile() {
  picker.value = ""; // so that the same file can be chosen again
  picker.click();
}

/** Show what belongs at the foot of this chat: START, a way back, or the composer. */
function settle() {
  const someone = me();
  const open = here.chat !== null && someone !== null;
  const empty = open && inPrivate() && !messagesOf(here.chat).length;
  const blocked = open && inPrivate() && someone.blocked;
  const start = find("#start");
  start.hidden = (!empty && !blocked) || Boolean(someone?.deleted);
  start.textContent = blocked ? "UNBLOCK THE BOT" : "START";
  const group = open && groupOf(here.chat);
  const why = open && silence(someone, group);
  const hushed = Boolean(why);
  find("#hushed").hidden = !hushed;
  find("#hushed").textContent = why || "";
  find("#composer-form").hidden = !open || empty || Boolean(blocked) || hushed;
  find("#away").hidden = !open || acts.botIsHere();
  speakers();
  replyKeys();
}

/** Why this person may not write here, or null. */
function silence(someone, group) {
  if (someone.deleted) return "This account is deleted.";
  return group && !mayWrite(group, here.me) ? "Only administrators may write here." : null;
}

function pressStart() {
  return me().blocked ? acts.block(false) : acts.start();
}

function speakers() {
  const box = find("#speakers");
  const group = groupOf(here.chat);
  box.hidden = !group;
  if (!group) return;
  box.replaceChildren(el("span", { class: "faint" }, "You are"), ...group.members.map(person).filter(Boolean).map(speaker));
  const self = box.querySelector('[aria-pressed="true"]');
  if (self) box.scrollLeft = self.offsetLeft - (box.clientWidth - self.clientWidth) / 2;
}

function speaker(someone) {
  const checked = String(someone.id) === String(here.me);
  const be = () => tell("go", { me: String(someone.id), chat: here.chat, focus: someone.id });
  const marks = { testid: `speak-as-${someone.id}` };
  const attributes = { type: "button", class: "speaker", "aria-pressed": String(checked), data: marks, on: { click: be } };
  return el("button", attributes, avatar(someone, "tiny"), named(someone.first_name));
}

/** The reply keyboard of this chat, until the bot takes it away. */
function replyKeys() {
  const markup = keyboardHere();
  const rows = (!find("#composer-form").hidden && markup?.keyboard) || [];
  field.placeholder = markup?.input_field_placeholder || "Message";
  const box = find("#keys");
  box.hidden = !rows.length;
  box.replaceChildren(...rows.map((row) => el("div", { class: "keys" }, row.map(replyKey))));
}

function replyKey(button) {
  const text = button.text ?? button;
  const act = () => (button.request_location ? acts.send("location", places(me()?.zone)[0].at) : acts.say(text));
  return el("button", { type: "button", class: "key", data: { testid: "reply-key" }, on: { click: act } }, el("span", { dir: "auto" }, text));
}

function onMoved() {
  setAbout(null);
  commands.close();
  field.value = drafts.get(draftKey()) || "";
  settle();
  grow();
  if (!isPhone() && here.chat !== null) field.focus({ preventScroll: true });
}

export function begin() {
  on("moved", onMoved);
  for (const change of ["loaded", "message", "edited", "deleted", "keyboard"]) on(change, settle);
  on("reply", reply);
  on("edit", edit);
  field.addEventListener("input", onInput);
  field.addEventListener("keydown", onKey);
  find("#composer-form").addEventListener("submit", submit);
  find("#clip").addEventListener("click", clipMenu);
  find("#away").addEventListener("click", () => acts.group("add_bot"));
  find("#start").addEventListener("click", pressStart);
  commands.begin();
}
