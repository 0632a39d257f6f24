"""What is checked as one types: the underlining, the note, and the three keys."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from textual.widget import Widget

from data.settings_reading import load_settings
from model.instant import stored
from model.message import Message
from model.readiness import findings
from screens.actions import ActionsScreen
from screens.factors import FactorsScreen
from screens.items_screen import ItemsScreen
from screens.missing import FindingList
from screens.timeline import TimelineScreen
from screens.timeline_list import TimelineList
from screens.widgets.edit_line import EditLine
from screens.widgets.field_input import FieldInput
from screens.widgets.mark_note import MarkNote
from screens.widgets.marked import Marked
from tests.screens.program import START, Program

BLAME = "Priya pushed the wrong config"
SPAN = "Priya pushed the wrong"
"""What of it is underlined."""


def underlined(field: Widget) -> list[Segment]:
    """The pieces of a field that are drawn underlined."""
    strips = [field.render_line(y) for y in range(field.size.height)]
    return [piece for strip in strips for piece in strip if piece.style and piece.style.underline]


def words(field: Widget) -> str:
    """The words that are underlined in a field."""
    return "".join(piece.text for piece in underlined(field))


def note(program: Program) -> str:
    """What the note beside the field says; empty where there is none."""
    notes = program.app.screen.query(MarkNote)
    return str(notes.first().render()) if notes and notes.first().display else ""


def field(program: Program) -> Marked:
    """The field that is typed into."""
    focused = program.app.screen.focused
    assert isinstance(focused, Marked)
    return focused


def cursor_record(program: Program) -> str | None:
    """The id of the record that the cursor of the section's list is on."""
    screen = program.app.screen
    if isinstance(screen, TimelineScreen):
        entry = screen.query_one(TimelineList).entry
        return entry.id if entry else None
    if isinstance(screen, FactorsScreen):
        return screen.factor.id if screen.factor else None
    if isinstance(screen, ActionsScreen):
        return screen.action.id if screen.action else None
    assert isinstance(screen, ItemsScreen)
    return screen.current


def advice(program: Program) -> list[str]:
    """What readiness has to say about the wording, in the incident as it is on the disk."""
    session = program.app.session
    incident = program.on_disk().incident
    found = findings(incident, session.now, session.rules, wording=True)
    return [finding.rule for finding in found if finding.rule.startswith("blameless")]


