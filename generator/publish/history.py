"""The history that the last build left in the output, read before the next one."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Diagnostic, InputError, Severity
from generator.model.history import History
from generator.plan import urls


def read_history(output: Path) -> History:
    """Return the history in an output folder, or in a file; an empty one when there is none.

    Raises:
        InputError: The file is damaged (W013).
    """
    path = output / urls.HISTORY if output.is_dir() else output
    try:
        return History.from_bytes(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return History()
    except (ValueError, OSError) as error:
        raise InputError(
            Diagnostic(
                code="W013",
                severity=Severity.ERROR,
                message=f"{path} is damaged or of another version ({error})",
                hint="delete it and build again; former addresses are then forgotten",
            )
        ) from error
