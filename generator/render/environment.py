"""The Jinja environment: where templates come from, and how strict they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from generator.config.schema import Config
from generator.plan.parts import PageHead, SiteView
from generator.render.code import PageCode, SwiftCode
from generator.render.compiled import DEFAULT, CompiledTemplates
from generator.render.filters import shipped_filters
from generator.render.flat import flat_template
from generator.resources import shipped
from generator.text.escape import escaped, printed

MANY = 200
"""Pages for which putting their template together takes less time than it saves."""


class TemplateEnvironment(Environment):
    """A Jinja environment that knows its project, to name templates as their owner does.

    Attributes:
        project: The project's folder, absolute.
        dialect: What compiled templates hold beside their text: phrases (see ``shipped_filters``),
            and the rules of their code.
        careful: Renders, by Jinja's own rules, what this one cannot.
        odd: Pages' templates that only ``careful`` can render.
        frame_parts: Parts of pages that are the same on many of them (see ``frame_part``).
        page_templates: Templates that many pages need, each in one piece where it can be (see
            ``flat``).
    """

    escaped = staticmethod(escaped)
    printed = staticmethod(printed)

    def __init__(
        self,
        config: Config,
        filters: Mapping[str, Callable[..., object]],
        compiled: CompiledTemplates | None = None,
        *,
        careful: TemplateEnvironment | None = None,
    ) -> None:
        default = FileSystemLoader(shipped("templates"))
        overrides = [config.root / folder / "templates" for folder in config.theme.overrides]
        super().__init__(
            loader=ChoiceLoader(
                [FileSystemLoader(overrides), default, PrefixLoader({DEFAULT.rstrip("/"): default})]
            ),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            # One build reads each template once; ``serve`` makes a new environment each time.
            auto_reload=False,
            bytecode_cache=compiled,
        )
        self.code_generator_class = SwiftCode if careful else PageCode
        self.filters.update(filters)
        self.project = config.root
        self.dialect = repr((bool(careful), config.language, config.site.papers_language))
        self.careful = careful or self
        self.odd: set[str] = set()
        self.frame_parts: dict[tuple[str, str, str, str], Markup] = {}
        self.page_templates: dict[str, Template] = {}
        self._found: dict[str, Template] = {}
        self._needed = Counter[str]()
        self.globals["frame_part"] = self.frame_part

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a template's globals: a plain dictionary, which each page copies faster."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 # jinja's name
    ) -> Template:
        """Return a template; one that was found stays the same for as long as this lives."""
        found = self._found.get(name) if isinstance(name, str) and not globals else None
        if found is None:
            found = super().get_template(name, parent, globals)
            if isinstance(name, str) and not globals:
                self._found[name] = found
        return found

    def page_template(self, name: str) -> Template:
        """Return the template of a page; in one piece, where it can be, if many pages need it."""
        found = self.page_templates.get(name)
        if found is None:
            self._needed[name] += 1
            if self._needed[name] < MANY:
                return self.get_template(name)
            found = flat_template(self, name) or self.get_template(name)
            self.page_templates[name] = found
        return found

    def frame_part(self, name: str, site: SiteView, head: PageHead) -> Markup:
        """Render a part of the frame once for all pages of one depth, section and kind.

        The part sees ``site`` and ``head``, and may use nothing of the head but its root, the first
        folder of its URL, and its kind. A thousand pages would else build the same bar on top.
        """
        key = (name, head.root, head.url.partition("/")[0], head.kind)
        part = self.frame_parts.get(key)
        if part is None:
            text = self.get_template(name).render(site=site, head=head, root=head.root)
            part = self.frame_parts[key] = Markup(text)  # noqa: S704 (autoescaped)
        return part

    def shown_path(self, filename: str) -> PurePosixPath:
        """Return a template's path as messages show it: project-relative, else the shipped one."""
        path = Path(filename)
        for root in (self.project, shipped("templates").parent):
            if path.is_relative_to(root):
                return PurePosixPath(path.relative_to(root).as_posix())
        return PurePosixPath(path.as_posix())


def make_environment(
    config: Config,
    filters: Mapping[str, Callable[..., object]] | None = None,
    compiled: CompiledTemplates | None = None,
) -> TemplateEnvironment:
    """Return the environment of one build.

    A template is looked for in ``templates/`` of each ``[theme] overrides`` folder, in order, then
    among the shipped ones; ``default/…`` always names the shipped one, so that an override can
    extend what it replaces.

    Args:
        config: Gives the project's folder and its overrides.
        filters: Filters of extensions, by name; they win over the shipped ones.
        compiled: What earlier builds of this process compiled.
    """
    known = {**shipped_filters(config), **(filters or {})}
    careful = TemplateEnvironment(config, known, compiled)
    return TemplateEnvironment(config, known, compiled, careful=careful)
