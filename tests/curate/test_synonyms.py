from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from generator.config.schema import SearchConfig
from generator.curate.synonyms import load_synonyms, read_synonyms
from tests.factories import make_config

PATH = PurePosixPath("seeds/synonyms.yaml")


def faults(text: str) -> list[tuple[str, int | None]]:
    _, found = read_synonyms(text, PATH)
    return [(fault.code, fault.location.line if fault.location else None) for fault in found]


def test_each_list_is_one_meaning() -> None:
    text = 'synonyms:\n  - [RM, river   map]\n  - [ot, otter, "lutra lutra"]\n'
    assert read_synonyms(text, PATH) == (
        (("RM", "river map"), ("ot", "otter", "lutra lutra")),
        (),
    )


def test_an_empty_file_says_nothing() -> None:
    assert read_synonyms("", PATH) == ((), ())
    assert read_synonyms("synonyms:\n", PATH) == ((), ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("synonyms: [\n", ("U064", 2)),
        ("- [a, b]\n", ("U065", 1)),
        ("synonyms: RM\n", ("U065", 1)),
        ("synonym:\n  - [RM, river map]\n", ("U065", 1)),
        ("synonyms:\n  - RM\n", ("U065", 2)),
        ("synonyms:\n  - [RM]\n", ("U065", 2)),
        ("synonyms:\n  - [RM, '...']\n", ("U065", 2)),
        ("synonyms:\n  - [RM, [river, map]]\n", ("U065", 2)),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, fault: tuple[str, int]) -> None:
    assert fault in faults(text)


def test_a_fault_costs_only_its_own_list() -> None:
    groups, found = read_synonyms("synonyms:\n  - RM\n  - [ot, otter]\n", PATH)
    assert groups == (("ot", "otter"),)
    assert len(found) == 1


def test_only_a_file_asked_for_must_be_there(tmp_path: Path) -> None:
    assert load_synonyms(make_config(root=tmp_path)) == ((), ())
    asked = make_config(root=tmp_path, search=SearchConfig(synonyms="words.yaml"))
    _, (fault,) = load_synonyms(asked)
    assert (fault.code, str(fault.location)) == ("U064", "words.yaml")
    (tmp_path / "words.yaml").write_bytes(b"\xff\xfe\x00")
    assert load_synonyms(asked)[1][0].code == "U064"
    (tmp_path / "words.yaml").write_text("synonyms: [[ot, otter]]", encoding="utf-8")
    assert load_synonyms(asked) == ((("ot", "otter"),), ())
