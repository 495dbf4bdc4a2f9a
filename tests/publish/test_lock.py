from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.publish.apply import publish
from generator.publish.lock import output_lock
from generator.publish.staging import Staging
from tests.publish.made import make_site, names_in

HOLD_AND_DIE = """
import os, sys
from pathlib import Path
from generator.publish.lock import output_lock
with output_lock(Path(sys.argv[1]), Path("_site")):
    os._exit(0)
"""


def test_a_second_build_of_the_same_output_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "_site"
    with (
        output_lock(Staging(output).lock_path, output),
        pytest.raises(InputError, match=r"W008: another build is writing .*_site"),
    ):
        publish(make_site(a_html="a"), output)
    assert publish(make_site(a_html="a"), output).written == 1


def test_builds_of_two_outputs_in_one_folder_do_not_meet(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    with output_lock(Staging(one).lock_path, one):
        assert publish(make_site(a_html="a"), two).written == 1


def test_the_lock_and_its_folder_are_gone_afterwards(tmp_path: Path) -> None:
    with output_lock(tmp_path / "inner/lock", tmp_path):
        assert names_in(tmp_path) == ["inner"]
    assert names_in(tmp_path) == []


def test_the_lock_goes_when_the_body_raises(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), output_lock(tmp_path / "inner/lock", tmp_path):
        raise RuntimeError
    assert names_in(tmp_path) == []


def test_a_lock_whose_holder_died_holds_nobody_up(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    subprocess.run(
        [sys.executable, "-c", HOLD_AND_DIE, str(lock)],
        cwd=Path(__file__).parents[2],
        check=True,
        timeout=60,
    )
    assert lock.exists()
    with output_lock(lock, tmp_path):
        pass
