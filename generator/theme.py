"""What a site looks like, whoever its papers are: assets and templates, made ready for use.

Nothing of it hangs on a paper, so one process can make it while another one reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from generator.cache import Cache
from generator.chunks import beside
from generator.config.schema import Config
from generator.emit.assets import Assets, load_assets
from generator.render.compiled import CompiledTemplates
from generator.render.environment import make_environment
from generator.stages import undisturbed

Filters = Mapping[str, Callable[..., object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a site looks like.

    Attributes:
        assets: Style sheets, scripts and pictures.
        compiled: Templates; None leaves them to whoever needs one.
    """

    assets: Assets
    compiled: CompiledTemplates | None


MakeTheme = Callable[[Config, Filters, Cache], Theme]


@undisturbed()
def load_theme(
    config: Config,
    filters: Filters,
    cache: Cache,
    compiled: CompiledTemplates | None = None,
) -> Theme:
    """Read and join the assets, and compile the templates.

    Args:
        config: The site's settings.
        filters: Filters of extensions, by name.
        cache: Holds the scripts that an earlier build joined.
        compiled: Takes the templates, and has those that it took before; None compiles none.

    Raises:
        InputError: The style sheet imports one that does not exist.
    """
    if compiled is not None:
        compiled.prepare(make_environment(config, filters, compiled))
    return Theme(assets=load_assets(config, cache), compiled=compiled)


@contextmanager
def theme_beside(config: Config, cache: Cache, *, jobs: int) -> Iterator[MakeTheme]:
    """Have another process make the theme, and give a function that waits for it.

    With one process, which compiles a template when it needs it, that function is ``load_theme``;
    so it is with ``[extensions]``, whose filters nobody knows before they are loaded.

    Args:
        config: The site's settings.
        cache: As for ``load_theme``.
        jobs: Most processes to use.
    """
    if jobs < 2 or config.extensions.modules:
        yield load_theme
        return
    make = partial(load_theme, config, {}, cache, CompiledTemplates())
    with beside(make, jobs=jobs) as awaited:
        yield lambda *_: awaited()
