"""Records as lists, for JSON, and back; which fields they have is read from their classes.

A record becomes the list of its fields' values in the order of the class, so that a shelf of ten
thousand papers does not repeat the fields' names ten thousand times.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Reader = Callable[[Any], Any]


def packed(value: object) -> Any:
    """Return a value of dataclasses, tuples, enums and plain values as what JSON can hold."""
    if value is None or type(value) in {str, int, float, bool}:
        return value
    if isinstance(value, tuple):
        return [packed(entry) for entry in value]
    if isinstance(value, Enum):
        return value.value
    record: Any = type(value)
    return [packed(getattr(value, name)) for name in _names(record)]


def unpacker(record: type[Record]) -> Callable[[Any], Record]:
    """Return the function that makes a record of what ``packed`` made of one.

    Raises:
        TypeError: A field's type is none that ``packed`` knows.
    """
    kind: Any = record
    names = _names(kind)
    hints = get_type_hints(record)
    readers = [_reader(hints[name]) for name in names]

    def unpack(row: Any) -> Record:
        values = (
            value if read is None else read(value) for read, value in zip(readers, row, strict=True)
        )
        return record(**dict(zip(names, values, strict=True)))

    return unpack


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(record) if field.init)


def _reader(hint: Any) -> Reader | None:
    """Return how a field of this type is read; None where JSON has the value itself."""
    hint = getattr(hint, "__supertype__", hint)  # of a NewType
    if hint in {str, int, float, bool}:
        return None
    if isinstance(hint, types.UnionType):
        (inner,) = (part for part in get_args(hint) if part is not types.NoneType)
        return _optional(_reader(inner))
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
        return _each(_reader(get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return unpacker(hint)
    raise TypeError(f"a value of type {hint} cannot be packed")


def _optional(read: Reader | None) -> Reader | None:
    return None if read is None else lambda value: None if value is None else read(value)


def _each(read: Reader | None) -> Reader:
    return tuple if read is None else lambda values: tuple(map(read, values))
