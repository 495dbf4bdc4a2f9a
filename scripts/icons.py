"""Draws static/icons/*.png from the site's mark; run it by hand after a change of the mark.

It needs the extra "test", for a browser that draws SVG, and Pillow, which keeps the files small.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parents[1] / "static" / "icons"
GROUND = "#faf7f0"
MARK = """
<path d="M16 31V13" fill="none" stroke="#1f5339" stroke-width="2"/>
<path fill="#1f5339" d="M16 28C9 28 5 24 5 17c7 0 11 4 11 11z"/>
<path fill="#1f5339" d="M16 24c0-6 4-10 11-10 0 6-4 10-11 10z"/>
<path fill="#bc3a25" d="M16 15c-4-3-5-8 0-14 5 6 4 11 0 14z"/>
"""
ICONS = {"icon-192": (192, 5, 7), "icon-512": (512, 5, 7), "maskable-512": (512, 12, 0)}
"""Side in pixels, free margin and rounding of the corners, both in 32nds; systems cut maskable
icons into shapes of their own and show only a circle of 80 % for certain."""


def main() -> None:
    """Write every icon."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        for name, (side, margin, corner) in ICONS.items():
            page = browser.new_page(viewport={"width": side, "height": side})
            box = 32 + 2 * margin
            page.set_content(
                f'<style>*{{margin:0}}svg{{display:block}}</style><svg width="{side}" '
                f'viewBox="{-margin} {-margin} {box} {box}" xmlns="http://www.w3.org/2000/svg">'
                f'<rect x="{-margin}" y="{-margin}" width="{box}" height="{box}" rx="{corner}" '
                f'fill="{GROUND}"/>{MARK}</svg>'
            )
            drawn = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
            drawn.quantize(48).save(FOLDER / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
