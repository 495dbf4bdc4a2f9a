from __future__ import annotations

import datetime
import json
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.config.mail import MailConfig
from generator.errors import InputError
from generator.mail.compose import Composition
from generator.mail.journal import Outcome, outcomes
from generator.mail.post import Post
from generator.mail.send import Clock, Sending, SendReport, send
from tests.mail.servers import OK, Mailbox, certified, serving

READERS = ("a@x.example", "Bo <b@x.example>", "c@x.example", "d@x.example")
ADDRESSES = [f"{name}@x.example" for name in "abcd"]
LETTER = Composition(
    issue="2024-03-11",
    key="https://rivers.example/issues/2024-03-11",
    date=datetime.date(2024, 3, 11),
    subject="Rivers: 11 März",
    html="<p>Otters draw.</p>\n.\n.hidden dots\n",
    text=f"Otters draw.\n.\n..two dots\n{'a long line ' * 100}\n",
)


@dataclass(slots=True)
class Sandglass:
    """A clock that nobody waits for."""

    moment: float = 0.0
    waits: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.moment += seconds

    def clock(self) -> Clock:
        start = datetime.datetime(2024, 3, 12, 6, tzinfo=datetime.UTC)
        return Clock(
            now=lambda: start + datetime.timedelta(seconds=self.moment),
            seconds=lambda: self.moment,
            sleep=self.sleep,
        )


def mail(port: int, **changes: object) -> MailConfig:
    settings: dict[str, object] = {
        "sender": "Rivers <digest@rivers.example>",
        "host": "localhost",
        "port": port,
        "security": "none",
        "unsubscribe": "https://rivers.example/leave?who={address}",
    }
    return MailConfig(**(settings | changes))  # type: ignore[arg-type]  # as given


def run(
    settings: MailConfig,
    journal: Path,
    readers: Sequence[str] = READERS,
    *,
    glass: Sandglass | None = None,
    context: ssl.SSLContext | None = None,
    again: bool = False,
    password: str = "",
) -> SendReport:
    return send(
        readers,
        Sending(
            letter=LETTER,
            mail=settings,
            post=Post(settings, password, context),
            clock=(glass or Sandglass()).clock(),
            journal=journal,
            known=outcomes(journal),
            again=again,
        ),
    )


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "mail" / "2024-03-11.jsonl"


