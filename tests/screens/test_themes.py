"""Every theme can be read, and nothing is told by colour alone."""

from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES, Theme

from data.settings import Settings
from screens.legible import GROUNDS, LEAST, TEXTS, colors_of, drawn_on, legible, ratio
from tests.screens import samples
from tests.screens.program import settle
from tests.screens.test_looks import program
from tui.themes import THEMES

ALL = [*THEMES, *(theme for theme in BUILTIN_THEMES.values() if not theme.ansi)]


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_text_of_every_theme_stands_out_from_every_ground(theme: Theme) -> None:
    colors = colors_of(legible(theme))
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs.append(("block-cursor-foreground", "block-cursor-background"))
    faint = {pair: round(found, 2) for pair in pairs if (found := ratio(*drawn_on(colors, *pair))) < LEAST}
    assert faint == {}


def test_contrast_is_reckoned_as_the_standard_does() -> None:
    colors = {"background": "#ffffff", "grey": "#767676", "black": "#000000"}
    assert ratio(*drawn_on(colors, "black", "background")) == pytest.approx(21)
    assert ratio(*drawn_on(colors, "grey", "background")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", ["atom-one-light", "ansi-dark"])
async def test_a_theme_of_the_settings_is_made_legible_and_the_terminals_own_stays(name: str, tmp_path: Path) -> None:
    app = program(tmp_path, samples.typical(), settings=Settings(zone="UTC", theme=name, motion=False))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.theme == name
        assert app.animation_level == "none"
        assert app.current_theme == legible(BUILTIN_THEMES[name])
        assert (app.current_theme == BUILTIN_THEMES[name]) is BUILTIN_THEMES[name].ansi


async def test_without_colours_everything_is_there_in_greys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = program(tmp_path, samples.typical())
    async with app.run_test() as pilot:
        await settle(pilot)
        strips = list(app.screen._compositor.render_strips())
        lines = ["".join(segment.text for segment in strip) for strip in strips]
        assert app.no_color
        assert any("◆ first alert" in line for line in lines)
