"""The cost as one estimates it."""

from decimal import Decimal
from pathlib import Path

import pytest

from data.language import use_locale
from screens.which_number import WhichNumber
from screens.widgets.field_input import FieldInput
from tests.screens.program import Program


async def put(program: Program, name: str, typed: str, *, accept: bool = True) -> None:
    program.app.screen.query_one(f"#field-{name} FieldInput", FieldInput).focus()
    await program.press("end", "ctrl+u")
    await program.type(typed)
    if accept:
        await program.press("enter")


async def test_the_total_follows_as_one_types_and_counts_when_accepted(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="cost") as program:
        await put(program, "revenue_lost", "5000", accept=False)
        assert "€5,000.00" in program.screen_text()
        assert "enter accepts it" in program.screen_text()
        assert program.notebook.incident.cost.revenue_lost is None
        await program.press("enter")
        assert program.on_disk().incident.bill(program.clock.now).total is not None
        assert "enter accepts it" not in program.screen_text()


async def test_what_a_field_is_for_is_not_cut(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="cost", size=(80, 24)) as program:
        for hint in ("during the downtime; else the summary's", "people at work: hours run with the clock"):
            assert hint in program.screen_text()
        await put(program, "responders", "many", accept=False)
        assert "is not a number" in program.running_text()
        await program.press("ctrl+u")
        assert "people at work: hours run with the clock" in program.screen_text()


async def test_the_check_figures_come_out(tmp_path: Path) -> None:
    program = Program(tmp_path, started_at="2026-11-23T09:00:00Z", ended_at="2026-11-23T10:37:00Z")
    async with program.running(section="cost"):
        for name, typed in (
            ("revenue_lost", "48250"),
            ("sla_credits", "6100"),
            ("vendor_costs", "1250"),
            ("engineering_hours", "37.5"),
            ("hourly_rate", "112.40"),
            ("users_affected", "4200"),
            ("churn_probability", "0.4 %"),
            ("lifetime_value", "310"),
            ("brand", "5000"),
        ):
            await put(program, name, typed)
        bill = program.on_disk().incident.bill(program.clock.now)
        assert bill.total is not None
        assert bill.total.amount == Decimal("70023.00")
        assert "€70,023.00" in program.screen_text()
        assert "€721.89" in program.screen_text()


async def test_the_hours_run_with_the_clock_while_it_is_live(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="cost") as program:
        await put(program, "responders", "4")
        await put(program, "hourly_rate", "100")
        assert "€280.00" in program.screen_text()
        program.clock.on(minutes=18)
        program.app._tick()
        await program.settled()
        assert "€400.00" in program.screen_text()


async def test_another_currency_labels_all_amounts_and_is_one_step_back(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="cost") as program:
        await put(program, "brand", "5000.40")
        await put(program, "currency", "jpy")
        assert "¥5,000" in program.screen_text()
        assert program.on_disk().incident.cost.brand.currency == "JPY"  # type: ignore[union-attr]
        await program.press("escape", "u")
        assert program.on_disk().incident.cost.brand.currency == "EUR"  # type: ignore[union-attr]


@pytest.mark.parametrize(("key", "shown", "amount"), [("1", "1.234,00", "1234"), ("2", "1,23", "1.23")])
async def test_an_amount_that_can_be_read_in_two_ways_is_asked_about(
    tmp_path: Path, key: str, shown: str, amount: str
) -> None:
    async with Program(tmp_path).running(section="cost") as program:
        use_locale("de_DE")
        await put(program, "brand", "1,234")
        assert f"{key}  {shown}\u00a0€" in program.screen_text()
        await program.press(key)
        stored = program.on_disk().incident.cost.brand
        assert stored is not None
        assert stored.amount == Decimal(amount)
        assert not isinstance(program.app.screen, WhichNumber)


async def test_a_field_that_is_left_asks_too_and_escape_goes_back_to_it(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="cost") as program:
        await put(program, "brand", "1.234", accept=False)
        await program.press("shift+tab")
        assert isinstance(program.app.screen, WhichNumber)
        await program.press("escape")
        focused = program.app.focused
        assert isinstance(focused, FieldInput)
        assert focused.value == "1.234"
        assert program.on_disk().incident.cost.brand is None
        await program.press("end", "0", "enter")
        assert program.on_disk().incident.cost.brand is not None


async def test_whoever_leaves_the_section_is_not_asked(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="cost") as program:
        await put(program, "brand", "1.234", accept=False)
        await program.press("f3")
        assert not isinstance(program.app.screen, WhichNumber)
        await program.press("f4")
        assert program.app.screen.query_one("#field-brand FieldInput", FieldInput).value == "1.234"


async def test_a_currency_that_is_none_is_refused(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="cost", size=(120, 40)) as program:
        await put(program, "currency", "XQQ")
        assert "is no currency" in program.beside("currency")
        assert program.notebook.incident.cost.currency == "EUR"


async def test_a_churn_of_140_percent_is_refused(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="cost", size=(120, 40)) as program:
        await put(program, "churn_probability", "140 %")
        assert "0 % to 100 %" in program.beside("churn_probability")
        assert program.notebook.incident.cost.churn_probability is None


async def test_numbers_are_read_and_written_as_in_the_readers_country(tmp_path: Path) -> None:
    use_locale("de_DE")
    async with Program(tmp_path).running(section="cost", size=(120, 40)) as program:
        await put(program, "brand", "1.234,50")
        assert program.on_disk().incident.cost.brand.amount == Decimal("1234.50")  # type: ignore[union-attr]
        await put(program, "brand", "1234.5")
        assert "is not a number" in program.beside("brand")
