"""A letter as HTML, as plain text, and as a message that holds both."""

from __future__ import annotations

import datetime
import hashlib
import textwrap
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from html import escape
from urllib.parse import quote

from generator.config.mail import MailConfig
from generator.config.schema import Config
from generator.errors import Diagnostic, InputError, Severity
from generator.language.language import Language
from generator.mail.letter import Letter, LetterPaper, fitted, make_letter, strongest
from generator.model.corpus import Corpus
from generator.model.issue import Issue
from generator.plan.site_plan import SitePlan
from generator.render.environment import TemplateEnvironment

TEMPLATE = "email/issue.html"
_WIDTH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A letter in every form, without a recipient.

    Attributes:
        issue: The issue's id.
        key: What the ids of its messages are made of: site and issue.
        date: Of the issue.
    """

    issue: str
    key: str
    date: datetime.date
    subject: str
    html: str
    text: str


def compose(
    corpus: Corpus,
    plan: SitePlan,
    config: Config,
    environment: TemplateEnvironment,
    issue: Issue,
) -> Composition:
    """Return an issue as a letter that no mail program clips."""
    letter = make_letter(corpus, plan, config, issue)
    letter = fitted(
        letter, strongest(corpus, letter), lambda one: len(as_html(environment, one).encode())
    )
    return Composition(
        issue=issue.id,
        key=f"{config.site.base_url}issues/{issue.id}",
        date=issue.date,
        subject=letter.subject,
        html=as_html(environment, letter),
        text=as_text(letter, config.language),
    )


def as_html(environment: TemplateEnvironment, letter: Letter) -> str:
    """Return the letter as HTML, with the rules of its style sheet in the elements.

    Raises:
        InputError: The package that moves them there is not installed (M009).
    """
    try:
        import css_inline  # noqa: PLC0415 (only letters need it)
    except ImportError as error:
        raise InputError(
            Diagnostic(
                code="M009",
                severity=Severity.ERROR,
                message="letters need the package css-inline, which is not installed",
                hint="python -m pip install css-inline, or set issues = 0 under [mail]",
            )
        ) from error
    inliner = css_inline.CSSInliner(
        keep_at_rules=True, load_remote_stylesheets=False, minify_css=True
    )
    return inliner.inline(environment.careful.get_template(TEMPLATE).render(letter=letter))


def as_text(letter: Letter, language: Language) -> str:
    """Return the letter as plain text."""
    return "\n".join(_lines(letter, language)).strip() + "\n"


def _lines(letter: Letter, language: Language) -> Iterator[str]:
    yield letter.subject
    say = language.text
    by = say("lists.curated", name=letter.curator) if letter.curator else ""
    yield language.counted(letter.count, "paper") + by
    yield f"{letter.url}\n"
    if letter.introduction_text:
        yield f"{_wrapped(letter.introduction_text)}\n"
    for section in letter.sections:
        if section.title:
            yield f"{section.title}\n{'=' * len(section.title)}\n"
        for paper in section.papers:
            yield from _paper_lines(paper)
    for paper in letter.titles:
        yield f"{_wrapped(paper.title)}\n{paper.url}\n"
    if letter.hidden:
        yield say("mail.hidden_text", n=letter.hidden, url=letter.url) + "\n"
    yield "-- "
    yield say("mail.why", site=letter.site)
    if letter.unsubscribe:
        yield say("mail.unsubscribe_text", url=letter.unsubscribe)
    yield letter.postal


def _paper_lines(paper: LetterPaper) -> Iterator[str]:
    yield _wrapped(paper.title)
    if paper.authors:
        yield _wrapped(paper.authors)
    yield paper.url
    if paper.new:
        yield "\n" + _wrapped(f"{paper.new} {paper.found}".strip())
    yield from (f"{label}: {url}" for label, url in paper.links)
    yield ""


def _wrapped(text: str) -> str:
    """Return paragraphs with lines of at most 72 characters where words allow."""
    parts = (part for part in text.split("\n\n") if part.strip())
    return "\n\n".join(
        textwrap.fill(part, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for part in parts
    )


def message(
    composition: Composition,
    mail: MailConfig,
    *,
    to: str,
    now: datetime.datetime | None = None,
) -> EmailMessage:
    """Return the message for one recipient (RFC 5322, 2045, 2369, 8058).

    Its Message-ID is made of site, issue and recipient alone, so that a mail program that gets
    it twice shows it once.

    Args:
        composition: The letter.
        mail: Gives the sender, and where to unsubscribe.
        to: The recipient: an address, maybe with a name.
        now: When it is sent; None for a file, which is dated as the issue.
    """
    bare = parseaddr(to)[1]
    mark = uuid.uuid5(uuid.NAMESPACE_URL, f"{composition.key}\n{bare.lower()}").hex
    made = EmailMessage(policy=SMTP)
    made["From"] = _address(mail.sender)
    made["To"] = _address(to)
    if mail.reply_to:
        made["Reply-To"] = _address(mail.reply_to)
    made["Subject"] = composition.subject
    made["Date"] = format_datetime(now or _midnight(composition.date))
    made["Message-ID"] = f"<{mark}@{mail.address.rpartition('@')[2]}>"
    leave = unsubscribe_address(mail, bare)
    if leave:
        made["List-Unsubscribe"] = f"<{leave}>"
        if leave.startswith("https:"):
            made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    made["Auto-Submitted"] = "auto-generated"
    text, html = composition.text, composition.html
    if leave != mail.unsubscribe:
        text = text.replace(mail.unsubscribe, leave)
        html = html.replace(escape(mail.unsubscribe), escape(leave))
    made.set_content(text, cte="quoted-printable")
    made.add_alternative(html, subtype="html", cte="quoted-printable")
    made.set_boundary(hashlib.sha256(mark.encode()).hexdigest()[:32])
    return made


def unsubscribe_address(mail: MailConfig, recipient: str) -> str:
    """Return where one recipient leaves; empty when the settings do not say."""
    return mail.unsubscribe.replace("{address}", quote(recipient, safe=""))


def _address(text: str) -> Address:
    name, address = parseaddr(text)
    return Address(display_name=name, addr_spec=address)


def _midnight(date: datetime.date) -> datetime.datetime:
    return datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC)
