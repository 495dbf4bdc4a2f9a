r"""TeX formulas as MathML, the part of it that browsers draw: https://www.w3.org/TR/mathml-core/.

latex2mathml reads the TeX. Formulas are strangers' text, and the library would pass their markup,
addresses and styles through, so nothing it wrote is printed: its tree is written anew, with the
elements and attributes listed here and escaped text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.text.escape import escaped
from generator.text.plain import shown
from generator.text.tex import MATH

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from latex2mathml.converter import Converter

_PARTS = MappingProxyType(
    {"mfrac": 2, "mroot": 2, "msup": 2, "msub": 2, "mover": 2, "munder": 2}
    | {"msubsup": 3, "munderover": 3}
)
"""Elements that need so many children, no more and no fewer."""

_ROWS = frozenset({"mrow", "mstyle", "msqrt", "mphantom", "mpadded", "mtable", "mtr", "mtd"})
_THIN_SPACE = '<mspace width="0.17em"></mspace>'
_LEAVES = frozenset({"mi", "mn", "mo", "mtext", "mspace"})
_FLAGS = frozenset({"stretchy", "fence", "displaystyle", "accent", "accentunder", "movablelimits"})
_LENGTHS = frozenset({"minsize", "maxsize", "width", "linethickness"})
_LENGTH = re.compile(r"-?\d{0,3}(?:\.\d{1,4})?(?:em|ex|px|pt)|0")
_COMMAND = re.compile(r"\\[A-Za-z]+")
_MACROS = re.compile(r"\\(?:[a-z]*def|let|[a-z]*newcommand|DeclareMathOperator)(?![A-Za-z])")
_OUTER = re.compile(
    r"\\begin\{(?:equation|displaymath|math)\*?\}(.*)\\end\{[^{}]*\}", re.DOTALL
)  # environments that say nothing but where the formula stands
_UNSEEN = re.compile(r"\\(?:label|tag)\*?\s*\{[^{}]*\}|\\(?:nonumber|notag|ensuremath)(?![A-Za-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A formula for a page.

    Attributes:
        html: A ``math`` element; where the TeX cannot be read, the source in a ``span`` of class
            ``math``.
        is_read: False in the latter case.
        unknown: The commands that nobody understood, which stand in the formula as written.
    """

    html: str
    is_read: bool
    unknown: tuple[str, ...] = ()


def source_span(source: str) -> str:
    """Return a formula as its source, for readers that draw no mathematics."""
    return f'<span class="math">{escaped(source)}</span>'


@lru_cache(maxsize=65_536)
def formula(source: str) -> Formula:
    """Return a formula, given with its dollar signs, brackets or environment."""
    from latex2mathml.converter import Converter  # noqa: PLC0415 # most sites need it never

    try:
        return _formula(source, Converter)
    except Exception:  # noqa: BLE001 # the library raises whatever a broken formula leads it to
        return Formula(html=source_span(source), is_read=False)


def formula_html(source: str) -> str:
    """Return a formula, given as for ``formula``, as HTML."""
    return formula(source).html


def math_html(text: str) -> str:
    """Return a readable text for a page: the text itself, or safe HTML where formulas are in it."""
    if ("$" not in text and "\\" not in text) or isinstance(text, Markup):
        return text
    pieces = []
    position = 0
    for found in MATH.finditer(text):
        pieces += [escaped(text[position : found.start()]), formula_html(found[0])]
        position = found.end()
    pieces.append(escaped(text[position:]))
    return Markup("".join(pieces)) if position else text  # noqa: S704 # escaped above


def _formula(source: str, converter: type[Converter]) -> Formula:
    body = _body(source)
    if _MACROS.search(body):  # a definition may unfold without end
        return Formula(html=source_span(source), is_read=False)
    is_block = source.startswith(("$$", "\\[", "\\begin")) and "{math}" not in source
    tree = converter(display="block" if is_block else "inline").convert_to_element(body)
    unknown: set[str] = set()
    whole = _unwrapped(tree[0])
    if whole.tag == "mo":
        whole.tag = "mtext"  # an operator alone, as in 10$\times$, has nothing to keep apart
    inner = "".join(_row(_children(whole) if whole.tag == "mrow" else [whole], unknown))
    display = ' display="block"' if is_block else ""
    return Formula(
        html=f'<math{display} alttext="{escaped(" ".join(body.split()))}">{inner}</math>',
        is_read=True,
        unknown=tuple(sorted(unknown)),
    )


