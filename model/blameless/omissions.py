"""What a person did not do."""

from model.blameless.people import NOBODY
from model.blameless.phrases import ADVERBS, CARE_DONE, CARE_ROOT, HUMAN, LIKELY, NOT, SUBJECT, anyone
from model.blameless.rule import GAP, Rule, rule

__all__ = ["OMISSIONS"]

OMISSIONS: tuple[Rule, ...] = (
    rule(
        "omission",
        rf"{SUBJECT} (?:took|needed|required|wasted|spent|let)\b{GAP}{{1,30}}? (?:to|before) (?:respond|ack"
        r"|acknowledge|reply|react|escalate|notice|answer|join|tell|call|act|reali[sz]e|admit|declare|find"
        r"|look|pass|open)\w*\b",
    ),
    rule(
        "omission",
        rf"\b(?:it )?took {HUMAN}\b{GAP}{{1,40}}? to\b|\bonly (?:then|after|when)\b[^.;:]{{0,30}} did {HUMAN}",
    ),
    rule(
        "omission",
        rf"{SUBJECT} (?:(?:was|were|came|arrived|responded|reacted|answered|escalated) (?:\w+ )?(?:late"
        r"|too late|slowly|slow)|was unreachable|were unreachable|could not be reached|did not pick up)\b",
    ),
    rule(
        "omission",
        rf"{SUBJECT} (?:fail(?:ed|s)?|neglect(?:ed|s)?|omit(?:ted|s)?|refuse[ds]?|was unable|were unable"
        r"|couldn['’]t be bothered|could not be bothered) to\b",
    ),
    rule(
        "omission",
        rf"{SUBJECT} (?:{NOT}) (?:\w+ly |even |ever |once |really )?(?:been )?(?:{CARE_ROOT}|{CARE_DONE})\b(?! "
        r"(?:paged|been))",
        unless=r"\bnever (?:[\w-]+ ){1,8}before\b",
    ),
    rule(
        "omission",
        rf"\bneither {HUMAN} nor {HUMAN}{ADVERBS}{{0,2}} (?:{CARE_DONE}|bothered|thought)\b"
        r"(?! (?:told|paged|to blame))",
    ),
    rule(
        "omission",
        rf"{LIKELY} (?:{NOT}) (?:\w+ly |even |ever )?(?:bother|think|care|tell|ask|pay|listen|communicate"
        r"|know better|realise|realize)\w*\b",
    ),
    rule(
        "omission",
        rf"{anyone(NOBODY)}[^.;:]{{0,40}}? (?:bother(?:ed|s)?|checked|tested|thought|cared|asked(?! for)"
        r"|verified|followed|told|looked|read|reviewed|escalated|responded|replied|answered"
        r"|acknowledged|reacted|came|joined|called|raised|documented|updated|owned|competent|took|paid"
        r"|wanted|dared"
        r"|double-checked|validated)\b",
    ),
    rule(
        "omission",
        rf"{SUBJECT} (?:took|takes|needed|waited|spent|wasted|sat)\b{GAP}{{0,25}}? (?:too long|forever|far too"
        r"|ages|before (?:reacting|responding|telling|escalating))\b",
    ),
)
