from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.urls import find_urls


def urls(text: str) -> list[str]:
    return [found.url for found in find_urls(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Code: https://example.org/maps.",
        "Code is at https://example.org/maps",
        "Code is at https://example.org/maps .",
        "(see https://example.org/maps)",
        "(see https://example.org/maps).",
        "See [https://example.org/maps].",
        "https://example.org/maps, and more",
        "https://example.org/maps; and more",
        "Is it https://example.org/maps?",
        "“https://example.org/maps”",
        '"https://example.org/maps"',
        "'https://example.org/maps'",
        "`https://example.org/maps`",
        "**https://example.org/maps**.",
        "_https://example.org/maps_",
        "tools11https://example.org/maps",
        "in https://example.org/maps's folder",
        "https://example.org/maps...",
        "https://example.org/maps.Our code is there.",
        "见https://example.org/maps。",
        r"at \url{https://example.org/maps}.",
        r"at~\url{ https://example.org/maps }.",
        r"\textcolor{blue}{\url{https://example.org/maps}}",
        r"on \href{https://example.org/maps}{our page}.",
        "on [our page](https://example.org/maps).",
        'on [our page](https://example.org/maps "Maps").',
        "on <https://example.org/maps>.",
        "[https://example.org/maps](https://example.org/maps)",
        r"\url{https://example.org/maps",
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(text: str) -> None:
    assert urls(text) == ["https://example.org/maps"]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/maps/",
        "https://example.org",
        "http://example.org:8080/a?b=c&d=e#f",
        "https://example.org/wiki/Otter_(animal)",
        "https://example.org/~ada/otters.html",
        "https://example.org/a,b;c",
        "https://example.org/otters_",
        "https://example.org/otters%20maps",
        "HTTPS://Example.org/Maps",
        "https://archive.example.org/web/2020/https://example.com/x",
        "https://bücher.example/maps",
    ],
)
def test_an_address_is_kept_as_written(url: str) -> None:
    assert urls(f"Our maps ({url}) are free.") == [url]
    assert urls(f"Our maps: {url}.") == [url]


@pytest.mark.parametrize(
    "text",
    [
        "facts from wikipedia.org and example.com",
        "on www.example.org they say",
        "ada@www.example.org/x",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<b>x</b>",
        "[run](javascript:alert(1))",
        "ftp://example.org/maps",
        "http:// nothing",
        "https://nohost",
        "https://[a.b/c",
        "https://ex\u2100mple.org/c",
        "![a picture](https://example.org/otter.png)",
        "",
    ],
)
def test_what_is_no_safe_address_is_no_link(text: str) -> None:
    assert urls(text) == []


def test_www_with_a_path_is_a_link() -> None:
    (found,) = find_urls("see www.example.org/maps.")
    assert (found.url, found.label) == ("https://www.example.org/maps", "www.example.org/maps")


def test_two_addresses_without_a_blank_are_two_links() -> None:
    text = "https://example.org/a,https://example.org/b;https://example.org/c."
    assert urls(text) == [f"https://example.org/{name}" for name in "abc"]


def test_the_visible_place_covers_the_markup_and_the_label_is_what_is_shown() -> None:
    text = r"Look at \href{https://example.org/a\_b}{our \emph{maps}} and [here](https://x.org/y)!"
    first, second = find_urls(text)
    assert text[first.start : first.end] == r"\href{https://example.org/a\_b}{our \emph{maps}}"
    assert (first.url, first.label) == ("https://example.org/a_b", r"our \emph{maps}")
    assert text[second.start : second.end] == "[here](https://x.org/y)"
    assert second.label == "here"


def test_a_long_row_of_brackets_is_read_in_reasonable_time() -> None:
    assert urls("[" * 20_000 + " https://example.org/a " + r"\href{" * 5_000) == [
        "https://example.org/a"
    ]


PARTS = "https:// http a.org / ( ) [ ]( { } \\url \\href . < > www. * _ 's , ö"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(PARTS.split(" ")) | st.sampled_from(" \0\n"),
        max_size=25,
    )
)
def test_places_are_inside_the_text_in_order_and_hold_no_blank_address(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for found in find_urls(text):
        assert end <= found.start < found.end <= len(text)
        assert found.url.lower().startswith(("http://", "https://"))
        assert not set(found.url) & set(' \n\0<>"{}')
        end = found.end
