"""The table of site.toml that says where readers subscribe to mail."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

FIELDS = {"": "email", "buttondown": "email", "listmonk": "email", "mailchimp": "EMAIL"}
"""How the providers we know call the field of the address."""

_NAME = re.compile(r"[\w.\[\]-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeConfig:
    """The ``[subscribe]`` table: a form that sends an address to a provider of mailing lists.

    Attributes:
        action: Address that takes the form, beginning with ``https://``; empty leaves the form
            out.
        provider: ``buttondown``, ``listmonk``, ``mailchimp``, or empty for any other: it only
            decides how the field of the address is called.
        field: Name of that field, where it is another one.
        hidden: Further fields that the provider wants, for example ``{ l = "list id" }``.
        note: A sentence below the form, for example how often mail comes.
    """

    action: str = ""
    provider: str = ""
    field: str = ""
    hidden: dict[str, str] = dataclasses.field(default_factory=dict, hash=False)
    note: str = ""

    def __post_init__(self) -> None:
        if self.action:
            self._check_action()
        if self.provider not in FIELDS:
            known = ", ".join(name for name in FIELDS if name)
            raise ValueError(f"provider must be one of {known}, not {self.provider!r}")
        for name in (self.field, *self.hidden):
            if name and not _NAME.fullmatch(name):
                raise ValueError(f"{name!r} cannot be the name of a field")

    def _check_action(self) -> None:
        address = urlsplit(self.action)
        is_safe = address.scheme == "https" and not re.search(r"[\s\"'<>;,]", self.action)
        if not (is_safe and address.hostname and not address.username):
            raise ValueError(f"action must be an https:// address, not {self.action!r}")

    @property
    def origin(self) -> str:
        """Scheme, host and port of the action, for the Content-Security-Policy."""
        address = urlsplit(self.action)
        return f"{address.scheme}://{address.netloc}" if self.action else ""

    @property
    def address_field(self) -> str:
        """Name of the field of the address."""
        return self.field or FIELDS[self.provider]
