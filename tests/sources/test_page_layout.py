from __future__ import annotations

import textwrap

import pytest

from generator.sources.page_cards import take_apart
from generator.sources.page_layout import assign_roles
from generator.sources.page_lines import Role
from tests.sources.seeds import KITES, OTTERS

TITLES = ("How Otters Remember", "A kite alone: control with a thread")


def cards(text: str) -> list[tuple[str, str]]:
    return [
        (card.title, card.abstract)
        for edition in take_apart(assign_roles(text)).editions
        for card in edition.cards
    ]


EXPECTED = list(zip(TITLES, (OTTERS, KITES), strict=True))


def page(between: str = "\n\n", after_title: str = "\n\n", width: int = 0) -> str:
    texts = [textwrap.fill(text, width) if width else text for text in (OTTERS, KITES)]
    return between.join(f"{t}{after_title}{a}" for t, a in zip(TITLES, texts, strict=True))


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n\n"])
@pytest.mark.parametrize("after_title", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize("width", [0, 60, 72, 100])
def test_cards_are_found_however_the_page_is_spaced(
    between: str, after_title: str, width: int
) -> None:
    assert cards(page(between, after_title, width)) == EXPECTED


def test_a_long_title_is_wrapped_too() -> None:
    title = "Slow Rivers and the Otters Who Map Them: A Study of Forty Animals in Three Valleys"
    text = textwrap.fill(title, 60) + "\n\n" + textwrap.fill(OTTERS, 60)
    assert cards(text) == [(title, OTTERS)]


def test_a_title_of_three_hundred_characters_stays_one_title() -> None:
    title = "On " + " and ".join(f"River {word} Otters" for word in ["Big", "Small", "Old"] * 5)
    assert len(title) > 250
    assert cards(f"{title}\n\n{OTTERS}") == [(title, OTTERS)]


@pytest.mark.parametrize(
    "title",
    [
        "(Slow) Rivers Are Enough", '"Otter" Is Not a Word', "MTG : Maps Through Grass",
        "Otters -- A Survey", "Do otters count? An answer", "[Re] Otters Remember", "LIMP",
        "eOtter-I: Rivers", "k-otters clustering", "Otters vs. Kites", "水獺的地圖",
    ],
)  # fmt: skip
def test_unusual_titles_are_titles(title: str) -> None:
    assert cards(f"Plain Title\n\n{KITES}\n\n{title}\n\n{OTTERS}") == [
        ("Plain Title", KITES),
        (title, OTTERS),
    ]


@pytest.mark.parametrize("symbols", ["🦊🦊🦊", "?!… —— !!", "∀∃", "☃ ☃"])
@pytest.mark.parametrize("width", [0, 72])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_title_of_symbols_above_an_abstract_is_a_title(
    symbols: str, width: int, gap: str
) -> None:
    first, second = (textwrap.fill(text, width) if width else text for text in (KITES, OTTERS))
    text = gap.join(["Mar 4", "Plain Title", first, symbols, second, "Another", first])
    assert cards(text) == [("Plain Title", KITES), (symbols, OTTERS), ("Another", KITES)]


def test_a_symbol_beside_a_title_is_stray() -> None:
    text = f"🔥\n\nPlain Title\n\n{KITES}\n\n🔥\n\nAnother\n\n{OTTERS}"
    assert cards(text) == [("Plain Title", KITES), ("Another", OTTERS)]
    assert [line.role for line in assign_roles(text) if line.text == "🔥"] == [Role.STRAY] * 2


@pytest.mark.parametrize(
    "abstract",
    [
        "River otters keep maps of their streams in each of the valleys.\n"
        "Floods Change Maps, as is well known (and feared), so that otters, for a\n"
        "while, are lost. We follow forty of them.",
        "River otters keep maps (of streams) and use them when they swim, e.g.\n"
        "3.5% faster than kites fly. We study these maps in all of the valleys\n"
        "and find no end.",
        "Otters sleep, and 40 of them (in three rivers) do so for hours and hours.\n"
        "Otters Asleep Dream About Maps, which we show with cameras and sensors in\n"
        "2,000 nights.",
    ],
)
@pytest.mark.parametrize("after_title", ["\n", "\n\n"])
def test_no_line_of_a_wrapped_abstract_becomes_a_title(abstract: str, after_title: str) -> None:
    text = f"How Otters Remember{after_title}{abstract}\n\nA kite alone{after_title}{KITES}"
    whole = " ".join(abstract.split("\n"))
    assert cards(text) == [("How Otters Remember", whole), ("A kite alone", KITES)]


def test_an_address_broken_at_a_hyphen_is_mended() -> None:
    text = f"Otters\n\n{OTTERS} Maps: https://otters-\nand-kites.example/a\n\nKites\n\n{KITES}"
    assert cards(text)[0][1] == f"{OTTERS} Maps: https://otters-and-kites.example/a"


@pytest.mark.parametrize(
    "abstract", ["We count otters.", "Otters sleep in the river, and we show with cameras why."]
)
def test_an_abstract_may_be_one_sentence(abstract: str) -> None:
    text = f"Counting Otters\n\n{abstract}\n\nA kite alone\n\n{KITES}"
    assert cards(text) == [("Counting Otters", abstract), ("A kite alone", KITES)]


def test_an_abstract_that_ends_in_an_address_ends_there() -> None:
    abstract = f"{OTTERS} Our code is at https://otters.example/code"
    assert cards(f"Otters\n\n{abstract}\n\nA kite alone\n\n{KITES}")[0] == ("Otters", abstract)


def test_a_blank_line_inside_a_sentence_does_not_break_the_abstract() -> None:
    first, second = OTTERS[:90].rsplit(" ", 1)[0], OTTERS[len(OTTERS[:90].rsplit(" ", 1)[0]) + 1 :]
    assert cards(f"Otters\n\n{first}\n\n{second}\n\nA kite alone\n\n{KITES}") == [
        ("Otters", OTTERS),
        ("A kite alone", KITES),
    ]


def test_compounds_broken_at_a_line_end_are_mended() -> None:
    text = (
        "Otters\n\nWe show a zero-\nshot and text-to-\nriver method, for pre-\nand post-flood use,"
        "\nthat never fails--not\nonce--\nin the field."
    )
    assert cards(text)[0][1] == (
        "We show a zero-shot and text-to-river method, for pre- and post-flood use, "
        "that never fails--not once--in the field."
    )


@pytest.mark.parametrize("name", ["adaberg", "Ada Berg", "Ada van der Berg"])
@pytest.mark.parametrize("where", [0, 1, 2])
def test_a_lone_name_does_no_harm(name: str, where: int) -> None:
    before, between, after = (f"{name}\n" if place == where else "" for place in range(3))
    title = "How Otters Remember the Way"
    text = f"{before}{title}\n{between}\n{OTTERS}\n{after}\nA kite alone\n\n{KITES}"
    assert cards(text) == [(title, OTTERS), ("A kite alone", KITES)]
    assert [line.role for line in assign_roles(text) if line.text == name] == [Role.STRAY]


def test_chrome_may_stand_anywhere_between_the_parts_of_cards() -> None:
    text = (
        f"Upvote\n75\nOtters Remember\n·\n12 authors\n\n{OTTERS}\nGitHub 11.3k\n"
        f"Submitted by\nAda Berg\nA kite alone\n{KITES}\nView all\n"
    )
    assert cards(text) == [("Otters Remember", OTTERS), ("A kite alone", KITES)]


def test_a_title_printed_twice_is_read_once() -> None:
    text = f"Otters Remember\nOtters Remember\n\n{OTTERS}"
    assert cards(text) == [("Otters Remember", OTTERS)]
    assert assign_roles(text)[1].role is Role.REPEATED


def test_a_card_printed_twice_in_a_row_is_read_once_even_when_wrapped_differently() -> None:
    first = f"Otters Remember\n\n{OTTERS}"
    second = f"Otters Remember\n\n{textwrap.fill(OTTERS, 70)}"
    text = f"{first}\n\n3 comments\n\n{second}\n\nA kite alone\n\n{KITES}"
    assert cards(text) == [("Otters Remember", OTTERS), ("A kite alone", KITES)]


def test_a_title_without_abstract_is_stray() -> None:
    lines = assign_roles(f"Lost Otters Without Words\n\nA kite alone\n\n{KITES}")
    assert lines[0].role is Role.STRAY


def test_an_abstract_without_title_is_stray() -> None:
    lines = assign_roles(f"{OTTERS * 3}\n\nA kite alone\n\n{KITES}")
    assert lines[0].role is Role.STRAY
    later = assign_roles(f"A kite alone\n\n{KITES * 4}\n\n{OTTERS * 4}")
    assert later[-1].role is Role.STRAY


def test_a_page_without_text_has_no_cards() -> None:
    assert cards("") == []
    assert cards("\n\n12 authors\n") == []
