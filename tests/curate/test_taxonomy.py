from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from generator.config.schema import TopicsConfig
from generator.curate.taxonomy import load_taxonomy, read_taxonomy
from generator.errors import Severity
from generator.model.topic import Term
from tests.factories import make_config

PATH = PurePosixPath("seeds/topics.yaml")

GOOD = """\
topics:
  - slug: river-maps
    name: River maps
    description: All about
      maps of rivers.
    terms:
      River map*: 3
      lake: -1.5
  - name: Otters
    parent: river-maps
    terms: [otter, sea otter]
"""


def test_topics_are_read_in_the_order_of_the_file() -> None:
    topics, found = read_taxonomy(GOOD, PATH)
    assert found == ()
    assert [(topic.id, topic.name, topic.parent) for topic in topics] == [
        ("river-maps", "River maps", ""),
        ("otters", "Otters", "river-maps"),
    ]
    assert topics[0].description == "All about maps of rivers."
    assert topics[0].terms == (Term(text="river map*", weight=3.0), Term(text="lake", weight=-1.5))
    assert topics[1].terms == (Term(text="otter"), Term(text="sea otter"))


def problems(text: str) -> list[tuple[str, int | None]]:
    _, found = read_taxonomy(text, PATH)
    return [(problem.code, problem.location.line if problem.location else 0) for problem in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("topics: [\n", [("U002", 2)]),
        ("- slug: a\n", [("U003", 1)]),
        ("topics:\n  a: 1\n", [("U003", 1)]),
        ("topics:\n  - otters\n", [("U003", 2)]),
        ("topics:\n  - terms: [a]\n", [("U003", 2)]),
        ("topics:\n  - slug: a/b\n    terms: [a]\n", [("U003", 2)]),
        ("topics:\n  - slug: a\n    name: [b]\n    terms: [a]\n", [("U003", 3)]),
        ("topics:\n  - slug: a\n    term: [a]\n    terms: [a]\n", [("U004", 3)]),
        ("topic: x\ntopics: []\n", [("U004", 1)]),
        ("topics:\n  - {slug: a, terms: [a]}\n  - {slug: a, terms: [b]}\n", [("U005", 3)]),
        ("topics:\n  - slug: a\n    terms:\n      b: high\n      c: 1\n", [("U006", 4)]),
        (
            "topics:\n  - slug: a\n    terms:\n      b: 0\n      c: .nan\n",
            [("U006", 4), ("U006", 5)],
        ),
        (
            "topics:\n  - slug: a\n    terms:\n      b: true\n      '*': 1\n",
            [("U006", 4), ("U006", 5)],
        ),
        ("topics:\n  - slug: a\n    terms:\n      'map* maker': 1\n", [("U006", 4)]),
        ("topics:\n  - slug: a\n", [("U007", 2)]),
        ("topics:\n  - slug: a\n    parent: b\n    terms: [c]\n", [("U008", 3)]),
        ("topics:\n  - slug: a\n    parent: a\n    terms: [c]\n", [("U008", 3)]),
        ("", []),
    ],
)
def test_every_mistake_is_reported_with_its_line(
    text: str, expected: list[tuple[str, int | None]]
) -> None:
    assert problems(text) == expected


def test_a_mistaken_key_is_guessed() -> None:
    _, (problem,) = read_taxonomy("topics:\n  - {slug: a, terms: [a], parnet: b}\n", PATH)
    assert problem.hint == "did you mean 'parent'?"


def test_what_is_right_about_a_mistaken_topic_stays() -> None:
    (topic,), _ = read_taxonomy(
        "topics:\n  - slug: a\n    parent: x\n    terms: {b: 1, c: x}\n", PATH
    )
    assert (topic.name, topic.parent, topic.terms) == ("A", "", (Term(text="b"),))


def test_a_missing_default_file_is_no_fault_and_a_missing_chosen_one_an_error(
    tmp_path: Path,
) -> None:
    assert load_taxonomy(make_config(tmp_path)) == ((), ())
    _, (error,) = load_taxonomy(make_config(tmp_path, topics=TopicsConfig(file="my.yaml")))
    assert (error.code, error.severity) == ("U001", Severity.ERROR)


def test_a_file_that_is_no_text_is_reported(tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_bytes(b"\xff\xfe\xff")
    topics, (problem,) = load_taxonomy(make_config(tmp_path, topics=TopicsConfig(file="my.yaml")))
    assert (topics, problem.code) == ((), "U002")


def test_the_file_is_read_from_the_project(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "topics.yaml").write_text(GOOD, encoding="utf-8-sig")
    topics, found = load_taxonomy(make_config(tmp_path))
    assert ([topic.id for topic in topics], found) == (["river-maps", "otters"], ())


def test_the_shipped_taxonomy_has_no_mistake_and_describes_every_topic() -> None:
    topics, found = load_taxonomy(make_config(Path(__file__).parents[2]))
    assert found == ()
    assert topics
    assert all(topic.description.endswith(".") and len(topic.terms) >= 10 for topic in topics)
