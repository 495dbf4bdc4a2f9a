"""An abstract as HTML: fast when it is plain text, parsed as Markdown only when it is Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup, escape

from generator.text.escape import escaped
from generator.text.holder import HELD, Holder
from generator.text.markdown import EXTERNAL_REL, untrusted_to_html
from generator.text.mathml import source_span
from generator.text.plain import flowing, is_plain, readable, shown
from generator.text.tex import hold_math, plain_tex
from generator.text.urls import find_urls

LinkPlace = tuple[int, int, str]
"""Start, end and http or https address of a link."""

MarkPlace = tuple[int, int, str]
"""Start, end and CSS class of a passage to set off."""

_MARKDOWN = re.compile(
    r"""
      \*\*[^\s*][^*]*\*\*
    | (?<![\w*\\])\*[^\s*][^*\n]*(?<!\s)\*(?![\w*])
    | (?<!\w)__[^\s_][^_\n]*__(?!\w)
    | (?<![`\w])`[^`'\n]+`(?!`)
    | \]\([^\s)]{1,2000}\)
    | ^[ ]{0,3}(?: \#{1,6}[ ]\S | ``` | ~~~ | >[ ] )
    | ^[ ]{0,3}[-*+][ ].*\n+[ ]{0,3}[-*+][ ]
    | ^[ ]{0,3}\d{1,2}[.)][ ].*\n+[ ]{0,3}\d{1,2}[.)][ ]
    """,
    re.VERBOSE | re.MULTILINE,
)
_HELD = re.compile(f"[{HELD}]")
_VERBATIM = re.compile(
    r"""
      ^(?P<fence>```|~~~)[^\n]*\n.*?^(?P=fence)[^\n]*$
    | ^[ |:-]+$
    | (?<![`\w])`[^`'\n]+`(?!`)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def abstract_html(
    abstract: str,
    links: Sequence[LinkPlace],
    marks: Sequence[MarkPlace] = (),
    *,
    formula: Callable[[str], str] = source_span,
) -> Markup:
    """Return an abstract as paragraphs of safe HTML.

    Args:
        abstract: Source text: plain, or Markdown, with TeX math.
        links: In order; every link stands where the source has it.
        marks: Passages to set off, in order, none across a paragraph's end; Markdown, whose own
            marks might cross them, is shown without.
        formula: Makes safe HTML of a formula.
    """
    if abstract == abstract.strip() and is_plain(abstract):
        return _plain_html(abstract, links, marks)
    text, holder = _with_pieces_held(abstract, links, marks, formula)
    if _may_be_markdown(text) and _MARKDOWN.search(text):
        text, holder = _with_pieces_held(abstract, links, (), formula)
        return Markup(holder.release(_markdown_html(text)))  # noqa: S704 # made of safe pieces
    paragraphs = flowing(plain_tex(text)).split("\n\n")
    html = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs if paragraph)
    return Markup(holder.release(html))  # noqa: S704 # every piece of it is escaped


def _may_be_markdown(text: str) -> bool:
    """Rule out most texts at a tenth of the pattern's cost."""
    return (
        "\n" in text
        or any(mark in text for mark in ("*", "`", "__", "]("))
        or text[:1] in {"#", ">"}
    )


def _markdown_html(text: str) -> str:
    """Return a stranger's Markdown as HTML; TeX is read around code and tables, not in them."""
    verbatim = Holder(plane=16)
    prose = plain_tex(_VERBATIM.sub(lambda match: verbatim.hold(match[0]), text))
    return untrusted_to_html(verbatim.release(prose))


def _plain_html(abstract: str, links: Sequence[LinkPlace], marks: Sequence[MarkPlace]) -> Markup:
    """Return a text in which nothing has a meaning of its own: what most abstracts are."""
    pieces = []
    position = 0
    for start, end, html in _inserts(abstract, links, marks):
        pieces += [escaped(abstract[position:start]), html]
        position = end
    pieces.append(escaped(abstract[position:]))
    return Markup(f"<p>{''.join(pieces)}</p>" if abstract else "")  # noqa: S704 # escaped above


def _inserts(
    abstract: str, links: Sequence[LinkPlace], marks: Sequence[MarkPlace]
) -> Iterator[tuple[int, int, str]]:
    """Yield links, and tags around marked passages: start and end of what each replaces, HTML."""
    found = [
        (start, 1, end, _link_html(abstract[start:end], url))
        for start, end, url in links
        if url.lower().startswith(("http://", "https://"))
    ]
    for start, end, name in marks:
        found.append((start, 0, start, f'<mark class="{escaped(name)}">'))
        found.append((end, -1, end, "</mark>"))
    position = 0
    for start, _, end, html in sorted(found):
        if start >= position:
            yield start, end, html
            position = end


def _with_pieces_held(
    abstract: str,
    links: Sequence[LinkPlace],
    marks: Sequence[MarkPlace],
    formula: Callable[[str], str],
) -> tuple[str, Holder]:
    """Return the text with links, tags around marked passages, and math held as HTML."""
    holder = Holder()
    pieces = []
    position = 0
    for start, end, html in _inserts(abstract, links, marks):
        pieces += [shown(abstract[position:start]), holder.hold(html)]
        position = end
    pieces.append(shown(abstract[position:]))

    def held(math: str) -> str:
        # A link inside stays a link, and the formula text.
        return math if _HELD.search(math) else holder.hold(formula(math))

    return hold_math("".join(pieces), held), holder


def _link_html(source: str, url: str) -> str:
    label = source
    if not source.lower().startswith("http"):
        label = next((readable(found.label) for found in find_urls(source)), source)
    return f'<a href="{escape(url)}" rel="{EXTERNAL_REL}">{escape(label)}</a>'
