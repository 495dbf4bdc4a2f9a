"""Our scripts without signs and blanks that they can do without.

Declarations that follow each other become one, lists and blocks lose what ends their last part, and
single parameters their brackets.

Not a JavaScript parser: it relies on the style of this repository, whose loops have bodies
and whose statements end in a semicolon or a brace.
"""

from __future__ import annotations

from generator.emit.lexemes import WORD, Reading, Script, read

_CLOSING = frozenset({")", "]", "}"})
_BEFORE_STATEMENTS = frozenset({";", "{", "}"})
_JOINED = frozenset({"const", "let"})
_TWICE = frozenset({"+", "-", "/"})  # two of them mean something else than one and one


def tightened(text: str) -> str:
    """Return a script without them.

    Raises:
        ValueError: Its brackets do not match, as they were read.
    """
    script = Script(text)
    reading = read(script.lexemes)
    words = [*script.lexemes]
    _join_declarations(script, reading, words)
    for place, lexeme in enumerate(reading.lexemes[:-1]):
        after = reading.lexemes[place + 1]
        if (lexeme == ";" and after == "}") or (lexeme == "," and _is_trailing(reading, place)):
            words[place] = ""
        elif after == "=>" and lexeme == ")" and reading.ends[place] == place - 2:
            _open_parameter(reading, words, place - 2)
    _drop_blanks(script, reading)
    return script.written(words)


def _is_trailing(reading: Reading, place: int) -> bool:
    """Tell whether a comma ends a list, in which it leaves out no value."""
    before, after = reading.lexemes[place - 1], reading.lexemes[place + 1]
    return after in _CLOSING and before not in (",", "[")


def _open_parameter(reading: Reading, words: list[str], start: int) -> None:
    """Take the brackets from around a function's only parameter, a plain name."""
    if not WORD.match(reading.lexemes[start + 1]):
        return
    is_after_word = start > 0 and WORD.match(reading.lexemes[start - 1])
    words[start] = " " if is_after_word else ""
    words[start + 2] = ""


def _join_declarations(script: Script, reading: Reading, words: list[str]) -> None:
    """Make one statement of declarations that follow each other."""
    lexemes, around = reading.lexemes, reading.around
    ends = _statement_ends(reading)
    for place, lexeme in enumerate(lexemes):
        starts = place == 0 or lexemes[place - 1] in _BEFORE_STATEMENTS
        if lexeme not in _JOINED or not starts or around[place] in reading.objects:
            continue
        end = ends.get(place, len(lexemes))
        if lexemes[end + 1 : end + 2] == [lexeme] and around[end + 1] == around[place]:
            words[end], words[end + 1] = ",", ""
            script.between[end + 1] = script.between[end + 2] = ""


def _statement_ends(reading: Reading) -> dict[int, int]:
    """Return, for each declaration, the place of the semicolon after it."""
    ends: dict[int, int] = {}
    coming: dict[int, int] = {}  # by bracket, the next semicolon within
    for place in range(len(reading.lexemes) - 1, -1, -1):
        lexeme, bracket = reading.lexemes[place], reading.around[place]
        if lexeme == ";":
            coming[bracket] = place
        elif lexeme in _JOINED and bracket in coming:
            ends[place] = coming[bracket]
    return ends


def _drop_blanks(script: Script, reading: Reading) -> None:
    """Take away blanks beside signs; beside literals they are already."""
    for place, (before, after) in enumerate(
        zip(reading.lexemes, reading.lexemes[1:], strict=False)
    ):
        is_blank = script.between[place + 1].isspace() and place not in script.stand_ins
        if is_blank and not _need_blank(before, after):
            script.between[place + 1] = ""


def _need_blank(before: str, after: str) -> bool:
    if _is_wordlike(before) and _is_wordlike(after):
        return True
    if before[0].isdigit() and after == ".":
        return True
    return before[-1] in _TWICE and (after[0] == before[-1] or after == '""')


def _is_wordlike(lexeme: str) -> bool:
    return lexeme[0].isalnum() or lexeme[0] in "_$#"