def _body(source: str) -> str:
    """Return a formula's TeX without what sets it off from the text."""
    outer = _OUTER.fullmatch(source)
    if outer:
        source = outer[1]
    elif source.startswith("$"):
        source = source.strip("$")
    elif not source.startswith("\\begin"):
        source = source[2:-2]
    return _UNSEEN.sub("", source).strip()


def _children(element: Element) -> list[Element]:
    """Return an element's children; rows of a single child make way for it."""
    return [_unwrapped(child) for child in element]


def _unwrapped(element: Element) -> Element:
    while len(element) == 1 and element.tag not in _PARTS and element.tag == "mrow":
        element = element[0]
    return element


def _row(elements: Iterable[Element], unknown: set[str]) -> list[str]:
    """Return elements side by side; letters of one upright word become one identifier."""
    pieces: list[str] = []
    before: Element | None = None
    for variant, group in groupby(elements, key=_word_style):
        members = list(group)
        if variant:
            word = "".join(each.text or "" for each in members)
            pieces.append(_leaf("mi", word, variant, unknown))
            before = members[-1]
            continue
        for each in members:
            if before is not None and _are_apart(before, each):
                pieces.append(_THIN_SPACE)
            pieces.append(_element(each, unknown))
            before = each
    return pieces


def _are_apart(left: Element, right: Element) -> bool:
    """Tell whether TeX puts a thin space between two elements, as in ``n log n``."""
    return (_is_function(left) and right.tag != "mo") or (_is_function(right) and left.tag != "mo")


def _is_function(element: Element) -> bool:
    while element.tag in _PARTS and len(element):
        element = element[0]
    name = element.text or ""
    return element.tag == "mi" and len(name) > 1 and name.isalpha() and not _word_style(element)


def _word_style(element: Element) -> str:
    return element.get("mathvariant", "") if element.tag == "mi" else ""


def _element(element: Element, unknown: set[str]) -> str:
    name = element.tag
    if name in _LEAVES:
        attributes = _attributes(element)
        return _leaf(name, element.text or "", element.get("mathvariant", ""), unknown, attributes)
    children = _children(element)
    if name not in _PARTS:
        name = name if name in _ROWS else "mrow"
        pieces = _row(children, unknown)
        if name == "mrow" and len(pieces) == 1:
            return pieces[0]
        return f"<{name}{_attributes(element)}>{''.join(pieces)}</{name}>"
    if len(children) != _PARTS[name]:
        raise ValueError(f"{name} has {len(children)} parts")
    inner = "".join(_element(child, unknown) for child in children)
    return f"<{name}{_attributes(element)}>{inner}</{name}>"


def _leaf(name: str, text: str, style: str, unknown: set[str], attributes: str = "") -> str:
    text = shown(html.unescape(text))
    if name != "mtext" and _COMMAND.fullmatch(text):
        unknown.add(text)
        name = "mtext"
    elif style == "normal" and name == "mi" and len(text) == 1:
        attributes = ' mathvariant="normal"'  # browsers slant a single letter
    elif style and name != "mtext":
        text = "".join(_styled(sign, style) for sign in text)
    return f"<{name}{attributes}>{escaped(text)}</{name}>"


def _styled(sign: str, style: str) -> str:
    """Return a letter or digit of a mathematical alphabet, or the sign itself if that lacks it."""
    words = unicodedata.name(sign, "").replace("LETTER ", "").split()
    alphabet = style.replace("-", " ").upper().replace("SANS SERIF", "SANS-SERIF")
    alphabet = alphabet.replace("DOUBLE STRUCK", "DOUBLE-STRUCK")
    kind = " ".join(words[1:] if words[:1] in (["LATIN"], ["GREEK"]) else words)
    for name in (f"MATHEMATICAL {alphabet} {kind}", f"{alphabet} {kind}"):
        try:
            return unicodedata.lookup(name)
        except KeyError:
            continue
    return sign


def _attributes(element: Element) -> str:
    return "".join(
        f' {name}="{value}"' for name, value in element.attrib.items() if _is_safe(name, value)
    )


def _is_safe(name: str, value: str) -> bool:
    return (
        (name in _FLAGS and value in {"true", "false"})
        or (name in _LENGTHS and _LENGTH.fullmatch(value) is not None)
        or (name == "form" and value in {"prefix", "infix", "postfix"})
        or (name == "scriptlevel" and re.fullmatch(r"[+-]?\d", value) is not None)
    )
