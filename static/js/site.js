/* What every page does once it stands: the theme, keys, and the reader's tools. */
import { keepForOffline } from "./install.js";
import { leadThroughList, rememberList } from "./reader/came-from.js";
import { addCiteButtons } from "./reader/cite-button.js";
import { wireDensity } from "./reader/density.js";
import { listenToKeys } from "./reader/keys.js";
import { MarkButtons } from "./reader/marks.js";
import { wireNarrowing } from "./reader/narrow-link.js";
import { wirePaper } from "./reader/paper-tools.js";
import { rememberPlace } from "./reader/place.js";
import { KeptShelf } from "./reader/shelf.js";
import { markNew } from "./reader/visits.js";
import { wireThemeSwitch } from "./theme.js";

const root = new URL("../../", import.meta.url).href; // the scripts lie in assets/js/
const site = new URL(root).pathname;
const shelf = new KeptShelf(site);
const marks = new MarkButtons(shelf, root);

for (const button of document.querySelectorAll("button")) {
  if ("themeSwitch" in button.dataset) wireThemeSwitch(button);
}
marks.addToNew(document);
document.querySelectorAll(".list-tools").forEach(wireDensity);
// The search makes its cards as answers come.
const answers = document.querySelector("#search-results ol");
if (answers) new MutationObserver(() => marks.addToNew(answers)).observe(answers, { childList: true });
const { words, topics } = shelf.held.muted;
const isMuting = words.length > 0 || topics.length > 0 || document.querySelector(".mute");
if (isMuting && !answers && !document.getElementById("reading-list")) {
  import("./reader/muting.js").then(({ muteLists }) => muteLists(shelf));
}
document.querySelectorAll(".list-tools").forEach((tools) => wireNarrowing(tools, marks));
markNew(site);
const article = document.querySelector("article.paper");
if (article) {
  leadThroughList(article);
  wirePaper(article, marks);
}
addCiteButtons();
rememberList();
rememberPlace();
listenToKeys();
addEventListener("load", () => keepForOffline(root));
