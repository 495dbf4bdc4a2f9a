"""Looks at the beginning of a JSON file: enough to tell whose it is, whatever its size."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from generator.sources.json_records import JsonObject
from generator.sources.source import Seed

_BLANKS = re.compile(r"[ \t\n\r]*")
_LENGTH = 1_000_000  # characters; a value that is longer counts with its beginning
_LOOKED_AT = 20  # null may stand for papers that a service did not know
_ENVELOPES = frozenset({"message", "items", "results", "data", "notes", "papers"})


@dataclass(frozen=True, slots=True)
class JsonHead:
    """How a file begins.

    Attributes:
        outer: The fields of the outermost object, up to its first list of records; empty when
            the file is a list.
        record: The fields of the first object in a list, or else of the only one.
    """

    outer: JsonObject = field(default_factory=dict)
    record: JsonObject = field(default_factory=dict)


def json_head(seed: Seed) -> JsonHead:
    """Return the head of a JSON file; an empty one when it begins like no JSON."""
    text = seed.text[:_LENGTH]
    start = _skip(text, 0)
    try:
        if text[start : start + 1] == "[":
            return JsonHead(record=_first_object(text, start))
        if text[start : start + 1] == "{":
            return _of_object(text, start)
    except RecursionError:
        pass
    return JsonHead()


class _Keys:
    """Walks over the fields of an object until it ends, breaks, or a list of objects begins."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.place = start + 1
        self.fields: JsonObject = {}
        self.record: JsonObject = {}
        self._decode = json.JSONDecoder(strict=False).raw_decode

    def walk(self) -> None:
        """Fill ``fields``, and ``record`` when a list of objects is met."""
        try:
            while self._step():
                pass
        except ValueError:
            return  # broken here; what precedes it still tells whose file it is

    def _step(self) -> bool:
        text = self.text
        place = _skip(text, self.place)
        if text[place : place + 1] == ",":
            place = _skip(text, place + 1)
        if text[place : place + 1] != '"':
            return False
        key, place = self._decode(text, place)
        place = _skip(text, place)
        if text[place : place + 1] != ":":
            return False
        place = _skip(text, place + 1)
        sign = text[place : place + 1]
        if key in _ENVELOPES and sign in {"[", "{"}:
            return self._envelope(key, place, sign)
        return self._value(key, place, sign)

    def _value(self, key: str, place: int, sign: str) -> bool:
        """Keep a value, of a broken or very long one its beginning; tell whether to go on."""
        try:
            self.fields[key], self.place = self._decode(self.text, place)
        except ValueError:
            first = _first_object(self.text, place) if sign == "[" else {}
            if first:
                self.fields[key] = [first]
            elif sign == "{":
                inner = _Keys(self.text, place)
                inner.walk()
                self.fields[key] = inner.fields
            return False
        return True

    def _envelope(self, key: str, place: int, sign: str) -> bool:
        """Look into what may be an envelope; tell whether to go on behind it."""
        if sign == "[":
            self.record = _first_object(self.text, place)
            self.fields[key] = []
        else:
            inner = _Keys(self.text, place)
            inner.walk()
            self.record = inner.record or (inner.fields if key == "message" else {})
            self.fields[key] = inner.fields
        return self._value(key, place, sign) if not self.record else False


def _of_object(text: str, start: int) -> JsonHead:
    keys = _Keys(text, start)
    keys.walk()
    return JsonHead(outer=keys.fields, record=keys.record or keys.fields)


def _first_object(text: str, start: int) -> JsonObject:
    """Return the fields of the first object in the list that begins at ``start``."""
    decode = json.JSONDecoder(strict=False).raw_decode
    place = _skip(text, start + 1)
    for _ in range(_LOOKED_AT):
        if text[place : place + 1] == "{":
            return _of_object(text, place).record
        try:
            _, place = decode(text, place)
        except ValueError:
            return {}
        place = _skip(text, place)
        if text[place : place + 1] != ",":
            return {}
        place = _skip(text, place + 1)
    return {}


def _skip(text: str, place: int) -> int:
    match = _BLANKS.match(text, place)
    return match.end() if match else place
