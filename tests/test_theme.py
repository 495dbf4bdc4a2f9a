from __future__ import annotations

import pytest

from generator.cache import NO_CACHE
from generator.config.schema import ExtensionsConfig
from generator.theme import load_theme, theme_beside
from tests.factories import make_config


def test_another_process_makes_the_same_theme_and_compiles_its_templates() -> None:
    config = make_config()
    with theme_beside(config, NO_CACHE, jobs=2) as make:
        theme = make(config, {}, NO_CACHE)
    assert theme.assets == load_theme(config, {}, NO_CACHE).assets
    assert theme.compiled is not None


@pytest.mark.parametrize(("jobs", "modules"), [(1, ()), (2, ("otters",))])
def test_one_process_or_filters_that_nobody_knows_yet_leave_the_theme_to_the_build(
    jobs: int, modules: tuple[str, ...]
) -> None:
    config = make_config(extensions=ExtensionsConfig(modules=modules))
    with theme_beside(config, NO_CACHE, jobs=jobs) as make:
        assert make is load_theme
