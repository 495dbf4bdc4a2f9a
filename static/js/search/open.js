/* From any page to the search, whose own code is fetched only then. */
import { isPageKey } from "../page-key.js";

/** Focus the page's search box, or else open one over the page; failing that, the search page. */
export const goToSearch = async () => {
  /** @type {HTMLElement | null} */
  const box = document.querySelector('main input[type="search"]');
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector("a[data-search]");
  if (box) box.focus();
  else if (link) {
    const typed = keysTyped();
    const finder = await import("./finder.js").catch(() => null);
    if (finder && location.protocol !== "file:") finder.open(link, typed());
    else link.click();
  }
};

/** Collect what the reader types on while code is on its way. @returns {() => string} ends it */
const keysTyped = () => {
  let text = "";
  const note = (/** @type {KeyboardEvent} */ event) => {
    if (event.key.length !== 1 || !isPageKey(event)) return;
    event.preventDefault();
    text += event.key;
  };
  document.addEventListener("keydown", note, true); // before the page's own keys
  return () => {
    document.removeEventListener("keydown", note, true);
    return text;
  };
};
