from __future__ import annotations

import codecs

import pytest

from generator.sources.decode import decode

TEXT = "Zürich – ein Überblick\nzwei"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_unicode_is_read_without_its_mark_and_without_doubt(raw: bytes) -> None:
    decoded = decode(raw)
    assert decoded is not None
    assert (decoded.text, decoded.guessed, decoded.doubt) == (TEXT, "", None)


def test_other_text_is_taken_for_windows_1252_and_the_first_odd_line_is_named() -> None:
    decoded = decode("one\r\ntwo “quoted” naïve\r\n".encode("windows-1252"))
    assert decoded is not None
    assert decoded.text == "one\ntwo “quoted” naïve\n"
    assert (decoded.guessed, decoded.doubt) == ("windows-1252", 2)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_newlines(end: str) -> None:
    decoded = decode(f"a{end}b{end}".encode())
    assert decoded is not None
    assert decoded.text == "a\nb\n"


def test_a_form_feed_or_line_separator_is_no_line_end() -> None:
    decoded = decode("a\fb\u2028c".encode())
    assert decoded is not None
    assert decoded.text == "a\fb\u2028c"


@pytest.mark.parametrize(
    "raw",
    [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n" + bytes(200), "text".encode("utf-16-le") * 9],
)
def test_bytes_that_are_no_text_give_none(raw: bytes) -> None:
    assert decode(raw) is None


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    decoded = decode(b"An abstract with a NUL \x00 and a bell \x07 in it, and more text after it.")
    assert decoded is not None
    assert "\x00" in decoded.text


def test_broken_utf16_is_read_with_a_doubt() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00")
    assert decoded is not None
    assert decoded.text.startswith("a\nb")
    assert (decoded.guessed, decoded.doubt) == ("utf-16-le", 2)


def test_an_empty_file_is_empty_text() -> None:
    decoded = decode(b"")
    assert decoded is not None
    assert decoded.text == ""
