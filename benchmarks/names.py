"""How many systems are named right, on papers whose title names theirs: ``OtterMap: Maps of …``.

``python -m benchmarks.names PAPERS…``: files of JSON Lines, maybe gzipped, with id, title and
abstract. The name is cut from the title, and has to be found in the abstract; papers that do not
name it there again are left out of the second line.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.likeness import paper_of, read_records
from generator.curate.coined import is_coined
from generator.curate.facts import find_facts
from generator.curate.mentions import mention_ends
from generator.model.paper import Paper

HEAD = re.compile(r"[\"“'`]*(?P<name>[^:\s]{2,44}?)[\"”']*\s*:\s(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a paper calls its system, what was found, and whether the abstract says the name."""

    name: str
    found: str
    said: bool

    @property
    def right(self) -> bool:
        """Tell that both have the same letters."""
        return letters(self.name) == letters(self.found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path, nargs="+")
    args = parser.parse_args()
    records = [record for path in args.papers for record in read_records(path, ())]
    answers = list(answers_for(records))
    show("papers that say a name in the title", answers)
    show("of those, papers that say it in the abstract", [one for one in answers if one.said])


def answers_for(records: Sequence[Mapping[str, Any]]) -> Iterator[Answer]:
    """Yield an answer for each paper whose title begins with a made-up name and a colon."""
    papers: dict[str, Paper] = {letters(record["title"]): paper_of(record) for record in records}
    for paper in papers.values():
        head = HEAD.match(paper.title)
        if head and paper.abstract and is_coined(head["name"]):
            name = head["name"]
            system = find_facts(replace(paper, title=paper.title[head.end() :])).system
            said = any(
                True for _ in mention_ends(name, paper.abstract, inflected=True, joined=True)
            )
            yield Answer(name=name, found=system.text if system else "", said=said)


def show(what: str, answers: Sequence[Answer]) -> None:
    given = sum(bool(answer.found) for answer in answers)
    right = sum(answer.right for answer in answers)
    print(f"{len(answers)} {what}: precision {right / max(given, 1):.3f}", end="")
    print(f", recall {right / max(len(answers), 1):.3f}")


def letters(text: str) -> str:
    return re.sub(r"[^a-z\d]", "", text.lower())


if __name__ == "__main__":
    main()
