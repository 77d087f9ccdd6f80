// Opens the rehearsal room: every part of the page begins listening, then the world is followed.
import { follow, readState, Refused } from "./api.js";
import { open as openLink } from "./acts.js";
import * as chat from "./chat.js";
import * as composer from "./composer.js";
import * as drawer from "./drawer.js";
import * as members from "./members.js";
import * as people from "./people.js";
import * as route from "./route.js";
import * as stage from "./stage.js";
import * as world from "./world.js";
import { find, recall, remember } from "./dom.js";
import { icon } from "./icons.js";
import { apply, heard, here, load, on, tell } from "./state.js";
import { turnTheme } from "./theme.js";
import { alertBox, toast } from "./toast.js";

for (const node of document.querySelectorAll("[data-icon]")) node.prepend(icon(node.dataset.icon));

for (const part of [stage, route, people, composer, chat, drawer, world, members]) part.begin();

/** Read the world until the answer is no older than what was heard meanwhile: loading an older one would lose that. */
async function readNewest() {
  const state = await readState();
  return state.seq < heard() ? readNewest() : state;
}

/** Something about people or groups changed: read the world again, and go where that leads. */
on("stale", async (next) => {
  try {
    load(await readNewest());
    if (next) tell("go", next);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
});

on("toast", ({ person_id, text, alert, url }) => {
  if (String(person_id) !== here.me) return;
  if (url) openLink(url);
  if (!text) return;
  if (alert) alertBox(text);
  else toast(text);
});

find("#theme").addEventListener("click", turnTheme);
find("#back").addEventListener("click", route.leave);

function closeHint() {
  find("#hint").hidden = true;
  remember("hint", "closed");
}

find("#hint").hidden = recall("hint") === "closed";
// who has let a morning come has no more need of being told how
for (const key of ["#hint-close", "#next-morning"]) find(key).addEventListener("click", closeHint);

follow({ load, event: apply, link: (state) => (find("#link").hidden = state === "up") });
