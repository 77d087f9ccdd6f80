// A poll: the choices as buttons, and how many chose each.
import * as acts from "./acts.js";
import { el } from "./dom.js";
import { here } from "./state.js";

const chosen = new Map();

/** Draw a poll; a press votes, pressing the same choice again takes the vote back. */
export function poll(one, message) {
  const kind = one.is_closed ? "Closed poll" : one.allows_multiple_answers ? "Poll, several answers" : "Poll";
  const options = one.options.map((option, i) => choice(one, option, i, message));
  return el("div", { class: "poll" }, el("strong", { dir: "auto" }, one.question), el("small", { class: "faint" }, kind), options);
}

function choice(one, option, i, message) {
  const mine = (chosen.get(keyOf(one)) || []).includes(i);
  const share = one.total_voter_count ? Math.round((100 * option.voter_count) / one.total_voter_count) : 0;
  const bar = el("progress", { max: 100, value: share, "aria-label": `${share} percent` });
  const attributes = { type: "button", class: "choice", disabled: one.is_closed, "aria-pressed": String(mine), data: { testid: "poll-option" } };
  return el("button", { ...attributes, on: { click: () => vote(one, i, message) } }, el("span", { dir: "auto" }, option.text), el("small", {}, String(option.voter_count)), bar);
}

const keyOf = (one) => `${here.me}/${one.id}`;

async function vote(one, i, message) {
  const before = chosen.get(keyOf(one)) || [];
  const rest = one.allows_multiple_answers ? before.filter((at) => at !== i) : [];
  const next = before.includes(i) ? rest : [...rest, i].sort();
  chosen.set(keyOf(one), next);
  if (!(await acts.vote(message.message_id, next))) chosen.set(keyOf(one), before);
}
