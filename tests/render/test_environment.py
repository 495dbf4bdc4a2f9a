"""Which template wins, and what templates may do."""

from __future__ import annotations

from pathlib import Path

from generator.render.environment import make_environment
from generator.render.renderer import render_page
from tests.render.contexts import make_config, make_page, make_site


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_first_override_wins_then_the_second_then_ours(tmp_path: Path) -> None:
    write(tmp_path, "near/templates/pages/page.html", "near")
    write(tmp_path, "far/templates/pages/page.html", "far")
    write(tmp_path, "far/templates/pages/404.html", "far")
    environment = make_environment(make_config(tmp_path, "near", "far"))
    assert environment.get_template("pages/page.html").render() == "near"
    assert environment.get_template("pages/404.html").render() == "far"
    assert "main" in environment.get_template("base.html").blocks


def test_an_override_extends_what_it_replaces(tmp_path: Path) -> None:
    write(
        tmp_path,
        "theme/templates/partials/trail.html",
        "mine, then {% include 'default/partials/trail.html' %}",
    )
    environment = make_environment(make_config(tmp_path, "theme"))
    template = environment.careful.get_template("partials/trail.html")
    assert template.render(head={"trail": []}) == "mine, then "


def test_text_is_escaped_in_every_template() -> None:
    environment = make_environment(make_config(Path("/nowhere")))
    template = environment.from_string("<b title='{{ text }}'>{{ text }}</b>")
    assert template.render(text="<i>'") == "<b title='&lt;i&gt;&#39;'>&lt;i&gt;&#39;</b>"


def test_a_filter_of_an_extension_wins_over_ours() -> None:
    config = make_config(Path("/nowhere"))
    environment = make_environment(config, {"grouped": lambda number: f"about {number}"})
    assert environment.from_string("{{ 3 | grouped }}").render() == "about 3"


def test_a_template_is_named_by_its_place_in_the_project(tmp_path: Path) -> None:
    write(tmp_path, "theme/templates/pages/page.html", "")
    environment = make_environment(make_config(tmp_path, "theme"))
    mine = environment.get_template("pages/page.html").filename
    ours = environment.get_template("default/pages/page.html").filename
    assert mine is not None
    assert ours is not None
    assert str(environment.shown_path(mine)) == "theme/templates/pages/page.html"
    assert str(environment.shown_path(ours)) == "templates/pages/page.html"


def test_what_only_care_can_render_is_rendered_with_care(tmp_path: Path) -> None:
    write(
        tmp_path, "theme/templates/pages/page.html", "{% set row = {'name': 'x'} %}{{ row.name }}"
    )
    environment = make_environment(make_config(tmp_path, "theme"))
    page = make_page("page")
    for _ in range(2):
        file = render_page(environment, page, page.context(), make_site())
        assert file.body == b"x"
    assert environment.odd == {"pages/page.html"}
