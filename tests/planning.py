"""The plan of a made-up site, with every page the generator ships."""

from __future__ import annotations

from generator import builtin
from generator.config.schema import Config
from generator.extend import Registry
from generator.model.corpus import Corpus
from generator.model.history import History
from generator.plan.plan_site import plan_site
from generator.plan.site_plan import SitePlan


def make_plan(corpus: Corpus, config: Config, history: History | None = None) -> SitePlan:
    registry = Registry()
    builtin.register(registry)
    builders = registry.page_builders
    return plan_site(corpus, config, builders, assets={}, version="0", history=history)
