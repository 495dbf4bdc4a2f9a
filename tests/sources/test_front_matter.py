from __future__ import annotations

import pytest

from generator.sources.front_matter import FrontMatter, has_front_matter, split_front_matter


def test_a_file_is_split_with_the_lines_of_both_parts() -> None:
    assert split_front_matter("---\ntitle: A\nvenue: B\n---\n\nBody\n\n---\nrule\n") == FrontMatter(
        yaml="title: A\nvenue: B\n", line=2, body="Body\n\n---\nrule", body_line=6
    )


def test_blank_lines_may_stand_before_it_and_dots_may_end_it() -> None:
    parts = split_front_matter("\n\n---\na: 1\n...\nBody")
    assert (parts.yaml, parts.line, parts.body, parts.body_line) == ("a: 1\n", 4, "Body", 6)


def test_without_front_matter_everything_is_body() -> None:
    assert split_front_matter("\nBody\n") == FrontMatter(yaml="", line=1, body="Body", body_line=2)


def test_an_unclosed_one_is_told() -> None:
    assert not split_front_matter("---\ntitle: A\n").closed


def test_an_empty_one_is_empty() -> None:
    parts = split_front_matter("---\n---\nBody")
    assert (parts.yaml, parts.body, parts.closed) == ("", "Body", True)


@pytest.mark.parametrize("text", ["----\na\n", "Text\n---\n", "--- a\n", "", "-- -\n"])
def test_other_beginnings_are_no_front_matter(text: str) -> None:
    assert not has_front_matter(text)