def test_everyone_gets_one_message_that_names_nobody_else(journal: Path) -> None:
    mailbox = Mailbox()
    with serving(mailbox) as port:
        assert run(mail(port), journal) == SendReport(sent=4)
    assert mailbox.addresses == ADDRESSES
    first, second = mailbox.messages()[:2]
    assert second["To"] == "Bo <b@x.example>"
    assert second["From"] == "Rivers <digest@rivers.example>"
    assert second["Subject"] == "Rivers: 11 März"
    assert second["List-Unsubscribe"] == "<https://rivers.example/leave?who=b%40x.example>"
    assert second["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert first["Message-ID"] != second["Message-ID"]
    assert "a@x.example" not in str(second)


def test_the_text_arrives_letter_for_letter(journal: Path) -> None:
    mailbox = Mailbox()
    with serving(mailbox) as port:
        run(mail(port), journal, READERS[:1])
    [made] = mailbox.messages()
    assert made.get_content_type() == "multipart/alternative"
    text, html = (part.get_content().replace("\r\n", "\n") for part in made.iter_parts())
    assert (text, html) == (LETTER.text, LETTER.html)
    assert all(len(line) <= 998 for line in mailbox.kept[0][1].split(b"\r\n"))


def test_a_refused_recipient_keeps_nobody_else_from_the_message(journal: Path) -> None:
    mailbox = Mailbox()
    mailbox.at_rcpt = lambda address, _: "550 No such user" if address == ADDRESSES[1] else OK
    with serving(mailbox) as port:
        assert run(mail(port), journal) == SendReport(sent=3, refused=1)
        assert run(mail(port), journal) == SendReport(before=3)
    assert mailbox.tries[ADDRESSES[1]] == 1
    assert outcomes(journal)[ADDRESSES[1]] is Outcome.REFUSED


def test_a_greylisted_recipient_is_tried_again_later(journal: Path) -> None:
    mailbox, glass = Mailbox(), Sandglass()
    mailbox.at_rcpt = lambda address, tries: "451 Come back later" if tries < 3 else OK
    with serving(mailbox) as port:
        assert run(mail(port, rate=6000), journal, READERS[:2], glass=glass) == SendReport(sent=2)
    assert sorted(mailbox.addresses) == ADDRESSES[:2]
    assert max(glass.waits) > 50  # 30 s after the first try, 60 s after the second


def test_who_is_put_off_for_ever_is_left_for_the_next_run(journal: Path) -> None:
    mailbox = Mailbox()
    mailbox.at_rcpt = lambda address, _: "450 Busy" if address == ADDRESSES[0] else OK
    with serving(mailbox) as port:
        assert run(mail(port, attempts=3), journal) == SendReport(sent=3, deferred=1)
        assert mailbox.tries[ADDRESSES[0]] == 3
        mailbox.at_rcpt = lambda address, _: OK
        assert run(mail(port), journal) == SendReport(sent=1, before=3)
    assert sorted(mailbox.addresses) == ADDRESSES


def test_a_connection_that_drops_before_the_message_is_opened_again(journal: Path) -> None:
    mailbox = Mailbox()
    mailbox.at_rcpt = lambda address, tries: "drop" if tries == 1 else OK
    with serving(mailbox) as port:
        assert run(mail(port), journal) == SendReport(sent=4)
    assert sorted(mailbox.addresses) == ADDRESSES


def test_a_message_without_an_answer_is_not_sent_twice(journal: Path) -> None:
    mailbox = Mailbox()
    mailbox.at_data = lambda address, tries: "drop" if address == ADDRESSES[2] else OK
    with serving(mailbox) as port:
        assert run(mail(port), journal) == SendReport(sent=3, doubtful=1)
        assert run(mail(port), journal) == SendReport(before=3, doubtful=1)
        assert mailbox.tries[ADDRESSES[2]] == 1
        mailbox.at_data = lambda address, tries: OK
        assert run(mail(port), journal, again=True) == SendReport(sent=1, before=3)
    assert sorted(mailbox.addresses) == ADDRESSES


def test_messages_go_out_at_the_rate_of_the_settings(journal: Path) -> None:
    mailbox, glass = Mailbox(), Sandglass()
    with serving(mailbox) as port:
        run(mail(port, rate=30), journal, glass=glass)
    assert glass.waits == [2.0, 2.0, 2.0]


def test_starttls_with_a_trusted_certificate(journal: Path) -> None:
    server, client = certified()
    mailbox = Mailbox()
    with serving(mailbox, tls_context=server, require_starttls=True) as port:
        done = run(mail(port, security="starttls"), journal, context=client)
    assert done == SendReport(sent=4)


def test_a_certificate_nobody_vouches_for_ends_the_run(journal: Path) -> None:
    server, _ = certified()
    mailbox = Mailbox()
    with serving(mailbox, tls_context=server) as port, pytest.raises(InputError) as caught:
        run(mail(port, security="starttls"), journal)
    assert caught.value.diagnostics[0].code == "M004"
    assert (mailbox.tries, mailbox.kept) == ({}, [])


def test_a_certificate_of_another_host_ends_the_run(journal: Path) -> None:
    server, client = certified("elsewhere.example")
    mailbox = Mailbox()
    with serving(mailbox, tls_context=server) as port, pytest.raises(InputError) as caught:
        run(mail(port, security="starttls"), journal, context=client)
    assert caught.value.diagnostics[0].code == "M004"
    assert mailbox.kept == []


def test_a_server_without_encryption_gets_nothing(journal: Path) -> None:
    mailbox = Mailbox()
    with serving(mailbox) as port, pytest.raises(InputError) as caught:
        run(mail(port, security="starttls"), journal)
    assert caught.value.diagnostics[0].code == "M005"
    assert mailbox.kept == []


def test_a_server_that_is_not_there_is_tried_again_and_then_given_up(journal: Path) -> None:
    with serving(Mailbox()) as port:
        pass
    glass = Sandglass()
    with pytest.raises(InputError) as caught:
        run(mail(port, attempts=3), journal, glass=glass)
    assert caught.value.diagnostics[0].code == "M008"
    assert glass.moment >= 30 + 60


def test_a_sender_who_is_not_wanted_is_no_fault_of_the_recipients(journal: Path) -> None:
    class Closed(Mailbox):
        async def handle_MAIL(self, *_: object) -> str:  # noqa: N802
            return "553 Not from here"

    with serving(Closed()) as port, pytest.raises(InputError) as caught:
        run(mail(port), journal)
    assert caught.value.diagnostics[0].code == "M007"
    assert outcomes(journal) == {}


def test_the_journal_says_what_went_to_whom(journal: Path) -> None:
    with serving(Mailbox()) as port:
        run(mail(port), journal, READERS[:1])
    handing, sent = map(json.loads, journal.read_text(encoding="utf-8").splitlines())
    assert handing["outcome"] == "handing over"
    assert sent["outcome"] == "sent"
    assert sent["to"] == "a@x.example"
    assert sent["message_id"] == handing["message_id"]
    assert sent["time"].startswith("2024-03-12T06:00:00")


def test_a_torn_line_of_a_killed_run_does_no_harm(journal: Path) -> None:
    journal.parent.mkdir()
    journal.write_text('{"to": "a@x.example", "outcome": "sent"}\n{"to": "b@x.ex', encoding="utf-8")
    mailbox = Mailbox()
    with serving(mailbox) as port:
        assert run(mail(port), journal) == SendReport(sent=3, before=1)
    assert mailbox.addresses == ADDRESSES[1:]
    assert len(outcomes(journal)) == 4
