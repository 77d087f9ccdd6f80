// Changes to the world itself: blocking, people, groups, and calls made to fail.
import * as acts from "./acts.js";
import * as api from "./api.js";
import { editLast } from "./composer.js";
import { ask } from "./dialogs.js";
import { find } from "./dom.js";
import { openMenu } from "./menu.js";
import { groupOf, here, me, tell, world } from "./state.js";
import { toast } from "./toast.js";

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
    { text: "Make calls fail…", icon: "bolt", act: askFault, testid: "fault" },
  ]);
}

function privateItems() {
  const someone = me();
  const text = someone?.blocked ? "Unblock the bot" : "Block the bot";
  return [{ text, icon: "block", danger: !someone?.blocked, act: () => acts.block(!someone.blocked), off: !someone, testid: "block" }];
}

function groupItems(group) {
  const member = group.bot_member !== false;
  const text = member ? "Remove the bot from the group" : "Add the bot to the group";
  return [
    { text, icon: "block", danger: member, act: () => acts.group(member ? "remove_bot" : "add_bot"), testid: "bot-member" },
    { text: "Make it a supergroup", icon: "group", act: () => acts.group("migrate"), testid: "migrate", off: group.type === "supergroup" },
    { text: "Bring somebody in…", icon: "person", act: () => askIn(group), off: !outside(group).length, testid: "bring-in" },
    { text: `Leave the group as ${me()?.first_name}`, icon: "back", act: () => acts.group("leave", { person_id: Number(here.me) }), testid: "leave" },
  ];
}

const outside = (group) => world.people.filter((one) => !group.members.includes(one.id));

function askIn(group) {
  const options = outside(group).map((one, i) => ({ value: one.id, label: one.first_name, checked: i === 0 }));
  ask({
    title: "Bring somebody in",
    verb: "Bring in",
    fields: [{ kind: "choice", name: "person_id", label: "Who", options }],
    submit: ({ person_id }) => api.group({ action: "join", chat_id: group.id, person_id: Number(person_id) }),
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
      { kind: "choice", many: true, name: "members", label: "Who is in it", options: world.people.map((one) => ({ value: one.id, label: one.first_name, checked: true })) },
    ],
    submit: addGroup,
  });
}

async function addGroup({ title, members }) {
  const chosen = [members ?? []].flat().map(Number);
  const made = await api.group({ action: "add", title, members: chosen });
  tell("stale", { me: String(chosen[0]), chat: String(made.group.id) });
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
}
