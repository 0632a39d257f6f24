"""GitHub: deployments and their statuses, and runs of workflows, from its REST API or `gh run list --json`."""

from collections.abc import Iterator, Mapping
from typing import Any

from data.importers.evidence import Evidence, Setting, instant
from data.importers.records import at, records, words
from model.evidence import Candidate, Kind

__all__ = ["NAME", "fits", "read"]

NAME = "github"
_SHORT = 8
"""Characters of a commit's hash that are shown."""
_FINISHED = frozenset({"success", "failure", "error", "inactive"})


def fits(evidence: Evidence) -> bool:
    """Whether it holds deployments, statuses or runs."""
    return any(_is_run(r) or _is_deployment(r) or _is_status(r) for r in _all(evidence))


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """When each deploy finished; one that goes on still, when it was asked for."""
    for record in _all(evidence):
        if _is_run(record):
            yield from _run(record)
        elif _is_status(record):
            yield from _status(record)
        elif _is_deployment(record):
            yield from _deployment(record)


def _all(evidence: Evidence) -> Iterator[Mapping[str, Any]]:
    found = evidence.json
    for name in ("workflow_runs", "deployments", "statuses"):
        if at(found, name) is not None:
            yield from records(at(found, name))
            return
    yield from records(found)


def _is_run(record: Mapping[str, Any]) -> bool:
    return "databaseId" in record or ("run_number" in record and "created_at" in record) or "workflow_id" in record


def _is_deployment(record: Mapping[str, Any]) -> bool:
    return "environment" in record and "ref" in record and "created_at" in record


def _is_status(record: Mapping[str, Any]) -> bool:
    return "state" in record and ("deployment_url" in record or "environment_url" in record) and "created_at" in record


def _either(record: Mapping[str, Any], *names: str) -> str:
    return next((words(record, name) for name in names if words(record, name)), "")


def _run(record: Mapping[str, Any]) -> Iterator[Candidate]:
    finished = _either(record, "status") == "completed"
    moment = instant(_either(record, "updatedAt", "updated_at")) if finished else None
    moment = moment or instant(_either(record, "startedAt", "run_started_at", "createdAt", "created_at"))
    if moment is None:
        return
    name = _either(record, "workflowName", "name")
    title = _either(record, "displayTitle", "display_title")
    state = _either(record, "conclusion") if finished else _either(record, "status") or "started"
    commit = _either(record, "headSha", "head_sha")[:_SHORT]
    yield Candidate(
        moment,
        " ".join(part for part in (f"{name}:" if name else "", title, commit, f"– {state}") if part),
        NAME,
        f"run {_either(record, 'databaseId', 'id')} {state}",
        author=words(record, "actor", "login") or words(record, "triggering_actor", "login"),
        kind=Kind.CHANGE if finished and state == "success" else Kind.MESSAGE,
    )


def _deployment(record: Mapping[str, Any]) -> Iterator[Candidate]:
    moment = instant(record.get("updated_at")) or instant(record.get("created_at"))
    if moment is None:
        return
    commit = words(record, "sha")[:_SHORT]
    about = [words(record, "task") or "deploy", words(record, "description"), words(record, "ref"), commit]
    where = words(record, "environment")
    yield Candidate(
        moment,
        " ".join(part for part in (*about, f"→ {where}" if where else "") if part),
        NAME,
        f"deployment {words(record, 'id')}",
        author=words(record, "creator", "login"),
        kind=Kind.CHANGE,
    )


def _status(record: Mapping[str, Any]) -> Iterator[Candidate]:
    moment, state = instant(record.get("created_at")), words(record, "state")
    if moment is None:
        return
    parts = (words(record, "description"), words(record, "environment"), f"– {state}")
    yield Candidate(
        moment,
        " ".join(("deployment", *(part for part in parts if part))),
        NAME,
        f"status {words(record, 'id')}",
        author=words(record, "creator", "login"),
        kind=Kind.CHANGE if state == "success" else Kind.MESSAGE,
        minor=state not in _FINISHED,
    )
