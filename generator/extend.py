"""The door through which formats, pages, files and filters are added: ours and other people's.

``[extensions] modules = ["my_module"]`` names importable modules with a function
``register(registry)``. They run in this order, after ours; each adds values, changes nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.config.schema import Config
from generator.curate.pipeline import Enricher
from generator.emit.emitter import Emitter
from generator.errors import ConfigError, Diagnostic, Severity
from generator.plan.plan_site import PageBuilder
from generator.sources.source import Source


@dataclass(slots=True)
class Registry:
    """What takes part in a build, in the order in which it runs.

    Attributes:
        sources: Readers; the first that detects a file reads it.
        enrichers: Each adds to what was derived about the papers.
        page_builders: Makers of pages.
        emitters: Makers of all other files.
        filters: Jinja filters by name.
    """

    sources: list[Source] = field(default_factory=list)
    enrichers: list[Enricher] = field(default_factory=list)
    page_builders: list[PageBuilder] = field(default_factory=list)
    emitters: list[Emitter] = field(default_factory=list)
    filters: dict[str, Callable[..., object]] = field(default_factory=dict)


def load_extensions(config: Config, registry: Registry) -> None:
    """Let every module of ``[extensions]`` add to the registry.

    Raises:
        ConfigError: A module cannot be imported, or has no ``register``.
    """
    for name in config.extensions.modules:
        try:
            module = importlib.import_module(name)
            register = module.register
        except (ImportError, AttributeError) as error:
            raise ConfigError(
                Diagnostic(
                    code="C010",
                    severity=Severity.ERROR,
                    message=f"the extension {name!r} cannot be used: {error}",
                    hint="[extensions] modules takes importable modules with register(registry)",
                )
            ) from error
        register(registry)
