"""How key pages look: small pictures, compared by eye when they change and by colour on every run.

Each page is compared with its picture in ``tests/browser/looks`` after both are reduced to a coarse
grid of colours. After a wanted change: ``pytest tests/browser/test_looks.py --update-golden``, then
look at the pictures before they are committed.

Where letters have other widths than those the pictures were made with, because other fonts are
installed, lines break elsewhere: outside CI the test is then skipped with that reason; under CI,
where nothing is skipped, the grid is made coarser and the tolerance wider.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import IN_CI

pytestmark = pytest.mark.browser

LOOKS = Path(__file__).parent / "looks"
FONTS = LOOKS / "fonts.json"
SIZES = {"phone": (360, 740), "desk": (1280, 900)}
PAPER = "papers/tidewise-forecasting-tides-from-a-single-jetty-photograph/"
PAGES = {
    "home-desk-light": "",
    "home-phone-dark": "",
    "issue-desk-dark": "issues/2024-02-13/",
    "issue-phone-light": "issues/2024-02-13/",
    "topic-desk-light": "topics/tides/",
    "paper-desk-light": PAPER,
    "paper-phone-dark": PAPER,
    "search-desk-light": "search/?q=tide",
    "map-desk-dark": "map/",
    "reading-list-phone-light": "reading-list/",
}
WIDTH = 200
"""Pixels of a kept picture."""

MEASURE = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  const style = getComputedStyle(document.documentElement);
  return ["--serif", "--sans"].map((family) => {
    pen.font = `40px ${style.getPropertyValue(family)}`;
    return Math.round(pen.measureText("Hamburgefonstiv 0123456789").width);
  });
}"""

REDUCE = """async ([picture, columns]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  let [from, width, height] = [image, image.width, image.height];
  const rows = Math.round((height / width) * columns);
  while (width > columns) {
    [width, height] = [Math.max(columns, width >> 1), Math.max(rows, height >> 1)];
    if (width === columns) height = rows;
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    canvas.getContext("2d").drawImage(from, 0, 0, width, height);
    from = canvas;
  }
  const { data } = from.getContext("2d").getImageData(0, 0, width, height);
  const cells = Array.from(data).filter((_, at) => at % 4 < 3);
  return { url: from.toDataURL("image/png"), cells };
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """How many columns are compared, and what may differ: on average, and in how many cells."""

    columns: int
    mean: float
    spots: float


SAME_FONTS = Tolerance(columns=40, mean=4, spots=0.05)
OTHER_FONTS = Tolerance(columns=10, mean=14, spots=0.2)
SPOT = 40  # of 255; a cell that differs by more in any colour is a spot


def reduced(page: Page, picture: bytes, columns: int) -> tuple[bytes, list[int]]:
    """Return a picture made smaller, and its colours, three a cell."""
    found = page.evaluate(REDUCE, [base64.b64encode(picture).decode(), columns])
    return base64.b64decode(found["url"].partition(",")[2]), found["cells"]


def difference(page: Page, known: bytes, now: bytes, tolerance: Tolerance) -> str:
    """Return in what way two pictures differ beyond the tolerance; empty if they do not."""
    before = reduced(page, known, tolerance.columns)[1]
    after = reduced(page, now, tolerance.columns)[1]
    if abs(len(before) - len(after)) > tolerance.columns * 3:
        return f"{len(before)} cells before, {len(after)} now"
    apart = [abs(a - b) for a, b in zip(before, after, strict=False)]
    mean = sum(apart) / len(apart)
    spots = sum(one > SPOT for one in apart) / len(apart)
    if mean <= tolerance.mean and spots <= tolerance.spots:
        return ""
    return f"differs by {mean:.1f} on average, much in {spots:.0%} of the picture"


@pytest.fixture
def look(
    open_context: Callable[..., BrowserContext], home: str
) -> Callable[[str], tuple[Page, bytes]]:
    """Opens a page of ``PAGES`` and takes a small picture of its first screen."""

    def taken(name: str) -> tuple[Page, bytes]:
        kind, size, scheme = name.rsplit("-", 2)
        width, height = SIZES[size]
        context = open_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(home + PAGES[name])
        page.wait_for_load_state("networkidle")
        if kind == "search":
            expect(page.locator("#search-results .card").first).to_be_visible()
        if kind == "map":
            expect(page.locator(".map canvas")).to_be_visible()
        shot = page.screenshot(animations="disabled")
        blank = context.new_page()
        blank.goto("about:blank")
        return page, reduced(blank, shot, WIDTH)[0]

    return taken


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(
    request: pytest.FixtureRequest, look: Callable[[str], tuple[Page, bytes]], name: str
) -> None:
    page, now = look(name)
    fonts = page.evaluate(MEASURE)
    path = LOOKS / f"{name}.png"
    if request.config.getoption("--update-golden"):
        LOOKS.mkdir(exist_ok=True)
        path.write_bytes(now)
        FONTS.write_text(json.dumps(fonts) + "\n", encoding="utf-8")
        return
    is_same = fonts == json.loads(FONTS.read_text("utf-8"))
    if not is_same and not IN_CI:
        pytest.skip(f"the pictures were made with other fonts: widths {fonts} here")
    blank = page.context.new_page()
    found = difference(blank, path.read_bytes(), now, SAME_FONTS if is_same else OTHER_FONTS)
    hint = "wanted? pytest tests/browser/test_looks.py --update-golden, then look at it"
    assert not found, f"{path.name} {found}; {hint}"


@pytest.mark.parametrize("tolerance", [SAME_FONTS, OTHER_FONTS], ids=["same", "other"])
def test_a_page_without_its_style_is_told_from_one_with_it(
    look: Callable[[str], tuple[Page, bytes]], home: str, tolerance: Tolerance
) -> None:
    page, styled = look("issue-desk-dark")
    page.route("**/*.css*", lambda route: route.abort())
    page.goto(f"{home}issues/2024-02-13/?again")
    blank = page.context.new_page()
    bare = reduced(blank, page.screenshot(animations="disabled"), WIDTH)[0]
    assert difference(blank, styled, bare, tolerance)
    assert not difference(blank, styled, styled, tolerance)


def test_a_missing_part_of_a_page_is_noticed(
    look: Callable[[str], tuple[Page, bytes]],
) -> None:
    page, whole = look("home-desk-light")
    page.locator(".masthead").evaluate("one => { one.style.visibility = 'hidden' }")
    blank = page.context.new_page()
    part = reduced(blank, page.screenshot(animations="disabled"), WIDTH)[0]
    assert difference(blank, whole, part, SAME_FONTS)


def test_the_pictures_stay_small() -> None:
    sizes = {path.name: path.stat().st_size for path in LOOKS.glob("*.png")}
    assert set(sizes) == {f"{name}.png" for name in PAGES}
    assert max(sizes.values()) < 60_000
