"""Invented artifacts, and what a folder holds."""

from __future__ import annotations

from pathlib import Path

from generator.artifact import Artifact


def make_artifact(path: str, body: str = "", *, origin: str = "a test") -> Artifact:
    media_type = "text/html" if path.endswith(".html") else "text/plain"
    return Artifact(path=path, body=body.encode(), media_type=media_type, origin=origin)


def make_site(**bodies: str) -> list[Artifact]:
    """Return artifacts by name; ``__`` stands for a slash and ``_html`` for the ending."""
    return [
        make_artifact(name.replace("__", "/").replace("_html", ".html"), body)
        for name, body in bodies.items()
    ]


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return bytes and modification time of every file, the manifest and hidden ones included."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def bodies(folder: Path) -> dict[str, str]:
    """Return the text of every file but the manifest."""
    return {
        path: body.decode()
        for path, (body, _) in state(folder).items()
        if path != ".florilegium.json"
    }


def names_in(folder: Path) -> list[str]:
    """Return the names of what lies in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())
