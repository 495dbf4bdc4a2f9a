from __future__ import annotations

import dataclasses
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit.lunr.tokens import chunks, cut, trim
from generator.emit.search_words import OtherForms, other_forms, read_chunk
from generator.search.query import parse_query
from tests.emit.scripts import run_script

SAMPLES = [
    "Pre-training José's models, don't they? C++ k-NN GPT-4o e.g. U–Net",
    "扩散模型 gpt模型 拡散モデル 散 ทดสอบ 한국어 ｶﾞ",
    "text-to-image image/video 10.1145/abc.def arXiv:2402.12345v2 v1.5 1,000 42.5%",
    "𝐀lpha ＡＩ ﬂight straße Ångström Łukasz α-divergence модель Йод ΟΔΟΣ",
    "--- ... 😀 \x00 \ufeff \u2028 \x1c \x85 __x__ {SkillNet} $\\alpha_2$ ''",
    "the of and",
    "transformers in-context ",
    "https://arxiv.org/abs/2402.12345v2 arXiv:math/0309136 https://doi.org/10.1145/33.44, doi:1/a",
    "10.48550/arXiv.2402.12345 2402.12345v3.pdf https://openreview.net/forum?id=aB-c_1 doi: arxiv:",
    "naïve\u0301 e\u0301 हिन्दी العربية עִבְרִית",
]


def plain(text: str) -> list[str]:
    return [word.plain for chunk in chunks(text) for word in read_chunk(chunk)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("José Müller", ["jose", "muller"]),
        ("image/video", ["image", "video"]),
        ("Pretrainer's don't", ["pretrainer", "dont"]),
        ("k-NN", ["nn"]),
        ("v1.5 1,000", ["v1.5", "1,000"]),
        ("散", ["6563_"]),
        ("扩散模", ["6269_6563_", "6563_6a21_"]),
        ("C++", ["c"]),
        ("... 😀", []),
    ],
)
def test_words_are_read_in_plain_letters(text: str, words: list[str]) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("plain words, as lunr.js cuts them.", "lunr js"),
        ("José", "jose"),
        ("pre-training", "pretraining"),
        ("try-on adversarially-chosen", "tryon"),
        ("text-to-image", ""),
        ("1990–2000", "1990 2000"),
        ("扩散", "6269_6563_ 6563_"),
        ("image/video image/video", "image video"),
    ],
)
def test_only_forms_that_lunr_would_lose_are_added(text: str, forms: str) -> None:
    assert OtherForms().of(text) == forms


@settings(max_examples=200, deadline=None)
@given(st.text("aB1-'’_.,(é~^`[", min_size=1, max_size=9))
def test_short_cuts_give_the_forms_that_the_rules_give(chunk: str) -> None:
    assert OtherForms()[chunk] == other_forms(chunk)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_every_word_of_a_text_is_a_form_or_a_token(text: str) -> None:
    known = {*map(trim, cut(text)), *OtherForms().of(text).split(" ")}
    assert set(plain(text)) <= known


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_words_are_plain_ascii(text: str) -> None:
    assert all(word and word.isascii() for word in plain(text))


@pytest.mark.node
def test_the_browser_reads_the_same_words_and_clauses(node: str) -> None:
    codes = (*range(0xD800), *range(0xE000, 0x20000))
    letters = [chr(code) for code in codes if unicodedata.category(chr(code)) != "Cn"]
    runs = ["".join(letters[start : start + 50]) for start in range(0, len(letters), 50)]
    texts = [*SAMPLES, *runs]
    expected = json.loads(run_script(node, "words", texts))
    for text, there in zip(texts, expected, strict=True):
        assert [list(map(dataclasses.asdict, read_chunk(c))) for c in chunks(text)] == there[
            "words"
        ], text
        here = [dataclasses.asdict(clause) for clause in parse_query(text)]
        assert json.loads(json.dumps(here)) == there["clauses"], text
