from __future__ import annotations

import pytest

from generator.config.files import STYLES as NAMES
from generator.config.files import FilesConfig
from generator.model.dates import PartialDate
from generator.model.paper import Author
from generator.plan.formatted import STYLES, Citer
from tests.factories import make_paper

PAPER = make_paper(
    "Otters Draw Rivers",
    authors=(
        Author(name="Ada van der Berg", given="Ada", family="van der Berg"),
        Author(name="Lin Zhao", given="Lin", family="Zhao"),
    ),
    venue="Journal of Rivers",
    published=PartialDate(2024, 3, 11),
    aliases=("doi:10.1000/x",),
)


def test_settings_and_shipped_files_name_the_same_styles() -> None:
    assert tuple(STYLES) == NAMES
    with pytest.raises(ValueError, match="styles"):
        FilesConfig(styles=("vancouver",))


@pytest.mark.parametrize(
    ("style", "start"),
    [
        ("apa", "van der Berg, A., & Zhao, L. (2024"),
        ("ieee", "A. van der Berg and L. Zhao, “Otters Draw Rivers”"),
        ("nature", "van der Berg, A. & Zhao, L. Otters Draw Rivers"),
    ],
)
def test_a_citation_is_what_the_style_wants(style: str, start: str) -> None:
    [(label, text)] = Citer((style,)).citations(PAPER)
    assert label == STYLES[style][0]
    assert text.startswith(start)
    assert "Journal of Rivers" in text


@pytest.mark.parametrize("style", STYLES)
def test_every_style_cites_a_paper_of_which_little_is_known(style: str) -> None:
    bare = make_paper("<b>Otters</b> & Co", authors=(), published=None)
    [(_, text)] = Citer((style,)).citations(bare)
    assert "Otters" in text
    assert "&amp;" not in text


def test_no_style_costs_nothing() -> None:
    assert list(Citer(()).citations(PAPER)) == []
