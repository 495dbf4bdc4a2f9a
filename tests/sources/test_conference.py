from __future__ import annotations

import pytest

from generator.sources.conference import conference_of, conference_of_group


@pytest.mark.parametrize(
    ("name", "conference"),
    [
        ("corl2022.json", ("CoRL", 2022)),
        ("neurips-2024-orals-posters.json", ("NeurIPS", 2024)),
        ("iclr_2025.json", ("ICLR", 2025)),
        ("papers.json", None),
        ("20240101.json", None),
    ],
)
def test_a_file_is_named_after_its_conference(name: str, conference: object) -> None:
    assert conference_of(name) == conference


def test_a_group_is_named_after_its_conference() -> None:
    assert conference_of_group("https://openreview.net/group?id=ICLR.cc/2024/Conference") == (
        "ICLR",
        2024,
    )
    assert conference_of_group("TMLR") is None
