/* On the page shown without a network: lists the pages that the service worker has kept. */

const MOST = 60;

/** The name of a page, without that of its site. @param {string} title */
export const pageName = (title) => title.replace(/ · [^·]*$/, "") || title;

const list = async () => {
  const place = document.querySelector("[data-kept]");
  const root = new URL("../../", import.meta.url);
  if (!place || typeof caches === "undefined") return;
  const cache = await caches.open(`florilegium ${root.pathname} pages`);
  const requests = [...(await cache.keys())].reverse().slice(0, MOST);
  for (const { url } of requests) {
    const answer = await cache.match(url);
    if (!answer) continue;
    const kept = new DOMParser().parseFromString(await answer.text(), "text/html");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = pageName(kept.title);
    const row = document.createElement("li");
    row.append(link);
    place.querySelector("ul")?.append(row);
  }
  /** @type {HTMLElement} */ (place).hidden = requests.length === 0;
};

if (typeof document !== "undefined") void list();
