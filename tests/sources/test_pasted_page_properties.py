"""Whatever is pasted: no crash, no text lost or doubled, and made-up pages read back exactly."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.page_cards import take_apart
from generator.sources.page_layout import assign_roles
from generator.sources.page_lines import Role
from generator.sources.pasted_page import PastedPage
from tests.sources.seeds import make_seed

WORDS = st.sampled_from(
    ["otter", "River", "kite", "of", "the", "learning", "with", "3D", "(deep)", "zero-shot",
     "α-stable", "naïve", "“old”", "text-to-river", "0.5", "e.g.", "$x^2$", "``new''", "--", "."]
)  # fmt: skip
FURNITURE = ("12 authors", "GitHub 11.3k", "·", "75", "1", "Upvote", "View all")
CHROME = st.sampled_from([*FURNITURE, "Submitted by\nAda Berg"])
MESSY_LINES = st.one_of(
    st.text(max_size=60),
    CHROME,
    st.lists(WORDS, max_size=30).map(" ".join),
    st.sampled_from(
        ["", " ", "Mar 11", "Feb 30", "byAda", "Subscribe", "https://a.example/b", "."]
    ),
)
MESSY_PAGES = st.one_of(st.text(), st.lists(MESSY_LINES, max_size=25).map("\n".join))
TITLE_WORDS = ("River", "Otter", "Map", "Kite", "Thread", "Slow")
SENTENCE_WORDS = (
    "otter", "rivers", "find", "maps", "which", "remember", "slowly", "that", "zero-shot", "(e.g.",
    "kites),", "α", "and", "3.5%", "of", "it",
)  # fmt: skip
IN_CARDS = (Role.TITLE, Role.TITLE_MORE, Role.ABSTRACT, Role.ABSTRACT_MORE)


@st.composite
def titles(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(TITLE_WORDS), min_size=1))
    joint = draw(st.sampled_from([" ", ": ", " -- ", " : ", ", "]))
    ending = draw(st.sampled_from(["", "?", "!", ")", '"']))
    start = draw(st.sampled_from(["", "(Slow) ", '"New" ', "[Re] "]))
    return f"{start}Study {draw(st.integers(2, 99))}{joint}{' '.join(words[:15])}{ending}"


@st.composite
def abstracts(draw: st.DrawFn) -> str:
    sentences = []
    for _ in range(draw(st.integers(1, 6))):
        words = draw(st.lists(st.sampled_from(SENTENCE_WORDS), min_size=8, max_size=25))
        sentences.append(f"We {' '.join(words)}.")
    if draw(st.booleans()):
        sentences.append("Our code is at https://otters.example/code")
    return " ".join(sentences)


@dataclass(frozen=True)
class Layout:
    between: str
    after_title: str
    width: int
    ends: str


LAYOUTS = st.builds(
    Layout,
    between=st.sampled_from(["\n\n", "\n\n\n\n"]),
    after_title=st.sampled_from(["\n", "\n\n", "\n\n\n"]),
    width=st.sampled_from([0, 0, 60, 72, 80, 100]),
    ends=st.sampled_from(["\n", "\n\n\n", ""]),
)


@given(MESSY_PAGES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_a_crash(text: str) -> None:
    seed = make_seed(text.replace("\r", "\n"))
    PastedPage().detects(seed)
    reading = PastedPage().read(seed)
    lines = text.count("\n") + text.count("\r") + 1
    places = [d.location.line for d in reading.diagnostics if d.location and d.location.line]
    assert all(1 <= place <= lines for place in places)
    assert all(paper.title for paper in reading.papers)


@given(MESSY_PAGES)
@settings(max_examples=150, deadline=None)
def test_every_line_has_exactly_one_role_and_cards_hold_all_their_words(text: str) -> None:
    lines = assign_roles(text)
    assert [line.text for line in lines] == [line.strip() for line in text.split("\n")]
    assert all(line.role is not Role.TEXT for line in lines)
    kept = "".join("".join(line.text.split()) for line in lines if line.role in IN_CARDS)
    cards = [card for edition in take_apart(lines).editions for card in edition.cards]
    assert "".join("".join(f"{card.title}{card.abstract}".split()) for card in cards) == kept


@given(MESSY_PAGES)
@settings(max_examples=100, deadline=None)
def test_whatever_is_left_out_is_reported(text: str) -> None:
    reading = PastedPage().read(make_seed(text))
    reported = {d.location.line for d in reading.diagnostics if d.location}
    before = Role.BLANK
    for line in assign_roles(text):
        if line.role in {Role.STRAY, Role.REPEATED} and line.role is not before:
            assert line.number in reported
        if not (line.role is Role.BLANK and before is Role.REPEATED):
            before = line.role


SYMBOLS = st.text("🦊🔥☃∀∃∑!?¿¡&%@'\"", min_size=1, max_size=12).map(str.strip).filter(bool)
TELLING_LINES = st.one_of(
    SYMBOLS,
    st.sampled_from(["?!… —— !!", "🦊🦊🦊", "Otters Remember", "k-otters", "Maps, Old and New"]),
    st.lists(WORDS.filter(str.isalpha), min_size=2, max_size=30).map(" ".join),
    abstracts(),
    abstracts().map(lambda abstract: textwrap.fill(abstract, 72)),
)


@given(st.lists(TELLING_LINES | st.sampled_from([*FURNITURE, ""])))
@settings(max_examples=200, deadline=None)
def test_every_line_but_furniture_is_in_a_title_an_abstract_or_a_diagnostic(
    pieces: list[str],
) -> None:
    telling = {line for piece in pieces for line in piece.split("\n")} - set(FURNITURE) - {""}
    page = "\n".join(["Mar 11", *pieces])
    reading = PastedPage().read(make_seed(page, year=2025))
    told = ["".join(text.split()) for p in reading.papers for text in (p.title, p.abstract)]
    reported = {d.location.line for d in reading.diagnostics if d.location}
    covered = False  # a diagnostic stands at the first of the lines it is about
    for number, line in enumerate(page.split("\n"), start=1):
        covered = bool(line) and (covered or number in reported)
        if line in telling:
            assert covered or any("".join(line.split()) in text for text in told), line


@given(st.lists(st.tuples(titles(), abstracts(), CHROME | st.just("")), min_size=1), LAYOUTS)
@settings(max_examples=100, deadline=None)
def test_made_up_pages_read_back_exactly(cards: list[tuple[str, str, str]], layout: Layout) -> None:
    unique = {title: (title, abstract, chrome) for title, abstract, chrome in cards}.values()
    blocks = []
    for title, abstract, chrome in unique:
        body = textwrap.fill(abstract, layout.width) if layout.width else abstract
        blocks.append(f"{chrome}\n{title}{layout.after_title}{body}".lstrip("\n"))
    page = f"byAda\n\nMar 11\n\n{layout.between.join(blocks)}{layout.ends}"
    papers = PastedPage().read(make_seed(page, year=2025)).papers
    assert [(p.title, p.abstract) for p in papers] == [(t, a) for t, a, _ in unique]
