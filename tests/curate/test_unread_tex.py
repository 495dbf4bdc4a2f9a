from __future__ import annotations

import pytest

from generator.curate.unread_tex import unread_tex
from tests.factories import make_paper


def test_unknown_commands_are_named_once_with_their_place() -> None:
    paper = make_paper(abstract=r"We show $\wobble \le \wobble$ by \frobnicate{it}.")
    (found,) = unread_tex([paper])
    assert found.code == "U090"
    assert found.message == r"unknown TeX in the abstract: \frobnicate, \wobble"
    assert found.location == paper.origins[0].location


def test_a_broken_formula_is_shown() -> None:
    (found,) = unread_tex([make_paper(title="On $x_{$ of things")])
    assert found.code == "U091"
    assert found.message == "a formula in the title cannot be read: $x_{$"


@pytest.mark.parametrize(
    "text",
    [
        r"Costs \$5, \textbf{100\%} of $\mathcal{O}(n)$, \cite{otter} 10$\times$ -- no~more",
        r"from $5 to $10 in C:\users\otter and a\b",
        "plain",
    ],
)
def test_what_is_understood_is_not_reported(text: str) -> None:
    assert not list(unread_tex([make_paper(title=text, abstract=text)]))
