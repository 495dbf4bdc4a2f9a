/* Lets pages be read again without a network, where the site offers it: it then has a manifest. */

const BEEN_HERE = "florilegium.been-here";

/**
 * Install the service worker, or look for a newer one. A reader's first page fetches nothing but
 * itself: the worker comes with the second, for a reader who stays.
 * @param {string} root  the site's address
 */
export const keepForOffline = (root) => {
  if (!("serviceWorker" in navigator) || location.protocol === "file:") return;
  if (!document.querySelector('link[rel="manifest"]')) return;
  if (!navigator.serviceWorker.controller && !hasBeenHere()) return;
  navigator.serviceWorker.register(new URL("sw.js", root)).catch(() => {}); // as if it had none
};

/** Whether this tab has seen a page before; without storage, never. */
const hasBeenHere = () => {
  try {
    const seen = sessionStorage.getItem(BEEN_HERE) !== null;
    sessionStorage.setItem(BEEN_HERE, "1");
    return seen;
  } catch {
    return false;
  }
};
