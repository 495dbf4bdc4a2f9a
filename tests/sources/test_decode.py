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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.guessed) == (TEXT, "")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<?xml version='1.0' encoding='ISO-8859-15'?>\n", "iso-8859-15"),
        ('<?xml version="1.0" encoding="latin1" ?>\n', "windows-1252"),
        ("<!doctype html><html><head>\n<meta charset=koi8-r>", "koi8-r"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GB2312">', "gb18030"),
        ("% Encoding: MacRoman\n\n@article{", "mac-roman"),
        ("% -*- coding: cp1250 -*-\n", "cp1250"),
    ],
)
def test_a_file_is_read_as_what_it_says_it_is(head: str, encoding: str) -> None:
    text = head + {"koi8-r": "Выдры", "gb18030": "水獺的记忆"}.get(encoding, "Čebulé"[1:])
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.guessed) == (text, "")


def test_utf8_that_calls_itself_something_else_is_still_utf8() -> None:
    text = "<?xml version='1.0' encoding='iso-8859-1'?><t>Überblick</t>"
    decoded = decode(text.encode())
    assert decoded is not None
    assert decoded.text == text


def test_escaped_japanese_is_read_as_declared() -> None:
    text = "<?xml version='1.0' encoding='iso-2022-jp'?><t>川獺</t>"
    decoded = decode(text.encode("iso-2022-jp"))
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize("name", ["utf-7", "rot13", "hex", "no-such-thing", "zlib"])
def test_a_declared_encoding_that_is_none_of_text_is_passed_over(name: str) -> None:
    raw = f"<?xml version='1.0' encoding='{name}'?><t>na\xefve</t>".encode("windows-1252")
    decoded = decode(raw)
    assert decoded is not None
    assert decoded.text.endswith("<t>naïve</t>")
    assert decoded.guessed == "windows-1252"


def test_a_few_stray_bytes_do_not_spoil_utf8() -> None:
    raw = "Überblick – Zürich\n".encode() + b"na\xefve\n" + "Öl".encode()
    decoded = decode(raw)
    assert decoded is not None
    assert decoded.text == "Überblick – Zürich\nnaïve\nÖl"
    assert (decoded.guessed, decoded.doubt) == ("UTF-8 with stray windows-1252", 2)


def test_utf8_that_was_cut_off_keeps_what_is_there() -> None:
    decoded = decode("水獺记得河流".encode()[:-1])
    assert decoded is not None
    assert decoded.text.startswith("水獺记得河")
    assert decoded.guessed.startswith("UTF-8")


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("gb18030", "我们提出了一种新的方法，用来研究水獺怎样记得河流。"),
        ("shift_jis", "川獺がどのように川を覚えるかを調べる新しい手法を提案する。"),
        ("windows-1251", "Мы изучаем, как выдры запоминают реки после наводнения."),
    ],
)
def test_text_of_other_scripts_is_guessed_by_statistics(encoding: str, sentence: str) -> None:
    text = f"TY  - JOUR\nAB  - {sentence * 3}\nER  - \n"
    decoded = decode(text.encode(encoding, errors="ignore"))
    assert decoded is not None
    assert sentence[-8:] in decoded.text
    assert decoded.doubt == 2


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
    [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n" + bytes(200), b"MZ\x90\x00\x03" + bytes(999)],
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
