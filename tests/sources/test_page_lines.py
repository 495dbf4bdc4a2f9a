from __future__ import annotations

import pytest

from generator.sources.page_chrome import curator_name
from generator.sources.page_lines import Role, ends_sentence, look


def roles(text: str) -> list[Role]:
    return [line.role for line in look(text)]


@pytest.mark.parametrize(
    "line",
    [
        "12 authors", "1 author", "GitHub 11.3k", "GitHub 11.3k arXiv Page", "·", "—", "1", "75",
        "1,204", "11.3k", "Upvote", "upvotes: 12", "Upvote 75", "3 comments", "View all", "new",
        "View all papers →", "Published on Mar 11", "· Published on Mar 11, 2025", "Submitted by",
        "Submitted by adaberg", "Submitted byadaberg", "View arXiv page", "View PDF", "▲", "★ 12",
        "Daily Papers", "Next", "Previous day", "Log in", "Sign Up", "© 2025 Riverside",
        "5 days ago", "Riverside Lab · Published on Mar 11, 2025", "→ Next page",
        "---", "* * *", "═════", "← →", "☆☆☆☆☆", "👍 12",
        "Copyright 2025 The Editors", "4 min read", "• 8 authors",
    ],
)  # fmt: skip
def test_page_furniture_is_chrome(line: str) -> None:
    assert roles(line) == [Role.CHROME]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright Traps for Otters", "12 Authors in Search of a River", "New Maps of Old Rivers",
        "(Slow) Rivers Are Enough", "By Design: Rivers Without Maps", "1984 Revisited",
        "Subscribe to Reason: A Study of Otters", "Published on Paper: Lost Maps",
        "Upvote Dynamics", "· Otters Remember the Way",
        "🦊🦊🦊", "?!… —— !!", "∀∃", "🔥",
        "Getting Email Right", "Viewing All Rivers at Once", "Papers, Please: a Review of Borders",
    ],
)  # fmt: skip
def test_titles_that_hold_such_words_are_text(line: str) -> None:
    assert roles(line) == [Role.TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe", "Subscribe!", "Subscribe to our newsletter",
        "Get trending otters in your email inbox!", "Join our mailing list", "Subscribe via RSS",
        "Sign up for the weekly newsletter",
    ],
)  # fmt: skip
def test_invitations_to_subscribe(line: str) -> None:
    assert roles(line) == [Role.INVITATION]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("byAda and the river community", "Ada and the river community"),
        ("by Ada Berg", "Ada Berg"),
        ("Curated by Ada Berg & Bo Li", "Ada Berg & Bo Li"),
        ("edited by: Ada Berg", "Ada Berg"),
        ("by 5 to 10 points", ""),
        ("bypassing the river", ""),
        ("By Design", ""),
    ],
)
def test_curator_lines_name_the_curator(line: str, name: str) -> None:
    assert curator_name(line) == name
    assert roles(line) == [Role.CURATOR if name else Role.TEXT]


@pytest.mark.parametrize(
    "line",
    ["https://arxiv.org/abs/2501.00001", "arXiv:2501.00001", "arXiv: 2501.00001v2", "doi:10.1/ab"],
)
def test_a_bare_address_is_a_link(line: str) -> None:
    assert roles(line)[0] is (Role.LINK if "10.1/ab" not in line else Role.TEXT)


def test_the_line_after_submitted_by_is_a_name() -> None:
    assert roles("Submitted by\n\nAda van der Berg\nOtters Remember") == [
        Role.CHROME, Role.BLANK, Role.CHROME, Role.TEXT,
    ]  # fmt: skip


def test_a_long_line_after_submitted_by_is_no_name() -> None:
    assert roles("Submitted by\nOtters Remember the Way to the River")[1] is Role.TEXT


RUNNING = "Otters were observed in the winter months of that year"


@pytest.mark.parametrize("rest", ["March 11", "by Ada Berg", "models", "."])
def test_furniture_inside_a_wrapped_sentence_is_text(rest: str) -> None:
    assert roles(f"{RUNNING}\n{rest}") == [Role.TEXT, Role.TEXT]


@pytest.mark.parametrize("rest", ["March 11", "by Ada Berg", "Models"])
def test_the_same_furniture_after_a_finished_sentence_is_furniture(rest: str) -> None:
    assert roles(f"{RUNNING}.\n{rest}")[1] is not Role.TEXT


def test_an_address_that_ends_a_wrapped_sentence_is_text() -> None:
    assert roles(f"{RUNNING}, see\nhttps://otters.example/maps")[1] is Role.TEXT
    assert roles("Otters Remember the Way\nhttps://otters.example/maps")[1] is Role.LINK


@pytest.mark.parametrize(
    "text", ["Done.", "Done?", "(Done.)", 'He said "done."', "See https://a.example/b", "完成。"]
)
def test_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["Done", "Done,", "see https://a.example and", "otters (e.g.", "at https://a-"]
)
def test_no_sentence_ends(text: str) -> None:
    assert not ends_sentence(text)


def test_lines_are_numbered_from_one_and_stripped() -> None:
    lines = look("\n  Otters \t\n")
    assert [(line.number, line.text) for line in lines] == [(1, ""), (2, "Otters"), (3, "")]
