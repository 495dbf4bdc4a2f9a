"""The readers of arXiv's listing mails, of blocks cut out of them, and of ``.abs`` files."""

from __future__ import annotations

import re

from generator.errors import Diagnostic
from generator.sources.arxiv_blocks import OPENING, blocks, record_of
from generator.sources.feed_tree import nothing_found
from generator.sources.mail_text import is_mail, mail_texts
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed

_LISTING, _ABS = "arxiv-listing", "arxiv-abs"
_HEAD_SIZE = 20_000
_FROM_ARXIV = re.compile(r"^(?:From|To|Reply-To|Subject):.*\barxiv\b", re.MULTILINE | re.IGNORECASE)
_SUBMITTER = re.compile(r"From:.*\n")


class ArxivListing:
    """Reads every block, whether new, cross-listed or replaced; a listing is no issue."""

    name = _LISTING
    about = "arXiv's daily listing mail"

    def detects(self, seed: Seed) -> bool:
        """Tell by a block near the beginning, also in a mail encoded for transfer."""
        head = seed.text[:_HEAD_SIZE]
        if _has_block(head):
            return True
        if not is_mail(head):
            return False
        return _FROM_ARXIV.search(head) is not None or any(
            _has_block(mail.text) for mail in mail_texts(seed.text) if mail.is_encoded
        )

    def read(self, seed: Seed) -> Reading:
        """Return a paper for each block."""
        return _read(seed, _LISTING)


class ArxivAbs:
    """Reads files that hold one block, or several, with the submitter's name in it."""

    name = _ABS
    about = "arXiv's metadata of one paper as text (`.abs`)"

    def detects(self, seed: Seed) -> bool:
        """Tell by the line ``From:`` behind the id."""
        opening = OPENING.search(seed.text[:_HEAD_SIZE])
        return opening is not None and bool(_SUBMITTER.match(seed.text, opening.end() + 1))

    def read(self, seed: Seed) -> Reading:
        """Return a paper for each block."""
        return _read(seed, _ABS)


def _has_block(text: str) -> bool:
    return next(blocks(text), None) is not None


def _read(seed: Seed, name: str) -> Reading:
    problems: list[Diagnostic] = []
    records: list[Record] = []
    for mail in mail_texts(seed.text):
        for block in blocks(mail.text, mail.line):
            if mail.is_encoded:
                block.line = mail.line
            records.append(record_of(block, seed, problems))
    if not records:
        problems.append(nothing_found(seed))
    return gather(records, seed, name, problems)
