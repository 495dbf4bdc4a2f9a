from __future__ import annotations

import gzip
import io
import random
import tarfile
import zipfile
import zlib
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Diagnostic
from generator.sources.containers import UnpackError, open_members

PATH = PurePosixPath("seeds/x.zip")


def unpack(raw: bytes, path: str = "seeds/x.zip") -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return what a file holds by path, in order, and what was wrong with it."""
    problems: list[Diagnostic] = []
    held: dict[str, bytearray] = {}
    stream = io.BufferedReader(io.BytesIO(raw))
    for member in open_members(PurePosixPath(path), stream, len(raw), problems):
        read = held[str(member.path)] = bytearray()
        try:
            while chunk := member.read(1000):
                read += chunk
        except UnpackError as error:
            problems.append(error.diagnostic)
            if not error.usable:
                del held[str(member.path)]
    return {path: bytes(read) for path, read in held.items()}, problems


def codes(problems: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.location)) for problem in problems]


def zipped(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return file.getvalue()


def test_a_plain_file_is_its_own_only_member() -> None:
    assert unpack(b"@article{}", "seeds/a.bib") == ({"seeds/a.bib": b"@article{}"}, [])
    assert unpack(b"", "seeds/a.bib") == ({"seeds/a.bib": b""}, [])


def test_a_gzip_file_holds_one_file_with_its_name() -> None:
    raw = gzip.compress(b"@article{}")
    assert unpack(raw, "seeds/a.bib.gz") == ({"seeds/a.bib.gz/a.bib": b"@article{}"}, [])
    assert unpack(raw, "seeds/a.bib") == ({"seeds/a.bib/a.bib": b"@article{}"}, [])


def test_gzip_files_written_one_after_the_other_are_one_text() -> None:
    raw = gzip.compress(b"one\n") + gzip.compress(b"two\n")
    assert unpack(raw, "seeds/a.gz") == ({"seeds/a.gz/a": b"one\ntwo\n"}, [])


def test_the_members_of_a_zip_archive_come_in_the_order_of_their_names() -> None:
    raw = zipped({"b/z.bib": "3", "c.ris": "4", "a.bib": "1", "b/a.bib": "2"})
    held, problems = unpack(raw)
    assert list(held.items()) == [
        ("seeds/x.zip/a.bib", b"1"),
        ("seeds/x.zip/b/a.bib", b"2"),
        ("seeds/x.zip/b/z.bib", b"3"),
        ("seeds/x.zip/c.ris", b"4"),
    ]
    assert problems == []


def test_hidden_members_and_those_of_the_mac_are_passed_over() -> None:
    names = ["__MACOSX/._a.bib", ".git/config", "b/.DS_Store", "README.md", "a.bib~", "kept.bib"]
    held, problems = unpack(zipped(dict.fromkeys(names, "x")))
    assert (list(held), problems) == (["seeds/x.zip/kept.bib"], [])


def test_attachments_are_counted_in_one_note() -> None:
    raw = zipped({"a.bib": "1", "files/1/a.PDF": "%PDF", "files/2/b.png": "x"})
    held, (note,) = unpack(raw)
    assert list(held) == ["seeds/x.zip/a.bib"]
    assert (note.code, str(note.location)) == ("S196", "seeds/x.zip")
    assert note.message.startswith("2 attachments")


def test_members_that_lead_out_stay_inside_and_links_are_not_followed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../etc/a.bib", "1")
        archive.writestr("/b.bib", "2")
        archive.writestr("c\\..\\d.bib", "3")
        link = zipfile.ZipInfo("link.bib")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    held, _ = unpack(file.getvalue())
    assert sorted(held) == [
        "seeds/x.zip/b.bib",
        "seeds/x.zip/c/d.bib",
        "seeds/x.zip/etc/a.bib",
    ]


def test_an_archive_may_hold_archives_but_those_none_further() -> None:
    inner = zipped({"deep.bib": "1", "deeper.gz": gzip.compress(b"2")})
    raw = zipped({"a.zip": inner, "b.bib.gz": gzip.compress(b"3")})
    held, problems = unpack(raw)
    assert held == {
        "seeds/x.zip/a.zip/deep.bib": b"1",
        "seeds/x.zip/b.bib.gz/b.bib": b"3",
    }
    assert codes(problems) == [("S194", "seeds/x.zip/a.zip/deeper.gz")]


def test_a_zip_archive_may_be_packed_by_gzip() -> None:
    raw = gzip.compress(zipped({"a.bib": "1"}))
    assert unpack(raw, "seeds/x.zip.gz")[0] == {"seeds/x.zip.gz/x.zip/a.bib": b"1"}


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_a_gzip_file_that_was_cut_off_is_read_up_to_there(keep: float) -> None:
    text = random.Random(1).randbytes(50_000)  # noqa: S311  # repeatable, not secret
    raw = gzip.compress(text)
    held, problems = unpack(raw[: int(len(raw) * keep)], "seeds/a.gz")
    read = held["seeds/a.gz/a"]
    assert 0.2 * len(text) < len(read) < len(text)
    assert text.startswith(read)
    assert codes(problems) == [("S190", "seeds/a.gz/a")]


def test_a_zip_archive_that_was_cut_off_is_reported() -> None:
    raw = zipped({"a.bib": "1" * 1000})
    held, problems = unpack(raw[:-30])
    assert (held, codes(problems)) == ({}, [("S190", "seeds/x.zip")])


def test_a_damaged_member_does_not_keep_the_others_from_being_read() -> None:
    raw = bytearray(zipped({"a.bib": b"first " * 99, "b.bib": b"second"}, zipfile.ZIP_STORED))
    raw[raw.index(b"first") + 30] ^= 0xFF
    held, problems = unpack(bytes(raw))
    assert held["seeds/x.zip/b.bib"] == b"second"
    assert codes(problems) == [("S190", "seeds/x.zip/a.bib")]


def test_an_encrypted_member_is_reported() -> None:
    raw = bytearray(zipped({"a.bib": "1", "b.bib": "2"}))
    directory = raw.index(b"PK\x01\x02")
    raw[directory + 8] |= 1
    held, problems = unpack(bytes(raw))
    assert list(held) == ["seeds/x.zip/b.bib"]
    assert codes(problems) == [("S191", "seeds/x.zip/a.bib")]


def test_a_gzip_bomb_is_refused() -> None:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(2**20)
    raw = b"".join([*(squeezer.compress(block) for _ in range(80)), squeezer.flush()])
    held, problems = unpack(raw, "seeds/a.gz")
    assert (held, codes(problems)) == ({}, [("S192", "seeds/a.gz/a")])


def test_a_zip_bomb_is_refused_even_when_no_member_is_large() -> None:
    raw = zipped({f"{number}.txt": bytes(2**20) for number in range(80)})
    held, problems = unpack(raw)
    assert len(held) <= 64
    assert [code for code, _ in codes(problems)] == ["S192"]


def test_an_archive_of_too_many_files_is_refused() -> None:
    raw = zipped({f"{number}.md": "" for number in range(20_001)}, zipfile.ZIP_STORED)
    assert codes(unpack(raw)[1]) == [("S195", "seeds/x.zip")]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_that_can_burst_in_one_step_is_not_read(method: int) -> None:
    held, problems = unpack(zipped({"a.bib": "1" * 999}, method))
    assert (held, codes(problems)) == ({}, [("S193", "seeds/x.zip/a.bib")])


def tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.bib"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"7z\xbc\xaf\x27\x1c rest", "7z"),
        (b"\xfd7zXZ\x00 rest", "xz"),
        (tar(), "tar"),
        (gzip.compress(tar()), "tar"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": "<w/>"}), "office"),
    ],
)
def test_other_archives_are_named_in_a_message(raw: bytes, name: str) -> None:
    held, (problem,) = unpack(raw)
    assert held == {}
    assert problem.code == "S193"
    assert name in problem.message


@given(st.binary(max_size=300), st.integers(0, 300), st.binary(max_size=8))
@settings(max_examples=60, deadline=None)
def test_no_bytes_break_it(noise: bytes, place: int, change: bytes) -> None:
    archive = zipped({"a.bib": b"a" * 60, "b.gz": gzip.compress(b"b" * 60)})
    for start in (b"PK\x03\x04", b"\x1f\x8b\x08", b""):
        unpack(start + noise)
    unpack(archive[:place] + change + archive[place + len(change) :])
