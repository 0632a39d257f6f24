"""The quarterly review on the screen: six answers, the incidents behind each, other quarters, filters, repeats."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Static

from data.quarter import Gathered, gathered
from data.settings import Settings
from data.workspace import Workspace
from model.incident import Incident
from screens.behind import Behind, SourceList
from screens.repeats import PairList, Repeats
from screens.review import ReviewScreen
from screens.review_list import AnswerList
from tests.incidents import hostile_incident
from tests.quarters import live_like_the_past, past
from tests.screens.program import ZONE, settle
from tests.screens.test_looks import program
from tui.app import BridgelogApp


class Reviewer:
    """The program on the review, and what stands there."""

    def __init__(self, app: BridgelogApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)

    async def to(self, label: str, lines_below: int = 0) -> None:
        """Put the cursor on the answer with that label."""
        answers = self.app.screen.query_one(AnswerList)
        place = next(i for i, row in enumerate(answers.rows) if row.label == label)
        answers.cursor = place + lines_below
        await settle(self.pilot)

    @property
    def text(self) -> str:
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def quarter(self) -> str:
        return str(self.app.screen.query_one("#quarter", Static).render())

    @property
    def behind(self) -> list[str]:
        assert isinstance(self.app.screen, Behind)
        return [row.id for row in self.app.screen.query_one(SourceList).rows]

    def on_disk(self, id: str) -> Incident:
        if self.app.session.opened is not None:
            self.app.session.opened.flush()
        workspace = self.app.session.workspace
        return workspace.open(workspace.folder / f"{id}.json").incident


@asynccontextmanager
async def reviewing(
    folder: Path, *incidents: Incident, size: tuple[int, int] = (80, 24), opened: bool = False
) -> AsyncIterator[Reviewer]:
    app = program(folder, *(incidents or (live_like_the_past(), *past())), opened=opened)
    async with app.run_test(size=size) as pilot:
        reviewer = Reviewer(app, pilot)
        await settle(pilot)
        await reviewer.press(*(("escape",) if opened else ()), "r")
        yield reviewer


async def test_the_six_answers_stand_on_one_small_screen(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        assert isinstance(review.app.screen, ReviewScreen)
        assert "2026-Q4 ] · so far · 10 incidents" in review.quarter
        for said in ("Causes", "Detect", "Resolve", "Actions", "Repeats", "Cost", "Automate", "2025-Q4", "can’t tell"):
            assert said in review.text
        assert "n 8 · 2 left out" in review.text
        assert max(map(len, review.text.splitlines())) <= 80


async def test_each_figure_says_how_it_was_reckoned_and_shows_the_incidents_behind_it(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.to("Detect")
        assert "8 counted; left out: 2 for a missing milestone, 0 in the wrong order" in " ".join(review.text.split())
        await review.press("enter")
        assert "Mann–Whitney" in review.text
        assert "interval of the median (95 %)" in review.text
        heading = review.behind.index("")
        assert len(review.behind[:heading]) == 8
        before = review.behind.index("", heading + 1)
        assert set(review.behind[heading + 1 : before]) == {"INC-20261123-K7QF", "INC-20261022-Q404"}
        assert len(review.behind[before + 1 :]) == 8
        chosen = review.behind[0]
        await review.press("enter")
        opened = review.app.session.opened
        assert opened is not None
        assert (opened.path.stem, review.app.current_mode) == (chosen, "timeline")
        await review.press("escape", "escape")
        assert isinstance(review.app.screen, ReviewScreen)
        await review.press("escape")
        assert review.app.current_mode == "home"


async def test_escape_leads_back_to_the_review_once_and_only_to_what_was_opened_there(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("enter", "enter", "0", "enter")
        assert review.app.current_mode == "timeline"
        await review.press("escape", "escape")
        assert review.app.current_mode == "home"


@pytest.mark.parametrize(
    ("label", "below", "section", "count"),
    [
        ("Causes", 0, "whys", 5),
        ("Causes", 3, "whys", 10),
        ("Actions", 0, "actions", 18),
        ("Cost", 3, "cost", 9),
        ("Automate", 0, "summary", 3),
        ("Automate", 3, "summary", 18),
    ],
)
async def test_an_incident_opens_where_its_part_of_the_figure_stands(
    label: str, below: int, section: str, count: int, tmp_path: Path
) -> None:
    async with reviewing(tmp_path) as review:
        await review.to(label, below)
        await review.press("enter")
        assert len([id for id in review.behind if id]) == count
        await review.press("enter")
        assert review.app.current_mode == section


async def test_keys_go_to_other_quarters_but_not_beyond_the_present_one(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("[")
        assert "2026-Q3 ] · 9 incidents" in review.quarter
        await review.press("left")
        assert "2026-Q2" in review.quarter
        await review.press("]", "right", "right")
        assert "2026-Q4" in review.quarter
        for _ in range(8):
            await review.press("[")
        assert "2024-Q4 ] · 0 incidents" in review.quarter
        assert "no incident has both milestones" in review.text


async def test_filters_by_severity_industry_and_service_are_keys_and_add_up(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("s", "s")
        assert "only SEV-2 · so far · 3 incidents" in review.quarter
        await review.press("i")
        assert "only SEV-2, fintech" in review.quarter
        await review.press("backspace")
        assert "only" not in review.quarter
        await review.press("v", *"logi", "enter")
        assert "only login · so far · 2 incidents" in review.quarter
        await review.press("v", "enter")
        assert "10 incidents" in review.quarter


async def test_fiscal_quarters_are_those_of_the_setting(tmp_path: Path) -> None:
    app = program(tmp_path, *past(), opened=False, settings=Settings(zone=ZONE, fiscal_year_starts=11))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        review = Reviewer(app, pilot)
        await review.press("r")
        assert "2027-Q1" in review.quarter
        assert "Nov 1, 2026 to Jan 31, 2027" in review.quarter


async def test_definitions_are_a_key_away(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.press("d")
        assert "Quantiles are of type 7" in review.text
        await review.press("escape")
        assert isinstance(review.app.screen, ReviewScreen)


async def test_escape_goes_back_to_where_one_came_from(tmp_path: Path) -> None:
    async with reviewing(tmp_path, opened=True) as review:
        await review.press("escape")
        assert review.app.current_mode == "timeline"
        await review.press("0", "r", "q")
        assert review.app.current_mode == "home"


async def test_a_pair_is_confirmed_or_rejected_and_that_is_remembered_with_the_later_incident(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.to("Repeats")
        assert "0 confirmed · 27 to decide" in review.text
        await review.press("enter")
        pairs = review.app.screen.query_one(PairList)
        first, second = pairs.rows[0], pairs.rows[1]
        assert "failure mode database" in review.text
        assert "6 more earlier incidents are less like it" in review.text
        await review.press("y", "n")
        assert pairs.cursor == 2
        assert first.earlier.id in review.on_disk(first.later.id).summary.repeats
        assert second.earlier.id in review.on_disk(second.later.id).summary.no_repeats
        assert [row[0][1].strip()[0] for row in map(pairs.paint, pairs.rows[:3])] == ["✓", "✗", "·"]
        await review.press("escape")
        assert "1 confirmed" in review.text
        await review.to("Repeats")
        await review.press("enter")
        again = review.app.screen.query_one(PairList).rows
        assert (again[0].earlier.id, again[0].ruling) == (first.earlier.id, "confirmed")
        assert (again[-1].earlier.id, again[-1].ruling) == (second.earlier.id, "rejected")


async def test_a_decision_is_taken_back_by_its_own_key_and_by_undo(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        await review.to("Repeats")
        await review.press("enter")
        pair = review.app.screen.query_one(PairList).rows[0]
        await review.press("y", "k", "y")
        assert review.on_disk(pair.later.id).summary.repeats == ()
        await review.press("k", "n", "u")
        assert review.on_disk(pair.later.id).summary.no_repeats == ()
        assert any("Undone" in note.message for note in review.app._notifications)


async def test_a_decision_on_the_open_incident_is_one_of_its_changes(tmp_path: Path) -> None:
    one, *others = reversed(past())
    async with reviewing(tmp_path, one, *others, opened=True) as review:
        await review.to("Repeats")
        await review.press("enter")
        pairs = review.app.screen.query_one(PairList)
        pairs.cursor = next(i for i, pair in enumerate(pairs.rows) if pair.later.id == one.id)
        await review.press("y")
        notebook = review.app.session.notebook
        assert len(notebook.incident.summary.repeats) == 1
        notebook.undo()
        assert not review.app.session.incident.summary.repeats


async def test_both_incidents_of_a_pair_are_a_key_away(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        for key, side in (("o", "earlier"), ("enter", "later")):
            await review.to("Repeats")
            await review.press("enter")
            assert isinstance(review.app.screen, Repeats)
            pair = review.app.screen.query_one(PairList).rows[0]
            await review.press(key)
            opened = review.app.session.opened
            assert opened is not None
            assert opened.path.stem == getattr(pair, side).id
            await review.press("r")


async def test_reading_says_how_far_it_is_and_escape_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, half_way = Event(), Event()
    answers: list[bool] = []

    def slowly(_workspace: Workspace, progress: Callable[[int, int], bool]) -> Gathered | None:
        answers.append(progress(5000, 10_000))
        half_way.set()
        go_on.wait(20)
        answers.append(progress(10_000, 10_000))
        return None

    app = program(tmp_path, *past(1), opened=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        monkeypatch.setattr("screens.review.gathered", slowly)
        await pilot.press("r")
        while not half_way.is_set():
            await pilot.pause()
        review = Reviewer(app, pilot)
        assert "reading 5,000 of 10,000 files" in review.quarter
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)
        go_on.set()
        await settle(pilot)
        assert answers == [True, False]
        assert "stopped" in review.quarter
        monkeypatch.setattr("screens.review.gathered", gathered)
        await review.press("R")
        assert "1 incident" in review.quarter


async def test_where_there_is_nothing_every_answer_says_so_in_a_tiny_terminal_too(tmp_path: Path) -> None:
    async with reviewing(tmp_path, live_like_the_past(), size=(40, 10)) as review:
        await review.press("[", "[")
        assert "0 incidents" in review.quarter
        assert "no incident in it: L goes to" in review.text
        await review.press("enter")
        assert "2026-Q4" in review.quarter


async def test_from_an_empty_quarter_one_key_goes_to_the_last_that_has_incidents(tmp_path: Path) -> None:
    async with reviewing(tmp_path, *past()[:9]) as review:
        assert "no incident in it: L goes to 2025-Q4, the last that has any" in review.text
        await review.press("L")
        assert "2025-Q4 ] · 9 incidents" in review.quarter


async def test_where_filters_leave_nothing_it_is_said(tmp_path: Path) -> None:
    async with reviewing(tmp_path, live_like_the_past()) as review:
        await review.press("s", "s")
        assert "backspace shows all again" in review.text


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (60, 24)])
async def test_costs_and_counts_stand_whole_in_any_room(size: tuple[int, int], tmp_path: Path) -> None:
    async with reviewing(tmp_path, size=size) as review:
        answers = review.app.screen.query_one(AnswerList)
        costs = 0
        for row in answers.rows:
            line = "".join(text for _style, text in answers.paint(row))
            assert cell_len(line.rstrip()) <= answers.scrollable_content_region.width, line
            costs += "€" in line
        assert costs >= 11


async def test_what_is_said_of_a_line_ends_with_a_sentence(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        for place in range(len(review.app.screen.query_one(AnswerList).rows)):
            review.app.screen.query_one(AnswerList).cursor = place
            await settle(review.pilot)
            if review.app.screen.query_one(AnswerList).current is not None:
                assert str(review.app.screen.query_one("#how", Static).render())[-1] == "."


async def test_the_program_begins_with_the_review_where_that_is_asked_for(tmp_path: Path) -> None:
    app = program(tmp_path, *past(1), opened=False, begin="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        await Reviewer(app, pilot).press("escape")
        assert app.current_mode == "home"


async def test_a_broken_file_is_left_out_and_counted(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as review:
        (review.app.session.workspace.folder / "INC-20261101-BR0K.json").write_text("{")
        await review.press("R")
        assert "1 file left out" in review.quarter


async def test_hostile_texts_are_shown_as_they_are_and_obeyed_by_nothing(tmp_path: Path) -> None:
    async with reviewing(tmp_path, hostile_incident(), *past(1)) as review:
        for place, row in enumerate(review.app.screen.query_one(AnswerList).rows):
            if row.behind is not None:
                review.app.screen.query_one(AnswerList).cursor = place
                await review.press("enter")
                assert not set(review.text) & {"\x1b", "\x00", "\u202e"}
                await review.press("escape")
        await review.press("g", "G", "g")
        assert "a | b" in review.text
