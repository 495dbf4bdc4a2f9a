"""Made-up page contexts: every field of every record filled, with any text one likes."""

from __future__ import annotations

import dataclasses
import datetime
import types
import typing
from pathlib import Path

from markupsafe import Markup

from generator.config.schema import Config, ThemeConfig
from generator.plan import contexts
from generator.plan.contexts import PageContext
from generator.plan.parts import PageHead, SiteView
from generator.plan.site_plan import Page
from generator.resources import shipped

TEMPLATES: dict[str, type[PageContext]] = {
    "home": contexts.HomePage,
    "paper": contexts.PaperPage,
    "papers": contexts.PapersPage,
    "topic": contexts.TopicPage,
    "topics": contexts.TopicsPage,
    "issue": contexts.IssuePage,
    "issues": contexts.IssuesPage,
    "map": contexts.MapPage,
    "names": contexts.NamesPage,
    "search": contexts.SearchPage,
    "trending": contexts.TrendingPage,
    "subscribe": contexts.SubscribePage,
    "data": contexts.DataPage,
    "reading-list": contexts.ReadingListPage,
    "page": contexts.FreePageView,
    "404": contexts.NotFoundPage,
    "offline": contexts.OfflinePage,
}
SAFE = Markup("<p>safe</p>")
Record = typing.TypeVar("Record")


def make_site(text: str = "Otter Letters", *, sparse: bool = False) -> SiteView:
    static = shipped("static")
    names = [path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file()]
    site = _filled(SiteView, text, sparse=sparse)
    return dataclasses.replace(site, assets={name: f"assets/{name}" for name in names})


def make_context(kind: str, text: str = "Otters", *, sparse: bool = False) -> PageContext:
    """Return the context of a kind of page.

    Args:
        kind: A key of ``TEMPLATES``.
        text: What every field of plain text holds.
        sparse: Leave out all that may be left out: no text, nothing in any list.
    """
    context = _filled(TEMPLATES[kind], text, sparse=sparse)
    head = dataclasses.replace(_filled(PageHead, text, sparse=sparse), root="../../", kind=kind)
    changes: dict[str, typing.Any] = {"head": head}
    if kind == "paper":
        changes["structured"] = Markup("{}")
    if isinstance(context, contexts.NamesPage):  # a name stands once on its page
        groups = (dataclasses.replace(group, rows=group.rows[:1]) for group in context.groups[:1])
        changes["groups"] = tuple(groups)
    if isinstance(context, contexts.TrendingPage):  # so does a kind of attention
        changes["sections"] = context.sections[:1]
    if isinstance(context, contexts.TopicsPage):  # and so does a parent
        changes["groups"] = context.groups[:1]
    return dataclasses.replace(context, **changes)


def make_page(kind: str, context: PageContext | None = None, template: str = "") -> Page:
    made = context or make_context(kind)
    return Page(
        url=f"made-up/{kind}/",
        template=template or f"pages/{kind}.html",
        kind=kind,
        title="Otters",
        context=lambda: made,
    )


def make_config(root: Path, *overrides: str) -> Config:
    return Config(
        root=root, today=datetime.date(2024, 6, 1), theme=ThemeConfig(overrides=overrides)
    )


def _filled(record: type[Record], text: str, *, sparse: bool) -> Record:
    hints = typing.get_type_hints(record)
    return record(**{name: _value(hint, text, sparse=sparse) for name, hint in hints.items()})


def _value(hint: typing.Any, text: str, *, sparse: bool) -> typing.Any:
    """Return a value of the annotated type."""
    plain = {str: "" if sparse else text, int: 2, float: 2.5, bool: not sparse, Markup: SAFE}
    if hint in plain:
        return plain[hint] if not (sparse and hint is Markup) else Markup()
    if isinstance(hint, types.UnionType):
        first, *_ = typing.get_args(hint)
        return None if sparse else _value(first, text, sparse=sparse)
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)
        if inner[-1] is not ...:
            return tuple(_value(part, text, sparse=sparse) for part in inner)
        return () if sparse else (_value(inner[0], text, sparse=sparse),) * 2
    if typing.get_origin(hint) is dict:
        return {}
    return _filled(hint, text, sparse=sparse)
