/* The link that narrows a list down, in place: the code for it is fetched only then. Without it, the
   link leads to the search page, narrowed down to the same list. */
import { isNarrowed } from "./narrow-address.js";

/** @param {Element} tools  the list's  @param {import("./marks.js").MarkButtons} marks */
export const wireNarrowing = (tools, marks) => {
  const link = /** @type {HTMLAnchorElement | null} */ (tools.querySelector("a[data-narrow]"));
  if (!link || location.protocol === "file:") return;
  /** @param {boolean} isAsked */
  const start = async (isAsked) => {
    const { Narrowing } = await import("./narrow.js");
    new Narrowing(link, marks).start(isAsked);
  };
  link.addEventListener(
    "click",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || link.role === "button") return;
      event.preventDefault();
      start(true).catch(() => location.assign(link.href));
    },
    { once: true },
  );
  if (isNarrowed(location.search)) start(false).catch(() => {});
};
