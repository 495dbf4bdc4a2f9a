"""Writes docs/sources.md from the registered readers and their examples.

Run it after a change of a reader or of an example in ``tests/sources/fixtures/all``; a test
compares its output with the file. Which fields a reader understands is not claimed, but looked up:
they are those that it finds in its example.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator import builtin
from generator.config.schema import SeedsConfig
from generator.extend import Registry
from generator.model.ids import SCHEMES
from generator.sources.source import Reading, Seed, Source

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "sources.md"
EXAMPLES = ROOT / "tests" / "sources" / "fixtures" / "all"

HIGHLIGHTED = frozenset({"bibtex", "json", "markdown", "xml", "html", "yaml", "csv"})

OPENING = """\
<!-- Written by scripts/source_docs.py from the readers and their examples; do not edit. -->
# Sources

Put files into `seeds/` as they are, in any mixture. Each is given to the first reader that knows it
by its content; the ending of its name counts only where the content leaves a choice. Records of one
paper from several files become one paper (see [curation](curation.md)); every doubt is reported
with its line (see [diagnostics](diagnostics.md)).

`python -m generator read FILE` shows what is found in a file, wherever it lies, and
`python -m generator import FILE --into seeds/NAME.md` rewrites it as one that you can edit.
To force a format, or to give what a file does not tell:

```toml
[[seeds]]
path = "seeds/lists/*.csv"
format = "csv"          # instead of telling it by the content
venue = "Invented Letters"
year = 2024
columns = { title = "Paper Title", authors = "Who" }   # what is not guessed, for tables and lists
```

## Formats

"Fields" are those that the reader finds in its example, which stands below.
"""

MIDDLE = """\
## Archives

Every file may also be packed with gzip, or lie in a zip archive with others; an archive may hold
one more level of archives. Its members are named after it, `seeds/old.zip/2019/page.txt:12`. Hidden
members, `README` files and those of `__MACOSX` are passed over, links in archives are not followed,
and nothing is unpacked to disk. Encrypted or broken members are reported and the others read; what
unpacks to more than 200 times its size (and more than 64 MB) is refused as a bomb.

## Large files

JSON Lines are read in parts of 8 MB, so that a file of many gigabytes, packed or not, needs no more
memory than the papers that are kept: `[filter]` judges each paper of such a file by itself, before
it is merged with others. Every other file is held whole; a packed one may unpack to 512 MB.

## Encodings

Text is UTF-8, or UTF-16 or UTF-32 with a byte-order mark (UTF-16 also without). Other files are
read as what they declare, in an XML declaration, an HTML `<meta charset>`, JabRef's `% Encoding:`
or a comment `-*- coding: … -*-`. Where nothing is declared, UTF-8 with stray bytes is mended, and
for the rest an encoding is guessed: windows-1252 where foreign letters stand alone, by letter
frequencies where they stand in rows. A guess is reported with the first line that needed it.

## Adding a format

A format is one module and one registration. The module holds a class with four members:

```python
class Rolodex:
    \"\"\"Reads the cards of a rolodex.\"\"\"

    name = "rolodex"
    about = "Cards of a rolodex"

    def detects(self, seed: Seed) -> bool:
        return seed.text.startswith("ROLODEX 1")

    def read(self, seed: Seed) -> Reading:
        records = [
            Record(line=number, title=line.removeprefix("T "))
            for number, line in enumerate(seed.text.split("\\n"), 1)
            if line.startswith("T ")
        ]
        return gather(records, seed, self.name)
```

`detects` looks at the beginning of the text and must not claim files of other formats. `read` never
raises: what is wrong becomes a diagnostic, `seed.problem(code, severity, message, line=…)`.
`gather` makes papers of `Record`s: ids, identifiers, links, and a message for each record without
a title (`generator/sources/record.py`). For XML, JSON and HTML there are `xml_tree.py`,
`json_records.py` and `html_tree.py`, which keep lines and refuse what is dangerous;
`generator/text/` turns markup, TeX and names into what a paper holds.

Ours are registered in `generator/builtin.py`, the more special before the more general. A site adds
its own without touching the program:

```toml
[extensions]
modules = ["rolodex"]   # a module with: def register(registry): registry.sources.append(Rolodex())
```

A reader of ours also has an example in `tests/sources/fixtures/all/`, from which this page is made
and with which every reader is tried: packed, cut off, full of mistakes.

## Examples
"""


def sources_page() -> str:
    """Return the whole page."""
    registry = Registry()
    builtin.register(registry)
    examples = {path.stem: path for path in EXAMPLES.iterdir()}
    readers = sorted(registry.sources, key=lambda source: source.name)
    rows = [_row(reader, examples[reader.name]) for reader in readers]
    table = ["| format | reads | fields |", "|---|---|---|", *rows, ""]
    shown = [_shown(reader, examples[reader.name]) for reader in readers]
    return "\n".join([OPENING, *table, MIDDLE, "\n".join(shown)])


def _row(reader: Source, example: Path) -> str:
    fields = ", ".join(fields_found(_read(reader, example)))
    about = reader.about.replace("|", "\\|")
    return f"| [`{reader.name}`](#{reader.name}) | {about} | {fields} |"


def _read(reader: Source, example: Path) -> Reading:
    seed = Seed(
        path=PurePosixPath("seeds", example.name),
        text=example.read_text(encoding="utf-8"),
        settings=SeedsConfig(year=2024),
        today=datetime.date(2025, 1, 1),
    )
    return reader.read(seed)


def fields_found(reading: Reading) -> Iterator[str]:
    """Yield the names of everything that a reading holds, in the order of ``Paper``."""
    papers = reading.papers
    yield from _filled(("title", "abstract"), papers)
    authors = [author for paper in papers for author in paper.authors]
    if authors:
        yield _grouped("authors", _filled(("given", "family", "orcid", "affiliation"), authors))
    plain = ("published", "updated", "venue", "categories", "keywords", "topics", "tldr")
    yield from _filled(plain, papers)
    if kinds := {link.kind.value for paper in papers for link in paper.links}:
        yield _grouped("links", sorted(kinds))
    if any(paper.aliases for paper in papers):
        known = (scheme for scheme in SCHEMES if any(paper.alias(scheme) for paper in papers))
        yield _grouped("identifiers", known)
    yield from _filled(("status",), papers)
    yield from _filled(("upvotes", "stars", "citations"), [paper.signals for paper in papers])
    yield from _filled(("issues",), [reading])


def _filled(names: Iterable[str], records: Sequence[object]) -> Iterator[str]:
    """Yield the names of the fields that at least one record has; a count of 0 is something."""
    for name in names:
        if any(getattr(record, name) not in (None, "", ()) for record in records):
            yield name


def _grouped(name: str, parts: Iterable[str]) -> str:
    inner = ", ".join(parts)
    return f"{name} ({inner})" if inner else name


def _shown(reader: Source, example: Path) -> str:
    text = example.read_text(encoding="utf-8").rstrip("\n")
    suffix = example.suffix[1:]
    language = {"bib": "bibtex", "jsonl": "json", "md": "markdown"}.get(suffix, suffix)
    language = language if language in HIGHLIGHTED else "text"
    return f"### {reader.name}\n\n{reader.about}.\n\n````{language}\n{text}\n````\n"


if __name__ == "__main__":
    TARGET.write_text(sources_page(), encoding="utf-8")
