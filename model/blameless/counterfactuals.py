"""What a person should have done."""

from model.blameless.people import NOBODY, OWN
from model.blameless.phrases import ADVERBS, HUMAN, LIKELY, SUBJECT, SUBJECT_THOSE, THOSE, anyone
from model.blameless.rule import Rule, rule

__all__ = ["COUNTERFACTUALS"]

COUNTERFACTUALS: tuple[Rule, ...] = (
    rule(
        "counterfactual",
        rf"{SUBJECT_THOSE}{ADVERBS}{{0,2}} (?:should|could|might|must|would)(?:n['’]t| not| never"
        rf"| only)?{ADVERBS}{{0,2}} have(?! helped| made (?:it|this) (?:easier|faster))"
        r"(?! been (?:told|given|paged|alerted|informed|notified|warned|trained|shown|able|asked|called"
        r"|consulted|added|invited|woken))\b",
        r"\bso(?: that)?",
    ),
    rule(
        "counterfactual",
        rf"{SUBJECT_THOSE}{ADVERBS}{{0,2}} (?:ought|needed)(?: not)? to\b",
    ),
    rule(
        "counterfactual",
        rf"{SUBJECT}{ADVERBS}{{0,2}} (?:was|were|is|are) (?:supposed|expected|meant) to(?! (?:be|get) (?:told"
        r"|paged|alerted|shown|given))\b",
    ),
    rule(
        "counterfactual",
        rf"\bif (?:only )?{SUBJECT_THOSE} (?:had|hadn['’]t|did|didn['’]t|would|were)\b(?! been (?:told|paged"
        r"|alerted|informed|warned|shown|given))",
    ),
    rule(
        "counterfactual",
        rf"\bif (?:only )?{SUBJECT_THOSE}(?<= had)(?! been) \w+",
    ),
    rule(
        "counterfactual",
        rf"{anyone(NOBODY)} (?:\w+ ){{1,5}}would (?:ever )?have\b",
    ),
    rule(
        "counterfactual",
        rf"\bhad {THOSE} (?!access\b)(?:not |only |bothered |just )?\w+(?:ed|t|n|d|ne|ng|come)\b",
    ),
    rule(
        "counterfactual",
        rf"\bsh(?:ould|ould not|ouldn['’]t) have been (?:\w+ly )?\w+ by {HUMAN}",
    ),
    rule(
        "counterfactual",
        rf"{SUBJECT} (?:should|must|needs? to|need to|has to|have to) (?:\w+ly )?(?:be more|be far more|pay "
        r"(?:more )?attention|learn|know better|think before|start (?:reading|testing|listening)|stop \w+ing"
        r"|try harder|listen|read)\b",
    ),
    rule(
        "counterfactual",
        rf"{HUMAN},? (?:who|that) (?:(?!\b(?:that|which)\b)[^.;:]){{3,60}}?,?"
        r" (?:should|could|ought to|might|must)(?: not| never| \w+ly)? have\b",
    ),
    rule(
        "counterfactual",
        rf"{SUBJECT} (?:should|could|ought to) know\b|{THOSE} knew better\b",
    ),
    rule(
        "counterfactual",
        r"\bwould(?:n['’]t| not| never) have happened\b[^.;:]{0,20}\b(?:if|had|without"
        rf"|but for)\b[^.;:]{{0,12}}?{LIKELY}",
    ),
    rule(
        "counterfactual",
        rf"\b(?:was|is|were) (?:up to|the job of|the duty of|the responsibility of) {LIKELY} to\b|"
        rf"(?:{HUMAN}['’]s?|{anyone(OWN)}) (?:job|duty|responsibility) (?:was )?to\b",
    ),
)
