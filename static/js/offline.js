/* The service worker: pages a reader has seen, and the search index, can be read without a network.
   A classic script; sw.js at the site's root sets `settings` and imports it. Pages come from the
   network first, so that nobody sees an old one while there is a network. */
"use strict";
(() => {
  /** What sw.js says of this build: `version`, `shell` and `search` (files), `offline` (a page).
      @typedef {{version: string, shell: string[], search: string[], offline: string}} Settings */
  const worker = /** @type {any} */ (globalThis);
  const settings = /** @type {Settings} */ (worker.settings);
  const scope = new URL(worker.registration.scope);
  // Sites of one owner may share an origin, and with it the caches.
  const prefix = `florilegium ${scope.pathname} `;
  const SHELL = `${prefix}shell ${settings.version}`;
  const PAGES = `${prefix}pages`;
  const FILES = `${prefix}files`;
  const MOST = { [PAGES]: 200, [FILES]: 1500 };

  /** @param {string} path */
  const address = (path) => new URL(path, scope).href;

  /** A page is one page, whatever is asked of it; behind the address of a file stands its version.
      @param {string} name  @param {URL} url */
  const keyOf = (name, url) => (name === FILES ? url.href : url.origin + url.pathname);

  const install = async () => {
    const shell = await caches.open(SHELL);
    await shell.addAll(settings.shell.map(address));
    await worker.skipWaiting();
  };

  const activate = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(prefix) && ![SHELL, PAGES, FILES].includes(name)) {
        await caches.delete(name);
      }
    }
    await worker.clients.claim();
    await keepOpenPages();
  };

  /** Keep an answer as the newest of its cache, and let the oldest go.
      @param {string} name  @param {string} key  @param {Response} response */
  const keep = async (name, key, response) => {
    const cache = await caches.open(name);
    await cache.delete(key, { ignoreSearch: true }); // puts it at the end of the row, instead of older versions
    await cache.put(key, response);
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - MOST[name]))) {
      await cache.delete(old);
    }
  };

  /** Ask the network, past the browser's own cache; keep a good answer, forget what is gone.
      @param {string} name  @param {URL} url  @param {(work: Promise<unknown>) => void} later */
  const fresh = async (name, url, later) => {
    const response = await fetch(url.href, { cache: "no-cache", credentials: "same-origin" });
    if (response.redirected) return Response.redirect(response.url, 302);
    const key = keyOf(name, url);
    if (response.ok) later(keep(name, key, response.clone()));
    if (response.status === 404) later(caches.open(name).then((cache) => cache.delete(key)));
    return response;
  };

  /** Keep the start, and the pages that were read before there was a worker. */
  const keepOpenPages = async () => {
    const open = await worker.clients.matchAll({ type: "window" });
    const read = open.map((/** @type {{url: string}} */ client) => keyOf(PAGES, new URL(client.url)));
    for (const url of new Set([scope.href, ...read])) await fetched(PAGES, new URL(url));
  };

  /** Fetch what is wanted later; without a network, it is left for another time.
      @param {string} name  @param {URL} url */
  const fetched = async (name, url) => {
    /** @type {Promise<unknown>[]} */
    const works = [];
    await fresh(name, url, (work) => works.push(work)).catch(() => {});
    await Promise.all(works).catch(() => {});
  };

  /** @param {URL} url  @param {(work: Promise<unknown>) => void} later */
  const page = async (url, later) => {
    try {
      return await fresh(PAGES, url, later);
    } catch {
      const pages = await caches.open(PAGES);
      return (await pages.match(keyOf(PAGES, url))) ?? (await caches.match(address(settings.offline)));
    }
  };

  /** @param {URL} url  @param {(work: Promise<unknown>) => void} later */
  const file = async (url, later) => {
    try {
      return await fresh(FILES, url, later);
    } catch {
      const files = await caches.open(FILES);
      return (await files.match(keyOf(FILES, url))) ?? Response.error();
    }
  };

  /** Files with a version never change; offline, a kept page may have to do with a newer one.
      @param {Request} request */
  const asset = async (request) => {
    const shell = await caches.open(SHELL);
    const kept = await shell.match(request);
    if (kept) return kept;
    try {
      const response = await fetch(request);
      if (response.ok) await shell.put(request, response.clone());
      return response;
    } catch {
      return (await shell.match(request, { ignoreSearch: true })) ?? Response.error();
    }
  };

  /** Whoever opens the search may want it again without a network. */
  const keepSearch = async () => {
    const files = await caches.open(FILES);
    for (const path of settings.search) {
      const url = new URL(path, scope);
      if (!(await files.match(keyOf(FILES, url)))) await fetched(FILES, url);
    }
  };

  worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
  worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
  worker.addEventListener("fetch", (/** @type {any} */ event) => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || !url.href.startsWith(scope.href)) return;
    const path = url.href.slice(scope.href.length);
    /** @param {Promise<unknown>} work */
    const later = (work) => event.waitUntil(work.catch(() => {}));
    if (path.startsWith("assets/")) event.respondWith(asset(event.request));
    else if (event.request.mode === "navigate") {
      event.respondWith(page(url, later));
      if (path.startsWith("search/")) later(keepSearch());
    } else if (/^(search|map|reading-list)\//.test(path)) event.respondWith(file(url, later));
  });
})();
