"""Data sets and benchmarks that an abstract names: well-known ones, and those it calls so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.curate.acronyms import Acronym
from generator.curate.coined import coined_words, is_coined
from generator.curate.field_names import FieldNames
from generator.curate.mentions import mention_ends
from generator.model.enrichment import Fact

_KIND = (
    r"(?:data ?sets?|benchmarks?|corpus|corpora|test ?sets?|leaderboards?|test ?beds?"
    r"|challenge sets?|competition|shared task)"
)
_KIND_BEHIND = rf"(?:{_KIND}|suite|evaluation)"
_LIST_BEFORE = re.compile(
    rf"\b(?:{_KIND}|data|tasks)(?:\s(?:on|of|for|in)\s[\w\s-]{{1,30}})?"
    r"[\s,:(\[–—-]*(?:such as|including|include|like|namely|e\.g\.,?|i\.e\.,?|named|called|dubbed"
    r"|termed|:|\(|,|(?<=s))[\s:]*$",
    re.IGNORECASE,
)
_SCORED_BEFORE = re.compile(
    r"(?:\d\s?\\?%|\b(?:accuracy|performance|results?|scores?|art|F1|AUC|EM|points|pass@\d|success"
    r"|rate|gains?|improvements?|evaluat\w+|experiments?|tested|benchmarked))\s"
    r"(?:[\w-]+\s){0,2}?(?:on|across|in)\s(?:the\s|both\s)?$",
    re.IGNORECASE,
)
_LIST_ENDS = (
    *("such as", "including", "include", "like", "namely", "e.g.", "e.g.,", "i.e.", "i.e.,"),
    *("named", "called", "dubbed", "termed", ":", "(", ",", "s"),
)
_SCORED_ENDS = ("on", "across", "in", "the", "both")
_SCORES_BEHIND = re.compile(
    r"\s?\(?\s?\d+(?:\.\d+)?\s?%?\s?(?:→|->|\$?\\?rightarrow|to)\s?\$?\s?\d+(?:\.\d+)?"
)
_NEXT = re.compile(r"(?:[)\"”'*}]*)(?:,\s(?:and\s)?|\sand\s|\sor\s|/)(?:the\s)?(?=[A-Z\d\"“*a-z])")
_NAMED = re.compile(
    r"(?:[\"“'*]|\*\*)*(?P<name>(?=\d*[A-Z])[A-Z\d][\w+.-]*[\w+](?:\s(?:[A-Z][\w+.-]*)){0,2}|[a-z]+[A-Z][\w+-]+)"
)
_MADE = re.compile(
    r"\b(?:introduc|present|propos|construct|build|built|creat|releas|curat|collect|develop|contribut"
    r"|establish|call|nam|dub|term)\w{0,3}\b[^.;]{0,90}$"
)
_OPENING = re.compile(
    r"On (?:(?<=^On )|(?<=\. On ))(?:the )?(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+){1,4}),"
)
_CALLED_DATA = re.compile(
    rf"(?:[\"”'*}}])*(?:\s\([^()]{{1,40}}\))?\s{_KIND_BEHIND}\b", re.IGNORECASE
)
_CALLS = tuple(f"{word} " for word in ("called", "named", "dubbed", "termed", "namely"))
_DATA_CALLED = re.compile(rf"{_KIND},? (?:called|named|dubbed|termed|namely) \Z", re.IGNORECASE)
_DESCRIBED_AS_DATA = re.compile(
    rf"(?:[\"”'*}}])*(?:\s\([^()]{{1,60}}\))?,?\s(?:is\s|as\s)?(?:an?|the first|our)\s"
    rf"(?:[\w-]+[\s,]+){{0,6}}?{_KIND}\b",
    re.IGNORECASE,
)
_WHOLE_NAME = re.compile(
    r"(?P<name>[A-Z](?<=[nef] [A-Z])(?:(?<=\bon [A-Z])|(?<=\bthe [A-Z])|(?<=\bof [A-Z]))[\w-]+"
    r"(?:\s[A-Z\d][\w-]*){1,4})"
    r" (?:dataset|benchmark|corpus|test set|leaderboard|challenge)s?\b"
)
_MODEL = re.compile(
    r"(?:GPT|ChatGPT|LLaMA|Llama|BERT|RoBERTa|Qwen|Mistral|Mixtral|PaLM|Gemma|Gemini|Claude|T5|FLAN"
    r"|OPT|BLOOM|Vicuna|ViT|ResNet|CLIP|DeepSeek|Phi|Stable|DALL|SD|LLaVA|InternVL|BLIP|Whisper"
    r"|LoRA|DPO|PPO|CoT|SFT|o\d)",
)


def find_benchmarks(
    abstract: str,
    marked: Iterable[tuple[int, int]],
    acronyms: Sequence[Acronym],
    names: FieldNames,
    own: str = "",
) -> tuple[Fact, ...]:
    """Return each data set and benchmark once, at its first mention, in order.

    Args:
        abstract: As the source writes it.
        marked: Its marked words.
        acronyms: The short forms that the abstract explains.
        names: Well-known benchmarks, and coined words that are none.
        own: The paper's own system, named here only where it is called a data set.
    """
    found = [*_spelt_out(abstract, names), *_explained(abstract, acronyms)]
    found.extend(
        fact
        for fact in _coined(abstract, marked, names)
        if fact.text != own or _called_data(abstract, fact.start, fact.end)
    )
    ends = {
        end
        for name in {fact.text for fact in found}
        for end in mention_ends(name, abstract, inflected=False, joined=False)
    }
    for end in sorted(ends):
        found.extend(fact for fact in _list_from(abstract, end, names) if fact.text != own)
    first: dict[str, Fact] = {}
    for fact in sorted(found, key=lambda fact: (fact.start, -fact.end)):
        first.setdefault(fact.text.lower(), fact)
    return _without_parts(first.values())


def _spelt_out(abstract: str, names: FieldNames) -> Iterator[Fact]:
    """Yield well-known names, and capitalised words that a place calls a data set."""
    for match in names.benchmarks_in(abstract):
        yield Fact(text=match[0], start=match.start(), end=match.end())
    for pattern in (_OPENING, _WHOLE_NAME):
        for match in pattern.finditer(abstract):
            yield _fact(match)


def _fact(match: re.Match[str]) -> Fact:
    return Fact(text=match["name"], start=match.start("name"), end=match.end("name"))


def _coined(abstract: str, marked: Iterable[tuple[int, int]], names: FieldNames) -> Iterator[Fact]:
    for match in coined_words(abstract, marked):
        word = match[0].rstrip(".")
        if word in names.shared or _MODEL.match(word):
            continue
        start = match.start()
        end = start + len(word)
        if (
            _called_data(abstract, start, end)
            or _is_led(abstract[max(0, start - 90) : start])
            or _SCORES_BEHIND.match(abstract, end)
        ):
            yield Fact(text=word, start=start, end=end)


def _is_led(before: str) -> bool:
    """Tell that the words before a name announce data; few of them end as such words do."""
    low = before.lower().rstrip()
    if low.endswith(_LIST_ENDS) and _LIST_BEFORE.search(before):
        return True
    return low.endswith(_SCORED_ENDS) and _SCORED_BEFORE.search(before) is not None


def _called_data(abstract: str, start: int, end: int) -> bool:
    before = abstract[max(0, start - 30) : start]
    return bool(
        (before.endswith(_CALLS) and _DATA_CALLED.search(before))
        or _CALLED_DATA.match(abstract, end, end + 60)
        or _DESCRIBED_AS_DATA.match(abstract, end, end + 140)
    )


def _explained(abstract: str, acronyms: Sequence[Acronym]) -> Iterator[Fact]:
    """Yield short forms whose long form says that it is a data set: ``… Benchmark (OMB)``."""
    for acronym in acronyms:
        behind = abstract[acronym.short_end : acronym.short_end + 30]
        if re.match(r"\),? an? (?:new|novel) (?:\w+ )?task\b", behind) or re.search(
            r"(?:dataset|benchmark|corpus|test|challenge|bench|suite)$", acronym.long, re.IGNORECASE
        ):
            yield Fact(text=acronym.short, start=acronym.short_start, end=acronym.short_end)


def _list_from(abstract: str, end: int, names: FieldNames) -> Iterator[Fact]:
    """Yield the names joined to one that ends at ``end`` by commas and ``and``."""
    listed: list[Fact] = []
    while step := _NEXT.match(abstract, end):
        match = _NAMED.match(abstract, step.end())
        if match is None or match["name"] in names.shared or _MODEL.match(match["name"]):
            break
        name = match["name"].rstrip(".")
        last = "," not in step[0] or "and" in step[0]
        if not is_coined(name) and " " not in name and not last:
            break
        start = match.start("name")
        end = start + len(name)
        listed.append(Fact(text=name, start=start, end=end))
        if last:
            if not is_coined(name) and re.match(r"\s[a-z]+(?:s|ed)\b(?!\s?[.,])", abstract[end:]):
                listed.pop()
            yield from listed
            return
    if abstract[end : end + 1] == ")":
        yield from listed


def _without_parts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    ordered = sorted(facts, key=lambda f: (f.start, -f.end))
    kept: list[Fact] = []
    for fact in ordered:
        if kept and fact.start < kept[-1].end:
            continue
        kept.append(fact)
    return tuple(kept)
