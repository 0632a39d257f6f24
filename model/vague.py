"""Whether an action says how one will see that it is done.

An action is vague where all it has is a verb of intention (“improve”, “ensure”, “look into”, “be more careful”)
and nothing that can be checked afterwards: a figure, a limit, a result, a means, something that is called by its
name. The rule reads English alone; an action in another language is never called vague.
"""

import re
from functools import lru_cache

from model.text import one_line

__all__ = ["vague"]

_BEFORE = re.compile(
    r"^(?:(?:\W+|(?:the|our|each|every|all) (?:\w+ ){0,2}?team(?:s|mates)?|we|everyone|everybody|team"
    r"|engineers|developers"
    r"|please|also|should|must|shall|will|would|could|can|ought|needs?|has|have|had|want|wants|plan|plans|try"
    r"|tries"
    r"|attempt|aim|start|begin|continue|commit|agree|work|tbd|todo|to|on|let['’]?s)(?=\W|$)\s*)+",
    re.IGNORECASE,
)
"""What may stand before the verb and says nothing of the matter: “we should try to …”."""

_IMPROVE = (
    r"improv(?:e|ing)|enhanc(?:e|ing)|strengthen(?:ing)?|optimi[sz](?:e|ing)|increas(?:e|ing)|reduc(?:e|ing)"
    r"|decreas(?:e|ing)|minimi[sz](?:e|ing)|maximi[sz](?:e|ing)|streamlin(?:e|ing)|harden(?:ing)?"
    r"|tighten(?:ing)?"
    r"|clarify (?:the )?(?:responsibilit\w+|roles?|ownership|process\w*|expectations)|reinforc(?:e|ing)"
    r"|moderni[sz](?:e|ing)|rais(?:e|ing) awareness|foster(?:ing)?|promot(?:e|ing)|ensur(?:e|ing)"
    r"|make sure|making sure|guarantee|see to it|monitor(?:ing)?|keep an eye|do better|get better|beef up"
    r"|step up"
    r"|keep .*up[ -]to[ -]date|make .*\bmore \w+$|\w+ better\b|hold .*accountable|invest(?:ing)?"
    r"|focus(?:ing)? on|prioriti[sz](?:e|ing)|avoid(?:ing)? \w+ing\b|stop \w+ing\b"
)
"""A direction and no destination; a figure, a result or a means makes it one."""
_TELL = (
    r"train(?:ing)?|re-?train(?:ing)?|educat(?:e|ing)|teach(?:ing)?|coach(?:ing)?|remind(?:ing)?"
    r"|inform(?:ing)?|tell"
    r"|brief|encourag(?:e|ing)|motivat(?:e|ing)|sensiti[sz]e|urge|communicat(?:e|ing)|talk(?:ing)? (?:to|with"
    r"|about)"
    r"|speak|discuss(?:ing)?|spread"
)
"""Words to people; a figure, a drill or something in writing makes it more."""
_OPEN = (
    r"investigat(?:e|ing)|explor(?:e|ing)|look(?:ing)? (?:into|at)|consider(?:ing)?|think(?:ing)? (?:about"
    r"|of)|evaluat(?:e|ing)"
    r"|assess(?:ing)?|analy[sz](?:e|ing)|research(?:ing)?|revisit(?:ing)?|review(?:ing)?|understand(?:ing)?"
    r"|examin(?:e|ing)"
    r"|check (?:on|with|in with)|follow(?:ing)? up|figure out|study(?:ing)?|brainstorm(?:ing)?|debat(?:e|ing)"
    r"|rethink"
)
"""Work without an end; what comes out of it makes it one."""
_EXHORT = (
    r"(?:be|being|become) (?:more|less|extra|very|careful|attentive|vigilant|aware|mindful|proactive|cautious"
    r"|conscious"
    r"|prepared|faster|better|alert|diligent)|remember(?:ing)?|pay (?:\w+ )?attention|tak(?:e"
    r"|ing) (?:\w+ )?care|always"
    r"|never|double-?check|do not|don['’]?t|follow(?:ing)? (?:the |our |all |best |established )*(?:process"
    r"|procedure|runbook|rule|guideline"
    r"|polic|practice|checklist|standard|protocol)\w*|adhere|comply|stick to|keep in mind"
)
"""How to behave; only what a machine enforces makes it work that can be done."""

