r"""Web addresses in running text, each with its exact right end.

Only http and https count, so no text can smuggle in a ``javascript:`` link. A host's bare name in
a sentence (example.org) is no link; ``www.example.org/maps`` is. Read as well: TeX's ``\url{}``
and ``\href{}{}``, Markdown's ``[label](url)`` and ``<url>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

_CHAR = r"(?:[^\s\x00-\x20\x7f<>\"“”„«»‘’`{}|\\^，。；：、（）《》「」]|\\[_#&%~])"
_SPAN = re.compile(
    rf"""
    (?= [!\[\\hw<] ) (?:
      !?\[ (?P<md_label>[^\[\]]{{0,300}}) \]\( \s*<? (?P<md_url>https?://{_CHAR}{{1,2000}}?) >?
        (?:\s+"[^"\n]{{0,300}}")? \s*\) (?!\))
    | (?:\\|\b)href\s*\{{ (?P<tex_url>https?://[^\s{{}}]+) \}}
        \s*\{{ (?P<tex_label>(?:[^{{}}]|\{{[^{{}}]{{0,100}}\}}){{0,300}}) \}}
    | \\(?:url|path|nolinkurl)\s*\{{ \s* (?P<plain>https?://[^\s{{}}]+) \s* \}}
    | < (?P<angle>https?://{_CHAR}+) >
    | (?P<bare>https?://(?:(?![,;)\]]https?://){_CHAR})+ | (?<![\w.@/-])www\.{_CHAR}+/{_CHAR}+)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?://)?(?:[^\s/?#@]*@)?[^\s/?#@.:]+(?:\.[^\s/?#@.:]+)+", re.IGNORECASE)
_GLUED_SENTENCE = re.compile(
    r"\.(?:The|Our|We|This|These|Those|That|In|It|Its|For|Code|Data|Project|Video|Videos|Demo"
    r"|Demos|Please|Moreover|Keywords|Additionally|Furthermore)$"
)
_SENTENCE_SIGNS = ".,;:!?'*$…"
_BRACKETS = {")": "(", "]": "[", ">": "<"}
_TEX_ESCAPE = re.compile(r"\\([_#&%~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundUrl:
    r"""An address and where it stands.

    Attributes:
        url: The address itself, http or https.
        start: Offset of its visible place in the text, ``\url{`` or ``[label](`` included.
        end: Offset just behind that place.
        label: The words to show; the address itself where the text gives no others.
    """

    url: str
    start: int
    end: int
    label: str


def find_urls(text: str) -> Iterator[FoundUrl]:
    """Yield the addresses of a text from left to right; their places never overlap."""
    if "://" not in text and "www." not in text:
        return
    position = 0
    while match := _SPAN.search(text, position):
        found = _read(match)
        position = found.end if found else match.end()
        if found and not match[0].startswith("!") and _is_address(found.url):
            yield found


def _is_address(url: str) -> bool:
    """Tell that an address has a host with a dot, and that no library will stumble over it."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return _HOST.match(url) is not None


def _read(match: re.Match[str]) -> FoundUrl | None:
    written = match["md_url"] or match["tex_url"] or match["plain"] or match["angle"]
    if written:
        url = _unescaped(written)
        label = match["md_label"] or match["tex_label"] or url
        return FoundUrl(url=url, start=match.start(), end=match.end(), label=label.strip() or url)
    written = _trimmed(match["bare"], before=match.string[: match.start()][-1:])
    if not written:
        return None
    url = _unescaped(written)
    if not written.lower().startswith("http"):
        url = f"https://{url}"
    start = match.start()
    return FoundUrl(url=url, start=start, end=start + len(written), label=_unescaped(written))


def _trimmed(written: str, before: str) -> str:
    """Return a bare address without what belongs to the sentence around it."""
    while True:
        shorter = written.rstrip(_SENTENCE_SIGNS).removesuffix("'s")
        if glued := _GLUED_SENTENCE.search(shorter):
            shorter = shorter[: glued.start()]
        last = shorter[-1:]
        if last in _BRACKETS:
            unopened = max(shorter.count(last) - shorter.count(_BRACKETS[last]), 0)
            shorter = shorter[: max(len(shorter) - unopened, len(shorter.rstrip(last)))]
        if before == "_" and last == "_":
            shorter = shorter[:-1]
        if shorter == written:
            return written
        written = shorter


def _unescaped(url: str) -> str:
    return _TEX_ESCAPE.sub(r"\1", url)
