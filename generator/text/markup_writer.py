"""Collects the text between the tags of HTML, JATS and MathML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADINGS = frozenset({"title", "h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | _words(
    "abstract abstracttext address article aside blockquote center dd div dl dt figcaption figure"
    " footer header hr li list-item main ol p par pre sec section table tbody tfoot thead tr"
    " ul"
)
_VOID = _words("area base br break col embed hr img input link meta source wbr")
_LINE_BREAKS = frozenset({"br", "break"})
_CELLS = frozenset({"td", "th"})
_POINTS = frozenset({"li", "list-item"})
_SCRIPTS = {"sub": "_", "inf": "_", "sup": "^"}
_TEX = frozenset({"tex-math", "texmath"})
_FORMULAS = frozenset({"math", "alternatives"})
_HIDDEN = _words("script style template annotation annotation-xml head")
_MATH = {
    "msub": ("", "_{"), "msup": ("", "^{"), "msubsup": ("", "_{", "}^{"),
    "munder": ("", "_{"), "mover": ("", "^{"), "munderover": ("", "_{", "}^{"),
    "mfrac": (r"\frac{", "}{"), "msqrt": (r"\sqrt{",),
}  # fmt: skip
_INLINE = _words(
    "a abbr acronym b bdi bdo big bold cite code del dfn em ext-link fixed-case font i"
    " inline-formula disp-formula inline-graphic ins italic kbd mark monospace named-content nobr"
    " overline q roman samp sans-serif sc scp small span strike strong styled-content td th tt u s"
    " underline var xref menclose merror mfenced mi mmultiscripts mn mo mpadded mphantom mroot"
    " mrow mspace mstyle mtable mtd mtext mtr semantics"
)
KNOWN_NAMES = (
    _BLOCKS | _VOID | _SCRIPTS.keys() | _TEX | _FORMULAS | _HIDDEN | _MATH.keys() | _INLINE
)
"""Local names, lower case, that are markup even without attributes or a prefix."""

_CAPTURED = _HEADINGS | _SCRIPTS.keys() | _TEX | _FORMULAS | _HIDDEN
_DEEPEST_CAPTURE = 24  # deeper captures are copied too often, and nobody writes them
_PARAGRAPH, _LINE = "\x1e", "\x1f"
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_MARKS = re.compile(rf"[{_PARAGRAPH}{_LINE}]")
_DOCUMENT = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_CHARGE = re.compile(r"[\d.]*[+\-−–](?:/[+\-−–])?|[*®™†‡]+|TM|st|nd|rd|th")


def local_name(name: str) -> str:
    """Return a tag's name, lower case, without namespace or prefix."""
    return name.rpartition("}")[2].rpartition(":")[2].lower()


@dataclass(slots=True)
class _Frame:
    """An open element; a captured one has ``pieces`` of its own, others write to the parent's."""

    name: str
    pieces: list[str]
    is_captured: bool = False
    children: int = 0
    tex: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