_SETTLE = re.compile(
    r"(?:fix(?:ing)?|resolv(?:e|ing)|handl(?:e|ing)|address(?:ing)?|tackl(?:e|ing)|solv(?:e|ing)"
    r"|deal(?:ing)? with"
    r"|clean(?:ing)? up|prevent(?:ing)?|avoid(?:ing)?|stop(?:ping)?|remov(?:e|ing)|eliminat(?:e|ing))"
    r"(?: (?:the|this|these|that|those|all|any|such|our|its|underlying|similar|same|future|further|known"
    r"|human|root|kind"
    r"|of|types?|sorts?))*"
    r"(?: (?:issues?|problems?|bugs?|it|things?|everything|causes?|errors?|incidents?|outages?|recurrences?"
    r"|failures?"
    r"|mistakes?|technical debt|tech debt|mess|situations?|happening|from|again|in|the|future|occurring"
    r"|repeat(?:ing)?))+",
    re.IGNORECASE,
)
"""To settle what has no name: “fix the issue”, “prevent this from happening again”."""

_FIGURE = (
    r"(?<![\w.-])\d+(?:[.,:]\d+)*\s?(?:%|[a-zµ]{1,3}\b)?(?!\w)|\b(?:zero|one|two|three|four|five|six|seven"
    r"|eight|nine|ten"
    r"|twelve|once|twice|both|half|daily|nightly|weekly|monthly|quarterly|hourly|yearly|annually)\b"
)
_LIMIT = (
    r"\b(?:(?:each|every) (?:hour|day|night|week|month|quarter|year|release|deploy\w*|sprint|shift)|above"
    r"|below|exceed\w*|at least|at most|less than|more than|fewer than|no more|faster than|within|per|until"
    r"|every time|p\d\d|slo|sla budget|error budget)\b"
)
_RESULT = (
    r"\bso (?:that|it|they|we|one|no|each|every)\b|\bsuch that\b"
    r"|\b(?:that|which|who|and|or|it) (?:automatically )?(?:fails?|blocks?|rejects?|alerts?|pages?|refuses?"
    r"|aborts?"
    r"|stops?|warns?|rolls? back|retr(?:y|ies)|times? out|drops?|sheds?|restarts?|covers?|verif(?:y|ies)"
    r"|asserts?|enforces?"
    r"|halts?|notif(?:y|ies)|reports?|publish(?:es)?|documents?|records?|decides?|writes?|propos(?:e|es))\b"
    r"|\b(?:fails?|blocks?|rejects?|alerts?|pages?|refus(?:es|e)|aborts?|stops?|warns?|rolls back|is refused"
    r"|is rejected"
    r"|are rejected|is blocked) (?:when|if|on|unless|without|before|after|for|at)\b"
    r"|\b(?:each|every|all) (?:\w+ ){1,2}?(?:has|have)\b|\b(?:is|are|gets?) (?:\w+ ){1,3}?(?:before|after"
    r"|when|whenever|on every|during)\b"
    r"|\b(?:is|are|be|gets?|getting|being) (?:\w+ )?(?:rejected|blocked|refused|paged|enforced|deleted"
    r"|removed|disabled"
    r"|alerted|tested (?:in|by)|restored|encrypted|idempotent)\b"
)
_MEANS = (
    r"\bby (?!end|the end|then|all|every|each|our|the team|being|doing (?:better|more)|improving|enhancing"
    r"|ensuring"
    r"|having better)\w+(?:ing|n?ning)\b|\b(?:using|via|through|with) (?:a|an|the|one|its|their)\b|\bin ci\b"
    r"|\bci\b|\bwith -"
)
_NAMED = (
    r"`[^`]+`|[“\"][^”\"]+[”\"]|\b\w+_\w+|\b[a-z]+[A-Z]\w*|(?<!\w)--?[a-z][\w-]+|\b\w+/\w+[/.]\w+"
    r"|\b[a-z]\w*\.[a-z]\w*\.\w+"
    r"|\bhttps?://\S+|\b[A-Z]{2,}-\d+\b|\b[a-z]+-?\d+\b"
)
_QUANTITY = (
    r"\b(?:timeouts?|time-?outs?|ttl|limits?|quotas?|interval|thresholds?|sizes?|retention|replicas?"
    r"|replication factor"
    r"|heap|batch|window|backoff|expiry|lifetime|permissions?|privileges?|instances?|shards?|workers?"
    r"|concurrency|memory"
    r"|headroom|frequency)\b"
)
"""What has a value that can be read: to raise it is work, though nobody says how far."""
_EXERCISE = (
    r"\b(?:drills?|exercises?|game ?days?|simulat\w+|dry runs?|quiz\w*|certif\w+|sign-?off|walk-?through"
    r"|rehears\w+)\b"
)
_OUTCOME = (
    r"\b(?:and|then|to|,|;|:) (?:\w+ ){0,2}?(?:writ\w+|document\w*|decid\w+|propos\w+|publish\w*|present\w*"
    r"|report\w*"
    r"|recommend\w*|file|open|list|agree|choose|pick|remove|delete|replace|switch|raise|lower|set|add|create"
    r"|fix)\b"
    r"|\b(?:rfc|adr|rca|design doc\w*|write-?up|decision|proposal|report|spike|proof of concept|poc|benchmark"
    r"|findings)\b"
)
_SCOPE = r"\b(?:each|every|all)\b"
_ENFORCED = r"\b(?:enforce\w*|lint\w*|hook|gate|in ci|ci|automat\w+|pipeline|template|checklist|script|bot|policy)\b"

