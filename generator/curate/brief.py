"""A statement in one line, for cards and feeds: shorter where it can be, always grammatical.

Ties to the sentences before, short parentheses and closing clauses are left out. Which of the
possible lines is shown is learned from authors' own one-line summaries (see training/).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.curate.clauses import safe_cuts
from generator.curate.openings import without_reason, without_showing, without_ties
from generator.curate.sentence_features import Features, folded
from generator.text.plain import readable
from generator.text.plain_math import spoken_math

_PARENTHESIS = re.compile(r"\s\((?!\s*(?:\d+|[a-z]|[ivx]+)\s*\))[^()$]{1,80}\)")
_FEWEST_WORDS = 6
_RESULT_WORDS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One possible short form: its text and what was done to the sentence."""

    text: str
    changes: frozenset[str] = frozenset()


def one_line(sentence: str) -> str:
    """Return a sentence of an abstract readable, without ties and short parentheses."""
    line = " ".join(spoken_math(readable(sentence)).split())
    line = _without_stray_quote(line)
    bare = _PARENTHESIS.sub("", line)
    bare = without_ties(bare if bare.count(" ") + 1 >= _FEWEST_WORDS else line)
    return bare if bare.endswith((".", "!", "?", "…", "。")) else bare.rstrip(",;: ") + "."


def contribution_line(
    sentence: str, title: str, weights: Mapping[str, float], rarity: Mapping[str, float]
) -> str:
    """Return the best of the sentence's short forms; the longer one of equals.

    Args:
        sentence: As the abstract writes it.
        title: The paper's title, readable.
        weights: What each feature of ``line_features`` counts.
        rarity: As for ``sentence_features``.
    """
    lines = possible_lines(one_line(sentence))
    if len(lines) == 1:
        return lines[0].text

    def score(line: Line) -> float:
        features = line_features(line, lines[0], title, rarity)
        return sum(value * weights.get(name, 0.0) for name, value in features.items())

    return max(lines, key=lambda line: round(score(line), 6)).text


def result_line(sentence: str) -> str:
    """Return what was found, without who shows it; cut only where it is long."""
    line = without_showing(one_line(sentence))
    if line.count(" ") < _RESULT_WORDS:
        return line
    heads = [_ended(line[: cut.at]) for cut in safe_cuts(line)]
    fitting = [head for head in heads if 10 <= head.count(" ") < _RESULT_WORDS]
    return fitting[-1] if fitting else line


def possible_lines(line: str) -> tuple[Line, ...]:
    """Return the line itself, then its shorter forms, without repetition."""
    starts = [Line(line)]
    if (bare := without_reason(line)) != line:
        starts.append(Line(bare, frozenset({"reason"})))
    for start in tuple(starts):
        shown = without_showing(start.text)
        if shown != start.text and shown.count(" ") + 1 >= _FEWEST_WORDS:
            starts.append(Line(shown, start.changes | {"showing"}))
    found: dict[str, Line] = {}
    for start in starts:
        found.setdefault(start.text, start)
        for cut in safe_cuts(start.text):
            text = _ended(start.text[: cut.at])
            found.setdefault(text, Line(text, start.changes | {"cut", f"cut_{cut.kind}"}))
    return tuple(found.values())


def line_features(line: Line, whole: Line, title: str, rarity: Mapping[str, float]) -> Features:
    """Return what can be seen of a short form: its length, what of the title it keeps and loses."""

    def weight(bag: frozenset[str]) -> float:
        return sum(rarity.get(word, 1.0) for word in bag)

    words = folded(line.text)
    bag, wanted = frozenset(words), frozenset(folded(title))
    shared, own, asked = weight(bag & wanted), weight(bag) or 1.0, weight(wanted) or 1.0
    count = len(words)
    features = dict.fromkeys(line.changes, 1.0)
    features |= {
        "title_found": shared / asked,
        "title_share": shared / own,
        "title_alike": 2 * shared / (own + asked),
        "title_lost": weight((frozenset(folded(whole.text)) - bag) & wanted) / asked,
        "length": math.log(count + 1) / 4,
        "kept": count / max(len(folded(whole.text)), 1),
        "under_8": max(0, 8 - count) / 8,
        "under_12": max(0, 12 - count) / 12,
        "over_22": max(0, count - 22) / 22,
        "over_32": max(0, count - 32) / 32,
        "rare": sum(word not in rarity for word in words) / max(count, 1),
        "opens_we": float(line.text.startswith("We ")),
    }
    return features


def _without_stray_quote(line: str) -> str:
    """Drop a quotation mark that is left of a pair around several sentences."""
    if line.count('"') % 2 == 0:
        return line
    return line[1:].lstrip() if line.startswith('"') else line.removesuffix('"').rstrip()


def _ended(head: str) -> str:
    return head.rstrip(" ,;:–—-") + "."
