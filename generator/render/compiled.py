"""Templates that were compiled before: for an earlier build, or by another process."""

from __future__ import annotations

import marshal
from contextlib import suppress
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, TemplateError
from jinja2.bccache import Bucket

from generator.resources import shipped

DEFAULT = "default/"
"""Names the shipped template, before its name."""


class CompiledTemplates(BytecodeCache):
    """Keeps the code of each template text that it has seen, in memory.

    Jinja asks for it by the template's name and place and by a digest of its text. The phrases of
    the site's language are part of the code, so they are part of that digest, as are its rules.
    """

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def __getstate__(self) -> dict[tuple[str, str], bytes]:
        """Return the code as it can travel to another process."""
        return {key: marshal.dumps(code) for key, code in self._code.items()}

    def __setstate__(self, state: dict[tuple[str, str], bytes]) -> None:
        """Take the code that another process sent."""
        self._code = {key: marshal.loads(code) for key, code in state.items()}  # noqa: S302 # ours

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return where the code of a template is kept."""
        dialect = getattr(environment, "dialect", "")
        return super().get_bucket(environment, name, filename, f"{dialect}\n{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of the text, if it is known."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a text that has just been compiled."""
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code

    @staticmethod
    def prepare(environment: Environment) -> None:
        """Compile every template in this process: what others compile is lost with them.

        Of a shipped one that is replaced, both: the other may extend it. One that cannot be
        compiled is reported by the page that needs it.
        """
        for name in environment.list_templates():
            if name.startswith(DEFAULT):
                continue
            with suppress(TemplateError, UnicodeDecodeError):
                found = environment.get_template(name).filename
                if not Path(found or "").is_relative_to(shipped("templates")):
                    environment.get_template(f"{DEFAULT}{name}")
