"""A statement in one line, for cards and feeds: shorter where it can be, always grammatical.

Ties to the sentences before, short parentheses and closing clauses are left out. Which of the
possible lines is shown is learned from authors' own one-line summaries (see training/).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.curate.clauses import safe_cuts
from generator.curate.openings import without_reason, without_showing, without_ties
from generator.curate.sentence_features import Features
from generator.curate.statement_weights import LineModel
from generator.curate.title_words import TitleWords
from generator.text.plain import readable
from generator.text.plain_math import spoken_math
from generator.text.tokens import words

_PARENTHESIS = re.compile(r"\s\((?!\s*(?:\d+|[a-z]|[ivx]+)\s*\))[^()$]{1,80}\)")
_BACKWARD = re.compile(
    r" to (?:address|solve|tackle|overcome|mitigate|alleviate|resolve|remedy|bridge|fill|handle"
    r"|avoid) (?:all |both )?(?:this|these|such|those|the above)(?: [\w-]+){1,3}\.$"
)
"""A purpose that only points back: ``… to address these problems.``"""
_LONGEST_PURPOSE = 80
_WANTING = frozenset(
    ("how", "aim", "aims", "attempt", "able", "designed", "made", "used", "try", "seek", "need")
)
"""Words that say nothing without the purpose behind them."""
_FEWEST_WORDS = 6
_SHORT_WORDS = 12
"""A contribution of so few words stays whole."""
_RESULT_WORDS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One possible short form: its text and what was done to the sentence."""

    text: str
    changes: tuple[str, ...] = ()


def one_line(sentence: str) -> str:
    """Return a sentence of an abstract readable, without ties and short parentheses."""
    return bare_line(" ".join(readable(sentence).split()))


def bare_line(text: str) -> str:
    """Return a readable sentence with single blanks without ties and short parentheses.

    A tie at the end goes too: ``We draw a new map of rivers to address these problems.``
    """
    line = _without_stray_quote(" ".join(spoken_math(text).split()) if "$" in text else text)
    bare = _PARENTHESIS.sub("", line) if "(" in line else line
    bare = without_ties(bare if bare.count(" ") + 1 >= _FEWEST_WORDS else line)
    bare = _without_backward_purpose(bare)
    return bare if bare.endswith((".", "!", "?", "…", "。")) else bare.rstrip(",;: ") + "."


def _without_backward_purpose(line: str) -> str:
    start = line.rfind(" to ", max(len(line) - _LONGEST_PURPOSE, 0))
    if start < 0 or not _BACKWARD.match(line, start):
        return line
    before = line[:start].rstrip(",").split(" ")
    if len(before) < _FEWEST_WORDS or before[-1] in _WANTING:
        return line
    return " ".join(before) + "."


def contribution_line(text: str, title: TitleWords, model: LineModel) -> str:
    """Return the best of the sentence's short forms; the longer one of equals.

    Args:
        text: The sentence, readable, with single blanks.
        title: What the paper's title says.
        model: What the features and words of a short form count.
    """
    line = bare_line(text)
    lines = possible_lines(line) if line.count(" ") >= _SHORT_WORDS else ()
    if len(lines) < 2:
        return line
    tokens = [words(line.text) for line in lines]
    wanted = title.shared(tokens[0]).get("title_found", 0.0)

    def score(place: int) -> float:
        own = tokens[place]
        return model.score(line_features(lines[place], own, title, len(tokens[0]), wanted), own)

    return lines[max(range(len(lines)), key=score)].text


def result_line(text: str) -> str:
    """Return what was found, without who shows it; cut only where it is long.

    Args:
        text: The sentence, readable, with single blanks.
    """
    line = without_showing(bare_line(text))
    if line.count(" ") < _RESULT_WORDS:
        return line
    # ``at a cost that is twice …``: a finding without its measure is none.
    heads = [_ended(line[: cut.at]) for cut in safe_cuts(line) if cut.kind != "that"]
    fitting = [head for head in heads if 10 <= head.count(" ") < _RESULT_WORDS]
    return fitting[-1] if fitting else line


def possible_lines(line: str) -> tuple[Line, ...]:
    """Return the line itself, then its shorter forms, without repetition."""
    starts = [Line(line)]
    if (bare := without_reason(line)) != line:
        starts.append(Line(bare, ("reason",)))
    for start in tuple(starts):
        shown = without_showing(start.text)
        if shown != start.text and shown.count(" ") + 1 >= _FEWEST_WORDS:
            starts.append(Line(shown, (*start.changes, "showing")))
    found: dict[str, Line] = {}
    for start in starts:
        found.setdefault(start.text, start)
        for cut in safe_cuts(start.text):
            text = _ended(start.text[: cut.at])
            found.setdefault(text, Line(text, (*start.changes, "cut", f"cut_{cut.kind}")))
    return tuple(found.values())


def line_features(
    line: Line, own: Sequence[str], title: TitleWords, whole: int, wanted: float
) -> Features:
    """Return what can be seen of a short form: its length, what of the title it keeps and loses.

    Args:
        line: The short form.
        own: Its words.
        title: What the paper's title says.
        whole: How many words the whole line has.
        wanted: How much of the title the whole line holds, 0.0 to 1.0.
    """
    count = len(own)
    features = title.shared(own)
    features["title_lost"] = wanted - features.get("title_found", 0.0)
    features["length"] = math.log(count + 1) / 4
    features["kept"] = count / max(whole, 1)
    if count < 12:
        features["under_12"] = (12 - count) / 12
        features["under_8"] = max(0, 8 - count) / 8
    elif count > 22:
        features["over_22"] = (count - 22) / 22
        features["over_32"] = max(0, count - 32) / 32
    if line.text.startswith("We "):
        features["opens_we"] = 1.0
    for change in line.changes:
        features[change] = 1.0
    return features


def _without_stray_quote(line: str) -> str:
    """Drop a quotation mark that is left of a pair around several sentences."""
    if line.count('"') % 2 == 0:
        return line
    return line[1:].lstrip() if line.startswith('"') else line.removesuffix('"').rstrip()


def _ended(head: str) -> str:
    return head.rstrip(" ,;:–—-") + "."
