"""Whose fault it was."""

from model.blameless.people import MAYBE, OWN, PERSON, ROLE
from model.blameless.phrases import (
    ADVERBS,
    ARTIFACT,
    FAULT,
    HARMED,
    HUMAN,
    ILL_ADVERB,
    LIKELY,
    WITHOUT_CARE,
    WRONG,
    anyone,
)
from model.blameless.rule import DENIED, GAP, RESCUE, Rule, rule

__all__ = ["FAULTS"]

FAULTS: tuple[Rule, ...] = (
    rule(
        "fault",
        rf"{HUMAN},? whose (?:\w+ ){{0,2}}?{ARTIFACT} (?:\w+ ){{0,2}}?(?:broke|brought|took|caused|crashed"
        r"|wiped|ate|filled|killed|ran|locked|leaked|deleted|cost)\b",
    ),
    rule(
        "fault",
        rf"(?:{HUMAN}['’]s?|{anyone(OWN)}) (?:\w+ ){{0,2}}?{ARTIFACT}\b (?:was|were|is) (?:\w+ )?(?:off|too "
        r"(?:low|high|small|big|optimistic|late)|useless|nonsense|dangerous|flawed)\b",
    ),
    rule(
        "fault",
        r"\b(?:shows?|showed|proves?|proved|reveals?|revealed|confirms?|confirmed|says|turned out"
        rf"|turns out)\b (?:that )?it was {HUMAN}|{HUMAN} (?:was|were) behind (?:the|this|that|it)\b",
    ),
    rule(
        "fault",
        rf"{HUMAN}['’]s? (?:\w+ ){{0,2}}?{FAULT}\b",
        DENIED,
    ),
    rule(
        "fault",
        rf"{anyone(OWN)} (?:\w+ ){{0,2}}?{FAULT}\b",
        DENIED,
    ),
    rule(
        "fault",
        rf"\b{FAULT} (?:was |were )?(?:made |committed |caused )?(?:by|of|on the part of|from|lies with"
        rf"|rests with|lay with|lies squarely with|was with|is with|on) (?:{anyone(PERSON, ROLE, MAYBE)}"
        rf"|{anyone(OWN)} part)",
        DENIED,
    ),
    rule(
        "fault",
        rf"\bon {HUMAN}['’]s? (?:part|side|watch)\b",
        DENIED,
    ),
    rule(
        "fault",
        rf"(?:{HUMAN}['’]s?|{anyone(OWN)}) (?:\w+ ){{0,2}}?{ARTIFACT}\b[^.;:]{{0,40}}?\b(?:broke|brought|took "
        r"(?:\w+ ){0,4}(?:down|out|offline)|caused|had no|has no|was wrong|was broken|is wrong"
        r"|is broken|crashed|wiped|failed|lacked|lacks|ruined|corrupted|deleted|leaked|led to|started (?:it"
        r"|the)|triggered|introduced|killed|knocked)\b",
    ),
    rule(
        "fault",
        r"\b(?:caused|introduced|broken|dismissed|ignored|overlooked|missed|skipped|forgotten|neglected"
        rf"|misconfigured|mishandled|leaked|wiped|corrupted|botched|mistyped|misread|bypassed|lost) by {HUMAN}",
        DENIED,
    ),
    rule(
        "fault",
        r"\b(?:was|were|been|being|got) (?:\w+ly )?(?:deleted|dropped|disabled|overwritten|killed|unplugged"
        r"|truncated|purged|revoked|erased|switched off|turned off|shut down|taken down|force-pushed|approved"
        rf"|waved through|tampered with)\b{GAP}{{0,40}}? by {HUMAN}",
    ),
    rule(
        "fault",
        rf"\b{WITHOUT_CARE}[^.;:]{{0,30}} by {HUMAN}|\bby {HUMAN},? {WITHOUT_CARE}",
    ),
    rule(
        "fault",
        rf"\bif it (?:wasn['’]t|weren['’]t|had not been|hadn['’]t been) for {HUMAN}|\b(?:entirely|all|squarely"
        r"|that one['’]s|this one['’]s|it['’]s) on me\b|\bmy (?:bad|fault|mistake)\b",
    ),
    rule(
        "fault",
        rf"\blast (?:person |one )?to (?:touch|edit|change|deploy|leave)\b[^.;:]{{0,40}}{HUMAN}|{HUMAN} (?:was"
        r"|were) the (?:last|only) (?:person |one )?(?:to|who) (?:touch|edit|change|deploy|leave)",
    ),
    rule(
        "fault",
        rf"\b{ILL_ADVERB} (?:\w+ ){{1,2}}by {HUMAN}|\b\w+ {ILL_ADVERB} by {HUMAN}",
    ),
    rule(
        "fault",
        r"\b(?:was|were|been|being|got) (?:\w+ )?(?:made|\w+(?:ed|en|ne|ut|id|un"
        rf"|pt)) by {HUMAN}{GAP}{{0,60}}?{WRONG}",
    ),
    rule(
        "fault",
        r"\b(?:traced|tracked|leads?|led|points?|pointed|goes|going|went|came|comes|attribut\w+|ascrib\w+"
        rf"|boils?|boiled|pinned|put)\b[^.;:]{{0,40}}?\b(?:to|on|with) {HUMAN}",
        r"\b(?:not|call|page|alert|ticket|message|mail|thanks?|handed|escalat\w+|report\w*)\b",
    ),
    rule(
        "fault",
        rf"{HUMAN}{ADVERBS}{{0,2}} (?:is|was|were|are|bears?|takes?|carr(?:y|ies)) (?:\w+ly |the |sole "
        r"|full ){0,2}(?:to blame|at fault|guilty|culpable|liable|the culprits?|the one who|the ones who"
        r"|the reason|the cause|responsible for (?:the|this|that|it|our) ?(?:\w+ ){0,2}(?:outage|incident"
        r"|failure|errors?|mess|breakage|loss|mistake|problem|delay|bug|leak|downtime)|blame|responsibility)\b",
    ),
    rule(
        "fault",
        r"\b(?:responsible|culprits?|at fault|to blame|guilty|offender)\b[^.;:]{0,40}?\b(?:is|was|were|are"
        rf"|turned out to be|turns out to be|:|being) {LIKELY}",
    ),
    rule(
        "fault",
        r"\b(?:blame|blamed|blames|fault|responsibility) (?:\w+ )?(?:lies|lie|rests|rest|falls|fall|goes|sits"
        rf"|belongs) (?:\w+ )?(?:with|on|to|at) {LIKELY}",
    ),
    rule(
        "fault",
        rf"\b(?:blames?|blamed|blaming|fault|accuse[ds]?) {HUMAN}",
        DENIED,
    ),
    rule(
        "fault",
        rf"\b(?:is|are|was|were) (?:all |squarely |entirely |purely )?on {HUMAN}",
    ),
    rule(
        "fault",
        rf"\bbelongs? to {HUMAN}, who\b",
    ),
    rule(
        "fault",
        rf"\b(?:because of|due to|owing to) {HUMAN}(?!['’]s? (?:absence|leave|time zone))",
    ),
    rule(
        "fault",
        rf"{HUMAN} (?:singlehandedly|single-handedly)\b",
    ),
    rule(
        "fault",
        rf"(?:{HUMAN}['’]s?|{anyone(OWN)}) (?:\w+ ){{0,2}}?{ARTIFACT}\b[^.;:]{{0,30}}? (?:{HARMED}"
        r"|froze|hung|blocked|stopped|slowed|flooded"
        r"|overloaded|filled|ate|took down|knocked)\b",
        unless=RESCUE,
    ),
    rule(
        "fault",
        r"\b(?:bad|wrong|broken|faulty|buggy|incorrect|invalid|missing|corrupt|mislabell?ed"
        r"|stray) [\w-]+ (?:was|were|had been|got) "
        rf"(?:\w+ )?\w+ by {HUMAN}",
    ),
)
