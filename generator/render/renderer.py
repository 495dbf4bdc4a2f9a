"""Pages to artifacts."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from generator.artifact import Artifact
from generator.plan.contexts import PageContext
from generator.plan.parts import SiteView
from generator.plan.site_plan import Page
from generator.render.environment import TemplateEnvironment
from generator.render.failures import template_failure


def render_page(
    environment: TemplateEnvironment, page: Page, context: PageContext, site: SiteView
) -> Artifact:
    """Return the finished file of one page.

    Templates see ``site`` (``SiteView``) and ``page``, which is the context.

    Raises:
        InputError: The template cannot be found, read or rendered; says where.
    """
    try:
        text = _rendered(environment, page.template, {"site": site, "page": context})
    except Exception as error:
        raise template_failure(error, environment, page.template) from error
    return Artifact(
        path=page.path, body=text.encode(), media_type="text/html", origin=page.template
    )


def _rendered(environment: TemplateEnvironment, name: str, values: Mapping[str, object]) -> str:
    """Render in haste, or with care what cannot be."""
    if name not in environment.odd:
        with suppress(Exception):
            return environment.page_template(name).render(values)
    text = environment.careful.get_template(name).render(values)
    environment.odd.add(name)
    return text
