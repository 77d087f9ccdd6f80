// What a message may carry besides text: photos, stickers, voice notes, places, files.
import { fileAddress } from "./api.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { poll } from "./poll.js";
import { open } from "./toast.js";

const WIDEST = 380;
const TALLEST = 420;
const NARROWEST = 160;

const DRAW = { photo, sticker, voice, audio: voice, location, venue: (venue) => location(venue.location), document: file, poll, dice, contact, video: file, animation: file };

/** The media of a message as one node, or null; unknown kinds are never met with silence. */
export function media(message) {
  const kind = Object.keys(DRAW).find((name) => message[name]);
  return kind ? DRAW[kind](message[kind], message) : null;
}

function photo(sizes, message) {
  const best = sizes.reduce((a, b) => (b.width > a.width ? b : a));
  const enough = Math.max(1, NARROWEST / best.width);
  const scale = Math.min(enough, WIDEST / best.width, TALLEST / best.height);
  const width = Math.round(best.width * scale);
  const image = picture(best.file_id, message.caption, width, Math.round(best.height * scale));
  const enlarge = () => lightbox(best.file_id, message.caption);
  return el("button", { type: "button", class: "photo", "aria-label": "Enlarge the photo", data: { testid: "photo" }, on: { click: enlarge } }, image);
}

function picture(fileId, caption, width, height) {
  return el("img", { src: fileAddress(fileId), alt: caption || "Photo", width, height, decoding: "async" });
}

function lightbox(fileId, caption) {
  const image = el("img", { src: fileAddress(fileId), alt: caption || "Photo" });
  const close = el("button", { type: "submit", class: "round quiet", "aria-label": "Close the photo" }, icon("close"));
  const words = caption ? el("p", { dir: "auto" }, caption) : null;
  open(el("dialog", { class: "lightbox", data: { testid: "lightbox" }, "aria-label": "Photo" }, el("form", { method: "dialog" }, close), image, words));
}

function sticker(one) {
  return el("div", { class: "sticker", role: "img", "aria-label": `Sticker ${one.emoji || ""}` }, one.emoji || icon("sticker"));
}

const BARS = 28;

function voice(one) {
  const bars = Array.from({ length: BARS }, (_, i) => el("i", { data: { tall: (i * i * 7 + i * 3) % 6 } }));
  const length = `${Math.floor(one.duration / 60)}:${String(one.duration % 60).padStart(2, "0")}`;
  return el("div", { class: "voice", role: "img", "aria-label": `Voice note, ${length}` }, el("span", { class: "voice-play" }, icon("play")), el("span", { class: "bars" }, bars), el("span", { class: "voice-length" }, length));
}

function location(place) {
  const where = `${place.latitude.toFixed(3)}, ${place.longitude.toFixed(3)}`;
  return el("div", { class: "place", role: "img", "aria-label": `Location ${where}` }, icon("location"), el("span", {}, where));
}

function file(one) {
  const size = one.file_size ? `${Math.max(1, Math.round(one.file_size / 1024))} kB` : "";
  const name = one.file_name || "file";
  const words = el("span", { class: "file-words" }, el("bdi", {}, name), el("small", {}, size));
  return el("a", { class: "file", href: fileAddress(one.file_id), download: name, data: { testid: "document" } }, el("span", { class: "file-icon" }, icon("file")), words);
}

function dice(one) {
  return el("div", { class: "sticker", role: "img", "aria-label": `${one.emoji}: ${one.value}` }, `${one.emoji} ${one.value}`);
}

function contact(one) {
  return el("div", { class: "file" }, el("span", { class: "file-words" }, el("bdi", {}, one.first_name), el("small", {}, one.phone_number)));
}
