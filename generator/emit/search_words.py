"""The words by which a piece of text can be found.

lunr.js alone loses words: it cuts only at blanks and hyphens, folds no accents, and trims every
letter that is not ASCII from a token's ends. So the documents we index carry, behind each text,
the further forms of its words that lunr.js would lose, written in ASCII; a query is read by the
same rules. ``static/js/search/words.js`` says the same in JavaScript; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.emit.lunr.tokens import chunks, cut, trim

_ACCENTS = re.compile("[\u0300-\u036f]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | {"ς": "σ"}
)
_POSSESSIVE = re.compile("['’]s(?![a-z0-9])")
_APOSTROPHE = re.compile("['’]")
# Short cuts for nearly all chunks, which the rules below would read alike: a word, or two with a
# hyphen, among ASCII signs, which lunr.js trims off (but no apostrophe before the pair).
_FRAMED_WORD = re.compile("[!-/:-@\\[-^`{-~]*[A-Za-z0-9]+[!-/:-@\\[-^`{-~]*").fullmatch
_FRAMED_PAIR = re.compile(
    "[!-&(-/:-@\\[-^`{-~]*([A-Za-z0-9]+)-([A-Za-z0-9]+)[!-/:-@\\[-^`{-~]*"
).fullmatch
_HYPHENS = re.compile("[-\u2010-\u2013\u2212]+")
_SHORT_FIRST = 5  # letters: multi-modal
_SHORT_SECOND = 3  # try-on

# Everything below U+0300 but letters and digits, then the blocks of punctuation, symbols, private
# use and emoji. Spelled out because the two languages' \w differ.
_NO_WORD = (
    "\\x00-/:-@\\[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf×÷\u02b9-\u02df\u055a-\u055f\u0589\u058a"
    "\u05be\u060c\u061b\u061f\u06d4\u0964\u0965\u1680\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff"
    "\u2e00-\u2e7f\u3000-\u3004\u3007-\u3020\u3030\u30fb\ud800-\uf8ff\ufe00-\ufe1f\ufeff"
    "\ufff0-\uffff\U0001f000-\U0001faff\U000e0000-\U0010ffff"
)
_RUN = re.compile(f"(?:[0-9]+(?:[.,][0-9]+)*|[^{_NO_WORD}])+")
# Thai, Lao, Khmer, Myanmar, kana and Han: written without blanks between words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3006\u3040-\u30ff\u3400-\u9fff" + (
    "\U00020000-\U0003ffff"
)
_SCRIPTS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]").match


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text or a query.

    Attributes:
        plain: Its letters and digits in ASCII: folded, or written as code points.
        token: What lunr.js makes of the piece of text it stands in, before stemming.
        joined: The hyphenated pair it belongs to as one word (``pretraining``); empty where nobody
            would write it so.
    """

    plain: str
    token: str
    joined: str = ""


def fold(text: str) -> str:
    """Return the text without case, accents and compatibility forms."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", plain))


def read_chunk(chunk: str) -> list[Word]:
    """Return the words of a run of text without white space."""
    pairs = []
    for piece in cut(chunk):
        token = trim(piece)
        pairs += [(plain, token) for plain in _plain_words(piece)]
    if any(len(plain) > 1 for plain, _ in pairs):
        pairs = [pair for pair in pairs if len(pair[0]) > 1]
    joined = _joined(chunk)
    return [Word(plain, token, joined) for plain, token in pairs]


def other_forms(chunk: str) -> tuple[str, ...]:
    """Return the forms of the chunk's words that lunr.js would not find in it."""
    forms: dict[str, None] = {}
    for word in read_chunk(chunk):
        forms |= dict.fromkeys((word.plain, word.joined))
    forms |= dict.fromkeys(_last_characters(chunk))
    for known in ("", *map(trim, cut(chunk))):
        forms.pop(known, None)
    return tuple(forms)


class OtherForms(dict[str, tuple[str, ...]]):
    """The forms of a chunk's words that lunr.js would not find in it; each chunk is read once."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if _FRAMED_WORD(chunk):
            forms: tuple[str, ...] = ()
        elif pair := _FRAMED_PAIR(chunk):
            joined = _as_one_word(pair[1].lower(), pair[2].lower())
            forms = (joined,) if joined else ()
        else:
            forms = other_forms(chunk)
        self[chunk] = forms
        return forms

    def of(self, text: str) -> str:
        """Return the other forms of the text's words, each once, separated by blanks."""
        distinct = dict.fromkeys(chunks(text))
        others = [forms for forms in map(self.__getitem__, distinct) if forms]
        return " ".join(dict.fromkeys(form for forms in others for form in forms))


def _plain_words(piece: str) -> list[str]:
    text = _APOSTROPHE.sub("", _POSSESSIVE.sub("", fold(piece)))
    return [
        word
        for run in _RUN.findall(text)
        for part in _SCRIPTS.findall(run)
        for word in _written(part)
    ]


def _written(part: str) -> list[str]:
    """Return a run of one script as words: whole, or in pairs of characters when unspaced."""
    if part.isascii():
        return [part]
    if not _IS_UNSPACED(part) or len(part) == 1:
        return [_code_points(part)]
    return [_code_points(part[i : i + 2]) for i in range(len(part) - 1)]


def _code_points(text: str) -> str:
    """Write a word in ASCII so that its beginnings stay beginnings and no stemmer touches it."""
    return "".join(f"{ord(char):x}_" for char in text)


def _joined(chunk: str) -> str:
    parts = [_plain_words(part) for part in _HYPHENS.split(chunk)]
    words = [word for part in parts for word in part]
    pair = len(words) == 2 == sum(1 for part in parts if part)
    return _as_one_word(*words) if pair else ""


def _as_one_word(first: str, second: str) -> str:
    """Return a pair that some would write as one word, or nothing: one of the two is short."""
    word = first + second
    may_be = len(first) <= _SHORT_FIRST or len(second) <= _SHORT_SECOND
    return word if may_be and word.isalnum() and not word.isdigit() else ""


def _last_characters(chunk: str) -> list[str]:
    """Return the characters that end a run of unspaced script: no pair begins with them."""
    return [
        _code_points(part[-1])
        for run in _RUN.findall(fold(chunk))
        for part in _SCRIPTS.findall(run)
        if _IS_UNSPACED(part)
    ]
