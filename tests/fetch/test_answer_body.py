from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fetch.answer_body import json_body, stated_reason, xml_body
from generator.fetch.fetch_error import FetchError

BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "0123456789">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (98 + depth, b"&%c;" % (97 + depth) * 10) for depth in range(9)
    )
    + b"]><feed>&j;</feed>"
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"message": "no such\\nfield"}', "no such field"),
        (b'{"error": "Invalid query", "message": null}', "Invalid query"),
        (b'{"error": {"code": 1}}', ""),
        (b"{", ""),
        (b"<feed><entry><summary>bad id</summary></entry></feed>", "bad id"),
        (b"<html><p>Sorry</p></html>", ""),
        (b"Resource not found.", "Resource not found."),
        (b"one line\nand another", ""),
        (b"", ""),
        (b"x" * 300, "x" * 200 + "…"),
    ],
)
def test_a_service_may_say_why(body: bytes, reason: str) -> None:
    assert stated_reason(body) == reason


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([b"", b"{", b"<feed>", b'{"error":', b"["]), st.binary(max_size=60))
def test_whatever_is_sent_is_understood_or_refused(opening: bytes, rest: bytes) -> None:
    assert "\n" not in stated_reason(opening + rest)
    for parse in (json_body, xml_body):
        with contextlib.suppress(FetchError):
            parse(opening + rest)


def test_entities_are_not_expanded() -> None:
    try:
        root = xml_body(BOMB)
    except FetchError:
        return
    assert len("".join(str(text) for text in root.itertext())) < 1000


def test_a_web_page_is_called_one() -> None:
    with pytest.raises(FetchError, match="a web page"):
        json_body(b"\n <!DOCTYPE html><p>")
    with pytest.raises(FetchError, match="a web page"):
        xml_body(b"<html><body/></html>")
