// Light, dark, or what the system says. Runs before the first paint, so that a chosen theme never flashes.
import { recall, remember } from "./dom.js";

const root = document.documentElement;
const systemIsDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

if (recall("theme")) root.dataset.theme = recall("theme");

/** Turn to the other theme; back at the system's own, follow the system again. */
export function turnTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : systemIsDark();
  const next = dark ? "light" : "dark";
  const followsSystem = (next === "dark") === systemIsDark();
  root.dataset.theme = followsSystem ? "" : next;
  remember("theme", root.dataset.theme);
}
