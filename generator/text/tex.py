r"""TeX as it is found in abstracts: where its math is, and its text commands as Unicode.

Only what authors really leave in abstracts is read; an unknown command stays as it is written.
Accents and symbols: https://ctan.org/pkg/comprehensive.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from generator.text.holder import HELD

MATH = re.compile(
    r"""
    (?= [$\\] ) (?:
      (?<!\\) \$\$ [^$]{1,1000}? \$\$
    | (?: (?<![\\$\w]) | (?<=[^\W_])(?= \$ (?:[_^\\{]|\([^\s$]*\\) ) )
        \$ (?! [\s$] | \d[\d.,]*[kKMB]?\s+[a-z]{2} )
        (?: \\. | [^$\\\n] | \n(?!\s*\n) ){1,600}? (?<!\s) \$ (?![\d$])
    | \\\( .{1,600}? \\\)
    | \\\[ .{1,1000}? \\\]
    | \\begin\{ (?P<name> (?:equation|align|gather|multline|math|displaymath) \*? ) \}
        .{1,2000}? \\end\{ (?P=name) \}
    )
    """,
    re.VERBOSE | re.DOTALL,
)
r"""TeX math: ``$x$`` by Pandoc's rule, so that $5 and $10 stay money, ``\(x\)``, displays.

Behind a letter it must look like math: ``Cu$_2$O`` has an index, ``US$5`` has none. Here and below,
patterns that would look around at every character first ask for one that they can begin with: that
takes a fifth of the time.
"""

_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_ACCENT = re.compile(
    r"""\\ (?: (?P<sign>['`^"~=.]) \s* | (?P<name>[uvHckrdb]) (?=[\s{]) \s* )
    (?: \{ \\?(?P<braced>[^\W\d_]) \} | \\?(?P<bare>[^\W\d_])(?![A-Za-z]*\{) )""",
    re.VERBOSE,
)
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ",
    "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "hyphen": "-", "slash": "/",
}  # fmt: skip
_SYMBOLS = {
    "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "textasciitilde": "~",
    "textasciicircum": "^", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "textquotedbl": '"', "quotedblbase": "„",
    "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "textless": "<", "textgreater": ">", "textbar": "|",
    "textunderscore": "_", "textdollar": "$", "textdegree": "°", "textmu": "µ",
    "textperiodcentered": "·", "textbullet": "•", "textexclamdown": "¡", "textquestiondown": "¿",
    "textellipsis": "…", "texttimes": "×", "textpm": "±", "textonehalf": "½", "textsection": "§",
    "textcopyright": "©", "textsterling": "£", "texteuro": "€",
    "textbackslash": "\\", "textregistered": "®", "texttrademark": "™", "copyright": "©",
    "pounds": "£", "euro": "€", "S": "§", "ie": "i.e.", "eg": "e.g.", "etal": "et al.",
    "times": "×", "pm": "±", "sim": "∼", "approx": "≈", "rightarrow": "→", "leftarrow": "←",
    "to": "→", "leq": "≤", "geq": "≥", "le": "≤", "ge": "≥", "LaTeX": "LaTeX", "TeX": "TeX",
    "quad": " ", "newline": " ", "par": "\n\n", "noindent": "", "xspace": "", "item": "•",
    "centering": "",
}  # fmt: skip
_SYMBOL = re.compile(r"\\([A-Za-z]+)(\{\}| )?")
_STYLED = re.compile(
    r"\\(?:emph|text(?:bf|it|tt|sc|rm|sf|sl|up|md|normal|superscript|subscript)?|underline|mbox"
    r"|hbox|uline|textcolor\s*\{[^{}]*\}|ensuremath)\s*\{([^{}]*)\}"
)
_SWITCH = re.compile(
    r"\\(?:em|it|bf|tt|sc|sl|rm|sf|bfseries|itshape|ttfamily|scshape|small|large)"
    r"(?![A-Za-z])\s*|\\color\s*\{[^{}]*\}\s*"
)
_UNSEEN = re.compile(r"\\[-/](?=[\w\s.,;:)])")  # places for hyphens, corrections of slant
_NOTED = re.compile(r"\\footnote(?:text)?\s*\{([^{}]*)\}")
_CITED = re.compile(r"\\(?:[Cc]ite[a-zA-Z]*\*?)\s*(?:\[[^\]]{0,200}\]){0,2}\{([^{}]*)\}")
_QUOTED = re.compile(r"\\(?:enquote\*?|mkbibquote)\s*\{([^{}]*)\}")
_GROUP = re.compile(
    r"(?=[\\{])(?P<unknown>\\[A-Za-z]{2,}\*?)?(?<!\\)\{(?P<group>(?:[^{}\\]|\\.)*)\}"
)
_SET = re.compile(r"\s|\s*$|(?=.*(?:,|\.\.|…))(?!.*[A-Za-z]{4})", re.DOTALL)
_ESCAPE = re.compile(r"\\([%&#_$@{}])")
_SPACING = re.compile(r"\\[,;:! ]|\\\\(?:\[[^\]]{0,20}\])?")
_TIE = re.compile(rf"(?=~)(?<=[\w.,;:)\]}}\"'”’%{HELD}])~(?=[\w(\[\\$“‘`—–{HELD}-])(?!(?<=\d~)\d)")
_DASH = re.compile(r"(?=--)(?<!-)(---?)(?![->])(?!(?<=\s--)[A-Za-z])")
_OPENING = re.compile(r"(?=[`'])(?:``|(?<![^\s(\[{])''(?=[^\s']))")
_SINGLE = re.compile(r"(?=`)(?<![\w`])`([^`'\n]{1,80})'(?!\w)")
_LOST_WORDS = ("arrow", "sim ", "pm ")
_LOST = re.compile(r"(?<![\\\w])(?:right|Right)arrow(?!\w)|(?<=\d)\s?(sim|pm) (?=\d)")


def hold_math(text: str, hold: Callable[[str], str]) -> str:
    """Return the text with each formula replaced by what ``hold`` returns for it."""
    if "$" not in text and "\\" not in text:
        return text
    return MATH.sub(lambda match: hold(match[0]), text)


def plain_tex(text: str) -> str:
    """Return the text with TeX's text commands, quotes, dashes, ties and braces as Unicode.

    Math must have been taken out before: this function would read it as text.
    """
    if "\\" in text:
        text = _commands(text)
    if "~" in text:
        text = _TIE.sub("\u00a0", text)
    if "--" in text:
        text = _DASH.sub(lambda match: "—" if len(match[1]) == 3 else "–", text)
    if "`" in text or "''" in text:
        text = _SINGLE.sub(r"‘\1’", text)
        text = _OPENING.sub("“", text).replace("''", "”")
    if any(word in text for word in _LOST_WORDS):
        text = _LOST.sub(lambda match: _SYMBOLS[match[1] or "rightarrow"], text)
    text = _without_braces(text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def with_letters(text: str) -> str:
    """Return the text with accents and foreign letters as Unicode, and all else as it is."""
    for _ in range(2):  # Vietnamese letters bear two accents
        text = _ACCENT.sub(_accented, text)
    # TeX swallows the blank behind a command, and letters stand inside words.
    return _SYMBOL.sub(lambda match: _LETTERS.get(match[1], match[0]), text)


def _commands(text: str) -> str:
    text = with_letters(text)
    for _ in range(4):  # commands stand inside commands, rarely deeper than this
        before = text
        text = _STYLED.sub(r"\1", text)
        text = _QUOTED.sub(r"“\1”", text)
        text = _CITED.sub(r"[\1]", text)
        text = _NOTED.sub(r" (\1)", text)
        if text == before:
            break
    text = _UNSEEN.sub("", _SWITCH.sub("", text))
    text = _SYMBOL.sub(_symbol, text)
    return _SPACING.sub(" ", text)


def _accented(match: re.Match[str]) -> str:
    letter = match["braced"] or match["bare"]
    sign = _ACCENTS[match["sign"] or match["name"]]
    return unicodedata.normalize("NFC", letter + sign)


def _symbol(match: re.Match[str]) -> str:
    sign = _SYMBOLS.get(match[1])
    if sign is None:
        return match[0]
    return f"{sign} " if match[2] == " " else sign


def _without_braces(text: str) -> str:
    """Drop braces that only group.

    Sets such as {0, 1}, braces with inner blanks and arguments of unknown commands keep theirs.
    """
    for _ in range(4):
        if "{" not in text:
            break
        before = text
        text = _GROUP.sub(_ungrouped, text)
        if text == before:
            break
    return text


def _ungrouped(match: re.Match[str]) -> str:
    group = match["group"]
    return match[0] if match["unknown"] or _SET.match(group) else group
