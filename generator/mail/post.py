"""One message to a mail server, with every way in which that can end (RFC 5321)."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from generator.config.mail import MailConfig
from generator.errors import Diagnostic, InputError, Severity

TIMEOUT = 60.0
_LINE_END = re.compile(rb"\r\n|\r|\n")


class Delivery(Enum):
    """How handing over a message ended.

    ``LATER`` means that the server does not have it and may take it later; ``UNKNOWN`` that the
    connection broke after the last byte, before the answer.
    """

    TAKEN = auto()
    LATER = auto()
    REFUSED = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """How it ended, and the server's words."""

    delivery: Delivery
    reply: str


class Post:
    """A connection to the mail server, opened when needed and after it broke.

    Attributes:
        failures: How often in a row it could not be opened.
    """

    def __init__(
        self, mail: MailConfig, password: str, context: ssl.SSLContext | None = None
    ) -> None:
        """Prepare; nothing is said to the server yet.

        Args:
            mail: Names server, port, security and user.
            password: For the user; empty when there is none.
            context: What certificates are trusted; None for those the system trusts.
        """
        self._mail = mail
        self._password = password
        self._context = context
        self._server: smtplib.SMTP | None = None
        self.failures = 0

    def close(self) -> None:
        """Say good-bye, as far as the server still listens."""
        if self._server is not None:
            try:
                self._server.quit()
            except (OSError, smtplib.SMTPException):
                self._server.close()
            self._server = None

    def hand_over(
        self, sender: str, recipient: str, body: bytes, *, before_data: Callable[[], None]
    ) -> Answer:
        """Give the server one message.

        Args:
            sender: Bare address.
            recipient: Bare address.
            body: The whole message.
            before_data: Called when the server is ready to take the message, before any of it is
                sent: from then on it may have it.

        Raises:
            InputError: The server will not be talked to at all: its certificate is not trusted
                (M004), it offers no encryption (M005), it refuses name and password (M006), or
                takes nothing from this sender (M007).
        """
        try:
            server = self._connected()
            code, reply = server.mail(sender)
            if code >= 500:
                raise _unwanted(self._mail, sender, _words(code, reply))
            if code < 400:
                code, reply = server.rcpt(recipient)
            if code >= 400:
                return self._refused(server, code, reply)
            before_data()
            return self._data(server, body)
        except smtplib.SMTPResponseException as error:
            self._drop()
            later = 400 <= error.smtp_code < 500
            words = _words(error.smtp_code, error.smtp_error)
            return Answer(Delivery.LATER if later else Delivery.REFUSED, words)
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Answer(Delivery.LATER, f"the connection broke: {error}")

    def _data(self, server: smtplib.SMTP, body: bytes) -> Answer:
        code, reply = server.docmd("DATA")
        if code != 354:
            return self._refused(server, code, reply)
        server.send(_dotted(body))  # a break up to here loses the message: the end is missing
        try:
            server.send(b".\r\n")
            code, reply = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Answer(Delivery.UNKNOWN, f"the connection broke before the answer: {error}")
        if code < 400:
            return Answer(Delivery.TAKEN, _words(code, reply))
        return self._refused(server, code, reply)

    def _refused(self, server: smtplib.SMTP, code: int, reply: bytes) -> Answer:
        if code == 421:  # "closing transmission channel"
            self._drop()
        else:
            server.rset()
        return Answer(Delivery.LATER if code < 500 else Delivery.REFUSED, _words(code, reply))

    def _connected(self) -> smtplib.SMTP:
        if self._server is None:
            self.failures += 1
            self._server = self._open()
            self.failures = 0
        return self._server

    def _open(self) -> smtplib.SMTP:
        mail = self._mail
        try:
            self._server = self._greeted()
            self._encrypt_and_log_in(self._server)
        except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
            raise
        except ssl.SSLError as error:
            self._drop()
            raise _hopeless(
                "M004",
                f"no trusted connection to {mail.host}: {error}",
                "correct host, port or security, or have the server's certificate mended",
            ) from error
        except smtplib.SMTPNotSupportedError as error:
            self._drop()
            raise _hopeless(
                "M005",
                f"{mail.host} cannot do what is asked: {error}",
                'set security to "tls", or ask the provider for the right port',
            ) from error
        except smtplib.SMTPResponseException as error:
            if error.smtp_code < 500:
                raise
            self._drop()
            raise _hopeless(
                "M006",
                f"{mail.host} refuses us: {_words(error.smtp_code, error.smtp_error)}",
                "check user in [mail] and the variable FLORILEGIUM_SMTP_PASSWORD",
            ) from error
        return self._server

    def _greeted(self) -> smtplib.SMTP:
        mail = self._mail
        if mail.security == "tls":
            port = mail.port or 465
            return smtplib.SMTP_SSL(mail.host, port, timeout=TIMEOUT, context=self._trust())
        return smtplib.SMTP(mail.host, mail.port or 587, timeout=TIMEOUT)

    def _encrypt_and_log_in(self, server: smtplib.SMTP) -> None:
        if self._mail.security == "starttls":
            server.starttls(context=self._trust())
        server.ehlo_or_helo_if_needed()
        if self._mail.user:
            server.login(self._mail.user, self._password)

    def _trust(self) -> ssl.SSLContext:
        return self._context or ssl.create_default_context()

    def _drop(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None


def _dotted(body: bytes) -> bytes:
    """Return the message with the line ends and doubled dots of the protocol."""
    text = _LINE_END.sub(b"\r\n", body)
    if not text.endswith(b"\r\n"):
        text += b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", text)


def _words(code: int, reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply)
    return f"{code} {' '.join(text.split())}"


def _unwanted(mail: MailConfig, sender: str, reply: str) -> InputError:
    message = f"{mail.host} takes no mail from {sender}: {reply}"
    return _hopeless("M007", message, "set sender in [mail] to an address that is yours there")


def _hopeless(code: str, message: str, hint: str) -> InputError:
    return InputError(Diagnostic(code=code, severity=Severity.ERROR, message=message, hint=hint))
