from __future__ import annotations

import pytest

from generator.config.fetch import FetchConfig


@pytest.mark.parametrize(
    "contact",
    ["nobody", "a@b@c.example", "a b@c.example", "(a)@c.example", "a@b.example\n", "ä@b.example"],
)
def test_a_contact_that_would_break_a_header_is_refused(contact: str) -> None:
    with pytest.raises(ValueError, match="contact must be a mail address"):
        FetchConfig(contact=contact)


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org", "https://a b", "https://a/(b)"]
)
def test_an_address_that_would_break_a_header_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="url must start with"):
        FetchConfig(url=url)


@pytest.mark.parametrize("key", ["timeout", "attempts", "patience", "max_size"])
def test_nothing_is_done_less_than_once(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        FetchConfig(**{key: 0})  # type: ignore[arg-type]  # the key is a parameter


def test_a_request_is_tried_ten_times_at_most() -> None:
    assert FetchConfig(attempts=10, contact="first.last+digest@mail.example.org").attempts == 10
    with pytest.raises(ValueError, match="attempts"):
        FetchConfig(attempts=11)
