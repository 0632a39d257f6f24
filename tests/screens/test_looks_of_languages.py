"""What two screens look like in German, whose words are long, and in Japanese, whose letters are wide."""

from pathlib import Path

import pytest

from data.language import use_language, use_locale
from tests.screens import samples
from tests.screens.test_looks import SMALL, Compare, after, program


@pytest.mark.parametrize("section", ["1", "2"], ids=["summary", "timeline"])
@pytest.mark.parametrize(("language", "locale"), [("de", "de_DE"), ("ja", "ja_JP")], ids=["de", "ja"])
def test_screen(language: str, locale: str, section: str, tmp_path: Path, snap_compare: Compare) -> None:
    use_language(language)
    use_locale(locale)
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=SMALL, run_before=after("escape", section))
