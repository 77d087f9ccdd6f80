// Changes to the world itself: blocking, people, groups, and calls made to fail.
import * as acts from "./acts.js";
import * as api from "./api.js";
import { editLast } from "./composer.js";
import { ask } from "./dialogs.js";
import { find } from "./dom.js";
import { openMenu } from "./menu.js";
import { groupOf, here, me, nameOf, on, tell, world } from "./state.js";
import { attempt, toast } from "./toast.js";

const LANGUAGES = [["en", "English"], ["de", "Deutsch"], ["es", "Español"], ["fr", "Français"], ["pt", "Português"], ["ja", "日本語"], ["he", "עברית"], ["ar", "العربية"]];
const CALLS = ["sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto", "sendDocument", "getUpdates"];
const FAULTS = [
  { value: "flood", label: "429, too many requests: wait", checked: true },
  { value: "blocked", label: "403, forbidden: blocked by the person" },
  { value: "bad-gateway", label: "502, bad gateway" },
  { value: "late-drop", label: "Done, but the connection breaks before the answer" },
];

function openWorld() {
  const group = groupOf(here.chat);
  openMenu(find("#world-menu"), [
    { text: "Edit my last message", icon: "edit", act: editLast, off: !acts.lastOfMine(), testid: "edit-last" },
    ...(group ? groupItems(group) : privateItems()),
    { heading: "The world" },
    { text: "Add a person…", icon: "person", act: askPerson },
    { text: "Make a group…", icon: "group", act: askGroup, testid: "add-group" },
    { text: "Make a channel…", icon: "quiet", act: askChannel, testid: "add-channel" },
    { text: world.privacy ? "Turn privacy mode off" : "Turn privacy mode on", icon: "unseen", act: turnPrivacy, testid: "privacy" },
    { text: "Make calls fail…", icon: "bolt", act: askFault, testid: "fault" },
  ]);
}

function privateItems() {
  const someone = me();
  const text = someone?.blocked ? "Unblock the bot" : "Block the bot";
  return [
    { text, icon: "block", danger: !someone?.blocked, act: () => acts.block(!someone.blocked), off: !someone, testid: "block" },
    { text: `Delete ${someone?.first_name}’s account`, icon: "out", danger: true, act: () => attempt(() => api.account({ person_id: Number(here.me) })), off: !someone || someone.deleted, testid: "delete-account" },
  ];
}

function groupItems(group) {
  const member = group.bot_member !== false;
  const text = member ? "Remove the bot from the group" : "Add the bot to the group";
  return [
    { text, icon: "block", danger: member, act: () => acts.group(member ? "remove_bot" : "add_bot"), testid: "bot-member" },
    { text: "Bring somebody in…", icon: "person", act: () => askIn(group), off: !outside(group).length, testid: "bring-in" },
    { text: "People and roles…", icon: "group", act: () => tell("members"), testid: "open-members" },
    { text: "Change the group…", icon: "edit", act: () => openMenu(find("#world-menu"), changeItems(group)), testid: "change-group" },
    { text: `Leave the group as ${me()?.first_name}`, icon: "out", act: () => acts.group("leave", { person_id: Number(here.me) }), testid: "leave" },
  ];
}

function changeItems(group) {
  return [
    { text: "Change the name…", icon: "edit", act: () => askName(group), testid: "rename" },
    { text: group.quiet ? "Let everybody write" : "Let only administrators write", icon: "quiet", act: () => acts.group(group.quiet ? "unhush" : "hush"), testid: "hush", off: group.type === "channel" },
    { text: group.other_bot ? "Remove the other bot" : "Bring another bot in", icon: "robot", act: () => acts.group("other_bot"), testid: "other-bot", off: group.type === "channel" },
    { text: "Make it a supergroup", icon: "group", act: () => acts.group("migrate"), testid: "migrate", off: group.type !== "group" },
  ];
}

const turnPrivacy = () => attempt(() => api.privacy({ on: !world.privacy }));

function askName(group) {
  ask({
    title: "Change the name",
    verb: "Change it",
    fields: [{ name: "title", label: "Name", value: group.title, required: true, maxlength: 128, dir: "auto", autofocus: true }],
    submit: ({ title }) => api.group({ action: "rename", chat_id: group.id, title, by: Number(here.me) }),
  });
}

const outside = (group) => world.people.filter((one) => !group.members.includes(one.id));

function askIn(group) {
  const options = outside(group).map((one, i) => ({ value: one.id, label: one.first_name, checked: i === 0 }));
  ask({
    title: "Bring somebody in",
    verb: "Bring in",
    fields: [{ kind: "choice", name: "person_id", label: "Who", options }],
    submit: ({ person_id }) => api.group({ action: "join", chat_id: group.id, person_id: Number(person_id), by: Number(here.me) }),
  });
}

