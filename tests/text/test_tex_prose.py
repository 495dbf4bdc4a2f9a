from __future__ import annotations

import pytest

from generator.text.tex_prose import text_of_tex


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"J\"urgen K\"onig and L. Perni\`e", "Jürgen König and L. Perniè"),
        (r"{\"O}zg{\"u}r He{\ss} \v{S} \c{C}a\u{g}lar {\L}ukasz", "Özgür Heß Š Çağlar Łukasz"),
        (r"`hard' ``soft'' -- 2\% of $x_{1} \% y$", "‘hard’ “soft” – 2% of $x_{1} \\% y$"),
        (r"{BERT} at https://a.example/~kite--map_{x}", "BERT at https://a.example/~kite--map_x"),
        ("one\nline\n\n  two", "one line\n\ntwo"),
        ("e\u0301", "é"),
        ("plain", "plain"),
        ("", ""),
    ],
)  # fmt: skip
def test_prose_for_tex_becomes_plain_text(tex: str, text: str) -> None:
    assert text_of_tex(tex) == text
