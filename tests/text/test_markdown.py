from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from generator.text.markdown import to_html, untrusted_to_html


class _Tags(HTMLParser):
    """Gathers what a browser would take for tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_markdown_becomes_html() -> None:
    assert to_html("We *read*:\n\n- maps\n- rivers") == (
        "<p>We <em>read</em>:</p>\n<ul>\n<li>maps</li>\n<li>rivers</li>\n</ul>"
    )


def test_no_text_gives_no_html() -> None:
    assert to_html("") == to_html(" \n ") == untrusted_to_html("") == ""


def test_headings_stand_below_the_title_of_the_page() -> None:
    assert to_html("# Maps\n\n## Rivers") == "<h2>Maps</h2>\n<h3>Rivers</h3>"


def test_links_out_of_the_site_are_marked_and_others_are_not() -> None:
    assert to_html('[a](https://example.org/x "X") [b](../about/)') == (
        '<p><a rel="external noopener" href="https://example.org/x" title="X">a</a> '
        '<a href="../about/">b</a></p>'
    )
    assert 'href="mailto:ada@example.org"' in to_html("[mail](mailto:ada@example.org)")


@pytest.mark.parametrize("convert", [to_html, untrusted_to_html])
@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "![x](https://example.org/x.png)",
        "<img src=x onerror=alert(1)>",
        "<a href='data:text/html,x' onclick='x()'>x</a>",
        "<style>p { color: red }</style>",
        "<iframe src='https://example.org'></iframe>",
        "<svg><script>alert(1)</script></svg>",
    ],
)
def test_nothing_active_gets_through(convert: Callable[[str], str], text: str) -> None:
    tags = _Tags()
    tags.feed(convert(text))
    assert {name for name, _ in tags.found} <= {"p", "a"}
    assert all(attributes.keys() <= {"rel"} for _, attributes in tags.found)


def test_harmless_html_of_the_owner_stays_and_that_of_strangers_is_shown_as_text() -> None:
    assert to_html("press <kbd>Q</kbd>") == "<p>press <kbd>Q</kbd></p>"
    assert untrusted_to_html("press <kbd>Q</kbd>") == "<p>press &lt;kbd&gt;Q&lt;/kbd&gt;</p>"


def test_tables_and_code_are_read() -> None:
    html = to_html("| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx < y\n```")
    assert "<td>2</td>" in html
    assert "<pre><code>x &lt; y\n</code></pre>" in html


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    to_html("[ref]: https://example.org\n\n[ref]")
    assert to_html("[ref]") == "<p>[ref]</p>"
