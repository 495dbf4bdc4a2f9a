"""The table of site.toml that says how issues are mailed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_HOST = re.compile(r"[A-Za-z0-9.:_-]+")
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
SECURITY = ("starttls", "tls", "none")


def is_address(text: str) -> bool:
    """Tell whether a text is one mail address, as the web's own forms judge it.

    https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
    """
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailConfig:
    """The ``[mail]`` table: how issues are written as messages, and sent by ``mail``.

    Attributes:
        sender: Who the messages are from: an address, or a name and an address, for example
            ``Rivers <digest@rivers.example>``.
        reply_to: Address for answers; empty when they go to the sender.
        unsubscribe: Where a reader leaves: an ``https://`` address that takes a POST request, in
            which ``{address}`` stands for the reader's, or a ``mailto:`` one.
        postal: Postal address in the foot of each message, which some laws ask for.
        issues: Newest issues that a build writes as messages into ``/emails/``; 0 for none. It
            needs ``base_url``.
        host: The mail server. No build ever talks to it.
        port: Its port; 0 takes 587, or 465 for ``tls``.
        security: ``starttls``, ``tls`` from the first byte, or ``none``, which only a server on
            this machine allows.
        user: Name to log in with; empty for none. The password is read from the environment
            variable ``FLORILEGIUM_SMTP_PASSWORD``.
        password: Refused: no password belongs into this file.
        rate: Most messages a minute.
        attempts: How often a message is tried in all when the server asks to come back later.
    """

    sender: str = ""
    reply_to: str = ""
    unsubscribe: str = ""
    postal: str = ""
    issues: int = 3
    host: str = ""
    port: int = 0
    security: str = "starttls"
    user: str = ""
    password: str = ""
    rate: int = 60
    attempts: int = 5

    def __post_init__(self) -> None:
        for name in ("sender", "reply_to", "unsubscribe", "postal", "user"):
            if _CONTROL.search(getattr(self, name)):
                raise ValueError(f"{name} must be one line: a line end would forge headers")
        for name in ("sender", "reply_to"):
            text = getattr(self, name)
            if text and not is_address(bare_address(text)):
                raise ValueError(f"{name} must hold a mail address, not {text!r}")
        if self.password:
            raise ValueError(
                "password must not stand in a file: set the environment variable "
                "FLORILEGIUM_SMTP_PASSWORD"
            )
        self._check_unsubscribe()
        self._check_server()
        for name, least in (("issues", 0), ("rate", 1), ("attempts", 1)):
            if getattr(self, name) < least:
                raise ValueError(f"{name} must be {least} or more, not {getattr(self, name)}")

    def _check_unsubscribe(self) -> None:
        scheme, _, rest = self.unsubscribe.partition(":")
        is_web = scheme == "https" and bool(urlsplit(self.unsubscribe).hostname)
        is_mail = scheme == "mailto" and is_address(rest.partition("?")[0])
        if self.unsubscribe and (re.search(r"[\s<>]", self.unsubscribe) or not (is_web or is_mail)):
            raise ValueError(
                f"unsubscribe must be an https:// or mailto: address, not {self.unsubscribe!r}"
            )

    def _check_server(self) -> None:
        if self.host and not _HOST.fullmatch(self.host):
            raise ValueError(f"host must be the name of a server alone, not {self.host!r}")
        if not 0 <= self.port <= 65535:
            raise ValueError(f"port must lie in 0 to 65535, not {self.port}")
        if self.security not in SECURITY:
            known = ", ".join(SECURITY)
            raise ValueError(f"security must be one of {known}, not {self.security!r}")
        if self.host and self.security == "none" and not self.is_here:
            raise ValueError(
                f"security must not be none for {self.host}: only a server on this machine "
                "(localhost) may be talked to in the clear"
            )

    @property
    def is_here(self) -> bool:
        """Whether the server is on this machine."""
        return self.host in _HERE

    @property
    def address(self) -> str:
        """The sender's bare address."""
        return bare_address(self.sender)


def bare_address(text: str) -> str:
    """Return the address in a text that may also hold a name (RFC 5322)."""
    from email.utils import parseaddr  # noqa: PLC0415 # slow to import, and seldom needed

    return parseaddr(text)[1]
