// The wire to the playground: reading its state, doing things as a person, and hearing what happens.

/** A refusal by the playground; its message is one sentence a visitor can read. */
export class Refused extends Error {}

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error || `The playground answered ${response.status}.`);
  return body;
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused("The playground does not answer. Is it still running?");
  }
  return answerOf(response);
}

export const readState = () => request("/play/state", { headers: { Accept: "application/json" } });

function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

export const say = (body) => post("/play/say", body);
export const send = (body) => post("/play/send", body);
export const press = (body) => post("/play/press", body);
export const vote = (body) => post("/play/vote", body);
export const edit = (body) => post("/play/edit", body);
export const react = (body) => post("/play/react", body);
export const pin = (body) => post("/play/pin", body);
export const account = (body) => post("/play/account", body);
export const privacy = (body) => post("/play/privacy", body);
export const block = (body) => post("/play/block", body);
export const addPerson = (body) => post("/play/people", body);
export const group = (body) => post("/play/groups", body);
export const moveClock = (body) => post("/play/clock", body);
export const fault = (body) => post("/play/fault", body);

/** A file's bytes as text that fits into JSON. */
export const base64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(new Refused("That file cannot be read."));
    reader.readAsDataURL(file);
  });

export const fileAddress = (fileId) => `/play/file/${encodeURIComponent(fileId)}`;

const FIRST_WAIT = 400;
const LONGEST_WAIT = 5000;

/**
 * Follow the world for as long as the page is open.
 * `load(state)` runs at the start and after each interruption, `event` for each event, `link("up" | "down")` when that changes.
 */
export function follow({ load, event, link }) {
  let wait = FIRST_WAIT;

  async function connect() {
    try {
      const state = await readState();
      load(state);
      listen(state.seq);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      retry();
    }
  }

  function listen(after) {
    const source = new EventSource(`/play/events?after=${after}`);
    source.onopen = () => {
      wait = FIRST_WAIT;
      link("up");
    };
    source.onmessage = (frame) => event(JSON.parse(frame.data));
    source.onerror = () => {
      source.close();
      retry();
    };
  }

  function retry() {
    link("down");
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  return connect();
}
