"""The known word that a mistyped one probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str], *, listing: bool = True) -> str:
    """Return ``did you mean 'title'?``, or when none is near, the known words.

    Args:
        word: As it was typed.
        known: What it may be.
        listing: False returns an empty text instead of the known words, where they are many.
    """
    names = sorted(str(name) for name in known)
    by_folded = {name.casefold().replace("-", "_"): name for name in names}
    near = difflib.get_close_matches(word.casefold().replace("-", "_"), by_folded, n=1)
    if near:
        return f"did you mean {by_folded[near[0]]!r}?"
    return f"known are {', '.join(names)}" if names and listing else ""
