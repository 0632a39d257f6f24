"""The quarter's answers, each from the incidents behind it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.change import applied
from model.message import Refused
from model.money import Money
from model.notes import Notes
from model.review import ActionFacts, Facts, Quarter, facts_at_hand, facts_of, review
from model.review.again import again
from model.review.automation import Candidate, Reason, automation
from model.review.axis import LogAxis
from model.review.failure_modes import failure_modes
from model.review.heat import heat
from model.review.likeness import Corpus, words_of
from model.review.repeats import Ruling, repeats
from model.review.rulings import rule, ruling_of
from model.review.similar import Past, similar
from model.statistics import Verdict
from tests.building import NOON, at, entry, incident

Rulings = Mapping[tuple[str, str], Ruling]
TODAY = date(2026, 11, 23)
Q4 = Quarter(2026, 4)


def facts(number: int, day: str = "2026-11-02", **values: object) -> Facts:
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(seconds=number)
    known: dict[str, object] = {
        "id": f"INC-{number:04}",
        "title": f"incident {number}",
        "day": moment.date(),
        "started_at": moment,
        "live": False,
        "severity": "SEV-2",
        "kind": "incident",
        "service": "",
        "industry": "",
        "detected_by": "monitoring",
        "categories": (),
        "causes": (),
        "scores": (),
        "detect_seconds": None,
        "resolve_seconds": None,
        "total_cost": None,
        "actions": (),
        "words": "",
        "fixed_by": "",
    }
    return Facts(**{**known, **values})  # type: ignore[arg-type]


def euros(amount: int) -> Money:
    return Money(amount=Decimal(amount), currency="EUR")


def action(number: int, deadline: date | None, done_on: date | None = None) -> ActionFacts:
    return ActionFacts("INC-0001", number, f"action {number}", "Mina", deadline, done_on, done_on is not None)


@pytest.mark.parametrize(
    ("day", "first_month", "quarter", "begins"),
    [
        (date(2026, 1, 1), 1, "2026-Q1", date(2026, 1, 1)),
        (date(2026, 12, 31), 1, "2026-Q4", date(2026, 10, 1)),
        (date(2026, 3, 31), 4, "2026-Q4", date(2026, 1, 1)),
        (date(2026, 4, 1), 4, "2027-Q1", date(2026, 4, 1)),
        (date(2026, 11, 23), 2, "2027-Q4", date(2026, 11, 1)),
        (date(2026, 1, 31), 2, "2026-Q4", date(2025, 11, 1)),
    ],
)
def test_a_fiscal_year_is_named_after_the_year_in_which_it_ends(
    day: date, first_month: int, quarter: str, begins: date
) -> None:
    found = Quarter.of(day, first_month)
    assert (str(found), found.first_day) == (quarter, begins)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 12), st.integers(-40, 40))
def test_a_day_lies_in_its_quarter_and_quarters_follow_each_other(day: date, first_month: int, steps: int) -> None:
    found = Quarter.of(day, first_month)
    assert found.first_day <= day < found.moved(1).first_day
    assert found.moved(steps).moved(-steps) == found
    assert Quarter.read(str(found), first_month) == found


@pytest.mark.parametrize("text", ["2026", "2026-Q5", "Q3", "2026-3", ""])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="2026-Q3"):
        Quarter.read(text)


def test_an_incident_without_a_milestone_is_left_out_of_that_figure_and_counted() -> None:
    here = [facts(1, detect_seconds=60), facts(2, detect_seconds=180), facts(3)]
    found = review(here, Q4, TODAY).time_to_detect
    assert (found.figures.n, found.figures.mean, found.figures.median) == (2, 120, 120)
    assert [one.id for one in found.excluded] == ["INC-0003"]
    assert found.against_previous.verdict is Verdict.TOO_FEW


def test_what_lies_in_the_wrong_order_is_told_apart_from_what_is_missing() -> None:
    made = incident(
        started="2026-11-02T12:00Z",
        ended=at("2026-11-02T13:00Z"),
        entries=[
            entry(1, "2026-11-02T11:50Z", "paged", milestone="first-alert"),
            entry(2, "2026-11-02T13:00Z", "", milestone="resolved"),
        ],
    )
    early = facts_of(made)
    assert (early.wrong_order, early.detect_seconds, early.resolve_seconds) == (("time_to_detect",), None, 3600)
    found = review([early, facts(2)], Q4, TODAY)
    assert [one.id for one in found.time_to_detect.wrong_order] == [early.id]
    assert [one.id for one in found.time_to_detect.missing] == ["INC-0002"]
    assert [one.id for one in found.time_to_detect.excluded] == ["INC-0002", early.id]
    assert not found.time_to_resolve.wrong_order


def test_categories_are_ranked_by_count_and_then_by_what_they_cost() -> None:
    here = [
        facts(1, categories=("testing",), total_cost=euros(10)),
        facts(2, categories=("testing", "capacity"), total_cost=euros(100)),
        facts(3, categories=("process",), total_cost=euros(500)),
        facts(4),
    ]
    found = review(here, Q4, TODAY)
    assert [(one.name, len(one.incidents), one.cost) for one in found.categories] == [
        ("testing", 2, [euros(110)]),
        ("process", 1, [euros(500)]),
        ("capacity", 1, [euros(100)]),
    ]
    assert [one.id for one in found.uncategorised] == ["INC-0004"]
    assert [one.rank_by_cost for one in found.categories] == [2, 1, 3]
    assert [one.name for one in found.top_by_cost] == ["process", "testing", "capacity"]
    assert not found.mixed


def test_costs_are_ranked_in_the_commonest_currency_and_never_as_bare_numbers() -> None:
    here = [
        facts(1, categories=("testing",), total_cost=euros(900)),
        facts(2, categories=("capacity",), total_cost=euros(40)),
        facts(3, categories=("process",), total_cost=Money(amount=Decimal(2_000_000), currency="JPY")),
        facts(4, categories=("documentation",)),
    ]
    found = review(here, Q4, TODAY)
    assert (found.currency, found.mixed) == ("EUR", True)
    assert {one.name: one.rank_by_cost for one in found.categories} == {
        "testing": 1,
        "capacity": 2,
        "process": None,
        "documentation": None,
    }
    assert [one.name for one in found.categories] == ["testing", "capacity", "process", "documentation"]


def test_the_top_three_are_told_by_count_and_by_cost() -> None:
    here = [facts(n, categories=(f"often {n // 2}",), total_cost=euros(1 + n // 2)) for n in range(6)]
    here += [facts(10 + n, categories=(f"dear {n}",), total_cost=euros(100 * (1 + n))) for n in range(4)]
    found = review(here, Q4, TODAY)
    assert [one.name for one in found.top_by_count] == ["often 2", "often 1", "often 0"]
    assert [one.name for one in found.top_by_cost] == ["dear 3", "dear 2", "dear 1"]


def test_actions_are_on_time_late_open_or_overdue() -> None:
    agreed = (
        action(1, date(2026, 11, 10), date(2026, 11, 10)),
        action(2, date(2026, 11, 10), date(2026, 11, 11)),
        action(3, TODAY),
        action(4, date(2026, 11, 22)),
        action(5, None, date(2026, 11, 3)),
    )
    found = review([facts(1, actions=agreed)], Q4, TODAY).actions
    assert found.total == 5
    assert [one.number for one in found.done_on_time] == [1]
    assert [one.number for one in found.done_late] == [2]
    assert [one.number for one in found.open] == [3, 4]
    assert [one.number for one in found.overdue] == [4]
    assert found.share == 0.6
    assert found.interval == pytest.approx((0.2307, 0.8824), abs=1e-4)


def test_the_cost_trend_shows_five_quarters_and_never_adds_two_currencies() -> None:
    here = [
        facts(1, "2025-11-30", total_cost=euros(7)),
        facts(2, "2026-08-01"),
        facts(3, total_cost=euros(5)),
        facts(4, total_cost=Money(amount=Decimal(9), currency="USD")),
        facts(5, total_cost=euros(6)),
    ]
    found = review(here, Q4, TODAY).cost_by_quarter
    assert [(str(one.quarter), one.total, one.unknown) for one in found] == [
        ("2025-Q4", [euros(7)], 0),
        ("2026-Q1", [], 0),
        ("2026-Q2", [], 0),
        ("2026-Q3", [], 1),
        ("2026-Q4", [euros(11), Money(amount=Decimal(9), currency="USD")], 0),
    ]


def test_the_facts_of_an_incident_are_on_its_own_calendar() -> None:
    made = incident(
        started="2026-09-30T22:30Z",
        ended=at("2026-10-01T00:30Z"),
        zone="Europe/Berlin",
        service="checkout",
        entries=[
            entry(1, "2026-09-30T22:34Z", "paged", milestone="first-alert"),
            entry(2, "2026-10-01T00:10Z", "connection limit raised", milestone="fix-deployed"),
            entry(3, "2026-10-01T00:30Z", "", milestone="resolved"),
        ],
        whys=[
            {"id": "A", "text": "pool ran dry"},
            {"id": "B", "parent": "A", "text": "no limit", "category": "capacity"},
        ],
        cost={"engineering_hours": "2", "hourly_rate": {"amount": "100", "currency": "EUR"}},
    )
    found = facts_of(made)
    assert found.day == date(2026, 10, 1)
    assert (found.detect_seconds, found.resolve_seconds) == (240, 7200)
    assert (found.categories, found.causes) == (("capacity",), ("no limit",))
    assert found.total_cost == euros(200)
    assert found.fixed_by == "connection limit raised"


POOL = "the connection pool of payment ran dry under load"
CERTIFICATE = "the certificate of the login gateway expired unnoticed"


def test_the_same_category_with_similar_final_whys_is_a_repeat_and_says_which_words() -> None:
    past = [
        facts(1, "2026-05-04", categories=("capacity",), causes=(POOL,)),
        facts(2, "2026-06-04", categories=("monitoring",), causes=(POOL,)),
        facts(3, "2026-06-05", categories=("capacity",), causes=(CERTIFICATE,)),
        facts(4, "2026-06-06", categories=("capacity",), words=POOL, causes=(CERTIFICATE,)),
    ]
    why = "payment: its connection pool was dry again under load"
    now = facts(5, categories=("capacity",), words=POOL, causes=(why,))
    (found,) = repeats([now], [*past, now])
    assert (found.earlier.id, found.categories) == ("INC-0001", ["capacity"])
    assert {"connection", "pool", "payment"} <= set(found.words)
    assert found.similar_causes


def test_the_same_service_and_failure_mode_is_a_repeat_by_name_and_with_its_words() -> None:
    expired = failure_modes(["TLS certificate of the gateway expired"])
    past = [
        facts(1, "2026-05-04", service="login", modes=expired),
        facts(2, "2026-05-05", service="search", modes=expired),
        facts(3, "2026-05-06", service="login", modes=failure_modes(["the disk is full"])),
    ]
    now = facts(4, service="Login", modes=failure_modes(["nobody renewed the certificates"]))
    (found,) = repeats([now], [*past, now])
    assert found.earlier.id == "INC-0001"
    assert found.modes == [("certificate", ["certificates", "TLS"])]


def test_the_same_service_and_category_need_no_likeness() -> None:
    first = facts(1, "2026-05-04", service="login", categories=("testing",), causes=(POOL,))
    second = facts(2, service="login", categories=("testing",), causes=(CERTIFICATE,))
    (found,) = repeats([second], [first, second])
    assert (found.same_service, found.categories, found.similar_causes) == (True, ["testing"], False)


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("TLS certificates expired", {"certificate"}),
        ("DNS: the name servers answered SERVFAIL", {"dns"}),
        ("Disks ran out of space, then out of memory", {"storage", "memory"}),
        ("a third-party provider cascaded into our queues", {"dependency", "cascade", "queue"}),
        ("misconfigured load balancers under load", {"configuration", "network", "overload"}),
        ("out of reach; memorable start-ups; see https://dns.example/cache", set()),
        ("", set()),
    ],
)
def test_failure_modes_are_read_off_the_words_of_the_field_in_any_form(text: str, modes: set[str]) -> None:
    found = failure_modes([text])
    assert {mode for mode, _words in found} == modes
    for _mode, words in found:
        assert all(word in text.replace("-", " ") for word in words)


def test_every_failure_mode_has_a_name_and_the_service_gives_none() -> None:
    made = incident(title="It stalls", service="DNS", whys=[{"id": "A", "text": "the disk was full"}])
    assert facts_of(made).modes == (("storage", ("disk",)),)
    notes = Notes.of([{"id": "A", "at": NOON, "text": "a leap second"}])
    noted = incident(title="It stalls").with_sections({Notes.word: notes})
    assert facts_of(noted).modes == (("clock", ("leap second",)),)


def test_a_ruling_stays_with_its_pair() -> None:
    first = facts(1, "2026-05-04", service="login", words=CERTIFICATE)
    second = facts(2, service="login", words=CERTIFICATE)
    third = facts(3, words="something else")
    rulings = {("INC-0002", "INC-0001"): Ruling.REJECTED, ("INC-0003", "INC-0001"): Ruling.CONFIRMED}
    found = repeats([second, third], [first, second, third], rulings)
    assert [(pair.later.id, pair.ruling) for pair in found] == [
        ("INC-0003", Ruling.CONFIRMED),
        ("INC-0002", Ruling.REJECTED),
    ]


def test_the_words_that_matched_are_whole_and_as_they_were_written() -> None:
    first = facts(1, "2026-05-04", service="login", words="Certificates of the Gateway expired")
    second = facts(2, service="login", words="Gateway: a certificate is expiring")
    (found,) = repeats([second], [first, second])
    assert set(found.words) == {"Gateway", "certificate", "expiring"}


@pytest.mark.parametrize(
    "words",
    ["retry retries", "drop dropped dropping drops", "expire expired expiring", "cache caches cached", "call calls"],
)
def test_the_forms_of_a_word_count_as_one(words: str) -> None:
    assert len(words_of(words)) == 1


def test_of_many_earlier_ones_the_likeliest_few_are_listed_and_the_others_counted() -> None:
    past = [facts(number, "2026-05-04", service="login", words=CERTIFICATE) for number in range(1, 7)]
    now = facts(9, service="login", words=CERTIFICATE)
    found = repeats([now], [*past, now], {("INC-0009", "INC-0005"): Ruling.CONFIRMED})
    assert [pair.ruling for pair in found] == [Ruling.CONFIRMED, *[Ruling.OPEN] * 3]
    assert {pair.more for pair in found} == {2}


def test_what_was_ruled_is_kept_with_the_later_incident_and_can_be_opened_again() -> None:
    later = incident()
    for ruling in (Ruling.CONFIRMED, Ruling.REJECTED, Ruling.OPEN):
        change = rule(later, "INC-0001", ruling)
        assert change is not None
        later = applied(later, change.steps)
        assert ruling_of(later, "INC-0001") is ruling
        assert rule(later, "INC-0001", ruling) is None


def test_a_factor_is_as_hot_as_the_mean_of_its_scores_and_says_of_how_many() -> None:
    before = [facts(1, scores=(("testing", 1),))]
    here = [facts(2, scores=(("capacity", 3), ("testing", 0))), facts(3, scores=(("capacity", 2),)), facts(4)]
    first, second = heat([before, here])
    assert (first.name, [(cell.mean, cell.scored) for cell in first.cells]) == ("capacity", [(None, 0), (2.5, 2)])
    assert [one.id for one in first.cells[-1].significant] == ["INC-0002", "INC-0003"]
    assert (second.name, [cell.mean for cell in second.cells]) == ("testing", [1, 0])


@given(st.lists(st.integers(0, 10**10), min_size=1, max_size=20))
def test_every_duration_stands_on_its_axis_in_its_order(seconds: list[int]) -> None:
    axis = LogAxis.over(seconds)
    assert axis is not None
    places = [axis.place(one) for one in sorted(seconds)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert axis.ticks == sorted(set(axis.ticks))


def test_what_is_similar_comes_with_its_unfinished_actions_the_overdue_first() -> None:
    past = facts(1, "2026-05-04", words=POOL, actions=(action(1, None), action(2, date(2026, 6, 1))))
    other = facts(2, "2026-06-04", words=CERTIFICATE)
    (found,) = similar(facts(3, words=f"live: {POOL}"), [past, other], TODAY)
    assert found.facts.id == "INC-0001"
    assert [one.action.number for one in found.unfinished] == [2, 1]
    assert "pool" in found.words


def undone(number: int, text: str, *covers: str) -> ActionFacts:
    return ActionFacts("INC-0001", number, text, "Mina", None, None, done=False, covers=covers)


def test_the_entries_of_the_incident_at_hand_are_looked_for_and_those_of_past_ones_are_not() -> None:
    before = facts(1, "2026-05-04", words=POOL)
    told = incident(title="Errors on the site", entries=[entry(1, "12:10", "connection pool exhausted, retry storm")])
    (found,) = similar(facts_at_hand(told), [before, facts_of(incident())], TODAY)
    assert found.facts.id == "INC-0001"
    assert found.words == ["connection", "pool"]
    assert similar(facts_of(told), [before], TODAY) == []
    assert similar(facts(3, words=POOL), [replace(facts_at_hand(told), id="INC-0002", words="")], TODAY) == []


def test_what_it_is_like_it_stays_like_however_much_its_timeline_says() -> None:
    others = [facts(number, "2026-06-04", words=f"{CERTIFICATE} disk{'x' * number}") for number in range(2, 60)]
    past = [facts(1, "2026-05-04", words=POOL), *others]
    noise = " ".join(f"disk{'x' * number} went on and on" for number in range(2, 60))
    short = {item.facts.id: item.score for item in similar(facts(99, words="pool of payment"), past, TODAY)}
    long = {
        item.facts.id: item.score for item in similar(facts(99, words="pool of payment", entries=noise), past, TODAY)
    }
    assert long["INC-0001"] == short["INC-0001"]
    told = similar(facts(99, words="errors", entries=f"{noise} connection pool ran dry, pool of payment"), past, TODAY)
    assert "INC-0001" in {item.facts.id for item in told}


def test_of_equals_the_newest_comes_first() -> None:
    past = [facts(number, day, words=POOL) for number, day in ((1, "2026-06-04"), (2, "2026-10-04"), (3, "2026-05-04"))]
    found = similar(facts(9, words=POOL), past, TODAY)
    assert [item.facts.id for item in found] == ["INC-0002", "INC-0001", "INC-0003"]


def test_what_could_have_prevented_it_comes_first_and_says_why() -> None:
    agreed = (
        undone(1, "Write the minutes"),
        undone(2, "Bound the connection pool"),
        undone(3, "Run it at night", "factors.testing", "recurrence.alarm"),
        undone(4, "Look at payment"),
        undone(5, "Buy a disk", "factors.capacity"),
    )
    past = facts(
        1, "2026-05-04", service="payment", words=POOL, scores=(("testing", 2), ("capacity", 3)), actions=agreed
    )
    now = facts(2, service="payment", words=POOL, categories=("testing",), scores=(("capacity", 1),))
    (found,) = similar(now, [past], TODAY)
    assert [(each.action.number, each.fits) for each in found.unfinished] == [
        (2, True),
        (3, True),
        (1, False),
        (4, False),
        (5, False),
    ]
    pool, testing, *_others = found.unfinished
    assert (pool.covers, pool.words) == ([], ["connection", "pool"])
    assert (testing.covers, testing.words) == (["testing"], ())
    assert [each.action.number for each in found.fitting] == [2, 3]


def test_the_past_can_be_asked_again_and_does_not_know_what_it_was_asked_before() -> None:
    asked = Past([facts(1, "2026-05-04", words=POOL), facts(2, "2026-05-04", words=CERTIFICATE)])
    assert [item.facts.id for item in asked.like(facts(3, words=POOL), TODAY)] == ["INC-0001"]
    assert [item.facts.id for item in asked.like(facts(3, words=CERTIFICATE), TODAY)] == ["INC-0002"]
    assert asked.like(facts(3, "2026-05-03", words=POOL), TODAY) == []


def test_the_dearest_toil_is_automated_first() -> None:
    here = [
        facts(1, service="login", detected_by="customer-report", total_cost=euros(50)),
        facts(2, service="payment", scores=(("capacity", 3),), total_cost=euros(900)),
        facts(3, service="payment", scores=(("capacity", 1),), total_cost=euros(9)),
    ]
    found = automation(here, [])
    assert [(one.reason, one.subject, len(one.incidents)) for one in found] == [
        (Reason.UNDER_LOAD, "payment", 1),
        (Reason.UNWATCHED, "login", 1),
    ]


def test_what_monitoring_found_is_not_called_found_by_people() -> None:
    here = [
        facts(1, service="login", scores=(("monitoring", 2),)),
        facts(2, service="login", detected_by="customer-report", scores=(("monitoring", 3),)),
        facts(3, service="search", detected_by="", categories=("monitoring",)),
        facts(4, service="search", categories=("capacity",)),
        facts(5, service="Search", categories=("capacity",)),
    ]
    found = {(one.reason, one.subject): [facts.id for facts in one.incidents] for one in automation(here, [])}
    assert found == {
        (Reason.UNWATCHED, "login"): ["INC-0002"],
        (Reason.MONITORING_GAP, "login"): ["INC-0001"],
        (Reason.MONITORING_GAP, "search"): ["INC-0003"],
        (Reason.UNDER_LOAD, "search"): ["INC-0004", "INC-0005"],
    }


def test_candidates_are_ranked_in_one_currency() -> None:
    yen = Money(amount=Decimal(50_000), currency="JPY")
    here = [
        facts(1, service="a", detected_by="customer-report", total_cost=yen),
        facts(2, service="b", detected_by="customer-report", total_cost=euros(100)),
        facts(3, service="c", detected_by="customer-report", total_cost=euros(200)),
        facts(4, service="d", detected_by="customer-report"),
    ]
    assert [one.subject for one in automation(here, [])] == ["c", "b", "a", "d"]


def _repetitive(here: list[Facts], past: list[Facts], rulings: Rulings | None = None) -> list[Candidate]:
    everything = [*past, *here]
    pairs = [pair for pair in repeats(here, everything, rulings) if pair.ruling is not Ruling.REJECTED]
    found = automation(here, again(here, everything, pairs, rulings or {}), everything)
    return [one for one in found if one.reason is Reason.REPETITIVE]


def test_what_fails_again_is_counted_beyond_the_pairs_that_are_listed() -> None:
    past = [facts(n, "2026-08-04", service="login", categories=("testing",), total_cost=euros(1_000)) for n in (1, 2)]
    here = [facts(10 + n, service="login", categories=("testing",), total_cost=euros(10)) for n in range(8)]
    (found,) = _repetitive(here, past)
    assert (found.subject, found.category, found.earlier) == ("login", "testing", 2)
    assert [one.id for one in sorted(found.incidents, key=lambda one: one.id)] == [one.id for one in here]
    assert found.cost == [euros(80)]


def test_each_incident_that_fails_again_stands_under_its_own_service() -> None:
    first = facts(1, service="payment", categories=("capacity",), words=POOL, causes=(POOL,))
    second = facts(2, service="checkout", categories=("capacity",), words=POOL, causes=(POOL,))
    third = facts(3, service="checkout", categories=("testing",), words="something else entirely")
    found = _repetitive([first, second, third], [])
    assert {(one.subject, one.category, len(one.incidents)) for one in found} == {
        ("payment", "capacity", 1),
        ("checkout", "capacity", 1),
    }
    assert not _repetitive([first, second], [], {(second.id, first.id): Ruling.REJECTED})


def test_what_only_words_make_a_repeat_is_counted_beyond_the_listed_pairs_too() -> None:
    first = facts(1, service="gateway", categories=("capacity",), words=CERTIFICATE)
    here = [facts(10 + n, service="login", categories=("capacity",), words=f"{CERTIFICATE} {POOL}") for n in range(6)]
    found = _repetitive([first, *here], [])
    assert {(one.subject, len(one.incidents)) for one in found} == {("login", 6), ("gateway", 1)}
    rejected = {(one.id, first.id): Ruling.REJECTED for one in here}
    assert [one.subject for one in _repetitive([first, *here], [], rejected)] == ["login"]


@given(st.dictionaries(st.text(max_size=4), st.text(max_size=60), min_size=2, max_size=6))
def test_likeness_goes_both_ways_and_stays_between_nought_and_one(texts: dict[str, str]) -> None:
    corpus = Corpus.of(texts)
    one, other, *_ = texts
    there = corpus.likeness(one, other)
    assert 0 <= there.cosine <= 1
    assert there.cosine == pytest.approx(corpus.likeness(other, one).cosine)
    assert bool(there.shared) == (there.cosine > 0)
