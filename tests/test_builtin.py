from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from types import SimpleNamespace

import pytest

from generator import builtin
from generator.builtin import EMITTERS, emitter
from generator.config.files import FilesConfig
from generator.config.schema import SearchConfig
from tests.factories import make_config, make_corpus
from tests.planning import make_plan


@pytest.mark.parametrize("place", EMITTERS)
def test_every_emitter_is_where_it_is_said_to_be(place: str) -> None:
    module, _, name = place.partition(":")
    assert callable(getattr(import_module(f"generator.{module}"), name))


def test_a_build_loads_no_emitter_before_it_runs() -> None:
    script = (
        "import sys; from generator import build; "
        "print([name for name in ('numpy', 'generator.emit.feeds', 'generator.mail.compose')"
        " if name in sys.modules])"
    )
    done = subprocess.run(  # our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_an_emitter_that_is_switched_off_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []

    def load(module: str) -> SimpleNamespace:
        loaded.append(module)
        return SimpleNamespace(**{name.partition(":")[2]: lambda *_: () for name in EMITTERS})

    corpus = make_corpus()
    all_on = make_config()
    plan = make_plan(corpus, all_on)
    all_off = make_config(
        search=SearchConfig(enabled=False),
        files=FilesConfig(citations=(), markdown=False, api=False),
    )
    monkeypatch.setattr(builtin, "import_module", load)
    for place in EMITTERS:
        tuple(emitter(place)(corpus, plan, all_off))
    off = {"emit.search_index", "search.saved", "emit.citations", "emit.twins", "emit.api"}
    assert off.isdisjoint(name.removeprefix("generator.") for name in loaded)
    loaded.clear()
    for place in EMITTERS:
        tuple(emitter(place)(corpus, plan, all_on))
    assert {f"generator.{name}" for name in off - {"search.saved"}} <= set(loaded)
