"""Files that are either the old ones or the new ones, never half of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.fetch.fetch_error import FetchError


def write_whole(path: Path, body: bytes) -> None:
    """Put the bytes in place of a file, or leave it as it was.

    Raises:
        FetchError: The file system refuses (F009).
    """
    # Hidden, so that no build takes it for a seed.
    draft = path.with_name(f".{path.name}.part")
    with file_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def read_if_there(path: Path) -> bytes | None:
    """Return the bytes of a file; None when it does not exist or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


@contextmanager
def file_errors() -> Iterator[None]:
    """Turn what the file system refuses into an error of fetching.

    Raises:
        FetchError: It refused (F009).
    """
    try:
        yield
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise FetchError(
            "F009", f"cannot write {where}{error.strerror}", "check space and permissions"
        ) from error
