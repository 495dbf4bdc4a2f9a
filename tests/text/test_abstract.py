from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.abstract import abstract_html
from generator.text.plain import is_plain
from generator.text.urls import find_urls


def html(text: str) -> str:
    return str(abstract_html(text, [(url.start, url.end, url.url) for url in find_urls(text)]))


REL = 'rel="external noopener"'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("Otters & <b>maps</b>.", "<p>Otters &amp; &lt;b&gt;maps&lt;/b&gt;.</p>"),
        ("``Otters''\n\nswim.", "<p>“Otters”</p>\n<p>swim.</p>"),
        (
            "At https://example.org/a_b. So.",
            f'<p>At <a href="https://example.org/a_b" {REL}>https://example.org/a_b</a>. So.</p>',
        ),
        (
            r"At \textcolor{blue}{\url{https://example.org/~ada}}.",
            f'<p>At <a href="https://example.org/~ada" {REL}>https://example.org/~ada</a>.</p>',
        ),
        (
            r"At \href{https://example.org/?a=1&b=2}{our \emph{page}}.",
            f'<p>At <a href="https://example.org/?a=1&amp;b=2" {REL}>our page</a>.</p>',
        ),
        ("If $a<b_{c}$ then", '<p>If <span class="math">$a&lt;b_{c}$</span> then</p>'),
        ("**Otters** swim", "<p><strong>Otters</strong> swim</p>"),
        (
            "**Otters** at https://example.org/a_b_c with $a*b*c$ <script>",
            f'<p><strong>Otters</strong> at <a href="https://example.org/a_b_c" {REL}>'
            "https://example.org/a_b_c</a> with "
            '<span class="math">$a*b*c$</span> &lt;script&gt;</p>',
        ),
        ("*a* `x -- y` -- z", "<p><em>a</em> <code>x -- y</code> – z</p>"),
        ("[run](javascript:alert(1))", "<p><a>run</a></p>"),
        ("{{ 7*7 }} ]]> \0", "<p>{{ 7*7 }} ]]&gt;</p>"),
    ],
)
def test_an_abstract_becomes_safe_paragraphs(source: str, expected: str) -> None:
    assert html(source) == expected


def test_lists_are_read_as_markdown() -> None:
    assert html("We give:\n\n- maps\n- otters") == (
        "<p>We give:</p>\n<ul>\n<li>maps</li>\n<li>otters</li>\n</ul>"
    )


def test_a_dash_at_the_start_of_one_line_makes_no_list() -> None:
    assert html("- otters swim\nand dive") == "<p>- otters swim and dive</p>"


def test_links_with_a_scheme_that_is_not_allowed_stay_text() -> None:
    assert abstract_html("see here", [(4, 8, "javascript:alert(1)")]) == "<p>see here</p>"


def test_links_that_overlap_are_linked_once() -> None:
    url = "https://example.org"
    assert str(abstract_html("see here", [(4, 8, url), (5, 7, url)])).count("<a ") == 1


PARTS = "<b> & $ $x$ ** * ` ``` \\ \\emph{ { } [x]( ) https://a.org/x # - > | ]]> <script> word"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(PARTS.split(" "))
        | st.sampled_from(["\n", "\n\n", " ", "\0", "\U000f0000"]),
        max_size=20,
    )
)
def test_the_html_is_well_formed_and_holds_no_foreign_tag(parts: list[str]) -> None:
    source = html("".join(parts)).replace("<br>", "").replace("<hr>", "")
    tree = ET.fromstring(f"<div>{source}</div>")  # noqa: S314 # we have made it
    assert {node.tag for node in tree.iter()}.isdisjoint({"script", "img", "style", "iframe"})


@pytest.mark.parametrize(
    "piece",
    [" ", "\n ", "...x", r"\cite[", "](", "[](https://a.b/c", "https://a.b/)", "$a ", "**a"],
)
def test_a_long_row_of_the_same_signs_takes_no_quadratic_time(piece: str) -> None:
    assert html(piece * (100_000 // len(piece)) + "end").endswith("</p>")


def test_marked_passages_are_set_off_around_their_links() -> None:
    abstract = "We see. We {build} Y at https://a.example/c. It wins."
    link = (abstract.index("https"), abstract.index(". It"), "https://a.example/c")
    marks = [(8, abstract.index(" It"), "new"), (abstract.index("It"), len(abstract), "found")]
    html = abstract_html(abstract, [link], marks)
    assert '<mark class="new">We build Y at <a href="https://a.example/c"' in html
    assert '</a>.</mark> <mark class="found">It wins.</mark></p>' in html


def test_markdown_is_shown_without_marked_passages() -> None:
    html = abstract_html("We **build *Y*. It** wins.", [], [(0, 15, "new")])
    assert "<mark" not in html


def test_math_inside_a_marked_passage_stays_math() -> None:
    html = abstract_html("It needs $a_1*b*c$ steps.", [], [(0, 25, "found")])
    assert html == (
        '<p><mark class="found">It needs <span class="math">$a_1*b*c$</span> steps.</mark></p>'
    )


@pytest.mark.parametrize("sign", ["#", ">"])
def test_a_single_line_is_read_like_the_first_of_several(sign: str) -> None:
    line = f"{sign} We count otters."
    assert str(abstract_html(f"{line}\n\nEnd.", [])) == f"{abstract_html(line, [])}\n<p>End.</p>"


PLAIN = st.text("ab& <>'\".1(é", min_size=1).map(str.strip).filter(bool).filter(is_plain)


@settings(max_examples=200)
@given(PLAIN, st.data())
def test_plain_abstracts_take_a_short_way_to_the_same_html(text: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4).map(sorted))
    links = [(places[0], places[1], "https://example.org/?a&b")]
    marks = [(places[2], places[3], "result")]
    ending = "\n\nEnd."  # a second paragraph: no longer plain
    whole = str(abstract_html(text + ending, links, marks))
    assert f"{abstract_html(text, links, marks)}\n<p>End.</p>" == whole
