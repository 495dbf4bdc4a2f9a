"""Every card of the site as a file; those that an earlier build drew are not drawn again."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from generator.artifact import Artifact
from generator.cache import Cache, as_json, digest
from generator.emit.cards.colours import Colours
from generator.plan.cards import Card

SHELVES = "cards-"
"""What the names of the cache's shelves of cards begin with; a digit of a card's key ends them."""

KeyedCard = tuple[str, Card]


def card_emissions(
    cards: Sequence[Card], colours: Colours, cache: Cache
) -> list[Callable[[], Iterable[Artifact]]]:
    """Return up to sixteen makers of cards, for as many processes as there are.

    Each has a shelf of the cache to itself, so that no two of them write one file.

    Args:
        cards: What stands on them.
        colours: Of the theme.
        cache: Holds what earlier builds drew; the bytes are the same with any and with none.
    """
    shelves: dict[str, list[KeyedCard]] = {}
    for card in cards:
        key = _key(card, colours)
        shelves.setdefault(key[0], []).append((key, card))
    return [
        partial(_made, f"{SHELVES}{digit}", tuple(rows), colours, cache)
        for digit, rows in sorted(shelves.items())
    ]


def _key(card: Card, colours: Colours) -> str:
    """Return a mark of what a card looks like: equal ones of several pages are drawn once."""
    return digest(repr((replace(card, path=""), colours.of(card.hue))).encode())


def _made(
    shelf: str, cards: Sequence[KeyedCard], colours: Colours, cache: Cache
) -> tuple[Artifact, ...]:
    mark = f"zlib {zlib.ZLIB_RUNTIME_VERSION}"  # the bytes depend on it, the program does not
    wanted = dict(cards)
    kept = cache.load(shelf, mark)
    bodies = {key: base64.b64decode(json.loads(kept[key])) for key in wanted if key in kept}
    missing = {key: card for key, card in wanted.items() if key not in kept}
    bodies |= _drawn(missing, colours)
    if missing or len(kept) > len(wanted):
        texts = {key: base64.b64encode(body).decode() for key, body in bodies.items()}
        cache.save(shelf, {key: as_json(text) for key, text in texts.items()}, mark)
    return tuple(
        Artifact(path=card.path, body=bodies[key], media_type="image/png", origin="cards")
        for key, card in cards
    )


def _drawn(cards: dict[str, Card], colours: Colours) -> dict[str, bytes]:
    if not cards:
        return {}
    # Loaded by builds that draw: a build that finds all its cards never needs it.
    from generator.emit.cards.picture import card_file  # noqa: PLC0415

    return {key: card_file(card, colours) for key, card in cards.items()}
