"""Gathers the phrases that authors use as keywords, which name discovered topics.

    python -m training.keywords PAPERS.jsonl[.gz]… > generator/weights/keywords.json

Each line of the input is a JSON object with ``keywords``, ``title`` and ``abstract``. A keyword is
kept when two papers have it, or one has it and eight speak of it, and it can name a topic: up to
four words, and for a single word, used by several. Of a heading of a classification, such as
"Computer Vision: CV: Segmentation", the last part counts. The phrases of the pack
machine-learning are taken along where eight papers speak of them. What many papers speak of, or
what says nothing by itself, is left out.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from generator.curate.taxonomy import read_taxonomy
from generator.curate.topic_labels import phrase_key, reads_as_noun
from generator.resources import shipped
from generator.text.tokens import words

_LEAST_PAPERS = 2
_LEAST_SPEAKING = 8
_LEAST_FOR_ONE_WORD = 4
_MOST_SPEAKING = 0.15
_MOST_SPEAKING_ONE_WORD = 0.025
_SAYS_NOTHING_TEXT = """\
ablation study, adaptation, adaptive, additive, agent, ai hybrid, analysis, analysis of
algorithms, and parsing, applications, architecture selection, artificial intelligence, artificial
neural network, attention, automatic evaluation, background knowledge, batch size, benchmark,
benchmark dataset, big data, black box, budget constraint, categorization, chunking, class,
classification, comparative study, complex data, complex task, computer vision, concept,
constraint, convergence analysis, convolution network, convolution neural network, convolutional
network, convolutional neural network, coordinate frame, data analysis, data collection, data
efficiency, data generation, data quality, data set, database, dataset, decision boundary, deep
learning, deep neural network, deployed application, detection, distribution, domain, efficiency,
efficient, emerging application, empirical study, evaluation, evaluation metric, event,
experiment, explicit, feature, feature learning, formal, foundation model, framework,
generalization, geometric, ground truth, human, hybrid, image, image classification, image
classification task, imagenet, inference, information, input, interaction, international,
knowledge, language, language model, large dataset, large language model, large scale, latent
space, learning, learning algorithm, linear, loss function, low level, machine learning, mapping,
method, model, multi modal, natural language, natural language processing, network, neural
network, noise, nonlinear, objective function, open source, optimisation, optimization, other,
output, parallel, perception, performance, pre trained language model, prediction, pretrained
language model, prior knowledge, real time, real world, real world application, reasoning,
recognition, representation, representation learning, retrieval augmented, robot, robotics,
sampling, scalability, sensor, set, simulation, small sample, social, solver, sota, sparse, state
of the art, structure, supervised, supervised learning, survey, system, target, task, theory,
tool, training, training data, transformer, transformers, unsupervised, video, vision
"""
_SAYS_NOTHING = " ".join(_SAYS_NOTHING_TEXT.split()).split(", ")
_MOST_WORDS = 4
_LONGEST = 40
_NOTHING_KEYS = frozenset(phrase_key(phrase) for phrase in _SAYS_NOTHING)
_LEAST_WEIGHT = 2.5


def papers_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def vocabulary(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the phrases as most papers spell them, in alphabetical order."""
    rows = list(rows)
    spellings: dict[str, Counter[str]] = {}
    for phrase in _pack_phrases():
        spellings.setdefault(phrase_key(phrase), Counter())[phrase] += 0
    for row in rows:
        own: dict[str, str] = {}
        for keyword in row.get("keywords") or ():
            spelled = " ".join(keyword.rpartition(":")[2].split()).strip(" .,;")
            own.setdefault(phrase_key(spelled), spelled)
        for key, spelled in own.items():
            spellings.setdefault(key, Counter())[spelled] += 1
    speaking = _speaking(rows, {key for key in spellings if 0 < len(key.split()) <= _MOST_WORDS})
    kept = []
    for key, spoken in speaking.items():
        used = spellings[key].total()
        spelled = min(spellings[key], key=lambda text: (-spellings[key][text], text))
        share = spoken / len(rows)
        if _can_name(key, spelled, share) and _is_used(key, used, spoken):
            kept.append(spelled)
    return sorted(kept, key=lambda text: (text.lower(), text))


def _speaking(rows: Sequence[Mapping[str, Any]], keys: set[str]) -> Counter[str]:
    """Return in how many titles and abstracts each phrase stands; 0 for none."""
    spoken: Counter[str] = Counter(dict.fromkeys(keys, 0))
    for row in rows:
        folded = phrase_key(f"{row['title']} {row.get('abstract') or ''}").split()
        spoken.update(
            {
                key
                for length in range(1, _MOST_WORDS + 1)
                for start in range(len(folded) - length + 1)
                if (key := " ".join(folded[start : start + length])) in keys
            }
        )
    return spoken


def _pack_phrases() -> Iterator[str]:
    """Yield the phrases of two words and more that the pack's topics are known by."""
    path = shipped("packs") / "machine_learning.yaml"
    topics, _ = read_taxonomy(path.read_text(encoding="utf-8"), PurePosixPath(path.name))
    for topic in topics:
        for term in topic.terms:
            if len(words(term.text)) > 1 and "*" not in term.text and term.weight >= _LEAST_WEIGHT:
                yield term.text


def _can_name(key: str, spelled: str, share: float) -> bool:
    plain = not any(sign in spelled for sign in "/()\\$&,[]{}+=") and reads_as_noun(spelled)
    most = _MOST_SPEAKING if " " in key else _MOST_SPEAKING_ONE_WORD
    telling = share <= most and key not in _NOTHING_KEYS
    return telling and plain and len(spelled) <= _LONGEST and len(key) > 3


def _is_used(key: str, used: int, spoken: int) -> bool:
    if " " not in key:
        return used >= _LEAST_FOR_ONE_WORD and spoken >= _LEAST_SPEAKING
    return (used >= _LEAST_PAPERS and spoken > 1) or spoken >= _LEAST_SPEAKING


def main() -> None:
    """Read the papers named on the command line, and print the vocabulary."""
    rows = (row for name in sys.argv[1:] for row in papers_of(Path(name)))
    sys.stdout.write(json.dumps(vocabulary(rows), ensure_ascii=False, indent=0) + "\n")


if __name__ == "__main__":
    main()
