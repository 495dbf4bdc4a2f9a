"""One build at a time for one output folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import Diagnostic, InputError, Severity

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def output_lock(path: Path, output: Path) -> Iterator[None]:
    """Hold the lock file ``path`` while the body runs; the folder it lies in is made if needed.

    The operating system drops the lock when its holder dies, so no lock is ever stale.

    Args:
        path: The lock file; gone afterwards, and its folder with it when that is empty.
        output: The folder it guards, for the message.

    Raises:
        InputError: Another build holds it (W008).
    """
    descriptor = _acquire(path, output)
    try:
        yield
    finally:
        # Unlinked while still held: whoever opened it meanwhile sees in _acquire that it is gone.
        if sys.platform != "win32":
            path.unlink(missing_ok=True)
        os.close(descriptor)
        if sys.platform == "win32":
            path.unlink(missing_ok=True)
        with suppress(OSError):  # something else lies there too
            path.parent.rmdir()


def _acquire(path: Path, output: Path) -> int:
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
        except FileNotFoundError:  # its folder was tidied away by the build that just ended
            continue
        try:
            _try_lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise InputError(
                Diagnostic(
                    code="W008",
                    severity=Severity.ERROR,
                    message=f"another build is writing {output}",
                    hint="wait until it has ended, or give this one another --output",
                )
            ) from error
        if _is_still_there(path, descriptor):
            return descriptor
        os.close(descriptor)


def _is_still_there(path: Path, descriptor: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    except FileNotFoundError:
        return False
