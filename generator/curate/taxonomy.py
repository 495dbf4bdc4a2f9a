"""The curated taxonomy: reads ``seeds/topics.yaml`` and complains about every mistake in it."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from generator.config.schema import Config, TopicsConfig
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.model.topic import Term, Topic
from generator.text.slug import slugify
from generator.text.yaml_lines import YamlDocument, YamlPath, read_yaml

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
        asked = name != TopicsConfig().file
        missing = Diagnostic(
            code="U001",
            severity=Severity.ERROR if asked else Severity.NOTE,
            message="there is no topics file, so papers get only the topics an editor gave them",
            location=at,
            hint="write one, or point file in [topics] of site.toml to it",
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
    reader = _TaxonomyReader(read_yaml(text), path)
    topics = reader.topics()
    return topics, tuple(sorted(reader.found, key=lambda problem: problem.sort_key))


class _TaxonomyReader:
    """One pass over the file that gathers topics and diagnostics."""

    def __init__(self, document: YamlDocument, path: PurePosixPath) -> None:
        self._document = document
        self._path = path
        self.found = [
            Diagnostic(
                code="U002",
                severity=Severity.ERROR,
                message=fault.message,
                location=SourceLocation(path, fault.line),
                hint=fault.hint,
            )
            for fault in document.faults
        ]

    def topics(self) -> tuple[Topic, ...]:
        value = self._document.value
        if value is None:
            return ()
        if not isinstance(value, dict) or not isinstance(rows := value.get("topics"), list):
            self._blame("U003", (), "the file must hold a list named topics", "begin with topics:")
            return ()
        self._check_keys((), value, ("topics",))
        topics: dict[str, Topic] = {}
        numbers: dict[str, int] = {}
        for number, row in enumerate(rows):
            topic = self._topic(("topics", number), row)
            if topic is None:
                continue
            if topic.id in topics:
                self._blame("U005", ("topics", number, "slug"), f"two topics are {topic.id!r}")
                continue
            topics[topic.id] = topic
            numbers[topic.id] = number
        return tuple(
            self._with_known_parent(topic, numbers[topic.id], topics) for topic in topics.values()
        )

    def _topic(self, path: YamlPath, row: object) -> Topic | None:
        if not isinstance(row, dict):
            self._blame("U003", path, "a topic must be a mapping with slug, name and terms")
            return None
        self._check_keys(path, row, _KEYS)
        name = self._text(path, row, "name")
        slug = self._text(path, row, "slug") or slugify(name)
        if not slug:
            self._blame("U003", path, "the topic has neither slug nor name")
            return None
        if slug != slugify(slug):
            hint = f"write {slugify(slug)!r}" if slugify(slug) else "use letters and digits"
            self._blame("U003", (*path, "slug"), f"{slug!r} cannot be part of a URL", hint)
            return None
        return Topic(
            id=slug,
            name=name or slug.replace("-", " ").capitalize(),
            description=self._text(path, row, "description"),
            terms=tuple(self._terms((*path, "terms"), row.get("terms"))),
            parent=self._text(path, row, "parent"),
        )

    def _terms(self, path: YamlPath, value: object) -> Iterable[Term]:
        weights: dict[str, tuple[YamlPath, object]] = {}
        if isinstance(value, dict):
            weights = {text: ((*path, text), weight) for text, weight in value.items()}
        elif isinstance(value, list):
            texts = [(self._document.text(*path, n), (*path, n)) for n in range(len(value))]
            weights = {text: (place, 1.0) for text, place in texts if text}
        if not weights:
            self._blame(
                "U007", path, "the topic has no terms, so only editors can give it to a paper",
                "list words under terms", severity=Severity.WARNING,
            )  # fmt: skip
        for text, (place, weight) in weights.items():
            if not any(char.isalnum() for char in text):
                self._blame("U006", place, f"the term {text!r} holds no word")
            elif not _is_weight(weight):
                shown = self._document.text(*place) or "nothing"
                self._blame(
                    "U006", place, f"the weight of {text!r} is {shown}, not a number",
                    f"write a number from -{_MAX_WEIGHT:g} to {_MAX_WEIGHT:g}, but not 0",
                )  # fmt: skip
            else:
                yield Term(text=text.lower(), weight=float(str(weight)))

    def _text(self, path: YamlPath, row: dict[str, object], key: str) -> str:
        value = row.get(key)
        if value is None:
            return ""
        text = self._document.text(*path, key)
        if text is None:
            self._blame("U003", (*path, key), f"{key} must be text")
            return ""
        return " ".join(text.split())

    def _check_keys(self, path: YamlPath, row: dict[str, object], known: tuple[str, ...]) -> None:
        for key in row:
            if key not in known:
                self._blame(
                    "U004", (*path, key), f"unknown key {key!r}",
                    did_you_mean(key, known) or f"known are {', '.join(known)}",
                )  # fmt: skip

    def _with_known_parent(self, topic: Topic, number: int, topics: dict[str, Topic]) -> Topic:
        """Return the topic, without its parent when that is itself or does not exist."""
        if not topic.parent or (topic.parent in topics and topic.parent != topic.id):
            return topic
        self._blame(
            "U008",
            ("topics", number, "parent"),
            f"no other topic is {topic.parent!r}",
            did_you_mean(topic.parent, topics),
        )
        return replace(topic, parent="")

    def _blame(
        self,
        code: str,
        path: YamlPath,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        location = SourceLocation(self._path, self._document.line(*path))
        self.found.append(
            Diagnostic(code=code, severity=severity, message=message, location=location, hint=hint)
        )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word most like this one, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else ""


def _is_weight(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and 0 < abs(value) <= _MAX_WEIGHT
    )
