"""Sets of record numbers that grow together, unless someone said that two must not."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Union-find with path halving (R. E. Tarjan, J. van Leeuwen, 1984) and pairs kept apart."""

    def __init__(self, size: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        """Begin with ``size`` groups of one record each.

        Args:
            size: Number of records.
            apart: Pairs of records that no group ever holds both of.
        """
        self._parents = list(range(size))
        self._apart: dict[int, set[int]] = {}
        for first, second in apart:
            self._apart.setdefault(first, set()).add(second)
            self._apart.setdefault(second, set()).add(first)

    @property
    def constrained(self) -> bool:
        """Whether any two records must stay apart."""
        return bool(self._apart)

    def root(self, number: int) -> int:
        """Return the lowest number of the record's group."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join(self, first: int, second: int) -> bool:
        """Make one group of two; return False when they must stay apart."""
        low, high = sorted((self.root(first), self.root(second)))
        if low == high:
            return True
        if self._apart:
            enemies = self._apart.get(high, set())
            if any(self.root(enemy) == low for enemy in enemies):
                return False
            if enemies:
                self._apart.setdefault(low, set()).update(enemies)
        self._parents[high] = low
        return True

    def join_all(self, numbers: Iterable[int]) -> None:
        """Join each record to the first of those before it from which it need not stay apart."""
        heads: list[int] = []
        for number in numbers:
            if not any(self.join(head, number) for head in heads):
                heads.append(number)

    def members(self) -> dict[int, list[int]]:
        """Return the groups' members in ascending order, by root, also ascending."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parents)):
            found.setdefault(self.root(number), []).append(number)
        return found