class MarkupWriter:
    """Turns starts, ends and texts of elements into one text.

    Names are local and lower case. Ends without a start and starts without an end do no harm.
    """

    def __init__(self) -> None:
        self._frames = [_Frame("", [])]
        self._formulas: list[_Frame] = []
        self._open: Counter[str] = Counter()
        self._captures = 0
        self._has_blocks = False
        self._is_glued = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        parent = self._frames[-1]
        self._open_argument(parent)
        if name in _LINE_BREAKS:
            parent.pieces.append(_LINE)
        elif name in _CELLS:
            parent.pieces.append(" ")
        if name in _BLOCKS:
            self._part(parent.pieces)
        if name in _POINTS:
            parent.pieces.append("• ")
            self._is_glued = True
        if name in _VOID:
            return
        is_captured = name in _CAPTURED and self._captures < _DEEPEST_CAPTURE
        frame = _Frame(name, [] if is_captured else parent.pieces, is_captured)
        frame.attributes = attributes
        self._captures += is_captured
        self._open[name] += 1
        self._frames.append(frame)
        if name in _FORMULAS:
            self._formulas.append(frame)
        if label := attributes.get("Label", "").strip() if name == "abstracttext" else "":
            self._head(frame.pieces, label)

    def text(self, text: str) -> None:
        """Add text whose entities are decoded already."""
        if not text:
            return
        frame = self._frames[-1]
        text = _MARKS.sub("", text)
        if self._open["math"] and frame.name not in _HIDDEN:
            text = text if frame.name == "mtext" else text.strip()
        if text.strip():
            self._is_glued = False
        frame.pieces.append(text)

    def end(self, name: str) -> None:
        """Close the innermost element of this name, and all that is open in it."""
        if self._open[name]:
            while self._close() != name:
                pass

    def result(self) -> str:
        """Return the text; empty lines part paragraphs."""
        while len(self._frames) > 1:
            self._close()
        text = "".join(self._frames[0].pieces)
        if self._has_blocks:
            text = _BLANKS.sub(" ", text)
        text = text.replace(_PARAGRAPH, "\n\n").replace(_LINE, "\n")
        return text.rstrip().removesuffix(":") if self._is_glued else text

    def _open_argument(self, parent: _Frame) -> None:
        """Write what stands before the next argument of a MathML element, in TeX."""
        signs = _MATH.get(parent.name, ())
        if parent.children < len(signs):
            parent.pieces.append(signs[parent.children])
        parent.children += 1

    def _close(self) -> str:
        frame = self._frames.pop()
        self._open[frame.name] -= 1
        parent = self._frames[-1]
        if frame.name in _FORMULAS:
            self._formulas.pop()
        if frame.children and frame.name in _MATH:
            parent.pieces.append("}")
        if frame.is_captured:
            self._captures -= 1
            self._write_captured(frame, parent)
        if frame.name in _BLOCKS:
            self._part(parent.pieces)
        return frame.name

    def _write_captured(self, frame: _Frame, parent: _Frame) -> None:
        text = "".join(frame.pieces)
        if frame.name in _HEADINGS:
            self._head(parent.pieces, text)
        elif frame.name in _SCRIPTS:
            parent.pieces.append(_script(frame.name, text, "".join(parent.pieces[-3:])))
        elif frame.name in _HIDDEN:
            kind = frame.attributes.get("encoding", "") + frame.attributes.get("type", "")
            if "tex" in kind.lower() and text.strip() and "javascript" not in kind:
                self._write_tex(text, parent, is_hidden=frame.name == "annotation")
        elif frame.name in _TEX:
            self._write_tex(text, parent)
        elif frame.tex:
            parent.pieces.append(frame.tex)
        elif frame.name == "math" and "{" in text and "$" not in text:
            parent.pieces.append(f"${text.replace('%', chr(92) + '%')}$")
        else:
            parent.pieces.append(text)

    def _write_tex(self, text: str, parent: _Frame, *, is_hidden: bool = False) -> None:
        """Write a formula; one of several alternatives stands for all of them."""
        document = _DOCUMENT.search(text)
        formula = _BLANKS.sub(" ", document[1] if document else text).strip().strip("$").strip()
        formula = f"${formula.removeprefix(chr(92) + '(').removesuffix(chr(92) + ')').strip()}$"
        if self._formulas:
            self._formulas[-1].tex = self._formulas[0].tex = formula
        elif not is_hidden:
            parent.pieces.append(formula)

    def _part(self, pieces: list[str]) -> None:
        self._has_blocks = True
        if not self._is_glued:
            pieces.append(_PARAGRAPH)

    def _head(self, pieces: list[str], text: str) -> None:
        """Write a heading in front of the paragraph that follows."""
        text = _BLANKS.sub(" ", _MARKS.sub(" ", text)).strip()
        if text and text.rstrip(".:").lower() != "abstract":
            pieces.append(f"{text} " if text[-1] in ":.?!" else f"{text}: ")
            self._is_glued = True


def _script(name: str, text: str, before: str) -> str:
    """Return a subscript or superscript that can be read on the line: CO2, x_i, 10^-8, Ca2+."""
    text = text.strip()
    if not text or not before[-1:].strip() or _CHARGE.fullmatch(text):
        return text
    if name != "sup" and text[0].isdigit():
        return text
    if name == "sup" and not (before[-1].isalnum() or before[-1] in ")]}"):
        return text
    sign = _SCRIPTS[name]
    return f"{sign}({text})" if re.search(r"\s", text) else f"{sign}{text}"
