"""What the generator wrote into an output folder: the files it owns there, and their bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import Diagnostic, InputError, Severity
from generator.publish.paths import fault

NAME = ".florilegium.json"
"""The manifest's file in the output: a dotfile, so hosts and listings pass over it."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """The bytes of one file.

    Attributes:
        digest: First 128 bits of the SHA-256 of the bytes, 32 hexadecimal digits.
        size: Number of bytes.
    """

    digest: str
    size: int

    @classmethod
    def of(cls, body: bytes) -> Entry:
        """Return the entry of a file with these bytes."""
        return cls(hashlib.sha256(body).hexdigest()[:32], len(body))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Every file the generator owns in an output folder, by site-relative POSIX path."""

    files: Mapping[str, Entry] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the JSON form: sorted, one file a line, the same for the same files."""
        quoted = json.JSONEncoder(ensure_ascii=False).encode
        lines = (
            f'{quoted(path)}: ["{entry.digest}", {entry.size}]'
            for path, entry in sorted(self.files.items())
        )
        joined = ",\n".join(lines)
        return f'{{"format": {_FORMAT}, "files": {{\n{joined}\n}}}}\n'.encode()

    @classmethod
    def from_bytes(cls, body: bytes) -> Manifest:
        """Read what ``to_bytes`` wrote.

        Raises:
            ValueError: The bytes are no manifest, one of another format, or name a path outside
                the output; a path read here may be deleted later.
        """
        values = json.loads(body)
        if not isinstance(values, dict) or values.get("format") != _FORMAT:
            raise ValueError(f"not a manifest of format {_FORMAT}")
        files: dict[str, Entry] = {}
        for path, (digest, size) in values["files"].items():
            if fault(path) or not isinstance(digest, str) or not isinstance(size, int):
                raise ValueError(f"not an entry of a manifest: {path!r}")
            files[path] = Entry(digest, size)
        return cls(files=files)


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of an output folder; an empty one when there is none.

    Raises:
        InputError: The file is damaged (W007): nobody can tell any more what is ours.
    """
    path = folder / NAME
    try:
        return Manifest.from_bytes(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return Manifest()
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            Diagnostic(
                code="W007",
                severity=Severity.ERROR,
                message=f"{path} is damaged or of another version ({error})",
                hint=f"delete the folder {folder} and build again",
            )
        ) from error
