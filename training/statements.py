"""Learn generator/weights/tldr.json: which sentences of an abstract are contribution and result.

Run from the project root, with numpy and rouge-score installed (see training/README.md):

    python -m training.statements --summaries FILE --corpus FILE [--output FILE]
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rouge_score.rouge_scorer import RougeScorer

from generator.curate.brief import Line, line_features, one_line, possible_lines
from generator.curate.sentence_features import Features, folded, sentence_features
from generator.text.plain import readable
from generator.text.sentences import sentence_spans

Vector = np.ndarray[Any, np.dtype[np.float64]]
LABELS = Path(__file__).with_name("statement_labels.json")
WEIGHTS = Path(__file__).parents[1] / "generator" / "weights" / "tldr.json"
MEASURES = ("rouge1", "rouge2", "rougeL")
COMMON_WORDS = 800
RARE_PAPERS = 40
LABEL_POINTS = 25.0
LABEL_COUNTS = 4.0
ACCEPTABLE = 0.7
RIDGE_SENTENCES, RIDGE_RESULTS, RIDGE_LINES = 30.0, 10.0, 10.0
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """Things to choose among, each with features and what choosing it is worth."""

    features: tuple[Features, ...]
    worth: tuple[float, ...]
    marks: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Summarised:
    """A paper with its authors' summary: its sentences, and the short forms of each."""

    title: str
    sentences: Choice
    lines: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paper read by us: the worth of each sentence as contribution and as result."""

    contribution: Choice
    result: Choice
    has_result: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, print cross-validated figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--summaries", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    corpus = {row["id"]: row for row in _rows(options.corpus)}
    rarity = rarities(row["abstract"] for row in corpus.values())
    labelled = [_labelled(corpus[label["id"]], label, rarity) for label in _labels()]
    summarised = [_summarised(row, rarity) for row in _rows(options.summaries)]
    _report(summarised, labelled)
    weights = learn(summarised, labelled)
    floor = result_floor(labelled, weights["result"])
    found = {**weights, "result_floor": floor, "rarity": rarity}
    text = json.dumps(found, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    options.output.write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")
    return 0


def rarities(abstracts: Iterable[str]) -> dict[str, float]:
    """Return the weight of the commonest words: 0.0 in every abstract, 1.0 in forty of them."""
    counts: Counter[str] = Counter()
    total = 0
    for abstract in abstracts:
        counts.update(frozenset(folded(abstract)))
        total += 1
    scale = math.log(total / RARE_PAPERS)
    found = {w: round(math.log(total / n) / scale, 2) for w, n in counts.most_common(COMMON_WORDS)}
    return {word: weight for word, weight in found.items() if weight < 1.0}


def learn(
    summarised: Sequence[Summarised], labelled: Sequence[Labelled]
) -> dict[str, dict[str, float]]:
    """Return the three linear models."""
    sentences = [(paper.sentences, 1.0) for paper in summarised]
    sentences += [(paper.contribution, LABEL_COUNTS) for paper in labelled]
    return {
        "contribution": ridge(sentences, RIDGE_SENTENCES),
        "result": ridge([(paper.result, 1.0) for paper in labelled], RIDGE_RESULTS),
        "line": ridge([(c, 1.0) for p in summarised for c in p.lines], RIDGE_LINES),
    }


def ridge(choices: Sequence[tuple[Choice, float]], strength: float) -> dict[str, float]:
    """Return weights that predict worth within each choice, by ridge regression."""
    names = sorted({name for choice, _ in choices for seen in choice.features for name in seen})
    place = {name: index for index, name in enumerate(names)}
    gram = strength * np.eye(len(names))
    target = np.zeros(len(names))
    for choice, counts in choices:
        seen = np.zeros((len(choice.features), len(names)))
        for row, features in enumerate(choice.features):
            for name, value in features.items():
                seen[row, place[name]] = value
        worth = np.array(choice.worth)
        seen -= seen.mean(axis=0)
        gram += counts * seen.T @ seen
        target += counts * seen.T @ (worth - worth.mean())
    found: Vector = np.linalg.solve(gram, target)
    return {name: round(float(w), 3) for name, w in zip(names, found, strict=True) if abs(w) > 5e-4}


def result_floor(labelled: Sequence[Labelled], weights: Mapping[str, float]) -> float:
    """Return the score that best parts papers with a result from those without.

    Hiding a result that is there is as bad as showing two that are not.
    """
    scored = [(max(_scores(p.result, weights)), p.has_result) for p in labelled]

    def loss(floor: float) -> float:
        hidden = sum(has for score, has in scored if score < floor)
        return 2.0 * hidden + sum(not has for score, has in scored if score >= floor)

    floors = [round(0.02 * step, 2) for step in range(-20, 40)]
    return min(floors, key=lambda floor: (loss(floor), floor))


def _scores(choice: Choice, weights: Mapping[str, float]) -> list[float]:
    return [sum(v * weights.get(name, 0.0) for name, v in f.items()) for f in choice.features]


def _best(choice: Choice, weights: Mapping[str, float]) -> int:
    scores = _scores(choice, weights)
    return scores.index(max(scores))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _labels() -> list[dict[str, Any]]:
    labels: list[dict[str, Any]] = json.loads(LABELS.read_text(encoding="utf-8"))["papers"]
    return labels


def _cut(row: Mapping[str, Any]) -> list[str]:
    abstract = row["abstract"]
    return [" ".join(readable(abstract[a:b]).split()) for a, b in sentence_spans(abstract)]


def _summarised(row: Mapping[str, Any], rarity: Mapping[str, float]) -> Summarised:
    scorer = RougeScorer(list(MEASURES), use_stemmer=True)
    title, sentences = readable(row["title"]), _cut(row)

    def marks(text: str) -> tuple[float, ...]:
        scores = scorer.score(row["tldr"], text)
        return tuple(100 * scores[measure].fmeasure for measure in MEASURES)

    lines = []
    for sentence in sentences:
        forms = possible_lines(one_line(sentence))
        found = [marks(form.text) for form in forms]
        lines.append(_choice(_line_features(forms, title, rarity), found))
    whole = [choice.marks[0] for choice in lines]
    return Summarised(
        title, _choice(sentence_features(title, sentences, rarity), whole), tuple(lines)
    )


def _line_features(
    forms: Sequence[Line], title: str, rarity: Mapping[str, float]
) -> tuple[Features, ...]:
    return tuple(line_features(form, forms[0], title, rarity) for form in forms)


def _choice(features: tuple[Features, ...], marks: Sequence[tuple[float, ...]]) -> Choice:
    return Choice(features, tuple(sum(m) / len(m) for m in marks), tuple(marks))


def _labelled(
    row: Mapping[str, Any], label: Mapping[str, Any], rarity: Mapping[str, float]
) -> Labelled:
    sentences = _cut(row)
    if len(sentences) != label["sentences"]:
        raise SystemExit(f"{label['id']}: the sentences are cut otherwise than when it was read")
    features = sentence_features(readable(row["title"]), sentences, rarity)

    def worth(best: int | None, also: Sequence[int], points: float) -> tuple[float, ...]:
        return tuple(
            points if i == best else points * ACCEPTABLE if i in also else 0.0
            for i in range(len(sentences))
        )

    return Labelled(
        Choice(features, worth(label["contribution"], label["contribution_also"], LABEL_POINTS)),
        Choice(features, worth(label["result"], label["result_also"], 1.0)),
        label["result"] is not None,
    )


def _report(summarised: Sequence[Summarised], labelled: Sequence[Labelled]) -> None:
    """Print figures of ten-fold cross-validation, each with its standard error."""
    sentence, line, said, found, empty = [], [], [], [], []
    for fold in range(FOLDS):
        weights = learn(
            [p for i, p in enumerate(summarised) if i % FOLDS != fold],
            [p for i, p in enumerate(labelled) if i % FOLDS != fold],
        )
        for paper in summarised[fold::FOLDS]:
            best = _best(paper.sentences, weights["contribution"])
            sentence.append(paper.sentences.marks[best])
            forms = paper.lines[best]
            line.append(forms.marks[_best(forms, weights["line"])])
        kept = [p for i, p in enumerate(labelled) if i % FOLDS != fold]
        floor = result_floor(kept, weights["result"])
        for read in labelled[fold::FOLDS]:
            first = _best(read.contribution, weights["contribution"])
            said.append(_hit(read.contribution, first))
            scores = _scores(read.result, weights["result"])
            scores[first] = -math.inf
            second = scores.index(max(scores))
            empty.append((float((scores[second] >= floor) == read.has_result),))
            if read.has_result:
                found.append(_hit(read.result, second) if scores[second] >= floor else (0.0, 0.0))
    for name, values in (
        ("whole sentence, ROUGE-1/2/L", sentence),
        ("short form, ROUGE-1/2/L", line),
        ("contribution found, best only", said),
        ("result found, best only", found),
        ("rightly with or without result", empty),
    ):
        sys.stdout.write(f"{name}: {_summary(np.array(values))}\n")


def _hit(choice: Choice, index: int) -> tuple[float, float]:
    return float(choice.worth[index] > 0), float(choice.worth[index] == max(choice.worth))


def _summary(values: Vector) -> str:
    means, spread = values.mean(axis=0), values.std(axis=0) / math.sqrt(len(values))
    return ", ".join(f"{m:.3f} (±{s:.3f})" for m, s in zip(means, spread, strict=True))


if __name__ == "__main__":
    raise SystemExit(main())
