// The left column: the people one can be, each with a private chat with the bot, and the groups they share.
import { avatar } from "./avatar.js";
import { summary } from "./bubbles.js";
import { cityOf, listTime } from "./clock.js";
import { el, find, named } from "./dom.js";
import { serviceLine } from "./service.js";
import { authorOf, here, lastOf, mine, nameOf, on, person, privateChat, tell, unread, world } from "./state.js";

const box = find("#people");

/** Draw the list anew; whoever stands on an entry by keyboard keeps standing there. */
export function draw() {
  const focused = box.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
  box.replaceChildren(
    el("h2", {}, "Be one of them"), ...world.people.map(personItem),
    el("h2", {}, "Together"), ...world.groups.map(groupItem),
  );
  if (focused) box.querySelector(`[data-testid="${focused}"]`)?.focus();
}

function personItem(someone) {
  const chat = privateChat(someone);
  const where = someone.deleted ? "deleted the account" : someone.blocked ? "blocked the bot" : cityOf(someone.zone || "UTC");
  const go = { me: String(someone.id), chat };
  return item({ go, testid: `person-${someone.id}`, face: avatar(someone), name: nameOf(someone), note: where, zone: someone.zone, open: here.chat === chat });
}

function groupItem(group) {
  const chat = String(group.id);
  const members = group.members.map(String);
  const speaker = members.includes(here.me) ? here.me : members[0];
  const note = group.bot_member === false ? "no bot" : "";
  return item({ go: { me: speaker, chat }, testid: `group-${group.id}`, face: avatar(group, "squarish"), name: group.title, note, zone: person(speaker)?.zone, open: here.chat === chat });
}

function item({ go, testid, face, name, note, zone, open }) {
  const last = lastOf(go.chat);
  const waiting = open ? 0 : unread(go.chat);
  const top = el("span", { class: "item-top" }, el("b", {}, named(name)), note && el("small", {}, note), last && el("time", {}, listTime(new Date(last.date * 1000), zone || "UTC")));
  const badge = waiting ? el("span", { class: "badge", data: { testid: "unread" }, "aria-label": `${waiting} unread` }, String(waiting)) : null;
  const below = el("span", { class: "item-below" }, el("span", { class: "preview" }, ...preview(last, go)), badge);
  const attributes = { type: "button", class: "item", "aria-current": open ? "true" : false, data: { testid }, on: { click: () => tell("go", go) } };
  return el("button", attributes, face, el("span", { class: "item-words" }, top, below));
}

function preview(last, go) {
  if (!last) return [el("em", {}, "has not met the bot yet")];
  if (serviceLine(last)) return [summary(last)];
  const own = String(last.from?.id) === go.me;
  const others = !own && !mine(last) && go.chat !== go.me && last.from?.id !== world.bot.id;
  const author = authorOf(last);
  const prefix = own ? "You: " : others ? [named(author?.first_name || author?.title || "Somebody"), ": "] : "";
  return [].concat(prefix, el("bdi", {}, summary(last)));
}

export function begin() {
  for (const change of ["loaded", "moved", "message", "edited", "deleted", "clock"]) on(change, draw);
}
