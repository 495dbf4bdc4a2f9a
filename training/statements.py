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
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from rouge_score.rouge_scorer import RougeScorer

from generator.curate.brief import bare_line, line_features, possible_lines
from generator.curate.sentence_features import Features
from generator.curate.statement_weights import LineModel
from generator.curate.title_words import TitleWords
from generator.curate.tldr import own_sentences
from generator.text.plain import readable
from generator.text.sentences import sentence_spans
from generator.text.tokens import words
from training.cue_groups import GROUPS

Vector = np.ndarray[Any, np.dtype[np.float64]]
LABELS = Path(__file__).with_name("statement_labels.json")
WEIGHTS = Path(__file__).parents[1] / "generator" / "weights" / "tldr.json"
MEASURES = ("rouge1", "rouge2", "rougeL")
COMMON_WORDS = 800
RARE_PAPERS = 40
USUAL_SHARE = 0.1
LABEL_POINTS = 25.0
LABEL_COUNTS = 0.75
ACCEPTABLE = 0.85
ROOT_POINTS = 6.0
"""Turns the root of a sentence's ROUGE into points like those of ROUGE: that of 36 counts 36."""
STRENGTHS = {
    "contribution": (30.0, 100.0, 500.0),
    "result": (10.0, 20.0, 40.0),
    "line": (10.0, 100.0, 500.0),
}
"""Of the ridge: for features, for groups of words, for single words."""
FOLDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What the corpus tells of single words, folded.

    Attributes:
        rarity: Weight of common words, 0 in every abstract, 100 in forty of them.
        usual: Those in a tenth of the abstracts; only they have weights of their own.
    """

    rarity: Mapping[str, int]
    usual: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Things to choose among, each with features, words and what choosing it is worth."""

    features: tuple[Features, ...]
    words: tuple[list[str], ...]
    worth: tuple[float, ...]
    marks: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Summarised:
    """A paper with its authors' summary: its sentences, and the short forms of each."""

    sentences: Choice
    lines: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paper read by us: the worth of each sentence as contribution and as result."""

    contribution: Choice
    result: Choice
    has_result: bool


Models = dict[str, LineModel]


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, print cross-validated figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--summaries", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    corpus = {row["id"]: row for row in _rows(options.corpus)}
    language = language_of([row["abstract"] for row in corpus.values()])
    labelled = [_labelled(corpus[label["id"]], label, language) for label in _labels()]
    summarised = [_summarised(row, language) for row in _rows(options.summaries)]
    _report(summarised, labelled, language)
    models = learn(summarised, labelled, language)
    found = {
        "sentence": {
            kind: _paired(asdict(models["contribution"])[kind], asdict(models["result"])[kind])
            for kind in ("features", "words")
        },
        "line": asdict(models["line"]),
        "result_floor": result_floor(labelled, models["result"]),
        "rarity": language.rarity,
    }
    text = json.dumps(found, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    options.output.write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")
    return 0


def language_of(abstracts: Sequence[str]) -> Language:
    """Return how common the words of the corpus are."""
    counts = Counter(word for text in abstracts for word in set(map(folded, words(text))))
    total = len(abstracts)
    scale = math.log(total / RARE_PAPERS)
    rarity = {
        word: round(100 * math.log(total / count) / scale)
        for word, count in counts.most_common(COMMON_WORDS)
    }
    return Language(
        rarity={word: weight for word, weight in rarity.items() if weight < 100},
        usual=frozenset(word for word, n in counts.items() if n >= USUAL_SHARE * total),
    )


def folded(word: str) -> str:
    """Return a word without an s at the end, so that plural and singular are learned as one."""
    return word[:-1] if len(word) > 3 and word[-1] == "s" else word


def learn(
    summarised: Sequence[Summarised], labelled: Sequence[Labelled], language: Language
) -> Models:
    """Return the three linear models."""
    sentences = [(paper.sentences, 1.0) for paper in summarised]
    sentences += [(paper.contribution, LABEL_COUNTS) for paper in labelled]
    choices = {
        "contribution": sentences,
        "result": [(paper.result, 1.0) for paper in labelled],
        "line": [(choice, 1.0) for paper in summarised for choice in paper.lines],
    }
    return {name: ridge(found, language, STRENGTHS[name]) for name, found in choices.items()}


def ridge(
    choices: Sequence[tuple[Choice, float]], language: Language, strengths: Sequence[float]
) -> LineModel:
    """Return weights that predict worth within each choice, by ridge regression."""
    names = sorted({name for choice, _ in choices for seen in choice.features for name in seen})
    of_word = _columns_of_words(language, len(names))
    place = {name: index for index, name in enumerate(names)}
    sizes = (len(names), len(GROUPS), len(language.usual))
    gram = np.diag(np.repeat(strengths, sizes))
    target = np.zeros(sum(sizes))
    for choice, counts in choices:
        seen = np.zeros((len(choice.features), len(target)))
        for row, (features, text) in enumerate(zip(choice.features, choice.words, strict=True)):
            for name, value in features.items():
                seen[row, place[name]] = value
            for word in of_word.keys() & text:
                seen[row, of_word[word]] += 1.0
        worth = np.array(choice.worth)
        seen -= seen.mean(axis=0)
        gram += counts * seen.T @ seen
        target += counts * seen.T @ (worth - worth.mean())
    found: Vector = np.linalg.solve(gram, target)
    weights = {name: round(1000 * float(found[index])) for name, index in place.items()}
    by_word = {word: round(1000 * float(found[columns].sum())) for word, columns in of_word.items()}
    return LineModel(features=_without_nought(weights), words=_without_nought(by_word))


def _columns_of_words(language: Language, first: int) -> dict[str, list[int]]:
    """Return for each word with a weight its columns: of its groups, and its own."""
    columns: dict[str, list[int]] = {}
    for index, listed in enumerate(GROUPS.values(), first):
        for word in listed.split():
            columns.setdefault(word, []).append(index)
    for index, word in enumerate(sorted(language.usual), first + len(GROUPS)):
        columns.setdefault(word, []).append(index)
    return {
        form: columns.get(form) or columns[form[:-1]]
        for word in columns
        for form in (word, word + "s")
    }


def _paired(new: Mapping[str, int], found: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    return {name: (new.get(name, 0), found.get(name, 0)) for name in new.keys() | found}


def _without_nought(weights: Mapping[str, int]) -> dict[str, int]:
    return {name: weight for name, weight in weights.items() if weight}


def result_floor(labelled: Sequence[Labelled], model: LineModel) -> int:
    """Return the score that best parts papers with a result from those without.

    Hiding a result that is there is as bad as showing two that are not.
    """
    scored = [(max(_scores(p.result, model)), p.has_result) for p in labelled]

    def loss(floor: int) -> float:
        hidden = sum(has for score, has in scored if score < floor)
        return 2.0 * hidden + sum(not has for score, has in scored if score >= floor)

    floors = range(-400, 800, 20)
    return min(floors, key=lambda floor: (loss(floor), floor))


def _scores(choice: Choice, model: LineModel) -> list[float]:
    return [
        model.score(features, text)
        for features, text in zip(choice.features, choice.words, strict=True)
    ]


def _best(choice: Choice, model: LineModel) -> int:
    scores = _scores(choice, model)
    return scores.index(max(scores))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _labels() -> list[dict[str, Any]]:
    labels: list[dict[str, Any]] = json.loads(LABELS.read_text(encoding="utf-8"))["papers"]
    return labels


def _summarised(row: Mapping[str, Any], language: Language) -> Summarised:
    scorer = RougeScorer(list(MEASURES), use_stemmer=True)

    def marks(text: str) -> tuple[float, ...]:
        scores = scorer.score(row["tldr"], text)
        return tuple(100 * scores[measure].fmeasure for measure in MEASURES)

    title = TitleWords.of(readable(row["title"]), language.rarity)
    own = own_sentences(row["abstract"], title)
    lines = []
    for sentence in own.texts:
        forms = possible_lines(bare_line(sentence))
        found = [words(form.text) for form in forms]
        wanted = title.shared(found[0]).get("title_found", 0.0)
        seen = [
            line_features(form, text, title, len(found[0]), wanted)
            for form, text in zip(forms, found, strict=True)
        ]
        lines.append(_choice(seen, found, [marks(form.text) for form in forms]))
    whole = [choice.marks[0] for choice in lines]
    # By the root, the few sentences that a summary copies do not drown what the others tell.
    worth = [ROOT_POINTS * math.sqrt(choice.worth[0]) for choice in lines]
    sentences = _choice(own.features, own.words, whole)
    return Summarised(replace(sentences, worth=tuple(worth)), tuple(lines))


def _choice(
    features: Iterable[Features], text: Iterable[list[str]], marks: Sequence[tuple[float, ...]]
) -> Choice:
    worth = tuple(sum(found) / len(found) for found in marks)
    return Choice(features=tuple(features), words=tuple(text), worth=worth, marks=tuple(marks))


def _labelled(row: Mapping[str, Any], label: Mapping[str, Any], language: Language) -> Labelled:
    title = TitleWords.of(readable(row["title"]), language.rarity)
    spans = sentence_spans(row["abstract"])
    if len(spans) != label["sentences"]:
        raise SystemExit(f"{label['id']}: the sentences are cut otherwise than when it was read")
    own = own_sentences(row["abstract"], title, spans)
    background = label["sentences"] - len(own.spans)

    def choice(kind: str, points: float) -> Choice:
        worth = [
            points if i == label[kind] else points * ACCEPTABLE * (i in label[f"{kind}_also"])
            for i in range(background, label["sentences"])
        ]
        return Choice(features=own.features, words=tuple(own.words), worth=tuple(worth))

    return Labelled(
        choice("contribution", LABEL_POINTS), choice("result", 1.0), label["result"] is not None
    )


def _report(
    summarised: Sequence[Summarised], labelled: Sequence[Labelled], language: Language
) -> None:
    """Print figures of ten-fold cross-validation, each with its standard error."""
    sentence, line, said, found, empty = [], [], [], [], []
    for fold in range(FOLDS):
        kept = [p for i, p in enumerate(labelled) if i % FOLDS != fold]
        models = learn([p for i, p in enumerate(summarised) if i % FOLDS != fold], kept, language)
        for paper in summarised[fold::FOLDS]:
            best = _best(paper.sentences, models["contribution"])
            sentence.append(paper.sentences.marks[best])
            forms = paper.lines[best]
            line.append(forms.marks[_best(forms, models["line"])])
        floor = result_floor(kept, models["result"])
        for read in labelled[fold::FOLDS]:
            first = _best(read.contribution, models["contribution"])
            said.append(_hit(read.contribution, first))
            scores = _scores(read.result, models["result"])
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
