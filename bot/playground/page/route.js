// Who one is and where, kept in the address: "#/7/7" is person 7 in their own chat, so two tabs can be two people.
import { isPhone } from "./dom.js";
import { go, groupOf, here, messagesOf, on, person, privateChat, world } from "./state.js";

/** Walk to a person and a chat; the browser's own way back leads back. */
function visit({ me, chat }) {
  const address = `#/${me}/${chat}`;
  if (location.hash === address) arrive();
  else location.hash = address;
}

export function leave() {
  location.hash = "#/";
}

/** Be where the address says; an address that leads nowhere leads to the first person. */
function arrive() {
  const [, id, chat] = location.hash.split("/");
  const someone = person(id);
  const place = someone && knownChat(someone, chat);
  if (place && place !== chat) return visit({ me: id, chat: place });
  const group = place && groupOf(place);
  if (group && !group.members.includes(someone.id)) return visit({ me: String(group.members[0]), chat: place });
  if (place) return settle(String(someone.id), place);
  if (isPhone() || !world.people.length) return settle(here.me, null);
  return visit({ me: String(world.people[0].id), chat: privateChat(world.people[0]) });
}

function knownChat(someone, chat) {
  if (privateChat(someone) === chat || groupOf(chat)) return chat;
  return movedTo(chat);
}

/** A group that became a supergroup lives on under another id. */
function movedTo(chat) {
  const next = world.groups.find((one) => messagesOf(one.id).some((message) => String(message.migrate_from_chat_id) === chat));
  return next ? String(next.id) : null;
}

function settle(me, chat) {
  document.body.dataset.view = chat === null ? "list" : "chat";
  go(me, chat);
}

export function begin() {
  on("go", visit);
  on("loaded", arrive);
  addEventListener("hashchange", arrive);
}
