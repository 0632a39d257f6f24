"""GitHub: deployments and their statuses, and runs of workflows, from its REST API or `gh run list --json`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from data.importers.evidence import Evidence, Setting, instant
from data.importers.records import listed, records, words
from model.evidence import Candidate, Kind
from model.message import Message

__all__ = ["NAME", "fits", "read"]

NAME = "github"
_SHORT = 8
"""Characters of a commit's hash that are shown."""
_FINISHED = frozenset({"success", "failure", "error"})
_DEPLOYS = re.compile(r"deploy|release|roll-?\s?out|publish|ship|promot|prod|\bcd\b|delivery", re.IGNORECASE)
_NO_DEPLOY = frozenset({"pull_request", "pull_request_target", "issue_comment", "issues", "merge_group"})
_RUN_TIMES = ("updatedAt", "startedAt", "createdAt")


def fits(evidence: Evidence) -> bool:
    """Whether it holds deployments, statuses or runs."""
    return any(_is_run(r) or _is_deployment(r) or _is_status(r) for r in _all(evidence))


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """When each deploy finished; one that goes on still, when it was asked for."""
    found = list(_all(evidence))
    named = any(_is_run(record) and _names_deploy(record) for record in found)
    told = {_deployment_of(record) for record in found if _is_status(record) and _state(record) in _FINISHED}
    deployments = [record for record in found if not _is_run(record) and not _is_status(record)]
    for record in found:
        if _is_run(record):
            yield from _run(record, named=named)
        elif _is_status(record):
            yield from _status(record)
        elif _is_deployment(record) and words(record, "id") not in told:
            yield from _deployment(record, deployments, setting)


def _all(evidence: Evidence) -> Iterator[Mapping[str, Any]]:
    for record in listed(evidence.json, "workflow_runs", "deployments"):
        yield record
        statuses = record.get("statuses")
        if _is_deployment(record) and isinstance(statuses, list):
            for status in records(statuses):
                about = {"deployment_url": f"/{words(record, 'id')}", "environment": words(record, "environment")}
                yield {**about, **status}


def _is_run(record: Mapping[str, Any]) -> bool:
    if "workflow_id" in record or ("run_number" in record and "created_at" in record):
        return True
    return any(name in record for name in _RUN_TIMES) and ("workflowName" in record or "databaseId" in record)


def _is_deployment(record: Mapping[str, Any]) -> bool:
    return "environment" in record and "created_at" in record and ("ref" in record or "statuses_url" in record)


def _is_status(record: Mapping[str, Any]) -> bool:
    about = "deployment_url" in record or "environment_url" in record
    return "state" in record and about and "created_at" in record


def _state(record: Mapping[str, Any]) -> str:
    return words(record, "state").lower()


def _deployment_of(record: Mapping[str, Any]) -> str:
    return words(record, "deployment_url").rstrip("/").rpartition("/")[2]


def _either(record: Mapping[str, Any], *names: str) -> str:
    return next((words(record, name) for name in names if words(record, name)), "")


def _names_deploy(record: Mapping[str, Any]) -> bool:
    return bool(_DEPLOYS.search(f"{_either(record, 'workflowName', 'name')} {words(record, 'path')}"))


def _run(record: Mapping[str, Any], *, named: bool) -> Iterator[Candidate]:
    """A run. Where some of the workflows are called a deploy, the others are none."""
    status = _either(record, "status").lower()
    conclusion = _either(record, "conclusion").lower()
    finished = status == "completed" or (not status and conclusion != "")
    moment = instant(_either(record, "updatedAt", "updated_at")) if finished else None
    moment = moment or instant(_either(record, "startedAt", "run_started_at", "createdAt", "created_at"))
    if moment is None:
        return
    state = conclusion if finished else status or "started"
    commit = _either(record, "headSha", "head_sha")[:_SHORT]
    name, title = _either(record, "workflowName", "name"), _either(record, "displayTitle", "display_title")
    deploys = _either(record, "event") not in _NO_DEPLOY and (not named or _names_deploy(record))
    yield Candidate(
        moment,
        " ".join(part for part in (f"{name}:" if name else "", title, commit, f"– {state}" if state else "") if part),
        NAME,
        f"run {_either(record, 'databaseId', 'id', 'url') or moment.isoformat()} {state}",
        author=words(record, "actor", "login") or words(record, "triggering_actor", "login"),
        kind=Kind.CHANGE if finished and state == "success" and deploys else Kind.MESSAGE,
    )


def _deployment(
    record: Mapping[str, Any], others: Sequence[Mapping[str, Any]], setting: Setting
) -> Iterator[Candidate]:
    """A deployment without its statuses: it was updated last when it finished, or when the next one took its place."""
    created, updated = instant(record.get("created_at")), instant(record.get("updated_at"))
    where = words(record, "environment")
    if created is None and updated is None:
        return
    moment = updated or created
    if created and updated and _is_followed(created, updated, where, others):
        moment = created
    setting.note(Message("a deployment says when it was updated last: give its statuses too for when it finished"))
    if moment is None:
        return
    commit = words(record, "sha")[:_SHORT]
    about = [words(record, "task") or "deploy", words(record, "description"), words(record, "ref")]
    about += [commit] if commit not in about[-1] else []
    yield Candidate(
        moment,
        " ".join(part for part in (*about, f"→ {where}" if where else "") if part),
        NAME,
        f"deployment {words(record, 'id')}",
        author=words(record, "creator", "login"),
        kind=Kind.CHANGE,
    )


def _is_followed(created: datetime, updated: datetime, where: str, others: Sequence[Mapping[str, Any]]) -> bool:
    """Whether another deployment to the same place was begun before the update: that may have been its end."""
    begun = (instant(other.get("created_at")) for other in others if words(other, "environment") == where)
    return any(moment is not None and created < moment <= updated for moment in begun)


def _status(record: Mapping[str, Any]) -> Iterator[Candidate]:
    moment, state = instant(record.get("created_at")), _state(record)
    if moment is None:
        return
    parts = (words(record, "description"), words(record, "environment"), f"– {state}")
    yield Candidate(
        moment,
        " ".join(("deployment", *(part for part in parts if part))),
        NAME,
        f"status {words(record, 'id') or moment.isoformat()}",
        author=words(record, "creator", "login"),
        kind=Kind.CHANGE if state == "success" else Kind.MESSAGE,
        minor=state not in _FINISHED,
    )
