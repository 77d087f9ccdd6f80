// Builds DOM nodes from plain values. Data only ever becomes text nodes and attributes: nothing here parses HTML.

/** Make an element; `on` holds listeners, `data` the data-* attributes, false and null attributes are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setAttribute(node, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name === "on") return Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
  if (name === "data") return Object.assign(node.dataset, value);
  node.setAttribute(name, value === true ? "" : String(value));
}

/** Find one element of the shell; a missing one is a programming error and says so. */
export function find(selector, root = document) {
  const node = root.querySelector(selector);
  if (!node) throw new Error(`the page has no ${selector}`);
  return node;
}

/** A person's or group's name, isolated so that a right-to-left one cannot turn the text around it. */
export function named(text) {
  return el("bdi", {}, text);
}

/** Remember a small preference; a browser that refuses storage only forgets it. */
export function remember(key, value) {
  try {
    localStorage.setItem(`ask-anyway:${key}`, value);
  } catch {
    return;
  }
}

export function recall(key) {
  try {
    return localStorage.getItem(`ask-anyway:${key}`);
  } catch {
    return null;
  }
}

export const isPhone = () => matchMedia("(max-width: 720px)").matches;
