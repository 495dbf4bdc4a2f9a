"""Porter's stemmer as lunr.js 2.3.9 runs it.

The algorithm is M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980. lunr.js
keeps three habits of its own, all reproduced: a final y becomes i only after a consonant that is
not the word's first letter (``fly``, but ``survey`` and ``by`` stay); ``bli`` and ``logi`` join
step 2; every suffix needs at least one character before it. Characters are UTF-16 code units.
"""

from __future__ import annotations

import re

_CONSONANTS = "[^aeiou][^aeiouy]*"
_VOWELS = "[aeiouy][aeiou]*"
_MEASURE_ABOVE_0 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}").match
_MEASURE_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}(?:{_VOWELS})?").fullmatch
_MEASURE_ABOVE_1 = re.compile(
    f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}{_VOWELS}{_CONSONANTS}"
).match
_HAS_VOWEL = re.compile(f"(?:{_CONSONANTS})?[aeiouy]").match
_SHORT = re.compile(f"{_CONSONANTS}[aeiouy][^aeiouwxy]").fullmatch

_STEP_2 = {
    "ational": "ate",
    "ization": "ize",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "tional": "tion",
    "biliti": "ble",
    "entli": "ent",
    "ousli": "ous",
    "ation": "ate",
    "alism": "al",
    "aliti": "al",
    "iviti": "ive",
    "enci": "ence",
    "anci": "ance",
    "izer": "ize",
    "alli": "al",
    "ator": "ate",
    "logi": "log",
    "bli": "ble",
    "eli": "e",
}
_STEP_3 = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "iciti": "ic",
    "ical": "ic",
    "ness": "",
    "ful": "",
}
_STEP_4 = (  # longest first
    *("ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism"),
    *("ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou"),
)
_ENDINGS_2 = tuple(_STEP_2)
_ENDINGS_3 = tuple(_STEP_3)
_ENDINGS_4 = (*_STEP_4, "sion", "tion")


def stem(word: str) -> str:
    """Return the stem lunr.js makes of a lower-case word without white space."""
    if word.isascii() or max(word) <= "\uffff":
        return _stem_units(word)
    units = word.encode("utf-16-le", "surrogatepass")
    pairs = "".join(chr(units[i] | units[i + 1] << 8) for i in range(0, len(units), 2))
    stemmed = _stem_units(pairs).encode("utf-16-le", "surrogatepass")
    return stemmed.decode("utf-16-le", "surrogatepass")


def _stem_units(word: str) -> str:
    if len(word) < 3:
        return word
    initial_y = word[0] == "y"
    if initial_y:  # a capital Y is a consonant to every rule below
        word = "Y" + word[1:]
    word = _plural(word)
    word = _past(word)
    if len(word) > 2 and word[-1] == "y" and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    # Most words have no such ending, and asking for all at once is quick.
    if word.endswith(_ENDINGS_2):
        word = _replaced(word, _STEP_2)
    if word.endswith(_ENDINGS_3):
        word = _replaced(word, _STEP_3)
    if word.endswith(_ENDINGS_4):
        word = _without_suffix(word)
    word = _without_final_e(word)
    return "y" + word[1:] if initial_y else word


def _plural(word: str) -> str:
    """Step 1a: ``caresses`` to ``caress``, ``ponies`` to ``poni``, ``cats`` to ``cat``."""
    for ending in ("sses", "ies"):
        if word.endswith(ending) and word != ending:
            return word[:-2]
    if len(word) > 2 and word[-1] == "s" and word[-2] != "s":
        return word[:-1]
    return word


def _past(word: str) -> str:
    """Step 1b: ``agreed`` to ``agree``, ``plastered`` to ``plaster``, ``hopping`` to ``hop``."""
    if len(word) > 3 and word.endswith("eed"):
        return word[:-1] if _MEASURE_ABOVE_0(word[:-3]) else word
    for suffix in ("ed", "ing"):
        start = word.removesuffix(suffix)
        if start and start != word and _HAS_VOWEL(start):
            return _mended(start)
    return word


def _mended(start: str) -> str:
    """Give back the e, or take the doubled letter, that ``ed`` and ``ing`` leave behind."""
    if start.endswith(("at", "bl", "iz")):
        return start + "e"
    if len(start) > 1 and start[-1] == start[-2] and start[-1] not in "aeiouylsz":
        return start[:-1]
    return start + "e" if _SHORT(start) else start


def _replaced(word: str, endings: dict[str, str]) -> str:
    """Steps 2 and 3: exchange the longest ending that fits."""
    for ending, other in endings.items():
        if word.endswith(ending) and len(word) > len(ending):
            start = word[: -len(ending)]
            return start + other if _MEASURE_ABOVE_0(start) else word
    return word


def _without_suffix(word: str) -> str:
    """Step 4: ``revival`` to ``reviv``, ``adoption`` to ``adopt``."""
    for suffix in _STEP_4:
        if word.endswith(suffix) and len(word) > len(suffix):
            start = word[: -len(suffix)]
            return start if _MEASURE_ABOVE_1(start) else word
    if word.endswith(("sion", "tion")) and len(word) > 4 and _MEASURE_ABOVE_1(word[:-3]):
        return word[:-3]
    return word


def _without_final_e(word: str) -> str:
    """Step 5: ``probate`` to ``probat``, ``controll`` to ``control``."""
    start = word[:-1]
    if (
        start
        and word[-1] == "e"
        and (_MEASURE_ABOVE_1(start) or (_MEASURE_1(start) and not _SHORT(start)))
    ):
        word = start
    return word[:-1] if word.endswith("ll") and _MEASURE_ABOVE_1(word) else word
