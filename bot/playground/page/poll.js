// A poll: the choices as buttons with bars, who chose what where votes are in the open, and what one chose oneself.
import * as acts from "./acts.js";
import { avatar } from "./avatar.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { here, person, voteOf, world } from "./state.js";

const FACES = 5;

/** Draw a poll; a press votes, pressing the same choice again takes the vote back. Results show once one has voted. */
export function poll(one, message) {
  const own = voteOf(one.id, here.me);
  const open = one.is_closed || own.length > 0;
  const options = one.options.map((option, i) => choice(one, option, i, { message, own, open }));
  return el("div", { class: "poll", data: { open: String(open) } }, el("strong", { dir: "auto" }, one.question), el("small", { class: "faint" }, kindOf(one)), options, el("small", { class: "faint tally", data: { testid: "poll-tally" } }, tally(one)));
}

function kindOf(one) {
  if (one.is_closed) return "Final results";
  const kind = one.is_anonymous ? "Anonymous poll" : "Poll";
  return one.allows_multiple_answers ? `${kind}, several answers` : kind;
}

function tally(one) {
  if (!one.total_voter_count) return "No votes yet";
  return `${one.total_voter_count} ${one.total_voter_count === 1 ? "vote" : "votes"}`;
}

function choice(one, option, i, { message, own, open }) {
  const chosen = own.includes(i);
  const share = one.total_voter_count ? Math.round((100 * option.voter_count) / one.total_voter_count) : 0;
  const mark = el("span", { class: "choice-mark" }, open ? `${share}%` : "");
  const words = el("span", { class: "choice-words", dir: "auto" }, option.text, chosen && icon("check"));
  const bar = el("progress", { max: 100, value: open ? share : 0, "aria-label": `${share} percent` });
  const attributes = { type: "button", class: "choice", disabled: one.is_closed, "aria-pressed": String(chosen), data: { testid: "poll-option" } };
  return el("button", { ...attributes, on: { click: () => vote(one, i, message, own) } }, mark, words, open && faces(one, i), bar);
}

/** The faces of those who chose this, where the poll is not anonymous. */
function faces(one, i) {
  if (one.is_anonymous) return null;
  const voters = (world.votes[one.id] || []).filter(([, options]) => options.includes(i)).map(([who]) => person(who)).filter(Boolean);
  return el("span", { class: "voters" }, voters.slice(0, FACES).map((someone) => avatar(someone, "dot")));
}

function vote(one, i, message, own) {
  const rest = one.allows_multiple_answers ? own.filter((at) => at !== i) : [];
  return acts.vote(message.message_id, own.includes(i) ? rest : [...rest, i].sort());
}
