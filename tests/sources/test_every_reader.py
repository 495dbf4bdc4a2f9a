"""What holds for every registered reader, ours and those to come: each needs an example here."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import builtin
from generator.config.schema import SeedsConfig
from generator.emit.facts import paper_facts
from generator.errors import Severity
from generator.extend import Registry
from generator.model.paper import Paper
from generator.sources.discover import SeedFile
from generator.sources.read import joined, read_file, read_seed
from generator.sources.source import Reading, Seed, Source
from tests.sources.seeds import TODAY, make_seed

EXAMPLES = {path.stem: path for path in (Path(__file__).parent / "fixtures/all").iterdir()}
XML = sorted(name for name, path in EXAMPLES.items() if path.suffix == ".xml")
JSON = sorted(name for name, path in EXAMPLES.items() if path.suffix in {".json", ".jsonl"})


def sources() -> list[Source]:
    registry = Registry()
    builtin.register(registry)
    return registry.sources


SOURCES = {source.name: source for source in sources()}

HALF = re.compile("[\ud800-\udfff]")
WORDS = (
    *("Bells", "Snails", "Frost", "Earthworms", "Machine", "Ripples", "Rivers", "Bees", "Cranes"),
    *("Bridges", "Winds", "Tide", "Clock", "Okafor", "Zhao", "Marin", "Lind"),
)

every_format = pytest.mark.parametrize("name", SOURCES)
quick = settings(max_examples=15, deadline=None)


def text_of(name: str) -> str:
    return EXAMPLES[name].read_text(encoding="utf-8")


def seed_of(name: str, text: str | None = None) -> Seed:
    path = EXAMPLES[name]
    return make_seed(text_of(name) if text is None else text, f"seeds/{path.name}", year=2024)


def read_bytes(folder: Path, file_name: str, raw: bytes) -> Reading:
    path = folder / file_name
    path.write_bytes(raw)
    file = SeedFile(
        path=PurePosixPath("seeds", file_name),
        target=path,
        settings=SeedsConfig(year=2024),
        today=TODAY,
    )
    return joined(tuple(read_file(file, list(SOURCES.values()))))


def facts(papers: tuple[Paper, ...]) -> list[tuple[object, ...]]:
    """Return what a paper says, but not where it stands."""
    return [(p.id, p.title, p.abstract, p.authors, p.published, p.links) for p in papers]


def check(source: Source, text: str) -> Reading:
    """Read whatever it is, twice; return the reading after looking at what must always hold."""
    text = HALF.sub("", text.replace("\r", "\n"))  # decoding leaves neither
    seed = seed_of(source.name, text)
    source.detects(seed)
    reading = source.read(seed)
    assert reading == source.read(seed)
    assert reading.format == source.name
    last = seed.text.count("\n") + 1
    for paper in reading.papers:
        assert paper.title.strip()
        assert json.dumps(paper_facts(paper), ensure_ascii=False).encode()
        assert paper.origins
        for origin in paper.origins:
            assert origin.location.line is None or 1 <= origin.location.line <= last
    for found in reading.diagnostics:
        assert found.message
        assert found.location is not None
        assert found.location.line is None or 1 <= found.location.line <= last
    return reading


def test_every_reader_has_an_example() -> None:
    assert EXAMPLES.keys() == SOURCES.keys()


@every_format
def test_the_example_is_told_by_its_content_and_read_without_doubts(name: str) -> None:
    reading = read_seed(seed_of(name), list(SOURCES.values()))
    assert reading.format == name
    assert reading.papers
    severe = [d for d in reading.diagnostics if d.severity is not Severity.NOTE]
    assert severe == []


@every_format
def test_the_file_may_be_packed(name: str, tmp_path: Path) -> None:
    raw, file_name = EXAMPLES[name].read_bytes(), EXAMPLES[name].name
    plain = read_bytes(tmp_path, file_name, raw)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"inner/{file_name}", raw)
    for packed_name, packed in (
        (f"{file_name}.gz", gzip.compress(raw)),
        ("archive.zip", held.getvalue()),
    ):
        reading = read_bytes(tmp_path, packed_name, packed)
        assert reading.format == name
        assert facts(reading.papers) == facts(plain.papers)


@every_format
def test_encoding_and_line_ends_change_nothing(name: str, tmp_path: Path) -> None:
    text, file_name = text_of(name), EXAMPLES[name].name
    plain = read_bytes(tmp_path, file_name, text.encode())
    for raw in (
        codecs.BOM_UTF8 + text.encode(),
        codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").encode(),
    ):
        reading = read_bytes(tmp_path, file_name, raw)
        assert (reading.format, facts(reading.papers)) == (name, facts(plain.papers))


@every_format
@given(text=st.text(max_size=200))
@quick
def test_any_text_can_be_read(name: str, text: str) -> None:
    check(SOURCES[name], text)


@every_format
@given(share=st.floats(0, 1))
@quick
def test_a_file_that_was_cut_off_can_be_read(name: str, share: float) -> None:
    text = text_of(name)
    check(SOURCES[name], text[: int(share * len(text))])


@every_format
@given(start=st.integers())
@quick
def test_a_file_with_mistakes_can_be_read(name: str, start: int) -> None:
    dice = random.Random(start)  # noqa: S311  # repeatable, not secret
    check(SOURCES[name], "".join(mistakes(text_of(name), dice)))


ODDITIES = (
    *("null", "{}", "[]", "[[]]", "1e999", "-0", '""', "<a>", "&#xD800;", "&#0;", "&LT;"),
    *("\\ud800", "\\u0000", "9" * 5000, "2020-02-30", "=?utf-8?b?/w==?=", "%00", "]]>", "\\"),
)


def mistakes(text: str, dice: random.Random) -> Iterator[str]:
    """Yield the pieces of a text with some lost, doubled, swapped or replaced."""
    place = 0
    while place < len(text):
        end = place + dice.randint(1, 120)
        piece = text[place:end]
        match dice.randint(0, 9):
            case 0:
                pass
            case 1:
                yield piece * 2
            case 2:
                yield piece[::-1]
            case 3:
                yield piece + dice.choice('{}[]<>"&$\\%@,:;-\n\t\0\x1b\u2028é水')
            case 4:
                yield piece.swapcase()
            case 5:
                yield piece + dice.choice(ODDITIES)
            case _:
                yield piece
        place = end


BOMB = """<?xml version="1.0"?>
<!DOCTYPE bomb [
<!ENTITY a "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
<!ENTITY secret SYSTEM "file:///etc/hostname">
]>
"""


def without_declaration(text: str) -> str:
    return text[text.index("?>") + 2 :].lstrip() if text.startswith("<?xml") else text


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("reference", ["&#xD800;", "&#0;", "&#99999999999;", "&LT;", "&nvlt;"])
def test_references_to_what_is_no_character_do_no_harm(name: str, reference: str) -> None:
    text = text_of(name)
    for word in WORDS:
        text = text.replace(word, reference + word)
    assert reference in text
    plain, odd = check(SOURCES[name], text_of(name)), check(SOURCES[name], text)
    assert len(odd.papers) == len(plain.papers)


@pytest.mark.parametrize("name", JSON)
@pytest.mark.parametrize("escape", ["\\ud800", "\\udc00\\ud83d", "\\u0000", "\\ud83e\\udda6"])
def test_escapes_of_half_characters_do_no_harm(name: str, escape: str) -> None:
    text = text_of(name)
    for word in WORDS:
        text = text.replace(word, escape + word)
    assert escape in text
    plain, odd = check(SOURCES[name], text_of(name)), check(SOURCES[name], text)
    assert len(odd.papers) == len(plain.papers)


@pytest.mark.parametrize("name", XML)
def test_entities_of_an_xml_file_are_not_expanded(name: str) -> None:
    text = without_declaration(text_of(name))
    text = text.replace('<!DOCTYPE dblp SYSTEM "dblp.dtd">', "")
    secret = Path("/etc/hostname")
    for word in WORDS:
        text = text.replace(word, f"{word} &e; &secret;")
    assert "&secret;" in text
    reading = check(SOURCES[name], BOMB + text)
    assert reading.papers or reading.diagnostics
    for paper in reading.papers:
        assert len(paper.title) + len(paper.abstract) < 5000
        if secret.exists():
            assert secret.read_text(encoding="utf-8").strip() not in paper.title.split()


@pytest.mark.parametrize("name", XML)
def test_xml_nested_deeply_is_reported(name: str) -> None:
    text = text_of(name)
    place = text.rindex("</")
    reading = check(SOURCES[name], text[:place] + "<i>" * 100_000 + text[place:])
    assert reading.diagnostics


@pytest.mark.parametrize("name", JSON)
@pytest.mark.parametrize("bracket", ["[", '{"a":', '{"papers":[', '{"title":['])
def test_json_nested_deeply_is_reported(name: str, bracket: str) -> None:
    closing = {"[": "]", "{": "}"}
    ends = "".join(closing[char] for char in reversed(bracket) if char in closing)
    for text in (bracket * 50_000, bracket * 50_000 + "1" + ends * 50_000):
        assert check(SOURCES[name], text).diagnostics


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("name", ["yaml", "markdown"])
def test_yaml_nested_deeply_is_reported(name: str, bracket: str) -> None:
    nested = f"papers: {bracket * 20_000}" if bracket != "- " else bracket * 20_000
    text = f"---\n{nested}\n---\n" if name == "markdown" else nested
    assert check(SOURCES[name], text).diagnostics


REPEATED = (
    *(
        "{",
        "[",
        "<",
        "(",
        "@a{",
        '"',
        "$",
        "\\",
        "\\'{",
        "&",
        "%",
        "-",
        " ",
        "\n",
        ",",
        "a,",
        "{},",
    ),
    *("<a ", "<a>", "<!--", "&amp;", "\\\\\n", "TY  - \n", "a and ", "https://", "//", "1.", "# "),
    *(
        "\u0301",
        "é",
        "AB  - x\n",
        "Title: a\n",
        "- ",
        "a: ",
        "x = {",
        "arXiv:",
        "=?utf-8?q?",
        "a\n\n",
    ),
)


@every_format
def test_repeated_signs_do_not_take_for_ever(name: str) -> None:
    """A reader that is quadratic in one sign takes minutes here, and its author notices."""
    head = text_of(name)[:300]
    for sign in REPEATED:
        text = sign * (20_000 // len(sign))
        check(SOURCES[name], text)
        check(SOURCES[name], head + text)
