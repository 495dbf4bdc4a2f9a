"""A failing template as a message its owner can act on."""

from __future__ import annotations

import dataclasses
import difflib
import re
import traceback

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from generator.errors import Diagnostic, InputError, Severity, SourceLocation
from generator.plan import contexts
from generator.render.environment import TemplateEnvironment

_DOCS = "docs/templates.md lists what each template is given"
_MISSING_NAME = re.compile(r"no attribute '(\w+)'|^'(\w+)' is undefined")


def template_failure(
    error: Exception, environment: TemplateEnvironment, template: str
) -> InputError:
    """Return what went wrong in ``template``, at the line of the template to blame.

    Args:
        error: What Jinja, or an expression in the template, raised.
        environment: The environment that rendered it.
        template: Name of the page's template, for errors that have no place of their own.
    """
    code, message, hint = _explained(error)
    return InputError(
        Diagnostic(
            code=code,
            severity=Severity.ERROR,
            message=message,
            location=_place(error, environment, template),
            hint=hint,
        )
    )


def _explained(error: Exception) -> tuple[str, str, str]:
    """Return code, message and hint."""
    match error:
        case TemplateSyntaxError():
            return "R001", f"template syntax: {error.message}", ""
        case UndefinedError():
            return "R002", error.message or "a name is undefined", _hint_for_missing(error)
        case TemplateNotFound():
            return (
                "R003",
                f"no template is called {error.message or error.name}",
                "templates are looked for in the [theme] overrides folders, then among the shipped"
                " ones; default/… names a shipped one",
            )
        case _:
            return "R004", f"the template fails: {type(error).__name__}: {error}", _DOCS


def _hint_for_missing(error: UndefinedError) -> str:
    """Suggest the known field that is spelled most like the missing one."""
    match = _MISSING_NAME.search(error.message or "")
    if match is None:
        return _DOCS
    missing = match[1] or match[2]
    others = [name for name in _known_names() if name != missing]
    close = difflib.get_close_matches(missing, others, n=1)
    return f"did you mean {close[0]!r}? {_DOCS}" if close else _DOCS


def _known_names() -> list[str]:
    """Return the name of every field that any template is given."""
    records = [r for r in vars(contexts).values() if dataclasses.is_dataclass(r)]
    names = {field.name for record in records for field in dataclasses.fields(record)}
    return sorted(names | {"page", "site"})


def _place(
    error: Exception, environment: TemplateEnvironment, template: str
) -> SourceLocation | None:
    """Return the template line that failed: the error's own, else the traceback's last one."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return SourceLocation(environment.shown_path(error.filename), error.lineno)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        # Jinja rewrites the traceback so that frames of compiled templates name the source.
        if frame.filename.endswith((".html", ".svg", ".xml")):
            return SourceLocation(environment.shown_path(frame.filename), frame.lineno)
    return SourceLocation(environment.shown_path(template))
