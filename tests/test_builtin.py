from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from generator.builtin import EMITTERS


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
