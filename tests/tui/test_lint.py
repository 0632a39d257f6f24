"""`bridgelog lint`: findings by line, exit codes for a commit hook."""

import io
import json
import sys
from pathlib import Path

import pytest

from tui.main import main

REVIEW = """# Review

The lease expired. Xanthe forgot
to renew it.

```
human error
```

- root cause: human error
"""


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Settings of the test's own."""
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("BRIDGELOG_CONFIG", str(path))
    return path


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """A review with two warnings in it."""
    path = tmp_path / "review.md"
    path.write_text(REVIEW, "utf-8")
    return path


def test_each_finding_names_its_place_and_a_rewrite(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(review), "--json", "--roster", "Xanthe, Omar"]) == 1
    first, second = json.loads(capsys.readouterr().out)
    assert list(first) == ["line", "column", "length", "level", "rule", "text", "rewrite"]
    assert (first["line"], first["column"], first["length"]) == (3, 20, len("Xanthe forgot"))
    assert (first["level"], first["rule"], first["text"]) == ("warn", "mistake", "Xanthe forgot")
    assert first["rewrite"].startswith("Nothing in the process prompted anyone to renew it.")
    assert (second["line"], second["column"], second["rule"]) == (10, 15, "human-error")


def test_people_read_lines_with_file_line_and_column(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(review)]) == 1
    assert f"{review}:10:15: warn human-error:" in capsys.readouterr().out


def test_a_text_without_blame_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "good.md"
    path.write_text("The lease expired, since nothing renews it.")
    assert main(["lint", str(path)]) == 0
    assert main(["lint", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_in_a_section_of_analysis_people_are_hints_and_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "why.txt"
    path.write_text("Xanthe restarted the pods.")
    assert main(["lint", str(path), "--section", "whys", "--roster", "Xanthe", "--json"]) == 0
    (hint,) = json.loads(capsys.readouterr().out)
    assert (hint["level"], hint["rule"]) == ("hint", "person")


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Cause: human error.\r\n"), "utf-8"))
    assert main(["lint", "-"]) == 1
    assert capsys.readouterr().out.startswith("-:1:8: warn human-error")


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_read(
    tmp_path: Path, review: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    assert main(["lint", str(tmp_path / "none.md"), str(binary), str(review), "--json"]) == 3
    printed = capsys.readouterr()
    assert f"there is no file {tmp_path / 'none.md'}: " in printed.err
    assert "is no text in UTF-8" in printed.err
    assert {found["file"] for found in json.loads(printed.out)} == {str(review)}


def test_words_allowed_in_the_settings_are_no_people(own_settings: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("Xanthe forgot its offset.")
    assert main(["lint", str(path), "--roster", "Xanthe"]) == 1
    own_settings.write_text('allowed_words = ["Xanthe"]')
    assert main(["lint", str(path), "--roster", "Xanthe"]) == 0


def test_escape_sequences_of_a_file_never_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.md"
    path.write_text("Xanthe forgot to clear \x1b[2J the screen.")
    main(["lint", str(path), "--roster", "Xanthe"])
    assert "\x1b" not in capsys.readouterr().out
