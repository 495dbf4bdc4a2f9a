"""One issue to many recipients: each once, however often the run is broken off and begun again."""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path

from generator.config.mail import MailConfig
from generator.errors import Diagnostic, InputError, Severity
from generator.mail.compose import Composition, message
from generator.mail.journal import Entry, Journal, Outcome
from generator.mail.post import Answer, Delivery, Post

FIRST_WAIT = 30.0
"""Seconds before a message is tried again; doubled each time."""

LONGEST_WAIT = 900.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What tells time and lets it pass; tests have one of their own.

    Attributes:
        now: Date and time, with its zone.
        seconds: Seconds since whenever, never going back.
        sleep: Waits for some seconds.
    """

    now: Callable[[], datetime.datetime]
    seconds: Callable[[], float]
    sleep: Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendReport:
    """What became of the messages, in numbers.

    Attributes:
        sent: Taken by the server.
        refused: Refused for good.
        deferred: Put off too often.
        doubtful: Handed over without an answer, now or in an earlier run.
        before: Taken in an earlier run.
    """

    sent: int = 0
    refused: int = 0
    deferred: int = 0
    doubtful: int = 0
    before: int = 0

    @property
    def complete(self) -> bool:
        """Whether everybody has the message for certain."""
        return not (self.refused or self.deferred or self.doubtful)


@dataclass(slots=True)
class _Turn:
    """A message that waits: how often it was tried, and when it may be tried next."""

    recipient: str
    tried: int = 0
    not_before: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """All that sending an issue needs.

    Attributes:
        known: The last outcome of each recipient in earlier runs, by address in lower case.
        again: Send once more to those of whom nobody knows whether they have it.
        tell: Is told a line for each message.
    """

    letter: Composition
    mail: MailConfig
    post: Post
    clock: Clock
    journal: Path
    known: Mapping[str, Outcome] = field(default_factory=dict)
    again: bool = False
    tell: Callable[[str], None] = lambda _: None


def waiting(recipients: Iterable[str], known: Mapping[str, Outcome], *, again: bool) -> list[str]:
    """Return the recipients who still get the message; doubtful ones only ``again``."""
    settled = {Outcome.SENT, Outcome.REFUSED} | (set() if again else {Outcome.HANDING})
    return [one for one in recipients if known.get(_bare(one).lower()) not in settled]


def send(recipients: Iterable[str], sending: Sending) -> SendReport:
    """Send the message to everyone who does not have it yet.

    A message that the server puts off (greylisting, a full queue, a broken connection) is tried
    again after the others, later each time. Where a connection broke between the message's last
    byte and the answer, it is not tried again: the server may have it.

    Raises:
        InputError: The server will not be talked to at all (M004 to M007), or cannot be reached
            (M008).
    """
    recipients = tuple(recipients)
    queue = deque(_Turn(one) for one in waiting(recipients, sending.known, again=sending.again))
    counts = dict.fromkeys(Delivery, 0)
    counts_before = _counted_before(recipients, sending)
    pause = 60.0 / sending.mail.rate
    next_free = 0.0
    with Journal(sending.journal) as journal:
        try:
            while queue:
                turn = queue.popleft()
                _wait_until(max(next_free, turn.not_before), sending.clock)
                next_free = sending.clock.seconds() + pause
                answer = _try(turn, sending, journal)
                if sending.post.failures:
                    next_free = sending.clock.seconds() + _delay(sending.post.failures)
                    _check_reachable(sending, answer)
                if answer.delivery is Delivery.LATER and turn.tried < sending.mail.attempts:
                    turn.not_before = sending.clock.seconds() + _delay(turn.tried)
                    queue.append(turn)
                else:
                    counts[answer.delivery] += 1
        finally:
            sending.post.close()
    return SendReport(
        sent=counts[Delivery.TAKEN],
        refused=counts[Delivery.REFUSED],
        deferred=counts[Delivery.LATER],
        doubtful=counts[Delivery.UNKNOWN] + counts_before[1],
        before=counts_before[0],
    )


def _counted_before(recipients: Iterable[str], sending: Sending) -> tuple[int, int]:
    """Return how many recipients have the message from before, and of how many nobody knows."""
    known = [sending.known.get(_bare(one).lower()) for one in recipients]
    doubtful = 0 if sending.again else known.count(Outcome.HANDING)
    return known.count(Outcome.SENT), doubtful


def _try(turn: _Turn, sending: Sending, journal: Journal) -> Answer:
    turn.tried += 1
    now = sending.clock.now()
    made = message(sending.letter, sending.mail, to=turn.recipient, now=now)
    bare = _bare(turn.recipient)

    def note(outcome: Outcome, reply: str = "") -> None:
        journal.note(
            Entry(
                time=now.isoformat(timespec="seconds"),
                to=bare,
                outcome=outcome,
                message_id=str(made["Message-ID"]),
                reply=reply,
            )
        )

    answer = sending.post.hand_over(
        sending.mail.address,
        bare,
        made.as_bytes(),
        before_data=lambda: note(Outcome.HANDING),
    )
    outcome = _OUTCOMES.get(answer.delivery)
    if outcome:
        note(outcome, answer.reply)
    sending.tell(f"{bare}: {outcome or 'unknown'}: {answer.reply}")
    return answer


_OUTCOMES = {
    Delivery.TAKEN: Outcome.SENT,
    Delivery.LATER: Outcome.DEFERRED,
    Delivery.REFUSED: Outcome.REFUSED,
}


def _delay(tries: int) -> float:
    return float(min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT))


def _check_reachable(sending: Sending, answer: Answer) -> None:
    if sending.post.failures >= sending.mail.attempts:
        raise InputError(
            Diagnostic(
                code="M008",
                severity=Severity.ERROR,
                message=f"{sending.mail.host} cannot be reached: {answer.reply}",
                hint="check host and port in [mail], then run the same command again",
            )
        )


def _wait_until(moment: float, clock: Clock) -> None:
    wait = moment - clock.seconds()
    if wait > 0:
        clock.sleep(wait)


def _bare(recipient: str) -> str:
    return parseaddr(recipient)[1]
