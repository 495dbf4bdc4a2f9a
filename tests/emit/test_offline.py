from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from generator.config.site import SiteConfig
from generator.emit.assets import load_assets
from generator.emit.offline import emit_offline
from tests.factories import make_config, make_corpus
from tests.planning import make_plan


def emitted(**site: Any) -> dict[str, str]:
    config = make_config(site=SiteConfig(**site))
    corpus = make_corpus()
    plan = make_plan(corpus, config)
    plan = replace(plan, site=replace(plan.site, assets=load_assets(config).urls))
    files = emit_offline(corpus, plan, config)
    return {file.path: file.body.decode() for file in files}


def settings(worker: str) -> dict[str, Any]:
    line = worker.splitlines()[0].removeprefix("self.settings = ").removesuffix(";")
    found: dict[str, Any] = json.loads(line)
    return found


def test_the_app_is_the_site_under_any_path() -> None:
    app = json.loads(emitted(title="Otter “News”")["site.webmanifest"])
    assert app["name"] == "Otter “News”"
    assert app["start_url"] == app["scope"] == app["id"] == "./"


def test_the_version_changes_with_what_is_kept() -> None:
    first, same, other = (
        settings(emitted(title=title)["sw.js"])["version"] for title in ("A", "A", "B")
    )
    assert first == same
    assert first != other


def test_switched_off_there_is_only_a_worker_that_goes() -> None:
    files = emitted(offline=False)
    assert list(files) == ["sw.js"]
    assert "offline-end.js" in files["sw.js"]
