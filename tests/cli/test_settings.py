from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.cli.settings import processors, settings, today
from generator.errors import ConfigError


def test_the_source_date_is_today_in_utc() -> None:
    seconds = int(datetime.datetime(2024, 2, 29, 23, 59, tzinfo=datetime.UTC).timestamp())
    assert today({"SOURCE_DATE_EPOCH": str(seconds)}) == datetime.date(2024, 2, 29)


@pytest.mark.parametrize("value", ["yesterday", "1e9", "9" * 30])
def test_a_source_date_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(ConfigError, match="C901"):
        today({"SOURCE_DATE_EPOCH": value})


def test_without_a_source_date_the_clock_is_asked() -> None:
    assert abs(today({}) - datetime.datetime.now(tz=datetime.UTC).date()).days <= 1


def test_an_output_named_on_the_command_line_is_relative_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path)
    config = settings(Path("project"), output=Path("public"))
    assert config.root / config.build.output == tmp_path / "public"


def test_the_number_of_processes_is_as_asked_or_that_of_the_processors() -> None:
    assert processors(7) == 7
    assert processors(None) >= 1
