// The page's few pictures, as outlines drawn in the colour of the text around them.

const SHAPES = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-5 16-3.5-6.5z M11.5 13.5L20 4",
  clip: "M20 11.5l-8.2 8.2a5.2 5.2 0 0 1-7.4-7.4l8.6-8.6a3.5 3.5 0 0 1 5 5l-8.6 8.6a1.8 1.8 0 0 1-2.5-2.5l7.7-7.8",
  slash: "M5 3.5h14a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5z M14 7.5l-4 9",
  more: "M12 5.5v.01 M12 12v.01 M12 18.5v.01",
  down: "M5 9l7 7 7-7",
  close: "M6 6l12 12 M18 6L6 18",
  reply: "M10 6l-6 6 6 6 M4 12h9a7 7 0 0 1 7 7",
  check: "M5 12.5l4.5 4.5L19 7",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z M12 2.5v2 M12 19.5v2 M2.5 12h2 M19.5 12h2 M5.3 5.3l1.4 1.4 M17.3 17.3l1.4 1.4 M5.3 18.7l1.4-1.4 M17.3 6.7l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  half: "M12 3.5a8.5 8.5 0 1 0 0 17z M12 3.5a8.5 8.5 0 0 1 0 17",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z M4.5 20a7.5 7.5 0 0 1 15 0 M19 4v5 M16.5 6.5h5",
  calls: "M8 7l-5 5 5 5 M16 7l5 5-5 5 M13.5 4.5l-3 15",
  copy: "M9 9h10v11H9z M15 9V4H5v11h4",
  pause: "M8.5 5v14 M15.5 5v14",
  play: "M7 4.5v15l12-7.5z",
  sticker: "M12 20.5A8.5 8.5 0 1 1 20.5 12z M12 20.5c0-5 3.5-8.5 8.5-8.5 M9 9v.01 M14.5 8v.01",
  photo: "M4 5h16v14H4z M4 16l4.5-4.5 4 4 3-3L20 16.5 M15.5 9v.01",
  voice: "M12 3.500a2.5 2.5 0 0 0-2.5 2.500v5a2.5 2.5 0 0 0 5 0V6A2.5 2.5 0 0 0 12 3.500z M6 11a6 6 0 0 0 12 0 M12 17v3.5",
  location: "M12 21s6.5-6.3 6.5-11a6.5 6.5 0 0 0-13 0c0 4.7 6.5 11 6.5 11z M12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  file: "M6 3.500h8l4.5 4.500v12.500H6z M14 3.500V8h4.5",
  edit: "M4 20l1-4.500L16 4.500l3.5 3.5-11 11z",
  block: "M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z M6 6l12 12",
  pin: "M9 4h6l-1 6 3.500 3.500h-11L10 10z M12 13.500V20",
  unseen: "M4 4l16 16 M6.500 7.500C4.300 9.200 3 12 3 12s3.500 6 9 6c1.500 0 2.900-.4 4-1 M10 6.200a9 9 0 0 1 2-.2c5.500 0 9 6 9 6s-.8 1.400-2.200 2.800",
  crown: "M4 18h16 M4.500 15L3.500 7.500 8.500 11 12 5.500 15.500 11l5-3.500-1 7.500z",
  mask: "M3.500 9h17v3a4.500 4.500 0 0 1-8 2.800h-1A4.500 4.500 0 0 1 3.500 12z M7.500 11.500h2 M14.500 11.500h2",
  out: "M14 4.500H5v15h9 M10.500 12H20 M16.500 8.500L20 12l-3.500 3.500",
  robot: "M5 9h14v10H5z M12 9V5 M9 13.500v.01 M15 13.500v.01 M9 16.500h6 M12 4.500v.01",
  quiet: "M5 5l14 14 M8 8v3a4 4 0 0 0 6.500 3.100 M16 11V6a4 4 0 0 0-6.800-2.800 M12 17v3.500",
  group: "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z M2.5 19.500a6.5 6.5 0 0 1 13 0 M16 5.200a3.5 3.5 0 0 1 0 6.6 M18 14a6.5 6.5 0 0 1 3.5 5.5",
  bolt: "M13 3L5 13.500h6L10.5 21 19 10h-6z",
  link: "M8 16L16.5 7.5 M9.5 7.500h7v7",
};

/** An icon as an SVG element, hidden from screen readers: the button around it carries the words. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}
