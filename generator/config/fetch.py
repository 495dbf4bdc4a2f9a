"""The table of site.toml that only the command ``fetch`` reads."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchConfig:
    """The ``[fetch]`` table: how ``fetch`` introduces itself, and its patience. No build reads it.

    Attributes:
        contact: Your mail address. It is sent with every request, so that a service can write to
            you instead of blocking you.
        url: Address that says who is asking; empty takes ``base_url``.
        timeout: Seconds to wait for a service to connect, and for each part of its answer.
        attempts: How often a request is tried in all before giving up, 1 to 10.
        patience: Longest wait between two attempts, in seconds. A service that asks for a longer
            one is not asked again.
        max_size: Largest answer that is accepted, in megabytes.
    """

    contact: str = ""
    url: str = ""
    timeout: int = 30
    attempts: int = 5
    patience: int = 120
    max_size: int = 64

    def __post_init__(self) -> None:
        # Both stand in a header's comment (RFC 9110, section 5.6.5): no brackets, no controls.
        if self.contact and not re.fullmatch(r"[!#-'*-;=?A-Z^-~]+@[A-Za-z0-9.-]+", self.contact):
            raise ValueError(f"contact must be a mail address, not {self.contact!r}")
        if self.url and not re.fullmatch(r"https?://[^\s()<>\\]+", self.url):
            raise ValueError(f"url must start with http:// or https://, not {self.url!r}")
        if not 1 <= self.attempts <= 10:
            raise ValueError(f"attempts must lie in 1 to 10, not {self.attempts}")
        for name in ("timeout", "patience", "max_size"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be 1 or more, not {getattr(self, name)}")
