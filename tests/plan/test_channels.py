from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from generator.config.load import load_config
from generator.config.schema import Config
from generator.config.subscribe import SubscribeConfig
from generator.errors import ConfigError
from generator.plan.contexts import SubscribePage
from tests.factories import make_config, make_corpus
from tests.planning import make_plan

FORM = SubscribeConfig(
    action="https://lists.example.org/subscribe?a=1",
    provider="mailchimp",
    hidden={"l": 'a "quoted" id'},
    note="Weekly.",
)


def subscribe_page(config: Config) -> SubscribePage:
    [page] = [p for p in make_plan(make_corpus(), config).pages if p.url == "subscribe/"]
    context = page.context()
    assert isinstance(context, SubscribePage)
    return context


def test_the_page_lists_every_feed() -> None:
    rows = subscribe_page(make_config()).rows
    assert [row.title for row in rows] == ["Research digest", "Issues", "River maps"]
    assert [feed.label for feed in rows[0].feeds] == ["Atom", "RSS", "JSON Feed"]


def test_a_form_is_there_only_when_it_leads_somewhere() -> None:
    assert make_plan(make_corpus(), make_config()).site.form is None
    form = make_plan(make_corpus(), make_config(subscribe=FORM)).site.form
    assert form is not None
    assert (form.field, form.origin) == ("EMAIL", "https://lists.example.org")


@pytest.mark.parametrize(
    "line",
    [
        'provider = "nobody"',
        'action = "http://lists.example.org/"',
        'action = "javascript:alert(1)"',
        "action = \"https://x.example/; script-src 'unsafe-inline'\"",
        'action = "https://user:secret@x.example/"',
        'field = "a b"',
        'hidden = { "x y" = "1" }',
    ],
)
def test_a_bad_setting_is_an_error_at_its_line(line: str, tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    file.write_text(f"[subscribe]\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(file, today=datetime.date(2024, 6, 1))
    [problem] = caught.value.diagnostics
    assert (problem.code, str(problem.location)) == ("C005", "site.toml:2")
