"""Mail servers to talk to: real ones, with the moods of real ones."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

OK = "250 OK"


class Mailbox:
    """Takes what it is sent, and keeps it.

    Attributes:
        at_rcpt: Called with the address and how often it came; an answer that is no "250" is given.
        at_data: Likewise, when the whole message has arrived but before it is kept.
        after_data: Called when it is kept, before the answer.
    """

    def __init__(self) -> None:
        self.kept: list[tuple[str, bytes]] = []
        self.tries: Counter[str] = Counter()
        self.at_rcpt: Callable[[str, int], str] = lambda address, tries: OK
        self.at_data: Callable[[str, int], str] = lambda address, tries: OK
        self.after_data: Callable[[str], None] = lambda address: None
        self.drops: set[str] = set()

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.tries[address] += 1
        answer = self.at_rcpt(address, self.tries[address])
        if answer == "drop":
            _drop(server)
            return "421 gone"
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        address = envelope.rcpt_tos[0]
        answer = self.at_data(address, self.tries[address])
        if answer == "drop":
            _drop(server)
            return "421 gone"
        if answer == OK:
            assert isinstance(envelope.content, bytes)
            self.kept.append((address, envelope.content))
            self.after_data(address)
        return answer

    @property
    def addresses(self) -> list[str]:
        """Who got a message, in order."""
        return [address for address, _ in self.kept]

    def messages(self) -> list[EmailMessage]:
        """Return what was kept, parsed."""
        return [message_from_bytes(body, policy=policy.default) for _, body in self.kept]


def _drop(server: SMTP) -> None:
    """Break the connection without a word."""
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


@contextmanager
def serving(mailbox: Mailbox, **settings: Any) -> Iterator[int]:
    """Run a server on this machine and yield its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=port, **settings)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def certified(name: str = "localhost") -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return the side of a server with a certificate, and of a client that trusts it."""
    authority = trustme.CA()
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(server)
    client = ssl.create_default_context()
    authority.configure_trust(client)
    return server, client
