"""The text of mails: headers taken off, transfer encodings undone (RFC 5322, RFC 2045)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADERS = re.compile(
    r"\n*(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\n"
)
_ADDRESSED = re.compile(r"^(?:From|Subject|To)\b", re.MULTILINE)
_BETWEEN_MAILS = re.compile(r"^From \S+ .*\d{4}$", re.MULTILINE)  # as in an mbox file, RFC 4155
_ENCODED = frozenset({"base64", "quoted-printable", "x-uuencode", "uuencode"})
_SEARCHED = 120


@dataclass(frozen=True, slots=True)
class MailText:
    """The text of a mail, and the 1-based line of the file where it begins.

    In a mail that was encoded for transfer every line of the text counts as that first line.
    """

    line: int
    text: str
    is_encoded: bool = False


def is_mail(text: str) -> bool:
    """Tell whether a text begins with the headers of a mail."""
    head = text[:20_000]
    found = _HEADERS.match(head)
    return found is not None and _ADDRESSED.search(found[0]) is not None


def mail_texts(text: str) -> Iterator[MailText]:
    """Yield the plain texts of one mail or of several in a row; text without headers is one."""
    if not is_mail(text):
        yield MailText(1, text)
        return
    starts = [match.start() for match in _BETWEEN_MAILS.finditer(text)]
    starts = [0, *(start for start in starts if start)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield from _texts(text[start:end], text.count("\n", 0, start) + 1)


def _texts(mail: str, line: int) -> Iterator[MailText]:
    import email  # noqa: PLC0415 - slow to import, and seldom needed

    message = _BETWEEN_MAILS.sub("", mail, count=1) if mail[:5] == "From " else mail
    for part in email.message_from_string(message.lstrip("\n")).walk():
        if part.get_content_type() != "text/plain":
            continue
        body = part.get_payload()
        if not isinstance(body, str):
            continue
        encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
        place = max(mail.find(body[:_SEARCHED]), 0)
        begins = line + mail.count("\n", 0, place)
        if encoding in _ENCODED:
            raw = part.get_payload(decode=True)
            yield MailText(begins, _decoded(raw, str(part.get_content_charset() or "")), True)
        else:
            yield MailText(begins, body)


def _decoded(raw: object, charset: str) -> str:
    if not isinstance(raw, bytes):
        return ""
    try:
        text = raw.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = raw.decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