function askPerson() {
  const zones = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [];
  ask({
    title: "Add a person",
    text: "Somebody new who has never met the bot.",
    verb: "Add",
    testid: "add-person-dialog",
    fields: [
      { name: "first_name", label: "Name", required: true, maxlength: 64, dir: "auto", autofocus: true },
      { name: "language_code", label: "Language", value: "en", required: true, suggestions: LANGUAGES.map(([value, label]) => ({ value, label })) },
      { name: "zone", label: "Time zone", value: Intl.DateTimeFormat().resolvedOptions().timeZone, required: true, suggestions: zones },
    ],
    submit: addPerson,
  });
}

async function addPerson(values) {
  const made = await api.addPerson(values);
  const id = made.id ?? made.person?.id;
  tell("stale", id ? { me: String(id), chat: String(made.chat_id ?? made.person?.chat_id ?? id) } : undefined);
}

function askGroup() {
  ask({
    title: "Make a group",
    verb: "Make it",
    fields: [
      { name: "title", label: "Title", required: true, maxlength: 128, dir: "auto", autofocus: true },
      { kind: "choice", many: true, name: "members", label: `Who is in it, beside you (${nameOf(me())})`, options: others().map((one) => ({ value: one.id, label: nameOf(one), checked: true })) },
      { kind: "choice", many: true, name: "with_bot", label: "The bot", options: [{ value: "yes", label: "is in it from the start" }] },
    ],
    submit: addGroup,
  });
}

const others = () => world.people.filter((one) => String(one.id) !== here.me && !one.deleted);

async function addGroup({ title, members, with_bot }) {
  const chosen = [Number(here.me), ...[members ?? []].flat().map(Number)];
  const made = await api.group({ action: "add", title, members: chosen, with_bot: Boolean(with_bot) });
  tell("stale", { me: here.me, chat: String(made.group.id) });
}

function askChannel() {
  ask({
    title: "Make a channel",
    text: "In a channel only its administrators post.",
    verb: "Make it",
    fields: [{ name: "title", label: "Title", required: true, maxlength: 128, dir: "auto", autofocus: true }],
    submit: addChannel,
  });
}

async function addChannel({ title }) {
  const made = await api.group({ action: "add_channel", title, person_id: Number(here.me) });
  tell("stale", { me: here.me, chat: String(made.group.id) });
}

const NEW = "new";

/** Ask into which group a link may bring the bot: one of this person's, or a new one. */
function askStartGroup(payload) {
  const own = world.groups.filter((one) => one.type !== "channel" && one.members.some((id) => String(id) === here.me));
  const options = own.map((one, i) => ({ value: one.id, label: one.title, checked: i === 0 }));
  ask({
    title: `Add ${world.bot.first_name} to a group`,
    verb: "Add",
    testid: "startgroup-dialog",
    fields: [
      { kind: "choice", name: "group", label: "Which", options: [...options, { value: NEW, label: "A new group", checked: !options.length }] },
      { name: "title", label: "Name of the new group", maxlength: 128, dir: "auto", value: `${me().first_name} and friends` },
    ],
    submit: (values) => startGroup(values, payload),
  });
}

async function startGroup({ group, title }, payload) {
  const chat = group === NEW ? await foundedBy(title) : Number(group);
  const place = { chat_id: chat, by: Number(here.me), payload };
  if (groupOf(chat)?.bot_member) await api.say({ person_id: Number(here.me), chat_id: chat, text: `/start@${world.bot.username} ${payload}`.trim() });
  else await api.group({ action: "add_bot", ...place });
  tell("stale", { me: here.me, chat: String(chat) });
}

async function foundedBy(title) {
  const members = [Number(here.me), ...others().map((one) => one.id)];
  return (await api.group({ action: "add", title, members })).group.id;
}

function askFault() {
  ask({
    title: "Make calls fail",
    text: "The bot has to cope: watch it in the Bot API drawer.",
    verb: "Make them fail",
    testid: "fault-dialog",
    fields: [
      { kind: "choice", name: "fault", label: "How", options: FAULTS },
      { name: "method", label: "Which call (empty: any)", value: "sendMessage", suggestions: CALLS },
      { name: "times", label: "How many times", type: "number", value: 1, min: 1, max: 50, required: true },
    ],
    submit: makeFail,
  });
}

async function makeFail({ fault, method, times }) {
  const named = method.trim();
  await api.fault({ fault, times: Number(times), ...(named ? { method: named } : {}) });
  toast(`Trouble is planned for the next ${named || "call"}.`);
}

export function begin() {
  find("#world-menu").addEventListener("click", openWorld);
  find("#add-person").addEventListener("click", askPerson);
  on("startgroup", askStartGroup);
}
