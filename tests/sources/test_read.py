from __future__ import annotations

import dataclasses
from pathlib import Path

from generator.config.schema import Config, SeedsConfig
from generator.errors import Severity
from generator.sources.markdown_seed import MarkdownSeed
from generator.sources.pasted_page import PastedPage
from generator.sources.read import read_seed, read_seeds, with_defaults
from tests.factories import make_paper
from tests.sources.seeds import KITES, OTTERS, TODAY, make_seed

SOURCES = (MarkdownSeed(), PastedPage())
PAGE = f"Jun 1\n\nHow otters remember\n\n{OTTERS}\n\nA kite alone\n\n{KITES}\n"


def test_each_file_goes_to_the_reader_that_detects_it(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.md").write_text(f"---\ntitle: Otters\n---\n{OTTERS}", encoding="utf-8")
    (tmp_path / "seeds/b.txt").write_text(PAGE, encoding="utf-8")
    found, first, second = read_seeds(Config(root=tmp_path, today=TODAY), SOURCES)
    assert (found.format, found.papers, found.diagnostics) == ("", (), ())
    assert (first.format, len(first.papers)) == ("markdown", 1)
    assert (second.format, len(second.papers)) == ("pasted-page", 2)


def test_a_file_nobody_understands_is_a_warning_that_names_the_readers() -> None:
    reading = read_seed(make_seed("milk, bread, eggs"), SOURCES)
    assert reading.papers == ()
    (problem,) = reading.diagnostics
    assert (problem.code, problem.severity) == ("S006", Severity.WARNING)
    assert "markdown, pasted-page" in problem.hint


def test_an_unknown_format_is_an_error_with_a_suggestion() -> None:
    reading = read_seed(make_seed(PAGE, format="pasted_pag"), SOURCES)
    (problem,) = reading.diagnostics
    assert (problem.code, problem.severity) == ("S007", Severity.ERROR)
    assert problem.hint == "did you mean 'pasted-page'?"


def test_a_named_format_is_used_even_when_it_would_not_be_detected() -> None:
    seed = make_seed(f"A lone card\n\n{OTTERS}", format="pasted-page")
    assert not PastedPage().detects(seed)
    assert [paper.title for paper in read_seed(seed, SOURCES).papers] == ["A lone card"]


def test_an_empty_file_is_reported_and_claimed_by_nobody() -> None:
    reading = read_seed(make_seed(" \n\n"), SOURCES)
    assert (reading.format, [d.code for d in reading.diagnostics]) == ("", ["S005"])


def test_settings_fill_in_venue_and_topic_but_never_overrule_the_source() -> None:
    settings = SeedsConfig(venue="Riverside 2025", topic="rivers")
    bare = dataclasses.replace(make_paper(), venue="", topics=())
    filled = with_defaults(bare, settings)
    assert (filled.venue, filled.topics) == ("Riverside 2025", ("rivers",))
    own = dataclasses.replace(bare, venue="Own", topics=("maps",))
    assert with_defaults(own, settings).venue == "Own"
    assert with_defaults(own, settings).topics == ("maps", "rivers")
    assert with_defaults(filled, settings) is filled
