/* Papers on muted topics or with muted words are left out of lists, which say so. */
import { element } from "../element.js";
import { counted } from "../phrases.js";
import { say } from "../say.js";

/** @typedef {import("./shelf.js").Shelf["muted"]} Muted */

/**
 * @param {{ text: string, topics: string[] }} paper  @param {Muted} muted
 * @returns {boolean} whole words count, in any case; so "art" does not mute "start"
 */
export const isMuted = ({ text, topics }, muted) => {
  const names = new Set(muted.topics.map(folded));
  if (topics.some((topic) => names.has(folded(topic)))) return true;
  const words = ` ${folded(text)} `;
  return muted.words.some((word) => folded(word) && words.includes(` ${folded(word)} `));
};

/** @param {string} text  letters and digits alone, words one blank apart */
const folded = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** @param {Element} card */
const described = (card) => ({
  text: [...card.querySelectorAll(":is(h2, h3) a, .summary, .found")]
    .map((part) => part.textContent)
    .join(" "),
  topics: [...card.querySelectorAll(".topic")].map((topic) => topic.textContent ?? ""),
});

/** @param {import("./shelf.js").KeptShelf} shelf */
export const muteLists = (shelf) => {
  const own = document.querySelector("h1.topic-name")?.textContent ?? "";
  const { words, topics } = shelf.held.muted;
  const muted = { words, topics: own ? [] : topics };
  if (own) addTopicSwitch(shelf, own);
  if (muted.words.length === 0 && muted.topics.length === 0) return;
  for (const list of document.querySelectorAll("main ol.cards")) {
    const cards = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".card")]);
    const left = cards.filter((card) => isMuted(described(card), muted));
    for (const card of left) card.classList.add("is-muted");
    if (left.length > 0) list.after(line(list, left.length));
  }
};

/** @param {Element} list  @param {number} count */
const line = (list, count) => {
  const said = counted(say.muted_out, count);
  const button = element("button", { type: "button", class: "button" }, say.show);
  const made = element("p", { class: "muted-line" }, said, " ", button);
  button.addEventListener("click", () => {
    for (const card of list.querySelectorAll(".is-muted")) card.classList.remove("is-muted");
    made.remove();
  });
  return made;
};

/** @param {import("./shelf.js").KeptShelf} shelf  @param {string} topic */
const addTopicSwitch = (shelf, topic) => {
  const button = document.querySelector(".list-tools .mute");
  if (!button) return;
  const isOn = () => shelf.held.muted.topics.includes(topic);
  const show = () => {
    button.textContent = isOn() ? say.unmute : say.mute;
  };
  button.addEventListener("click", () => {
    const others = shelf.held.muted.topics.filter((name) => name !== topic);
    const topics = isOn() ? others : [...others, topic];
    shelf.change((held) => ({ ...held, muted: { ...held.muted, topics } }));
  });
  document.addEventListener("shelf", show);
  show();
};
