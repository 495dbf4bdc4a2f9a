"""Style sheets, scripts and pictures: read once, before pages are planned, and handed on.

``css/site.css`` imports the other style sheets; here they become one file, so that a page costs
one request. Every script's relative imports carry the same version as the addresses in the pages,
so that a browser never mixes the modules of two releases.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import mimetypes
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.artifact import Artifact
from generator.cache import NO_CACHE, Cache, as_json, digest
from generator.config.schema import Config
from generator.emit.bundle import BundleError, bundle
from generator.emit.say import put_phrases, script_phrases
from generator.errors import Diagnostic, InputError, Severity, SourceLocation
from generator.language.language import Language
from generator.resources import shipped

FOLDER = "assets"
STYLE = "css/site.css"

# Scripts of many modules: those that pages name, and those imported only when needed.
JOINED = (
    "js/site.js",
    "js/map/page.js",
    "js/reader/choose.js",
    "js/reader/cite.js",
    "js/reader/muting.js",
    "js/reader/narrow.js",
    "js/reader/for-you.js",
    "js/reader/list-page.js",
    "js/search/worker-shards.js",
    "js/search/worker-whole.js",
    "js/search/page.js",
    "js/search/client.js",
    "js/search/finder.js",
    "js/search/embed.js",
    "js/search/rest.js",
)

# Of a joined script, what it fetches later: files that make use of its modules.
PARTS = {"js/search/worker-shards.js": ("js/search/rest-shards.js",)}

SHELF = "scripts"
"""Where the cache keeps the joined scripts, by all that they are joined of."""

_IMPORT = re.compile(r'^@import\s+(?:url\()?["\']([^"\']+)["\']\)?\s*;[ \t]*\n?', re.MULTILINE)
_MODULE = re.compile(r"""(["'`])(\.{1,2}/[\w./-]+\.js)\1""")
_VENDOR = "vendor/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """The site's assets.

    Attributes:
        artifacts: The files.
        style: The style sheet of every page.
        urls: Versioned site-relative URL by logical name, for example ``css/site.css``.
    """

    artifacts: tuple[Artifact, ...]
    style: str
    urls: dict[str, str]


def load_assets(config: Config, cache: Cache = NO_CACHE) -> Assets:
    """Read the theme's and the shipped static files; the first folder that has a file wins.

    Args:
        config: The site's settings.
        cache: Holds the scripts that an earlier build joined.

    Raises:
        InputError: The style sheet imports one that does not exist.
    """
    own = _collect([config.root / folder / "static" for folder in config.theme.overrides])
    files = {**_collect([shipped("static")]), **own}
    files[STYLE] = (_bundle(files) + _of_language(files, config.language)).encode()
    for name in [name for name in files if name.startswith("css/") and name != STYLE]:
        del files[name]
    put_phrases(files, script_phrases(config))
    _join_modules(files, cache, are_ours=not any(name.endswith(".js") for name in own))
    version = _version(files)
    artifacts = []
    for name, body in sorted(files.items()):
        if name.endswith(".js") and not name.startswith(_VENDOR):
            body = _versioned(name, body, files, version)  # noqa: PLW2901
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        path = f"{FOLDER}/{name}"
        artifacts.append(Artifact(path=path, body=body, media_type=media_type, origin=name))
    return Assets(
        artifacts=tuple(artifacts),
        style=files[STYLE].decode(),
        urls={name: f"{FOLDER}/{name}?v={version}" for name in sorted(files)},
    )


def _collect(folders: list[Path]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not path.name.startswith(".") and name not in files:
                files[name] = path.read_bytes()
    return files


def _bundle(files: dict[str, bytes]) -> str:
    def inline(match: re.Match[str]) -> str:
        name = posixpath.normpath(f"css/{match[1]}")
        if name not in files:
            raise InputError(
                Diagnostic(
                    code="R010",
                    severity=Severity.ERROR,
                    message=f"the style sheet imports {match[1]!r}, which does not exist",
                    location=SourceLocation(PurePosixPath("static") / STYLE),
                    hint="remove the line, or add the file to static/css/",
                )
            )
        return files[name].decode() + "\n"

    return _IMPORT.sub(inline, files.get(STYLE, b"").decode())


def _of_language(files: dict[str, bytes], language: Language) -> str:
    """Return the rules that only some scripts need: ``css/scripts/rtl.css``, ``ar.css``."""
    names = (language.direction, language.tag.partition("-")[0])
    return "".join(files.get(f"css/scripts/{name}.css", b"").decode() for name in names)


def _join_modules(files: dict[str, bytes], cache: Cache, *, are_ours: bool) -> None:
    """Replace the scripts that pages name by ones that hold their modules, where that works."""
    scripts = {name: body for name, body in sorted(files.items()) if name.endswith(".js")}
    key = digest(repr((are_ours, scripts)).encode())
    known = cache.load(SHELF).get(key)
    joined = json.loads(known) if known else _joined(scripts, are_ours=are_ours)
    if not known:
        cache.save(SHELF, {key: as_json(joined)})
    files.update((name, text.encode()) for name, text in joined.items())


def _joined(scripts: dict[str, bytes], *, are_ours: bool) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name in JOINED:
        parts = PARTS.get(name, ())
        with contextlib.suppress(BundleError):
            made = {name: bundle(scripts, name, parts=parts, short_names=are_ours)}
            for part in parts:
                made[part] = bundle(scripts, part, whole=name, short_names=are_ours)
            joined |= {path: script.decode() for path, script in made.items()}
    return joined


def _version(files: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, body in sorted(files.items()):
        whole.update(f"{name}\0{len(body)}\0".encode())
        whole.update(body)
    return whole.hexdigest()[:10]


def _versioned(name: str, body: bytes, files: dict[str, bytes], version: str) -> bytes:
    def mark(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), match[2]))
        return f"{match[1]}{match[2]}?v={version}{match[1]}" if target in files else match[0]

    return _MODULE.sub(mark, body.decode()).encode()
