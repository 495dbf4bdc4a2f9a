/* Lets pages be read again without a network, where the site offers it: it then has a manifest. */

/** @param {string} root  the site's address */
export const keepForOffline = (root) => {
  if (!("serviceWorker" in navigator) || location.protocol === "file:") return;
  if (!document.querySelector('link[rel="manifest"]')) return;
  navigator.serviceWorker.register(new URL("sw.js", root)).catch(() => {}); // as if it had none
};
