"""What the development server adds to a page: live reload, and the messages of a failed build.

Everything is a file of the server's own, so the page's Content-Security-Policy allows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from generator.errors import Diagnostic
from generator.serve.live_site import Edition

SCRIPT_PATH = "/-/reload.js"
STYLE_PATH = "/-/reload.css"
EVENTS_PATH = "/-/events"

SCRIPT = f"""\
// Reloads the page when the development server has built the site anew.
const version = document.currentScript.dataset.version;
const events = new EventSource("{EVENTS_PATH}?since=" + encodeURIComponent(version));
events.addEventListener("reload", () => location.reload());
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());
"""

STYLE = """\
#build-problems {
  position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
  padding: 1rem 1.5rem; border-top: 4px solid #d33; background: #1d1d22; color: #f4f4f4;
  font: 14px/1.5 ui-monospace, monospace;
}
#build-problems h2 { margin: 0 0 .5rem; font-size: 1rem; color: #ff9a8d; }
#build-problems pre { margin: 0 0 .75rem; font: inherit; white-space: pre-wrap; color: inherit; }
"""

_WAITING_PAGE = b"""\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>
<body><p>The site is shown here as soon as it is built.</p></body></html>
"""


def live_page(body: bytes, edition: Edition) -> bytes:
    """Return an HTML page with the reload script, and with the edition's problems if any."""
    script = f'<script src="{SCRIPT_PATH}" data-version="{escape(edition.version)}"></script>'
    added = f"{problems_html(edition.problems)}{script}\n".encode()
    end = body.rfind(b"</body")
    return body + added if end < 0 else body[:end] + added + body[end:]


def waiting_page(edition: Edition) -> bytes:
    """Return the page shown while there is no good build yet."""
    return live_page(_WAITING_PAGE, edition)


def problems_html(problems: Iterable[Diagnostic]) -> str:
    """Return the problems as an HTML box, every text escaped; empty without problems."""
    entries = "".join(f"<pre>{escape(str(problem))}</pre>" for problem in problems)
    if not entries:
        return ""
    return (
        f'<link rel="stylesheet" href="{STYLE_PATH}">'
        '<div id="build-problems" role="alert"><h2>The last build failed</h2>'
        f"{entries}</div>"
    )
