/* The service worker of a site that no longer keeps anything: it clears up and goes. */
"use strict";
(() => {
  const worker = /** @type {any} */ (globalThis);
  const prefix = `florilegium ${new URL(worker.registration.scope).pathname} `;

  const clear = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(prefix)) await caches.delete(name);
    }
    await worker.registration.unregister();
  };

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(clear()));
})();
