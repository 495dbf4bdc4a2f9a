from __future__ import annotations

import pytest

from generator.text.tex import hold_math, plain_tex


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a $x$ b", "a # b"),
        ("a $$x = y$$ b", "a # b"),
        (r"a \(x\) b \[y\] c", "a # b # c"),
        (r"\begin{equation}x\end{equation}", "#"),
        (r"a $x_{\$}$ b", "a # b"),
        ("from $5 to $10", "from $5 to $10"),
        ("$5-$10", "$5-$10"),
        ("$5 million and 6 million US$", "$5 million and 6 million US$"),
        ("$2 \\times 3$", "#"),
        ("a $ x $ b", "a $ x $ b"),
        (r"\$x\$", r"\$x\$"),
        ("$a\n\nb$", "$a\n\nb$"),
        ("$open", "$open"),
    ],
)
def test_formulas_are_told_from_money(text: str, expected: str) -> None:
    assert hold_math(text, lambda _math: "#") == expected


def test_deeply_nested_commands_end() -> None:
    assert plain_tex(r"\emph{" * 30 + "x" + "}" * 30).count("x") == 1


def test_many_open_braces_are_read_in_reasonable_time() -> None:
    assert plain_tex("{" * 20_000 + r"\textbf{" * 2_000)
