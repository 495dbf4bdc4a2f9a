from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.sources.source import Reading
from generator.sources.yaml_list import YamlPapers
from tests.sources.seeds import found, make_seed

PAPER = """\
- UID: a1
  title: Otters
  authors: Ada Berg|Bo Li
  abstract: >
    They swim.
  keywords: [maps, rivers]
  year: 2025
"""


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/papers.yml")
    assert YamlPapers().detects(seed)
    return YamlPapers().read(seed)


def test_a_list_of_mappings_is_read() -> None:
    first, second = read(PAPER + PAPER).papers
    assert [author.name for author in first.authors] == ["Ada Berg", "Bo Li"]
    assert (first.abstract, first.keywords) == ("They swim.", ("maps", "rivers"))
    assert first.published == PartialDate(2025)
    assert [p.origins[0].location.line for p in (first, second)] == [1, 8]


def test_the_list_may_stand_under_a_key_or_be_one_mapping_or_several_by_name() -> None:
    inner = "".join(f"  {line}\n" for line in PAPER.splitlines())
    assert len(read(f"venue: River\npapers:\n{inner}").papers) == 1
    assert len(read("title: Otters\nauthors: Ada Berg\n").papers) == 1
    assert (
        len(read("a:\n  title: Otters\n  year: 2025\nb:\n  title: Kites\n  year: 2024").papers) == 2
    )


def test_entries_around_a_broken_one_are_read() -> None:
    broken = "- title: 'Kites\n  authors: [Bo Li\n"
    reading = read(f"{PAPER}- title: Kites: a study\n  authors: Bo Li\n{PAPER}")
    assert [paper.title for paper in reading.papers] == ["Otters", "Otters"]
    assert ("S040", 8) in found(reading.diagnostics)
    assert read(PAPER + broken).papers[0].title == "Otters"


def test_other_yaml_is_not_claimed() -> None:
    topics = "- name: Rivers\n  description: About rivers\n  terms: [river]\n"
    assert not YamlPapers().detects(make_seed(topics, "seeds/other.yaml"))
    assert not YamlPapers().detects(make_seed(PAPER, "seeds/page.txt"))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    YamlPapers().read(make_seed(PAPER + rest, "seeds/a.yaml"))
