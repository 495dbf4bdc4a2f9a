/* Whole abstracts in lists: each taken from the paper's own page, when its card comes near. */

const AHEAD = "600px";

/** @param {Element} card */
const loadInto = async (card) => {
  const link = /** @type {HTMLAnchorElement | null} */ (card.querySelector(":is(h2, h3) a"));
  const gist = card.querySelector(".gist");
  if (!link || card.querySelector(".whole")) return;
  const place = document.createElement("div");
  place.className = "whole";
  if (gist) gist.after(place);
  else link.closest("h2, h3")?.after(place);
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const abstract = page.querySelector(".abstract");
    if (!abstract) return;
    place.append(document.adoptNode(abstract));
    card.classList.add("has-whole");
  } catch {
    place.remove(); // The two sentences stay; the next look tries again.
  }
};

/** Watch the cards of the page; safe to call again. */
export const loadAbstracts = () => {
  const near = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting || document.documentElement.dataset.view !== "full") continue;
        near.unobserve(target);
        loadInto(target);
      }
    },
    { rootMargin: AHEAD },
  );
  document.querySelectorAll(".card:not(.has-whole)").forEach((card) => near.observe(card));
};
