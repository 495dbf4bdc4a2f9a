from __future__ import annotations

import pytest

from generator.text.plain_math import spoken_math


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("in $O(n^2)$ steps", "in O(n²) steps"),
        ("with $\\alpha$-maps", "with α-maps"),
        ("$10^{-3}$ and $x_0$", "10⁻³ and x₀"),
        ("up to $38\\%$", "up to 38%"),
        ("$2.5\\times$ faster", "2.5× faster"),
        ("a \\(\\sim 3\\) gain", "a ~3 gain"),
    ],
)
def test_a_simple_formula_becomes_plain(source: str, plain: str) -> None:
    assert spoken_math(source) == plain


@pytest.mark.parametrize(
    "source",
    ["$\\frac{a}{b}$", "$x_{ij}$", "$\\{0,1\\}^d$", "$5 and $10", "no formula", "$e^{x^2}$"],
)
def test_other_formulas_and_money_stay(source: str) -> None:
    assert spoken_math(source) == source