_SIGNS = {
    _IMPROVE: (_FIGURE, _LIMIT, _RESULT, _MEANS, _NAMED),
    _TELL: (_FIGURE, _LIMIT, _EXERCISE, _NAMED),
    _OPEN: (_LIMIT, _OUTCOME, _SCOPE, _RESULT),
    _EXHORT: (_ENFORCED, _RESULT),
}
"""What makes an action of each kind one that can be seen to be done."""

_THINGS = (
    r"(?:monitoring|alert(?:s|ing)?|logging|logs|observability|metrics|visibility|dashboards?|tests?|testing"
    r"|test coverage"
    r"|coverage|documentation|docs|runbooks?|processes|process|procedures?|communication|training|awareness"
    r"|automation"
    r"|tooling|tools|reviews?|code reviews?|checks|safeguards|guard ?rails|resilience|reliability|redundancy"
    r"|capacity"
    r"|security|quality|ownership|on-?call|handovers?|escalation|response|error handling|knowledge(?: sharing)?"
    r"|performance|scalability|stability|planning|staffing|culture)"
)
_BARE = re.compile(
    rf"(?:(?:add|write|create|build|have|provide|introduce|implement|do|update|get|set up|define)\s+)?"
    rf"(?:(?:some|much|more|better|improved?|additional|proper|adequate|stronger|clearer|enhanced|good"
    rf"|further)\s+)*"
    rf"(?:and\s+|(?:\w+\s+)?{_THINGS}(?:\s*[,&/]\s*|\s+)?)+(?:(?:is|are|was|were)?\s*(?:needed|required"
    rf"|improved?))?"
    rf"|(?:better|more|improved|clearer|stronger|additional)\s+(?:\w+\s+)?{_THINGS}\s+(?:between|among|of|for"
    rf"|around|on|in|to|with)\s.+",
    re.IGNORECASE,
)
"""“More tests”, “add better monitoring”, “documentation”: a wish, with nothing that it is for."""
_SHALL_IMPROVE = re.compile(
    r"\b(?:should|must|needs? to|has to|ought to) be (?:improved|better|enhanced|clearer|more \w+|reviewed"
    r"|addressed"
    r"|considered|optimi[sz]ed|looked at|monitored|strengthened)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[.;:\n]+(?=\s|$)|\s[–—-]\s|,?\s+(?:and|then)\s+(?=\w+\s)")
_SHOWN = 40
_FEWEST = 3


@lru_cache(maxsize=1024)
def vague(text: str) -> str:
    """The words that make the action a mere intention, cut where they are long; empty where it can be checked."""
    line = one_line(text).strip()
    if not line:
        return ""
    clauses = [part for part in (clause.strip() for clause in _CLAUSES.split(line)) if len(part) > _FEWEST]
    if not clauses or not all(_is_wish(clause, line) for clause in clauses):
        return ""
    shown = clauses[0].rstrip(".,;: ")
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _is_wish(clause: str, whole: str) -> bool:
    """Whether the clause names an intention, and the whole action nothing by which to check it."""
    bare = _BEFORE.sub("", clause).strip()
    if _BARE.fullmatch(bare.rstrip(".!")):
        return not _found(whole, _FIGURE, _LIMIT, _RESULT)
    if _SETTLE.fullmatch(bare.rstrip(".!")):
        return True
    if _SHALL_IMPROVE.search(clause):
        return not _found(whole, *_SIGNS[_IMPROVE])
    for verbs, signs in _SIGNS.items():
        verb = re.match(rf"(?:{verbs})(?![\w-])", bare, re.IGNORECASE)
        if verb:
            value = _QUANTITY if re.match(r"increas|reduc|decreas|rais|lower|tighten", verb[0], re.IGNORECASE) else None
            return not _found(whole, *signs, *((value,) if value else ()))
    return False


def _found(text: str, *patterns: str) -> bool:
    """Whether the text holds any of them. What is called by its name is told by its letters' case."""
    return any(re.search(pattern, text, 0 if pattern is _NAMED else re.IGNORECASE) for pattern in patterns)
