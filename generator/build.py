"""The data path: seeds to corpus, corpus to plan, plan to files.

It calls the stages in order and holds no state. Nothing is written here: each file is handed on,
and ``publish`` puts them in place once everything is known to be right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator import builtin
from generator.artifact import Artifact
from generator.cache import NO_CACHE, Cache
from generator.config.language import gaps
from generator.config.schema import Config
from generator.curate.pipeline import complete, gather
from generator.curate.select import Filter
from generator.emit.assets import Assets
from generator.emit.cards.colours import theme_colours
from generator.emit.cards.draw import card_emissions
from generator.errors import Diagnostic, forbid
from generator.extend import Registry, load_extensions
from generator.files import Emission, Workshop
from generator.model.corpus import Corpus
from generator.model.history import History
from generator.plan import urls
from generator.plan.feeds import SEARCH
from generator.plan.plan_site import plan_site
from generator.plan.site_plan import SitePlan
from generator.publish.limits import check_limits
from generator.publish.links import LinkReader, lost_links
from generator.publish.made_pages import MadePages
from generator.publish.paths import check_paths
from generator.publish.receipt import MEMORY, Receipt, Receiver
from generator.rebuild.inputs import frame_fingerprint
from generator.render.environment import TemplateEnvironment, make_environment
from generator.sources.read import read_seeds
from generator.stages import Progress, Stages, quiet
from generator.theme import MakeTheme, load_theme
from generator.version import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A finished site.

    Attributes:
        files: Every file; with its bytes where the receiver keeps them.
        diagnostics: Every finding, in the order in which they are shown.
        seconds: Wall time by stage, in the order in which the stages ran.
    """

    corpus: Corpus
    plan: SitePlan
    files: tuple[Receipt, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: tuple[tuple[str, float], ...]

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """The files that are kept in memory."""
        return tuple(file.artifact for file in self.files if file.artifact)

    def failed(self, *, strict: bool) -> bool:
        """Tell whether the site must not be published: errors, or warnings under ``strict``."""
        return forbid(self.diagnostics, strict=strict)


ReadCorpus = tuple[Corpus, tuple[Diagnostic, ...], tuple[tuple[str, float], ...]]
"""A corpus, what was found on the way, and seconds by stage."""


def read_corpus(
    config: Config,
    registry: Registry,
    *,
    jobs: int = 1,
    progress: Progress = quiet,
    history: History | None = None,
    cache: Cache = NO_CACHE,
) -> ReadCorpus:
    """Read and curate the seeds; return the corpus, the findings, and the seconds by stage.

    Arguments as for ``make_site``.
    """
    stages = Stages(progress)
    with stages.stage("read"):
        judge = Filter(config.filter)
        readings = read_seeds(
            config, registry.sources, keep=lambda paper: judge.reason(paper) is None, jobs=jobs
        )
    with stages.stage("curate"):
        gathered = gather(
            [paper for reading in readings for paper in reading.papers],
            [issue for reading in readings for issue in reading.issues],
            config,
            dropped=sum(reading.dropped for reading in readings),
            jobs=jobs,
        )
    with stages.stage("derive"):
        pages = [page for reading in readings for page in reading.pages]
        corpus, curated = complete(
            gathered,
            pages,
            config,
            enrichers=registry.enrichers,
            places=history.places if history else None,
            jobs=jobs,
            cache=cache,
        )
    found = [diagnostic for reading in readings for diagnostic in reading.diagnostics]
    return corpus, (*found, *curated), tuple(stages.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Makers:
    """Who makes what no other stage hangs on; the bytes are the same whoever it is.

    Attributes:
        read: Does as ``read_corpus`` does.
        theme: Does as ``load_theme`` does.
    """

    read: Callable[..., ReadCorpus] = read_corpus
    theme: MakeTheme = load_theme


ANEW = Makers()
"""Of a process that builds once, alone."""


def make_registry(config: Config) -> Registry:
    """Return our parts and those of the site's extensions."""
    registry = Registry()
    builtin.register(registry)
    load_extensions(config, registry)
    return registry


def make_site(
    config: Config,
    *,
    jobs: int = 1,
    progress: Progress = quiet,
    history: History | None = None,
    cache: Cache = NO_CACHE,
    receiver: Receiver = MEMORY,
    makers: Makers = ANEW,
) -> Site:
    """Return the whole site.

    Args:
        config: The site's settings.
        jobs: Most processes to use, 1 or more; the bytes are the same for any number.
        progress: Told the name of each stage as it begins.
        history: What the last build remembers (``publish.history``); None for a first build.
        cache: What earlier builds found out; the bytes are the same with any and with none.
        receiver: Takes the files.
        makers: Those of a process that remembers earlier builds, or has another one help.

    Raises:
        ConfigError: An extension cannot be used.
        InputError: A template or style sheet cannot be used as it stands.
    """
    registry = make_registry(config)
    options = {"jobs": jobs, "progress": progress, "history": history, "cache": cache}
    stages = Stages(progress)
    corpus, found, spent = makers.read(config, registry, **options)
    with stages.stage("plan"):
        theme = makers.theme(config, registry.filters, cache)
        plan = _plan(corpus, config, registry, theme.assets, history, jobs)
        environment = make_environment(config, registry.filters, theme.compiled)
        workshop = _workshop(plan, theme.assets, config, environment, receiver, cache)
    with stages.stage("files"):
        emissions: list[Emission] = [
            partial(emit, corpus, plan, config) for emit in registry.emitters
        ]
        emissions += _others(plan, theme.assets, cache)
        files = workshop.make(emissions, plan.pages, jobs=jobs)
    with stages.stage("check"):
        found = (*found, *gaps(config.language), *_checked(files))
        workshop.pages.keep(files)
    return Site(
        corpus=corpus,
        plan=plan,
        files=tuple(files),
        diagnostics=tuple(sorted(set(found), key=lambda diagnostic: diagnostic.sort_key)),
        seconds=(*spent, *stages.seconds),
    )


def _plan(
    corpus: Corpus,
    config: Config,
    registry: Registry,
    assets: Assets,
    history: History | None,
    jobs: int,
) -> SitePlan:
    return plan_site(
        corpus,
        config,
        registry.page_builders,
        assets=assets.urls,
        version=VERSION,
        history=history,
        jobs=jobs,
    )


def _others(plan: SitePlan, assets: Assets, cache: Cache) -> Iterator[Emission]:
    """Yield the makers of files that come of more than corpus, plan and settings."""
    yield from card_emissions(plan.cards, theme_colours(assets.style), cache)
    yield lambda: assets.artifacts


def _workshop(
    plan: SitePlan,
    assets: Assets,
    config: Config,
    environment: TemplateEnvironment,
    receiver: Receiver,
    cache: Cache,
) -> Workshop:
    """Return what every process needs to make files."""
    paths = _sure_paths(plan, assets, config)
    frame = partial(frame_fingerprint, config, (plan.site, paths))
    return Workshop(
        environment=environment,
        site=plan.site,
        links=LinkReader(paths, config.site.base_url),
        receive=receiver.take,
        pages=MadePages.load(cache, frame, receiver.stands),
    )


def _sure_paths(plan: SitePlan, assets: Assets, config: Config) -> tuple[str, ...]:
    """Return paths that the site will have whatever its papers say, and most links lead to."""
    formats = config.feeds.formats
    feeds = (feed.path(form) for feed in plan.feeds if feed.kind != SEARCH for form in formats)
    return (
        *(page.path for page in plan.pages),
        *(file.path for file in assets.artifacts),
        *feeds,
        *((urls.APP,) if config.site.offline else ()),
    )


def _checked(files: Sequence[Receipt]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the files as a whole."""
    yield from check_paths(files)
    unsure = [(file.path, file.unsure) for file in files if file.unsure]
    yield from lost_links(unsure, {file.path for file in files})
    yield from check_limits(files)
