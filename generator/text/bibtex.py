r"""The value of a BibTeX field as plain text: unlike in running text, every brace groups.

Math between dollar signs stays as it is written.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text.holder import Holder
from generator.text.markup import text_of_html
from generator.text.plain import flowing, shown
from generator.text.tex import hold_math, plain_tex, with_letters

_ANGLE = re.compile(r"\{?\\text(less|greater)(?:\{\}|(?=\}))?\s?\}?")
_ENSURED = re.compile(r"\\ensuremath\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_DOLLARS = re.compile(
    r"(?<!\\)(?:\$\$[^$]+\$\$|\$(?!\d[\d.,]*[kKMB]?\s+[a-z][^$]*\s\$)(?:\\.|[^$\\])+\$)", re.DOTALL
)  # TeX pairs them from the left; "$5 and $10" is money that nobody escaped
_ESCAPED_GROUP = re.compile(r"\\\{([A-Z][\w.-]{0,20})\\\}")  # publishers escape case protection
_LINKED = re.compile(r"\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}")
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_LITERAL = re.compile(
    r"\\(?P<sign>[{}$&%#_]) | \\(?P<spacing>[~^])\{\}"
    r"| \\text(?P<name>backslash|ascii(?:tilde|circum|grave)|brace(?:left|right))"
    r"  (?:\{\}|(?![A-Za-z]))",
    re.VERBOSE,
)
_LITERALS = {
    "backslash": "\\",
    "asciitilde": "~",
    "asciicircum": "^",
    "asciigrave": "`",
    "braceleft": "{",
    "braceright": "}",
}
_UNKNOWN = re.compile(
    r"\\(?!(?:emph|text|underline|uline|[mh]box|footnote|enquote|mkbibquote|[Cc]ite|color))"
    r"[A-Za-z]{2,}\*?\s*(?=\{[^}])"
)  # one-letter commands are accents
_GROUP = re.compile(
    r"(?P<opening>\\(?:textcolor|color)\s*\{[^{}]*\}\s*\{|\\(?:[A-Za-z]+\*?|.)\s*(?:\[[^\]]*\])?\{)"
    r"|\{(?P<group>[^{}\\]*)\}"
)
_PLAIN = re.compile(r"[\w \t\n.,:;()/?!+*=@'’‘“”–—-]*")
_GROUPED = re.compile(r"(?<!\\)[{}]")


def text_of_bibtex(value: str) -> str:
    """Return a field's text; paragraphs stay parted by an empty line."""
    if not value:
        return ""
    value = unicodedata.normalize("NFC", shown(value))
    if _PLAIN.fullmatch(value) and "--" not in value and "''" not in value:
        return flowing(value)
    value = _ANGLE.sub(lambda match: "<" if match[1] == "less" else ">", value)
    if "<" in value or "&" in value:
        value = text_of_html(_with_ampersands(value))
    holder = Holder()
    value = _ENSURED.sub(r"$\1$", value)
    value = _DOLLARS.sub(lambda match: holder.hold(match[0]), value)
    value = hold_math(value, holder.hold)
    value = _ESCAPED_GROUP.sub(r"\1", value)
    value = _LINKED.sub(r"\1", value)
    value = _ADDRESS.sub(lambda match: holder.hold(_unescaped(match[1])), value)
    value = _LITERAL.sub(lambda match: holder.hold(_literal(match)), value)
    if "\\" in value:
        value = _without_inner_groups(with_letters(_UNKNOWN.sub("", value)))
    value = _GROUPED.sub("", plain_tex(value))
    return flowing(holder.release(value).replace("\u00a0", " "))


def _with_ampersands(value: str) -> str:
    r"""Return the value with ``\&`` as ``&``, but in formulas, which stay letter for letter."""
    holder = Holder()
    value = hold_math(_DOLLARS.sub(lambda match: holder.hold(match[0]), value), holder.hold)
    return holder.release(value.replace(r"\&", "&"))


def _without_inner_groups(value: str) -> str:
    """Drop the braces that hold no command's argument, since commands are read without them."""
    for _ in range(4):
        before = value
        value = _GROUP.sub(lambda match: match["opening"] or match["group"] or "", value)
        if value == before:
            break
    return value


def _literal(match: re.Match[str]) -> str:
    return match["sign"] or match["spacing"] or _LITERALS[match["name"]]


def _unescaped(address: str) -> str:
    return re.sub(r"\\([_#&%~$])", r"\1", address)
