"""What the words of a line in a chat or a post-mortem say that it was: a milestone, or a change that was finished."""

import re

from model.timeline import Milestone

__all__ = ["is_finished_change", "milestone_of"]

_LOOKED_AT = 240
"""Characters of a text that are looked at: what it was comes first."""
_STEMS = (
    *(
        "alert",
        "alarm",
        "firing",
        "fire",
        "trigger",
        "went off",
        "detect",
        "ack",
        "page",
        "on-call",
        "oncall",
        "notified",
    ),
    *("engaged", "called", "cause", "identified", "fix", "patch", "mitigat", "workaround", "work-around", "remediat"),
    *("rolled back", "rollback", "roll-back", "revert", "resolved", "clear", "recovered", "restored", "operational"),
    *("normal", " over", "closed", "investigat", "looking into", "start", "began", "begin"),
)
"""One of these is in every text that a pattern fits: most texts have none, and need no closer look."""
_NOT_YET = re.compile(
    r"\b(?:not|never|no|nobody|isn't|wasn't|aren't|don't|doesn't|didn't|can't|couldn't|won't|yet|until|once|if|when|will"
    r"|would|should|could|may|might|trying|tried|tries|attempt\w*|fail\w*|without|unsuccessful\w*|plan\w*|going to"
    r"|about to|start\w*|begin\w*|began|suspect\w*|in progress|pending|queued|waiting)\b"
    r"|\bun(?:resolved|acknowledged)\b"
)
"""Before the words, or among them: it has not happened."""
_NO_USE = re.compile(r"\bno (?:change|effect|improvement)|(?:not|n't) (?:help|work)|\bfail|\bstill\b|\bineffective\b")
"""Behind the words: it has happened, and has not helped."""
_NONE = re.compile(r"\b(?:no|not|never|without|nobody|missing)\b|n't\b|\bun\w*$")
_QUESTION = re.compile(r"\?\s*$")
_LENIENT = frozenset({Milestone.FIRST_ALERT, Milestone.TEAM_NOTIFIED, Milestone.INVESTIGATION_STARTED})
_CAUSE = r"(?:root[ -]?)?cause"
_MEND = r"(?:fix|hot-?fix|patch|mitigation|workaround|work-around|remediation)"
_OUT = (
    r"(?:deployed|applied|rolled out|shipped|released|merged and deployed|pushed|live|in place|complete[d]?|finished)"
)
_PATTERNS: tuple[tuple[Milestone, re.Pattern[str]], ...] = tuple(
    (milestone, re.compile(pattern))
    for milestone, pattern in (
        (
            Milestone.FIRST_ALERT,
            r"\bfirst (?:alert|alarm|page)\b|^\W*(?:firing|alert)\b\W*[:\]]"
            r"|\b(?:alert|alarm|monitor|check|probe)s?\b.{0,60}\b(?:fire[sd]?|firing"
            r"|trigger(?:s|ed)|went off|alerted|raised)\b"
            r"|\b(?:monitoring|alertmanager|pagerduty|opsgenie|datadog|prometheus)\b.{0,30}"
            r"\b(?:alert(?:s|ed)|detect(?:s|ed))\b"
            r"|\b(?:automated|automatic|internal) (?:alert|alarm|monitoring)",
        ),
        (
            Milestone.TEAM_NOTIFIED,
            r"\back(?:s|ed|nowledged|nowledges)?\b|\bpaged\b|\bon-?call\b.{0,40}\b(?:notified|called|alerted|joins|joined)\b"
            r"|\b(?:team|engineer|engineers|responder|responders)\b.{0,30}\b(?:notified|alerted|engaged|called)\b",
        ),
        (
            Milestone.ROOT_CAUSE_IDENTIFIED,
            rf"\b{_CAUSE}\b.{{0,60}}\b(?:identified|found|confirmed|determined|known|is|was)\b"
            rf"|\b(?:identified|found|confirmed|determined|pinpointed|isolated|discovered)\b.{{0,60}}\b{_CAUSE}\b"
            r"|^\W*(?:issue|problem|cause|source)\b.{0,20}\bidentified\b|^\W*identified\b",
        ),
        (
            Milestone.FIX_DEPLOYED,
            rf"\b{_MEND}\b.{{0,60}}\b{_OUT}\b|\b{_OUT}\b.{{0,40}}\b{_MEND}\b|\bmitigated\b|^\W*fixed\b"
            r"|\b(?:rolled back|reverted)\b|\b(?:rollback|roll-back|revert)\b.{0,40}"
            r"\b(?:done|complete[d]?|finished|deployed)\b",
        ),
        (
            Milestone.RESOLVED,
            r"^\W*(?:(?:the |this )?(?:incident|issue|outage|problem|status|service|alert|update)\b.{0,40})?"
            r"\b(?:resolved|all[ -]clear|fully recovered|fully restored|fully operational|back to normal)\b"
            r"|\b(?:incident|issue|outage|problem)\b.{0,40}\b(?:resolved|over|closed)\b|\bresolved\b\W*$"
            r"|\b(?:all|every)\b.{0,40}\b(?:back to normal|recovered|operational)\b",
        ),
        (
            Milestone.INVESTIGATION_STARTED,
            r"\binvestigat(?:ing|ion (?:began|begins|started|starts))\b|\b(?:began|begins|begin|started|starts)"
            r"(?: to)? (?:investigat|look|debug|troubleshoot|diagnos)|\blooking into\b",
        ),
    )
)
_CHANGE_STEMS = (
    *("deploy", "releas", "roll", "config", "flag", "migration", "upgrade", "terraform", "helm", "setting"),
    *("firewall", "dns", "certificate", "version"),
)
_CHANGED = re.compile(
    r"\b(?:deploy(?:s|ed|ment|ments|ing)?|release[sd]?|roll(?:ed)?[ -]?out|config(?:uration)?|(?:feature )?flags?"
    r"|migrations?|upgrade[sd]?|terraform|helm|settings?|firewall|dns|certificates?|version)\b"
)
_FINISHED = re.compile(
    r"\b(?:complete[sd]?|done|finish(?:ed|es)|succeed(?:ed|s)|success(?:ful|fully)?|live|applied|enabled|disabled"
    r"|turned o(?:n|ff)|switched|changed|deployed|released|rolled out|merged|pushed"
    r"|promoted|shipped|upgraded|updated|rotated)\b"
)
_UNFINISHED = re.compile(
    r"\b(?:not|will|going to|about to|start(?:s|ed|ing)?|begin\w*|began|in progress|pending|queued|waiting|fail\w*"
    r"|error|cancel\w*|abort\w*|plan\w*|should|could|would|suspect\w*|if|when)\b|\?\s*$"
)


def milestone_of(text: str) -> Milestone | None:
    """The milestone that the words may tell of; to be proposed, never taken unasked."""
    small = text[:_LOOKED_AT].replace("’", "'").lower().strip()
    if not any(stem in small for stem in _STEMS) or _QUESTION.search(small):
        return None
    for milestone, pattern in _PATTERNS:
        match = pattern.search(small)
        if match and not _doubted(milestone, small, match):
            return milestone
    return None


def _doubted(milestone: Milestone, text: str, match: re.Match[str]) -> bool:
    before = text[: match.end()]
    if milestone in _LENIENT:
        return bool(_NONE.search(before))
    held = milestone is Milestone.ROOT_CAUSE_IDENTIFIED
    return bool(_NOT_YET.search(before)) or (not held and bool(_NO_USE.search(text, match.end())))


def is_finished_change(text: str) -> bool:
    """Whether the words tell of a deploy or a change of configuration that was finished."""
    small = text[:_LOOKED_AT].lower()
    if not any(stem in small for stem in _CHANGE_STEMS):
        return False
    return bool(_CHANGED.search(small) and _FINISHED.search(small)) and not _UNFINISHED.search(small)
