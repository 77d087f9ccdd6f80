// The people of a group, their roles and the bot's, in a dialog; each of them with a small menu.
import * as acts from "./acts.js";
import { avatar, botAvatar } from "./avatar.js";
import { el, find, named } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { groupOf, here, leads, me, nameOf, on, person, tell, world } from "./state.js";
import { open } from "./toast.js";

let dialog = null;

function show() {
  dialog = open(el("dialog", { class: "dialog members", "aria-label": "People of the group", data: { testid: "members-dialog" } }));
  dialog.addEventListener("close", () => (dialog = null));
  draw();
}

function draw() {
  const group = groupOf(here.chat);
  if (!dialog) return;
  if (!group) return dialog.close();
  const people = group.members.map(person).filter(Boolean);
  const close = el("button", { type: "submit", class: "quiet round small", "aria-label": "Close" }, icon("close"));
  const head = el("form", { method: "dialog", class: "members-head" }, el("h3", { dir: "auto" }, group.title), close);
  const note = el("p", { class: "faint" }, `${kindOf(group)} · you act as `, named(nameOf(me())), leads(group, here.me) ? "" : ", who is no administrator");
  dialog.replaceChildren(head, note, el("ul", {}, people.map((one) => personRow(group, one)), botRow(group), group.other_bot && otherRow()));
}

const KINDS = { group: "A group", supergroup: "A supergroup", channel: "A channel" };
const kindOf = (group) => KINDS[group.type];
const isIn = (ids, one) => ids.includes(one.id);

function roleOf(group, one) {
  const role = group.members[0] === one.id ? "owner" : isIn(group.administrators, one) ? "administrator" : "";
  return [role, isIn(group.anonymous, one) && "writes as the group"].filter(Boolean).join(", ");
}

function row({ face, name, note, testid, items }) {
  const more = items && el("button", { type: "button", class: "quiet round small", "aria-haspopup": "menu", "aria-label": `What ${name} may do`, data: { testid: `${testid}-menu` } }, icon("more"));
  more?.addEventListener("click", () => openMenu(more, items()));
  const words = el("span", { class: "member-words" }, el("b", {}, named(name)), note && el("small", {}, note));
  return el("li", { class: "member", data: { testid } }, face, words, more);
}

function personRow(group, one) {
  const self = String(one.id) === here.me;
  const note = [self && "you", roleOf(group, one)].filter(Boolean).join(" · ");
  return row({ face: avatar(one, "small"), name: nameOf(one), note, testid: `member-${one.id}`, items: () => personItems(group, one, self) });
}

function personItems(group, one, self) {
  const act = (action) => () => acts.group(action, { person_id: one.id });
  const owner = group.members[0] === one.id;
  const admin = isIn(group.administrators, one);
  const hidden = isIn(group.anonymous, one);
  const mayNot = !leads(group, here.me);
  return [
    !self && { text: `Be ${one.first_name}`, icon: "person", act: () => tell("go", { me: String(one.id), chat: here.chat }), testid: "be" },
    !owner && { text: admin ? "Take the role away" : "Make administrator", icon: "crown", act: act(admin ? "demote" : "promote"), off: mayNot, testid: "promote" },
    (owner || admin) && { text: hidden ? "Write in one’s own name" : "Write in the group’s name", icon: "mask", act: act(hidden ? "show" : "hide"), off: group.type !== "supergroup", testid: "hide" },
    self && { text: "Leave the group", icon: "out", act: act("leave"), testid: "leave" },
    !self && !owner && { text: "Remove from the group", icon: "block", danger: true, act: act("kick"), off: mayNot, testid: "kick" },
  ];
}

function botRow(group) {
  const role = !group.bot_member ? "not in the group" : group.bot_administrator ? "bot, administrator" : group.bot_restricted ? "bot, may not post" : "bot";
  return row({ face: botAvatar("small"), name: world.bot.first_name, note: role, testid: "member-bot", items: () => botItems(group) });
}

function botItems(group) {
  const mayNot = !leads(group, here.me);
  if (!group.bot_member) return [{ text: "Add to the group", icon: "robot", act: () => acts.group("add_bot"), testid: "add" }];
  return [
    { text: group.bot_administrator ? "Take the role away" : "Make administrator", icon: "crown", act: () => acts.group(group.bot_administrator ? "demote_bot" : "promote_bot"), off: mayNot, testid: "promote" },
    { text: group.bot_restricted ? "Let it post again" : "Take its right to post", icon: "quiet", act: () => acts.group(group.bot_restricted ? "free_bot" : "restrict_bot"), off: mayNot || group.type !== "supergroup", testid: "restrict" },
    { text: "Remove from the group", icon: "block", danger: true, act: () => acts.group("remove_bot"), off: mayNot, testid: "kick" },
  ];
}

const otherRow = () => row({ face: avatar({ id: 6, first_name: "Tally" }, "small"), name: "Tally", note: "another bot", testid: "member-other" });

export function begin() {
  find("#members").addEventListener("click", show);
  on("members", show);
  for (const change of ["loaded", "moved"]) on(change, draw);
}
