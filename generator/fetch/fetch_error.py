"""What goes wrong while fetching."""

from __future__ import annotations

from generator.errors import Diagnostic, Severity


class FetchError(Exception):
    """A request failed.

    Attributes:
        code: Of the diagnostic it becomes.
        message: What happened, to follow the service's name.
        hint: What to do about it.
        passing: Whether the same request may succeed a little later.
        wait: Seconds that the service asks to wait; None when it does not say.
    """

    def __init__(
        self,
        code: str,
        message: str,
        hint: str = "",
        *,
        passing: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.passing, self.wait = passing, wait

    def diagnostic(self, subject: str) -> Diagnostic:
        """Return the error to show; the subject is a service, or what was asked of it."""
        return Diagnostic(
            code=self.code,
            severity=Severity.ERROR,
            message=f"{subject}: {self.message}",
            hint=self.hint,
        )


def broken(what: str) -> FetchError:
    """Return the error of an answer that arrived damaged; the next one may be whole."""
    hint = "try again later; if it stays so, the service has changed: please report it"
    return FetchError("F006", what, hint, passing=True)
