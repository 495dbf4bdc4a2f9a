from __future__ import annotations

import codecs
import gzip
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from generator.config.schema import SeedsConfig
from generator.errors import Diagnostic, Severity
from generator.model.paper import Paper
from generator.sources.containers import open_members
from generator.sources.discover import SeedFile
from generator.sources.parts import Limits, seeds_of
from generator.sources.read import read_file
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from tests.sources.seeds import TODAY, found

SMALL = Limits(part=2000, line=8000, unpacked=5000)


class Lines:
    """A reader of one title a line, so that these tests need no other."""

    name = "lines"
    about = "Made-up lines"

    def detects(self, seed: Seed) -> bool:
        return seed.text.startswith('{"')

    def read(self, seed: Seed) -> Reading:
        records: list[Record] = []
        problems: list[Diagnostic] = []
        for number, line in enumerate(seed.text.splitlines(), 1):
            if line.startswith("{"):
                records.append(Record(line=number, title=json.loads(line)["title"]))
            else:
                problems.append(seed.problem("S063", Severity.WARNING, "?", line=number))
        return gather(records, seed, self.name, problems)


class Counted(io.BytesIO):
    """A file that knows how far it has been read."""

    def peek(self, size: int) -> bytes:
        place = self.tell()
        head = super().read(size)
        self.seek(place)
        return head


def write(path: Path, raw: bytes) -> SeedFile:
    path.write_bytes(raw)
    return SeedFile(
        path=PurePosixPath("seeds", path.name), target=path, settings=SeedsConfig(), today=TODAY
    )


def json_lines(count: int) -> bytes:
    return b"".join(b'{"title": "Paper %d", "x": "%s"}\n' % (n, b"y" * 60) for n in range(count))


def seeds(
    raw: bytes, limits: Limits = SMALL, name: str = "a.jsonl"
) -> tuple[list[Seed], list[Diagnostic]]:
    problems: list[Diagnostic] = []
    return list(_lazy_seeds(Counted(raw), limits, problems, name)), problems


def _lazy_seeds(
    stream: Counted, limits: Limits, problems: list[Diagnostic], name: str = "a.jsonl"
) -> Iterator[Seed]:
    path = PurePosixPath("seeds", name)
    file = SeedFile(path=path, target=Path(), settings=SeedsConfig(), today=TODAY)
    size = len(stream.getvalue())
    for member in open_members(path, stream, size, problems):
        yield from seeds_of(member, file, limits, problems)


def test_large_json_lines_are_cut_at_line_ends_and_nothing_is_lost() -> None:
    raw = json_lines(200)
    parts, problems = seeds(raw)
    assert len(parts) > 5
    assert problems == []
    assert all(part.text.endswith("}\n") and len(part.text) <= 2000 for part in parts)
    assert "".join(part.text for part in parts).encode() == raw
    for part in parts:
        assert f'"Paper {part.first_line - 1}"' in part.text.splitlines()[0]


def test_small_json_lines_and_large_files_of_other_kinds_stay_whole() -> None:
    array = b'[\n{"a": 1},\n{"a": 2}\n' + b" " * 4000 + b"]"
    pretty = b'{\n"papers": [' + b" " * 4000 + b"]}"
    for raw in (json_lines(3), array, pretty, b"@article{a}\n" * 400):
        parts, problems = seeds(raw)
        assert [part.text.encode() for part in parts] == [raw]
        assert problems == []


def test_no_more_than_one_part_is_read_ahead() -> None:
    stream = Counted(json_lines(400))
    for number, part in enumerate(_lazy_seeds(stream, SMALL, []), 1):
        assert part.text
        assert stream.tell() <= number * SMALL.part


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl.gz", gzip.compress(json_lines(12_000), 1))
    limits = Limits(part=20_000)

    def wanted(paper: Paper) -> bool:
        return paper.title.endswith("000")

    tracemalloc.start()
    try:
        (reading,) = read_file(file, [Lines()], keep=wanted, limits=limits)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (len(reading.papers), reading.dropped) == (11, 11_989)
    assert peak < 600_000  # half of the unpacked text, not counting what is made of it


def test_lines_are_counted_through_all_parts(tmp_path: Path) -> None:
    rows = json_lines(99).splitlines(keepends=True)
    rows[70] = b"broken\n"
    file = write(tmp_path / "a.jsonl", b"".join(rows))
    (reading,) = read_file(file, [Lines()], limits=SMALL)
    assert [p.origins[0].location.line for p in reading.papers] == [
        n for n in range(1, 100) if n != 71
    ]
    assert found(reading.diagnostics) == [("S063", 71)]
    assert reading.format == "lines"


def test_a_file_nobody_understands_is_not_read_to_its_end(tmp_path: Path) -> None:
    class Nobody(Lines):
        def detects(self, seed: Seed) -> bool:
            return False

    file = write(tmp_path / "a.jsonl", json_lines(400))
    (reading,) = read_file(file, [Nobody()], limits=SMALL)
    assert found(reading.diagnostics) == [("S006", None)]


def test_a_line_without_end_is_given_up() -> None:
    raw = json_lines(30) + b'{"title": "' + b"x" * 20_000
    parts, problems = seeds(raw)
    assert "".join(part.text for part in parts).encode() == json_lines(30)
    assert found(problems) == [("S198", None)]


def test_a_large_packed_file_of_another_kind_is_given_up() -> None:
    parts, problems = seeds(gzip.compress(b"@article{a}\n" * 1000), name="a.bib.gz")
    assert (parts, found(problems)) == ([], [("S198", None)])
    parts, problems = seeds(gzip.compress(json_lines(200)), name="a.jsonl.gz")
    assert (len(parts) > 5, problems) == (True, [])


def test_json_lines_that_were_cut_off_are_read_up_to_there() -> None:
    raw = gzip.compress(json_lines(300), 0)
    parts, problems = seeds(raw[: len(raw) // 2], name="a.jsonl.gz")
    text = "".join(part.text for part in parts)
    assert 140 < text.count("\n") < 160
    assert json_lines(300).startswith(text.encode())
    assert found(problems) == [("S190", None)]


def test_a_byte_order_mark_does_not_hide_json_lines() -> None:
    raw = codecs.BOM_UTF8 + json_lines(200)
    parts, _ = seeds(raw)
    assert len(parts) > 5
    assert "".join(part.text for part in parts) == json_lines(200).decode()


def test_wide_characters_are_never_cut() -> None:
    raw = codecs.BOM_UTF16_LE + json_lines(60).decode().encode("utf-16-le")
    (part,), problems = seeds(raw)
    assert (part.text, problems) == (json_lines(60).decode(), [])


def test_what_is_no_text_is_reported_not_read() -> None:
    parts, problems = seeds(bytes(range(256)) * 8, name="a.png")
    assert (parts, found(problems)) == ([], [("S002", None)])


@pytest.mark.parametrize("limits", [SMALL, Limits()])
def test_a_guessed_encoding_is_reported_at_the_line(limits: Limits) -> None:
    raw = json_lines(50) + '{"title": "naïve"}\n'.encode("windows-1252") + json_lines(3)
    parts, problems = seeds(raw, limits)
    assert '"naïve"' in "".join(part.text for part in parts)
    assert found(problems) == [("S001", 51)]