async def test_what_is_found_in_the_capture_line_is_underlined_and_explained(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("10:41 errors fall. ")
        assert (words(field(program)), note(program)) == ("", "")
        await program.type(BLAME)
        assert words(field(program)) == SPAN
        assert all(piece.style and piece.style.bold for piece in underlined(field(program)))
        for said in ("▲ mistake: a person next to a mistake", "→ ", "f8 rewrite", "f9", "always allow “Priya”"):
            assert said in note(program)
        before = program.app.screen.query_one("#columns").region
        await program.press("ctrl+u")
        assert (words(field(program)), note(program)) == ("", "")
        assert program.app.screen.query_one("#columns").region == before


async def test_a_person_in_an_analysis_is_a_hint_which_looks_otherwise(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await program.press("a")
        await program.type("The console was open, and Priya read the graph")
        assert words(field(program)) == "Priya"
        assert not any(piece.style and piece.style.bold for piece in underlined(field(program)))
        assert "· person: a person in the analysis" in note(program)


async def test_a_rewrite_is_accepted_with_one_key_and_taken_back(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type(f"10:41 All is well. {BLAME}")
        await program.press("f8")
        written = field(program).content
        assert written.startswith("10:41 All is well. It was possible to push the wrong config")
        assert note(program) == ""
        await program.press("ctrl+z")
        assert field(program).content == f"10:41 All is well. {BLAME}"


async def test_a_rewrite_in_a_text_of_lines_is_undone_by_the_field(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="went_well") as program:
        await program.press("a")
        await program.type("Calm bridge.")
        await program.press("ctrl+j")
        await program.type(BLAME)
        assert words(field(program)) == SPAN
        await program.press("f8")
        assert field(program).content.splitlines()[0] == "Calm bridge."
        assert "It was possible to push" in field(program).content
        await program.press("ctrl+z")
        assert field(program).content == f"Calm bridge.\n{BLAME}"


async def test_a_sentence_that_is_ignored_stays_so_as_it_grows_and_after_a_restart(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        await program.type(BLAME)
        await program.press("f9")
        assert (words(field(program)), note(program)) == ("", "")
        await program.type(" to production.")
        assert words(field(program)) == ""
        await program.press("enter")
        assert [entry.text for entry in program.on_disk().incident.timeline.root] == [f"{BLAME} to production."]
        assert advice(program) == []
        await program.type("Priya forgot the flag")
        assert words(field(program)) != ""
        await program.press("enter")
        assert len(advice(program)) == 1
    async with program.running():
        assert len(advice(program)) == 1
        await program.type(f"{BLAME} to production.")
        assert words(field(program)) == ""


async def test_a_sentence_ignored_in_a_dialog_is_ignored_after_it(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type(BLAME)
        await program.press("enter", "escape", "e")
        assert isinstance(field(program), EditLine)
        assert words(field(program)) == SPAN
        await program.press("f9", "escape")
        assert advice(program) == []


async def test_a_word_that_is_allowed_is_allowed_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# ours\nzone = "UTC"  # the team\n')
    monkeypatch.setenv("BRIDGELOG_CONFIG", str(file))
    async with Program(tmp_path).running() as program:
        await program.type(BLAME)
        await program.press("f12")
        assert (words(field(program)), note(program)) == ("", "")
        assert "“Priya” is allowed" in program.said[-1]
    assert file.read_text().startswith('# ours\nzone = "UTC"  # the team\n')
    assert tomllib.loads(file.read_text())["allowed_words"] == ["Priya"]
    assert load_settings(file).rules().allowed_words == {"Priya"}


async def test_settings_that_cannot_be_written_are_told_and_the_word_is_allowed_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("zone = [")
    monkeypatch.setenv("BRIDGELOG_CONFIG", str(file))
    async with Program(tmp_path).running() as program:
        await program.type(BLAME)
        await program.press("f12")
        assert words(field(program)) == ""
        assert "correct that line" in program.said[-1]
    assert file.read_text() == "zone = ["


async def test_the_keys_are_idle_and_unseen_where_nothing_is_found(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("errors fall")
        await program.press("f8", "f9", "f12")
        assert field(program).content == "errors fall"
        assert program.said == []
        ids = {active.binding.id for active in program.app.screen.active_bindings.values() if active.enabled}
        assert not {id for id in ids if id and id.startswith("blame.")}


async def test_people_of_the_incident_are_known(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("an entry by mina")
        await program.press("enter")
        await program.type("mina broke it")
        assert words(field(program)) == "mina broke"
        await program.press("ctrl+u")
        await program.type("@omar ignored the alert")
        assert words(field(program)) == "@omar ignored"


async def test_owners_and_names_of_services_are_no_prose(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        service = program.app.screen.query_one("#field-service FieldInput", FieldInput)
        service.focus()
        await program.type(BLAME)
        assert (words(service), note(program)) == ("", "")
        title = program.app.screen.query_one("#field-title FieldInput", FieldInput)
        title.focus()
        await program.type(f". {BLAME}")
        assert words(title) == SPAN


async def test_the_note_can_be_clicked(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type(BLAME)
        shown = program.app.screen.query_one(MarkNote)
        await program.pilot.click(MarkNote, offset=(3, shown.size.height - 1))
        await program.settled()
        assert field(program).content.startswith("It was possible to push")


async def test_the_title_of_a_new_incident_is_checked_and_what_is_ignored_goes_with_it(tmp_path: Path) -> None:
    async with Program(tmp_path).running(home=True) as program:
        await program.press("n")
        await program.type("Human error on checkout")
        assert words(field(program)) == "Human error"
        await program.press("f9", "enter")
        assert program.notebook.incident.summary.title == "Human error on checkout"
        assert advice(program) == []


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (120, 40)])
async def test_the_note_lies_within_the_screen_and_off_the_field(tmp_path: Path, size: tuple[int, int]) -> None:
    async with Program(tmp_path).running(size=size) as program:
        await program.type(BLAME)
        shown, typed = program.app.screen.query_one(MarkNote).region, field(program).region
        assert program.app.screen.region.contains_region(shown)
        assert not shown.overlaps(typed)
        assert "f8" in program.screen_text()


async def test_an_action_is_checked_and_its_owner_is_not(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions") as program:
        await program.press("a")
        await program.type(BLAME)
        assert words(field(program)) == SPAN
        await program.press("enter", "right", "right", "enter")
        await program.type("Priya Raman was careless")
        assert words(field(program)) == ""
        await program.press("escape")
        assert len(advice(program)) == 1


async def test_what_is_ignored_in_a_new_incident_leaves_the_open_one_alone(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "0", "n")
        await program.type("Human error on checkout")
        await program.press("f9", "escape")
        assert program.on_disk().incident.summary.ignored_sentences == ()


async def test_a_secret_is_marked_and_taken_out(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("logged in with password=hunter2!x then")
        assert words(field(program)) == "hunter2!x"
        assert "▲ secret: looks like a secret: a password; take it out" in note(program)
        await program.press("f8")
        assert field(program).content == "logged in with password=… then"
        assert (words(field(program)), note(program)) == ("", "")


@pytest.mark.parametrize(
    ("word", "record", "values"),
    [
        ("timeline", "", {"at": stored(START), "recorded_at": stored(START)}),
        ("whys", "", {}),
        ("factors", "testing", {}),
        ("went_well", "", {}),
        ("actions", "", {"number": 2, "created_at": stored(START)}),
        ("recurrence", "tests", {}),
    ],
)
async def test_a_warning_among_what_is_missing_leads_to_its_record(
    tmp_path: Path, word: str, record: str, values: dict[str, Any]
) -> None:
    async with Program(tmp_path).running(section="cost") as program:
        notebook, name = program.notebook, Message("text")
        if record:
            notebook.put(name, word, record, {"note": BLAME})
        else:
            notebook.add(name, word, {**values, "text": "an earlier one"})
            program.clock.on(seconds=1)
            record = notebook.add(name, word, {**values, "text": BLAME})
        await program.settled()
        await program.press("c")
        found = program.app.screen.query_one("#findings", FindingList)
        found.cursor = [finding.rule for finding in found.rows].index("blameless.warn")
        await program.press("enter")
        assert program.app.current_mode == word
        assert cursor_record(program) == record
