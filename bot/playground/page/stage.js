// The bar over a chat: who one is talking to, the world's clock, and the jumps in time.
import * as api from "./api.js";
import { avatar, botAvatar } from "./avatar.js";
import { cityOf, hourOf, shortDay, sync, timeOf, worldNow } from "./clock.js";
import { el, find, named } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { groupOf, here, me, nameOf, on, tell, titleOf, world, zone } from "./state.js";
import { attempt } from "./toast.js";

const HOUR = 3600;
const DAWN = 6;
const DUSK = 19;

function drawHead() {
  const group = groupOf(here.chat);
  find("#chat-avatar").replaceChildren(group ? avatar(group, "squarish") : botAvatar());
  find("#chat-title").replaceChildren(titleOf(here.chat));
  find("#members").hidden = !group;
  find("#chat-note").replaceChildren(...(group ? groupNote(group) : privateNote()));
}

function privateNote() {
  return me() ? ["a bot · ", ...youAre()] : [];
}

const youAre = () => [el("span", { class: "you" }, "you are ", named(me().first_name || nameOf(me())))];

function groupNote(group) {
  if (!me()) return [];
  const count = group.members.length === 1 ? "one person" : `${group.members.length} people`;
  return [...youAre(), ` · ${count}, ${botNote(group)}`];
}

function botNote(group) {
  if (group.bot_member === false) return "the bot is not in it";
  return group.bot_restricted ? "the bot may not post" : "and the bot";
}

/** Show the world's time where this person lives: "Mon 23 Nov, 08:42 in Lisbon". */
function drawClock() {
  const now = worldNow();
  const text = `${shortDay(now, zone())}, ${timeOf(now, zone())} in ${cityOf(zone())}`;
  if (find("#clock").textContent === text) return;
  const hour = hourOf(now, zone());
  find("#clock-face").replaceChildren(icon(hour >= DAWN && hour < DUSK ? "sun" : "moon"));
  find("#clock").replaceChildren(el("span", {}, `${shortDay(now, zone())},`), " ", el("b", {}, timeOf(now, zone())), " ", el("span", {}, `in ${cityOf(zone())}`));
}

/** Move the world's clock; the buttons rest until it has arrived. */
async function jump(body) {
  const stage = find("#stage");
  if (stage.getAttribute("aria-busy") === "true") return;
  busy(stage, true);
  await attempt(async () => tell("clock", (await api.moveClock(body)).now));
  busy(stage, false);
}

function busy(stage, on_) {
  stage.setAttribute("aria-busy", String(on_));
  for (const button of stage.querySelectorAll("button")) button.setAttribute("aria-disabled", String(on_));
}

function moreTime() {
  const forward = (text, seconds) => ({ text, act: () => jump({ forward_seconds: seconds }) });
  openMenu(find("#more-time"), [
    forward("+10 minutes", HOUR / 6),
    forward("+6 hours", 6 * HOUR),
    { ...forward("+1 day", 24 * HOUR), testid: "plus-day" },
    forward("+1 week", 7 * 24 * HOUR),
  ]);
}

export function begin() {
  on("clock", sync);
  on("clock", drawClock);
  for (const change of ["loaded", "moved"]) on(change, drawHead);
  on("loaded", () => tell("clock", world.clock?.now));
  on("moved", drawClock);
  setInterval(drawClock, 1000);
  find("#next-morning").addEventListener("click", () => jump({ next_morning: Number(here.me) }));
  find("#plus-hour").addEventListener("click", () => jump({ forward_seconds: HOUR }));
  find("#more-time").addEventListener("click", moreTime);
}
