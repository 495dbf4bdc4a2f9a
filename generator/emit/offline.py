"""What makes the site an app: ``site.webmanifest`` (https://www.w3.org/TR/appmanifest/), ``sw.js``.

``sw.js`` only names the files of this build; what the service worker does stands in
``static/js/offline.js``. Where ``[site] offline`` is false, ``sw.js`` removes a worker that an
earlier build has installed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.parts import SiteView
from generator.plan.site_plan import SitePlan

MANIFEST_TYPE = "application/manifest+json"
_GROUND = "#faf7f0"  # --ground in static/css/tokens.css
_SHELL = (
    *("css/site.css", "icons/favicon.svg", "js/boot.js", "js/site.js", "js/kept.js"),
    *(
        "js/reader/abstracts.js",
        "js/reader/keys-help.js",
        "js/reader/cite.js",
        "js/reader/choose.js",
    ),
    "js/reader/muting.js",
    "js/reader/list-page.js",
)
_SEARCH_SHELL = ("js/reader/narrow.js", "js/search/page.js", "js/search/finder.js")
_SEARCH_FILES = {
    "whole": (urls.SEARCH_INDEX, urls.SEARCH_PAPERS, urls.SEARCH_WORDS, urls.SEARCH_SYNONYMS),
    "shards": (urls.SEARCH_SHARDS,),
    "": (),
}
_ICONS = (
    ("icons/favicon.svg", "any", "any"),
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/maskable-512.png", "512x512", "maskable"),
)


def emit_offline(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the service worker and, where the site can be read offline, the app's manifest."""
    site = plan.site
    if config.site.offline:
        yield Artifact(
            path=urls.APP,
            body=_json(_app(site)).encode(),
            media_type=MANIFEST_TYPE,
            origin="offline",
        )
        worker = f"self.settings = {_json(_settings(site))};\n" + _imported(site, "js/offline.js")
    else:
        worker = _imported(site, "js/offline-end.js")
    yield Artifact(
        path=urls.WORKER, body=worker.encode(), media_type="text/javascript", origin="offline"
    )


def _app(site: SiteView) -> dict[str, object]:
    return {
        "id": "./",
        "name": site.title,
        "short_name": site.title,
        "description": site.description,
        "lang": site.language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": _GROUND,
        "theme_color": _GROUND,
        "icons": [
            {"src": site.assets[name], "sizes": sizes, "purpose": purpose}
            for name, sizes, purpose in _ICONS
            if name in site.assets
        ],
    }


def _settings(site: SiteView) -> dict[str, object]:
    """Return what the worker keeps from the start, and a version that changes with it."""
    search = (
        (*_SEARCH_SHELL, *(f"js/search/{name}-{site.search}.js" for name in ("worker", "rest")))
        if site.search
        else ()
    )
    names = _SHELL + search
    shell = [*(site.assets[name] for name in names if name in site.assets), urls.OFFLINE]
    shell += [urls.READING_LIST] if site.papers else []
    state = json.dumps([sorted(site.assets.values()), site.title, site.papers, site.version])
    return {
        "version": hashlib.sha256(state.encode()).hexdigest()[:10],
        "shell": shell,
        "search": _SEARCH_FILES[site.search],
        "offline": urls.OFFLINE,
    }


def _imported(site: SiteView, name: str) -> str:
    return f"importScripts({_json(site.assets[name])});\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
