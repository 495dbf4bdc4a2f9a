"""The reader of a saved page of Hugging Face's daily papers, which holds them as JSON."""

from __future__ import annotations

import datetime
import html
import json
import re
from collections.abc import Iterator
from typing import Any

from generator.errors import Diagnostic, Severity
from generator.sources.feed_tree import nothing_found
from generator.sources.hf_papers import edition_day, is_paper, record_of, with_issue
from generator.sources.html_tree import is_html
from generator.sources.json_records import JsonObject, JsonRecord
from generator.sources.json_tree import whole_characters
from generator.sources.json_values import objects_in, text_in
from generator.sources.record import gather
from generator.sources.source import Reading, Seed
from generator.text.markup import text_of_html

_NAME = "hf-page"
_PROPS = re.compile(r"""\bdata-props\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SIGNS = ("dailyPapers&quot;", '"dailyPapers"', "dailyPapers&#34;")
_BYLINE = re.compile(
    r">\s*Daily Papers\s*(?:</?[a-z][^<>]*>\s*)*by\s(?P<by>.{1,400}?)</(?:h\d|p|div|header)>",
    re.DOTALL,
)
_LONGEST_BYLINE = 100


class HfPage:
    """Reads the JSON in the page's attribute ``data-props``; a page of one day is an issue."""

    name = _NAME
    about = "Saved Hugging Face page of daily papers"

    def detects(self, seed: Seed) -> bool:
        """Tell by the attribute and the key in it."""
        return is_html(seed) and any(sign in seed.text for sign in _SIGNS)

    def read(self, seed: Seed) -> Reading:
        """Return the papers, and the issue they make."""
        problems: list[Diagnostic] = []
        for line, props in _all_props(seed, problems):
            entries = [JsonRecord(line, each) for each in objects_in(props.get("dailyPapers"))]
            if entries:
                return _reading(seed, line, props, entries, problems)
        problems.append(nothing_found(seed))
        return gather((), seed, _NAME, problems)


def _reading(
    seed: Seed,
    line: int,
    props: JsonObject,
    entries: list[JsonRecord],
    problems: list[Diagnostic],
) -> Reading:
    entries = [entry for entry in entries if is_paper(entry.fields)]
    records = [record_of(entry, seed, problems) for entry in entries]
    day = _stated_day(props) or edition_day(entries, seed, problems)
    reading = gather(records, seed, _NAME, problems)
    return with_issue(reading, seed, day, curator=_curator(seed), line=line)


def _all_props(seed: Seed, problems: list[Diagnostic]) -> Iterator[tuple[int, JsonObject]]:
    """Yield the properties of every part of the page that has some, with its line."""
    for match in _PROPS.finditer(seed.text):
        written = html.unescape(match[1] or match[2] or "")
        if "dailyPapers" not in written:
            continue
        line = seed.text.count("\n", 0, match.start()) + 1
        try:
            value: Any = json.loads(whole_characters(written), strict=False)
        except (ValueError, RecursionError) as error:
            message = f"the papers in the page cannot be read: {error}"
            hint = "save the page again as HTML only"
            problems.append(seed.problem("S136", Severity.WARNING, message, line=line, hint=hint))
            continue
        if isinstance(value, dict):
            yield line, value


def _stated_day(props: JsonObject) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text_in(props.get("dateString"))[:10])
    except ValueError:
        return None


def _curator(seed: Seed) -> str:
    """Return who chose the papers, as the line below the page's title says."""
    match = _BYLINE.search(seed.text)
    byline = " ".join(text_of_html(match["by"]).split()) if match else ""
    return byline if len(byline) <= _LONGEST_BYLINE else ""
