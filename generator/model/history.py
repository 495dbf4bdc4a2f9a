"""What a build remembers of those before it: where each page stood, and when it last changed."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.enrichment import Position
from generator.model.paper import PaperId

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Remembered:
    """One page as it was last built.

    Attributes:
        url: Site-relative.
        digest: Mark of its content; another one means that the content changed.
        changed: Day of the last change.
    """

    url: str
    digest: str
    changed: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The past of a site.

    Attributes:
        pages: By paper id, or by ``issue:`` and the issue's id.
        moved: Former site-relative URL to the key, as above, of what stood there.
        places: Of each paper on the topic map, so that the map stays as it was.
    """

    pages: Mapping[str, Remembered] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[PaperId, Position] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the JSON form: sorted, the same for the same history."""
        pages = {
            key: [page.url, page.digest, page.changed.isoformat()]
            for key, page in sorted(self.pages.items())
        }
        document = {
            "format": _FORMAT,
            "moved": dict(sorted(self.moved.items())),
            "pages": pages,
            "places": {paper: [at.x, at.y] for paper, at in sorted(self.places.items())},
        }
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "backslashreplace") + b"\n"

    @classmethod
    def from_bytes(cls, body: bytes) -> History:
        """Read what ``to_bytes`` wrote.

        Raises:
            ValueError: The bytes are no history, or one of another format.
        """
        values = json.loads(body)
        if not isinstance(values, dict) or values.get("format") != _FORMAT:
            raise ValueError(f"not a history of format {_FORMAT}")
        try:
            pages = {
                str(key): Remembered(str(url), str(digest), datetime.date.fromisoformat(changed))
                for key, (url, digest, changed) in values["pages"].items()
            }
            moved = {str(url): str(key) for url, key in values["moved"].items()}
            places = {
                PaperId(paper): Position(_coordinate(x), _coordinate(y))
                for paper, (x, y) in values.get("places", {}).items()
            }
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ValueError("a page of the history is damaged") from error
        return cls(pages=pages, moved=moved, places=places)


def _coordinate(value: float) -> float:
    if not 0.0 <= value <= 1.0:
        raise ValueError("a place lies off the map")
    return float(value)
