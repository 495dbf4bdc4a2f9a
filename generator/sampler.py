"""Where a build spends its time and memory: by stage, and by function as a flame graph.

A thread looks at the main thread's stack every few milliseconds, which costs next to nothing and
favours nobody; a tracing profiler would double the time of small functions. The file is one of
https://www.speedscope.app (its format: https://www.speedscope.app/file-format-schema.json).
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType

INTERVAL = 0.002
"""Seconds between two looks; the interpreter may let more pass."""

_SCHEMA = "https://www.speedscope.app/file-format-schema.json"
_KILO = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCost:
    """What a stage cost.

    Attributes:
        name: Of the stage.
        seconds: Wall time.
        peak: Most memory in use, in bytes, since the stage began or, where the system cannot tell
            that (all but Linux), since the process began; 0 where it tells nothing.
    """

    name: str
    seconds: float
    peak: int


class Sampler:
    """Watches the thread that makes it, from ``begin`` to ``end``.

    Attributes:
        stages: The cost of each stage that has ended, in order.
    """

    def __init__(self, announce: Callable[[str], None]) -> None:
        """Watch, and pass the names of stages on.

        Args:
            announce: Told the name of each stage as it begins.
        """
        self.stages: list[StageCost] = []
        self._announce = announce
        self._watched = threading.get_ident()
        self._stage = ""
        self._since = 0.0
        self._samples: list[tuple[str, tuple[CodeType, ...], float]] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def begin(self, stage: str) -> None:
        """Note that a stage begins, and the one before it ends."""
        self._announce(stage)
        if self._stage:
            self._close()
        else:
            self._thread.start()
        self._stage = stage
        self._since = time.perf_counter()
        _forget_peak()

    def end(self) -> None:
        """Note that the last stage ends, and stop watching."""
        if self._stage:
            self._close()
            self._ended.set()
            self._thread.join()

    def table(self) -> str:
        """Return seconds and peak memory of each stage as lines."""
        rows = [f"{'stage':<10}{'seconds':>10}{'peak MB':>10}"]
        rows += [f"{s.name:<10}{s.seconds:>10.2f}{s.peak / 1e6:>10.0f}" for s in self.stages]
        return "\n".join(rows)

    def to_json(self, program: str) -> str:
        """Return the flame graph; the outermost frame of each sample is its stage.

        Args:
            program: Name and version of what wrote it.
        """
        numbers: dict[tuple[str, str, int], int] = {}
        samples = [
            [
                numbers.setdefault(frame, len(numbers))
                for frame in ((stage, "", 0), *map(_frame, reversed(stack)))
            ]
            for stage, stack, _ in self._samples
        ]
        weights = [seconds for _, _, seconds in self._samples]
        frames = [
            {"name": name, "file": file, "line": line} if file else {"name": name}
            for name, file, line in numbers
        ]
        profile = {
            "type": "sampled",
            "name": "build",
            "unit": "seconds",
            "startValue": 0,
            "endValue": sum(weights),
            "samples": samples,
            "weights": weights,
        }
        document = {
            "$schema": _SCHEMA,
            "exporter": program,
            "shared": {"frames": frames},
            "profiles": [profile],
        }
        return json.dumps(document)

    def _close(self) -> None:
        seconds = time.perf_counter() - self._since
        self.stages.append(StageCost(name=self._stage, seconds=seconds, peak=peak_memory()))

    def _watch(self) -> None:
        before = time.perf_counter()
        while not self._ended.wait(INTERVAL):
            now = time.perf_counter()
            frame = sys._current_frames().get(self._watched)  # noqa: SLF001 # made for this
            self._samples.append((self._stage, _stack(frame), now - before))
            before = now


def peak_memory() -> int:
    """Return the most resident memory of this process so far, in bytes; 0 when unknown."""
    with suppress(OSError, IndexError, ValueError):
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.partition("VmHWM:")[2].split()[0]) * _KILO
    try:
        import resource  # noqa: PLC0415 # Windows has none
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * _KILO


def _forget_peak() -> None:
    """Let the system count peak memory anew from here (proc(5), clear_refs)."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _stack(frame: FrameType | None) -> tuple[CodeType, ...]:
    """Return the functions that are running, innermost first."""
    codes = []
    while frame is not None:
        codes.append(frame.f_code)
        frame = frame.f_back
    return tuple(codes)


def _frame(code: CodeType) -> tuple[str, str, int]:
    return (code.co_qualname, code.co_filename, code.co_firstlineno)
