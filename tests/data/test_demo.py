"""The demos: real public incidents, with what their sources say and nothing more."""

from datetime import UTC, datetime

import pytest

from data.demo import demo_incident, demo_names
from data.trouble import NotFound
from model.durations import derive
from model.readiness import findings
from model.rules import Rules

AFTER = datetime(2026, 11, 23, tzinfo=UTC)


def minutes(name: str) -> dict[str, float | None]:
    """Every derived duration, in minutes."""
    derived = derive(demo_incident(name)).items()
    return {figure: found.value.total_seconds() / 60 if found.value is not None else None for figure, found in derived}


def test_the_durations_are_those_that_the_sources_give() -> None:
    assert minutes("github") == {
        "time_to_detect": 2,
        "time_to_acknowledge": 15,
        "time_to_diagnose": 19,
        "time_to_mitigate": 17 * 60 + 32,
        "time_to_resolve": 24 * 60 + 11,
    }


@pytest.mark.parametrize("name", demo_names())
def test_every_demo_is_whole_and_the_same_each_time(name: str) -> None:
    incident = demo_incident(name)
    assert incident == demo_incident(name)
    assert not incident.summary.live
    assert incident.summary.duration(AFTER)
    assert len(incident.timeline.root) > 5
    assert len(incident.whys.chains()) == 1
    assert incident.whys.root[-1].category
    assert all(factor.score is not None for factor in incident.factors.root.values())
    assert all(action.deadline and action.created_at == incident.summary.ended_at for action in incident.actions.root)
    assert all("." in entry.source for entry in incident.timeline.root)


def test_an_action_without_an_owner_still_blocks_a_demo() -> None:
    found = {finding.rule for finding in findings(demo_incident(""), AFTER, Rules()) if finding.blocks}
    assert "actions.owner" in found


def test_a_time_in_a_demo_that_is_not_exact_says_so() -> None:
    texts = [entry.text for name in demo_names() for entry in demo_incident(name).timeline.root]
    assert any("about this time" in text for text in texts)


def test_a_demo_that_there_is_not_is_not_found() -> None:
    with pytest.raises(NotFound):
        demo_incident("titanic")
