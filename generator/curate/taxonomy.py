"""The curated taxonomy: reads ``seeds/topics.yaml`` and complains about every mistake in it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator.config.schema import Config, TopicsConfig
from generator.config.suggest import did_you_mean
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.model.topic import Term, Topic
from generator.text.slug import slugify
from generator.text.yaml_lines import (
    YamlList,
    YamlMapping,
    YamlNode,
    YamlReading,
    YamlText,
    read_yaml,
)

_KEYS = ("slug", "name", "description", "parent", "terms")
_MAX_WEIGHT = 100.0


def load_taxonomy(config: Config) -> tuple[tuple[Topic, ...], tuple[Diagnostic, ...]]:
    """Read the topics file that the configuration names.

    A missing file is no fault where the configuration did not ask for one by name.
    """
    name = config.topics.file
    at = SourceLocation(PurePosixPath(name))
    try:
        text = (config.root / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if name == TopicsConfig().file:
            return (), ()
        missing = Diagnostic(
            code="U001",
            severity=Severity.ERROR,
            message="there is no such topics file",
            location=at,
            hint="write one, or correct file in [topics] of site.toml",
        )
        return (), (missing,)
    except (OSError, UnicodeDecodeError) as error:
        unreadable = Diagnostic(
            code="U002",
            severity=Severity.ERROR,
            message=f"the topics file cannot be read: {error}",
            location=at,
            hint="save it as UTF-8 text",
        )
        return (), (unreadable,)
    return read_taxonomy(text, PurePosixPath(name))


def read_taxonomy(
    text: str, path: PurePosixPath
) -> tuple[tuple[Topic, ...], tuple[Diagnostic, ...]]:
    """Return the topics in the order of the file, and everything wrong with it.

    A topic with a mistake is kept without the mistaken part as long as it has a slug of its own.
    """
    reading = read_yaml(text)
    reader = _TaxonomyReader(path, reading)
    topics = reader.topics(reading.root)
    return topics, tuple(sorted(reader.found, key=lambda problem: problem.sort_key))


class _TaxonomyReader:
    """One pass over the file that gathers topics and diagnostics."""

    def __init__(self, path: PurePosixPath, reading: YamlReading) -> None:
        self._path = path
        self.found: list[Diagnostic] = []
        self._parents: set[str] = set()
        for fault in reading.faults:
            self._blame("U002", fault.line, fault.message, fault.hint)

    def topics(self, root: YamlNode | None) -> tuple[Topic, ...]:
        if root is None:
            return ()
        rows = _value(root, "topics") if isinstance(root, YamlMapping) else None
        if not isinstance(root, YamlMapping) or not isinstance(rows, YamlList):
            message, hint = "the file must hold a list named topics", "begin with topics:"
            self._blame("U003", root.line, message, hint)
            return ()
        self._check_keys(root, ("topics",))
        self._parents = {
            parent.text
            for row in rows.entries
            if isinstance(row, YamlMapping)
            and isinstance(parent := _value(row, "parent"), YamlText)
        }
        topics: dict[str, Topic] = {}
        nodes: dict[str, YamlMapping] = {}
        for row in rows.entries:
            if not isinstance(row, YamlMapping):
                message = "a topic must be a mapping with slug, name and terms"
                self._blame("U003", row.line, message)
            elif (topic := self._topic(row)) is None:
                continue
            elif topic.id in topics:
                self._blame("U005", _line(row, "slug"), f"two topics are {topic.id!r}")
            else:
                topics[topic.id], nodes[topic.id] = topic, row
        return tuple(
            self._with_known_parent(topic, nodes[topic.id], topics) for topic in topics.values()
        )

    def _topic(self, row: YamlMapping) -> Topic | None:
        self._check_keys(row, _KEYS)
        name = self._text(row, "name")
        slug = self._text(row, "slug") or slugify(name)
        if not slug:
            self._blame("U003", row.line, "the topic has neither slug nor name")
            return None
        if slug != slugify(slug):
            hint = f"write {slugify(slug)!r}" if slugify(slug) else "use letters and digits"
            self._blame("U003", _line(row, "slug"), f"{slug!r} cannot be part of a URL", hint)
            return None
        return Topic(
            id=slug,
            name=name or slug.replace("-", " ").capitalize(),
            description=self._text(row, "description"),
            terms=tuple(self._terms(row, slug)),
            parent=self._text(row, "parent"),
        )

    def _terms(self, row: YamlMapping, slug: str) -> Iterator[Term]:
        terms = list(_weighted(_value(row, "terms")))
        if not terms and slug not in self._parents:
            message = "the topic has no terms, so only editors can give it to a paper"
            line, hint = _line(row, "terms"), "list words under terms"
            self._blame("U007", line, message, hint, severity=Severity.WARNING)
        for line, text, written in terms:
            weight = _weight(written)
            if not any(char.isalnum() for char in text):
                self._blame("U006", line, f"the term {text!r} holds no word")
            elif "*" in text[:-1]:
                message = f"a * inside {text!r} matches nothing"
                self._blame("U006", line, message, "put * at the end, or write the endings out")
            elif weight is None:
                message = f"the weight of {text!r} is {written or 'nothing'}, not a number"
                hint = f"write a number from -{_MAX_WEIGHT:g} to {_MAX_WEIGHT:g}, but not 0"
                self._blame("U006", line, message, hint)
            else:
                yield Term(text=text.lower(), weight=weight)

    def _text(self, row: YamlMapping, key: str) -> str:
        value = _value(row, key)
        if value is None:
            return ""
        if not isinstance(value, YamlText):
            self._blame("U003", _line(row, key), f"{key} must be text")
            return ""
        return " ".join(value.text.split())

    def _check_keys(self, row: YamlMapping, known: tuple[str, ...]) -> None:
        for key, (line, _) in row.entries.items():
            if key not in known:
                self._blame("U004", line, f"unknown key {key!r}", did_you_mean(key, known))

    def _with_known_parent(self, topic: Topic, row: YamlMapping, topics: dict[str, Topic]) -> Topic:
        """Return the topic, without its parent when that is itself or does not exist."""
        if not topic.parent or (topic.parent in topics and topic.parent != topic.id):
            return topic
        message = f"no other topic is {topic.parent!r}"
        hint = did_you_mean(topic.parent, topics, listing=False)
        self._blame("U008", _line(row, "parent"), message, hint)
        return replace(topic, parent="")

    def _blame(
        self,
        code: str,
        line: int,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        location = SourceLocation(self._path, line)
        self.found.append(
            Diagnostic(code=code, severity=severity, message=message, location=location, hint=hint)
        )


def _value(row: YamlMapping, key: str) -> YamlNode | None:
    """Return the value of a key; None when it is absent or null."""
    _, node = row.entries.get(key, (0, None))
    return None if isinstance(node, YamlText) and node.is_null else node


def _line(row: YamlMapping, key: str) -> int:
    return row.entries.get(key, (row.line, None))[0]


def _weighted(terms: YamlNode | None) -> Iterator[tuple[int, str, str]]:
    """Yield line, text and weight, as written, of each term of a mapping or a plain list."""
    if isinstance(terms, YamlMapping):
        for text, (line, weight) in terms.entries.items():
            yield line, text, weight.text if isinstance(weight, YamlText) else ""
    elif isinstance(terms, YamlList):
        for term in terms.entries:
            if isinstance(term, YamlText) and not term.is_null:
                yield term.line, term.text, "1"


def _weight(written: str) -> float | None:
    try:
        weight = float(written)
    except ValueError:
        return None
    return weight if math.isfinite(weight) and 0 < abs(weight) <= _MAX_WEIGHT else None
