from __future__ import annotations

from typing import Any

import pytest

from generator.emit.shards.record_lines import read_record_lines, record_lines

ENTRY: dict[str, Any] = {
    "id": "title:river-maps-for-otters-08b4cbec",
    "url": "papers/river-maps-for-otters/",
    "title": "River Maps, for Otters",
    "authors": "Ada Zhao, José Núñez",
    "topics": ["Maps", "Otters"],
    "date": "2024-05",
    "venue": "Rivers 2024",
    "issues": ["2024-05-01"],
    "summary": "Maps that otters can read.",
    "has_code": True,
}
BARE = {
    **ENTRY,
    "topics": [],
    "date": "",
    "venue": "",
    "issues": [],
    "summary": "",
    "has_code": False,
}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"id": "arxiv:2402.12345"},
        {"id": "title:river-mapping-1a2b3c4d", "url": "papers/river-maps-for-otters-2/"},
        {"title": "", "id": "title:08b4cbec", "url": "papers/08b4cbec/"},
        {"title": "Éa", "id": "title:ea-08b4cbec", "url": "papers/ea/"},
        {"title": "a " * 60, "url": f"papers/{'-'.join('a' * 60)}/"},
    ],
)
def test_papers_come_back_as_they_were(change: dict[str, Any]) -> None:
    entries = [{**ENTRY, **change}, {**BARE, **change}]
    assert read_record_lines(record_lines(entries).decode()) == entries


def test_what_the_title_says_is_not_said_again() -> None:
    assert record_lines([ENTRY]).decode().split("\n")[:2] == ["E-08b4cbec", "E/"]


def test_ends_of_lines_within_a_text_are_blanks() -> None:
    (read,) = read_record_lines(record_lines([{**ENTRY, "summary": "one\ntwo\tthree"}]).decode())
    assert read["summary"] == "one two three"


def test_lines_that_are_too_few_are_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        read_record_lines("one\ntwo")
