// Questions with a few fields, asked in a dialog; a refusal stays in the dialog beside what was typed.
import { el } from "./dom.js";
import { open } from "./toast.js";

let count = 0;

/** Ask for values; `submit(values)` may throw a refusal, which is shown, and then the dialog stays. */
export function ask({ title, text, fields, verb, submit, testid }) {
  const refusal = el("p", { class: "refusal", role: "alert" });
  const form = el("form", { method: "dialog" }, el("h3", {}, title), text && el("p", { class: "faint" }, text), fields.map(row), refusal, foot(verb));
  const dialog = el("dialog", { class: "dialog", "aria-label": title, data: testid ? { testid } : {} }, form);
  form.addEventListener("submit", (event) => take(event, { dialog, form, refusal, submit }));
  return open(dialog);
}

async function take(event, { dialog, form, refusal, submit }) {
  if (event.submitter?.value === "cancel") return;
  event.preventDefault();
  if (form.inert) return;
  form.inert = true;
  try {
    await submit(valuesOf(form));
    dialog.close();
  } catch (error) {
    refusal.textContent = error.message;
  } finally {
    form.inert = false;
  }
}

function valuesOf(form) {
  const data = new FormData(form);
  return Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).length > 1 ? data.getAll(name) : data.get(name)]));
}

function foot(verb) {
  const cancel = el("button", { type: "submit", value: "cancel", formnovalidate: true, class: "jump" }, "Cancel");
  return el("div", { class: "dialog-foot" }, cancel, el("button", { type: "submit", class: "jump strong", data: { testid: "dialog-ok" } }, verb));
}

function row(field) {
  if (field.kind === "choice") return choice(field);
  count += 1;
  const list = field.suggestions ? `suggestions-${count}` : false;
  const { label, suggestions, ...attributes } = field;
  const input = el("input", { autocomplete: "off", list, ...attributes });
  const options = list && el("datalist", { id: list }, suggestions.map((one) => el("option", { value: one.value ?? one, label: one.label ?? false })));
  return el("label", { class: "field" }, el("span", {}, label), input, options);
}

function choice(field) {
  const box = (one) => el("label", { class: "radio" }, el("input", { type: field.many ? "checkbox" : "radio", name: field.name, value: one.value, checked: one.checked }), el("span", {}, one.label));
  return el("fieldset", { class: "field" }, el("legend", {}, field.label), field.options.map(box));
}
