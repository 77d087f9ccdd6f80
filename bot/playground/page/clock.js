// The world's time: kept running here between the playground's reports, and shown in the zone of the person being played.

let worldAtSync = Date.now();
let localAtSync = performance.now();

/** Set the world's time from an ISO instant. */
export function sync(iso) {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) return;
  worldAtSync = instant;
  localAtSync = performance.now();
}

export const worldNow = () => new Date(worldAtSync + (performance.now() - localAtSync));

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, build(zone, options));
  return formats.get(key);
}

function build(zone, options) {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options });
  } catch {
    return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", hourCycle: "h23", ...options });
  }
}

function parts(instant, zone, options) {
  return Object.fromEntries(format(zone, options).formatToParts(instant).map((part) => [part.type, part.value]));
}

export const timeOf = (instant, zone) => format(zone, { hour: "2-digit", minute: "2-digit" }).format(instant);
export const hourOf = (instant, zone) => Number(parts(instant, zone, { hour: "2-digit" }).hour);

/** The local calendar day as "2026-11-23", to tell one day from another. */
export function dayOf(instant, zone) {
  const day = parts(instant, zone, { year: "numeric", month: "2-digit", day: "2-digit" });
  return `${day.year}-${day.month}-${day.day}`;
}

/** "Mon 23 Nov". */
export function shortDay(instant, zone) {
  const day = parts(instant, zone, { weekday: "short", day: "numeric", month: "short" });
  return `${day.weekday} ${day.day} ${day.month}`;
}

/** "Today", "Yesterday" or "Monday 23 November", for the line between two days. */
export function dayTitle(instant, zone) {
  const day = dayOf(instant, zone);
  const now = worldNow();
  if (day === dayOf(now, zone)) return "Today";
  if (day === dayOf(new Date(now - 86_400_000), zone)) return "Yesterday";
  const long = parts(instant, zone, { weekday: "long", day: "numeric", month: "long" });
  return `${long.weekday} ${long.day} ${long.month}`;
}

/** The time of today's instants, else "23 Nov": what a list of chats shows at its right edge. */
export function listTime(instant, zone) {
  const today = dayOf(instant, zone) === dayOf(worldNow(), zone);
  return today ? timeOf(instant, zone) : format(zone, { day: "numeric", month: "short" }).format(instant);
}

/** An instant by the control letters of Telegram's date_time entity: w weekday, d/D date, t/T time. */
export function dateTime(instant, zone, letters) {
  const pieces = [];
  if (letters.includes("w")) pieces.push(format(zone, { weekday: "long" }).format(instant));
  if (/d/i.test(letters)) pieces.push(format(zone, dateOptions(letters)).format(instant));
  if (/t/i.test(letters)) pieces.push(format(zone, timeOptions(letters)).format(instant));
  return pieces.join(", ");
}

function dateOptions(letters) {
  return letters.includes("D") ? { day: "numeric", month: "long", year: "numeric" } : { day: "2-digit", month: "2-digit", year: "2-digit" };
}

function timeOptions(letters) {
  const seconds = letters.includes("T") ? { second: "2-digit" } : {};
  return { hour: "2-digit", minute: "2-digit", ...seconds };
}

/** The city a zone is named after: "Europe/Lisbon" is Lisbon. */
export const cityOf = (zone) => zone.split("/").at(-1).replaceAll("_", " ");
