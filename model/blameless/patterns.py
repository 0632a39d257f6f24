"""The rules of the check: patterns over masked sentences, each with the name of what it breaks."""

import re
from dataclasses import dataclass

from model.blameless.people import MAYBE, NOBODY, OWN, PERSON, ROLE
from model.blameless.phrases import (
    ACTED,
    ADVERBS,
    CARELESS,
    DONE,
    ARTIFACT,
    CARE_DONE,
    CARE_ROOT,
    FAULT,
    HARMED,
    HELPED,
    HUMAN,
    ILL_ADVERB,
    ILL_EFFECT,
    LIKELY,
    NOT,
    SLIPPED,
    SPREAD,
    SUBJECT,
    SUBJECT_LIKELY,
    SUBJECT_THOSE,
    THOSE,
    UNDOING,
    WITHOUT_CARE,
    WRONG,
    anyone,
)

__all__ = ["ABOUT_PEOPLE", "PLAIN", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern. A sentence breaks the rule where it matches and the guard before it does not."""

    name: str
    pattern: re.Pattern[str]
    guard: re.Pattern[str] | None = None
    """What, right before the match, makes it harmless."""
    unless: re.Pattern[str] | None = None
    """What, anywhere in the sentence, makes it harmless."""


_CONCEDED = r"\b(?:while|although|though|even if|tempting)\b[^,]*$"


def _rule(name: str, pattern: str, guard: str | None = None, unless: str | None = None) -> Rule:
    return Rule(
        name,
        re.compile(pattern, re.IGNORECASE),
        re.compile(rf"(?:{guard})\W*(?:\w+\W+){{0,3}}$|{_CONCEDED}", re.IGNORECASE) if guard else None,
        re.compile(unless, re.IGNORECASE) if unless else None,
    )


_RESCUE = (
    r"\bto (?:\w+ly )?(?:prevent|mitigate|restore|stop|protect|contain|limit|relieve|isolate|stem|avoid|recover|resolve|fix"
    r"|reduce|shed|save|allow)\b|\b(?:an?|the) (?:hot)?(?:fix|patch|workaround|mitigation|correction)\b"
)
"""Harm done on purpose, to end a greater one."""
_GAP = r"[^.;:\ue000-\ue002]"
"""Within a clause, without another person."""
_DENIED = r"\b(?:not|never|no|nobody|without|isn['’]t|wasn['’]t|rather than|instead of|avoid\w*|stop|don['’]t)\b"
_AVOIDED = (
    r"\b(?:prevent\w*|avoid\w*|reduc\w+|against|without|rather than|instead of|not|no|never|isn['’]t|wasn['’]t|from|eliminat\w+"
    r"|catch\w*|tolerat\w+|anticipat\w+|room for|scope for|chances? of|risk of|likelihood of|expect\w*|limit\w*|although"
    r"|though|while|absorb\w*|surviv\w+|guards? \w+|prone to|phrases?|words?|terms?|labels?|beyond|than|treat\w*|writ\w+|call(?:ing|ed)?(?: (?:it|this|that))?|label\w*|mark\w*)\b"
)

ABOUT_PEOPLE = (
    _rule("mistake", rf"{SUBJECT_LIKELY} (?:{SLIPPED})\b"),
    _rule("mistake", rf"{SUBJECT_LIKELY}{_GAP}{{0,120}}?\b(?:and|but|then|by|,)(?: then| also| \w+ly)? (?:{SLIPPED})\b"),
    _rule("mistake", rf"{SUBJECT}{_GAP}{{0,80}}?\b(?:after|by|while|through|from|despite|for) (?:{UNDOING})\b"),
    _rule("mistake", rf"{SUBJECT} (?:{HARMED})\b(?! (?:access|connectivity|connection|contact|power) )", unless=_RESCUE),
    _rule(
        "mistake",
        rf"{SUBJECT} (?:lets?|left|leaves|leave|waved|waves)\b{_GAP}{{1,60}}?\b(?:slip|through|pass|happen|rot|lapse|expire|open|exposed|unlocked|unprotected"
        r"|running|behind|out|enabled|disabled|unattended|dangling|in place|in the|on|off|unpatched|world-readable|public)\b",
    ),
    _rule(
        "mistake",
        rf"{SUBJECT} (?:took|takes|brought|brings|knocked|locked|locks|kicked|threw)\b{_GAP}{{1,50}}?\b(?:down|offline|out|over|everyone|everybody)\b(?! of (?:rotation|service|the pool))",
        unless=_RESCUE,
    ),
    _rule(
        "mistake",
        rf"{SUBJECT} (?:made|makes?|making) (?:(?:the|an?|his|her|their|its|this|another|several|one|some|matters|things|it) )?(?:\w+ ){{0,2}}"
        r"(?:mistakes?|errors?|blunders?|typos?|slip|mess|worse|wrong \w+|assumptions?|bad \w+|poor \w+)\b",
    ),
    _rule("mistake", rf"{SUBJECT}{_GAP}{{0,12}} (?!(?:{HELPED})\b)\w+\b{_GAP}{{0,70}}?\b{WRONG}"),
    _rule("mistake", rf"{SUBJECT} (?:{ILL_ADVERB}|hurriedly|unilaterally) \w+"),
    _rule("mistake", rf"{SUBJECT_THOSE} (?!(?:{HELPED})\b)\w+\b{_GAP}{{0,70}}?\b{WITHOUT_CARE}"),
    _rule(
        "mistake",
        rf"{anyone(MAYBE)} (?!(?:{HELPED})\b)\w+\b{_GAP}{{0,70}}?\bwithout (?:even )?(?:telling|asking|informing|consulting|announcing|thinking|notice|warning|a word|reading)\b",
    ),
    _rule(
        "mistake",
        rf"{SUBJECT} (?:{SPREAD})\b{_GAP}{{1,40}}?\b(?:broken|bad|faulty|buggy|breaking|incorrect|invalid|half-finished|corrupt|stale|misconfigured|unsafe|insecure|vulnerable|leaky|untested|dangerous)\b",
        unless=_RESCUE,
    ),
    _rule(
        "mistake",
        rf"{SUBJECT} (?!(?:{HELPED}|rolled back|switched|failed over)\b)(?:{ACTED})\b{_GAP}{{0,70}}?{ILL_EFFECT}",
        unless=_RESCUE,
    ),
    _rule(
        "mistake",
        rf"{SUBJECT} (?:delete[ds]?|remove[ds]?|drop(?:ped|s)|purge[ds]?|truncate[ds]?|erase[ds]?|kill(?:ed|s)|stop(?:ped|s)) "
        r"(?:the |an? |our |all |all the |half the |every )?(?:\w+ )?(?:production|prod|live|customers?['’]?|index|constraint|schema|ball|only copy)\b",
    ),
    _rule(
        "mistake",
        rf"\b(?:because|since) {SUBJECT} (?!(?:{HELPED})\b)(?:{ACTED})\b{_GAP}{{0,70}}?(?:broken|lost|down|crash\w*|fail\w*|outage|errors?|before|worse|empty|wrong)\b",
    ),
    _rule(
        "mistake",
        rf"\b(?:outage|incident|failure|problem|trouble|breakage|broken|failing|failed|down|lost|errors?|leak|leaked|it|issue|mess)\b{_GAP}{{0,25}}?"
        rf"\b(?:when|since|because) {SUBJECT} (?!(?:{HELPED})\b)(?:{ACTED}|{HARMED})\b",
    ),
    _rule("mistake", rf"\bit was {HUMAN}{ADVERBS}{{0,2}} (?:who|that) (?!(?:{HELPED})\b)\w+"),
    _rule("mistake", rf"{HUMAN} (?:keeps?|kept) (?:\w+ly )?(?:\w+ing)\b(?! (?:an eye|watch|track|calm))"),
    _rule("mistake", rf"{LIKELY} (?:keeps?|kept) (?:\w+ly )?(?:{CARELESS})\b"),
    _rule(
        "mistake",
        rf"{LIKELY} (?:locked|locks|shut|kicked|threw) (?:{HUMAN}|everybody|everyone|us|half \w+|the whole \w+|all of \w+) out\b",
    ),
    _rule(
        "mistake",
        rf"{HUMAN}{ADVERBS}{{0,2}} (?:is|was|were|are|got|seems?|seemed) (?:too |so |far too |simply |clearly |just |obviously |not )?(?:\w+ly )?"
        r"(?:careless|reckless|negligent|sloppy|lazy|incompetent|inattentive|irresponsible|unprofessional|stupid|foolish"
        r"|clueless|ignorant|thoughtless|inexperienced|unqualified|ill-prepared|distracted|asleep|complacent|overconfident|impatient"
        r"|hasty|arrogant|slow to|confused|attentive enough|careful enough|paying attention|up to|trained enough|competent"
        r"|wrong to|not paying|ill-prepared|unwilling|to blame|at fault|guilty|culpable|liable|mistaken)\b",
        _DENIED,
    ),
    _rule(
        "mistake",
        rf"{HUMAN}{_GAP}{{0,45}}? (?:was|were|is|are) (?:\w+ly )?(?:careless|reckless|negligent|sloppy|lazy|incompetent|inattentive|irresponsible|unprofessional"
        r"|clueless|asleep|not paying|unqualified|out of (?:his|her|their) depth|nowhere to be (?:found|seen))\b",
        _DENIED,
    ),
    _rule(
        "mistake",
        rf"{anyone(PERSON, ROLE, MAYBE)}{ADVERBS}{{0,2}} (?:is|was|were|are) (?:\w+ly )?(?:to blame|at fault|guilty)\b",
        _DENIED,
    ),
    _rule(
        "mistake",
        rf"{SUBJECT}{_GAP}{{0,70}}?\b(?:and|but|then) (?:then |just )?(?:left (?:it|them|the \w+)|walked away|went home|moved on|did nothing|gave up)\b",
    ),
    _rule(
        "mistake",
        rf"{SUBJECT} (?:assumed|presumed|guessed)\b(?! (?:command|control|the role|responsibility|duty|the lead|the duty))",
    ),
    _rule(
        "mistake",
        rf"{SUBJECT} (?:managed|chose|elected|preferred|saw fit) (?:not )?to (?:ignore|skip|bypass|break|delete|take|lose|wipe|not|override|drop|crash|lock|lead|wait|keep|push on)\b",
    ),
    _rule(
        "mistake",
        rf"{SUBJECT} (?:thought|felt|decided|figured|believed|considered)\b{_GAP}{{0,25}}?\b(?:good idea|safe enough|fine|clever|not (?:necessary|needed|important|worth)|unnecessary|good enough|did not matter|harmless|no need)\b",
    ),
    _rule("mistake", rf"{SUBJECT} (?:admitted|confessed|apologi[sz]ed|owned up|conceded)\b"),
    _rule(
        "mistake",
        rf"\b{ARTIFACT} (?:that |which )?{HUMAN} (?:made|pushed|merged|wrote|deployed|shipped|ran|had made|had pushed|committed|approved)\b[^.;:]{{0,30}}?\b(?:broke|brought|took|caused|crashed|wiped|corrupted|deleted|leaked|led to|was wrong|was broken)\b",
    ),
    _rule(
        "mistake",
        rf"\bby {HUMAN} (?:\w+ly )?(?:{UNDOING}|{ILL_ADVERB} \w+ing|\w+ing the wrong)\b|{HUMAN} {ILL_ADVERB} \w+ing\b",
    ),
    _rule(
        "omission",
        rf"{SUBJECT} (?:took|needed|required|wasted|spent|let)\b{_GAP}{{1,30}}? (?:to|before) (?:respond|ack|acknowledge|reply|react|escalate|notice|answer|join|tell|call|act|reali[sz]e|admit|declare|find|look|pass|open)\w*\b",
    ),
    _rule(
        "omission",
        rf"\b(?:it )?took {HUMAN}\b{_GAP}{{1,40}}? to\b|\bonly (?:then|after|when)\b[^.;:]{{0,30}} did {HUMAN}",
    ),
    _rule(
        "omission",
        rf"{SUBJECT} (?:(?:was|were|came|arrived|responded|reacted|answered|escalated) (?:\w+ )?(?:late|too late|slowly|slow)|was unreachable|were unreachable|could not be reached|did not pick up)\b",
    ),
    _rule(
        "omission",
        rf"{SUBJECT} (?:fail(?:ed|s)?|neglect(?:ed|s)?|omit(?:ted|s)?|refuse[ds]?|was unable|were unable|couldn['’]t be bothered|could not be bothered) to\b",
    ),
    _rule(
        "omission",
        rf"{SUBJECT} (?:{NOT}) (?:\w+ly |even |ever |once |really )?(?:been )?(?:{CARE_ROOT}|{CARE_DONE})\b(?! (?:paged|been))",
    ),
    _rule(
        "omission",
        rf"{LIKELY} (?:{NOT}) (?:\w+ly |even |ever )?(?:bother|think|care|tell|ask|pay|listen|communicate|know better|realise|realize)\w*\b",
    ),
    _rule(
        "omission",
        rf"{anyone(NOBODY)}[^.;:]{{0,40}}? (?:bother(?:ed|s)?|checked|tested|thought|cared|asked|tested|verified|followed|told|looked|read|reviewed|escalated|responded|competent|took|paid|wanted|dared|double-checked|validated)\b",
    ),
    _rule(
        "omission",
        rf"{SUBJECT} (?:took|takes|needed|waited|spent|wasted|sat)\b{_GAP}{{0,25}}? (?:too long|forever|far too|ages|before (?:reacting|responding|telling|escalating))\b",
    ),
    _rule(
        "counterfactual",
        rf"{SUBJECT_THOSE}{ADVERBS}{{0,2}} (?:should|could|might|must|would)(?:n['’]t| not| never| only)?{ADVERBS}{{0,2}} have(?! helped| made (?:it|this) (?:easier|faster))"
        r"(?! been (?:told|given|paged|alerted|informed|notified|warned|trained|shown|able|asked|called|consulted|added|invited|woken))\b",
    ),
    _rule("counterfactual", rf"{SUBJECT_THOSE}{ADVERBS}{{0,2}} (?:ought|needed)(?: not)? to\b"),
    _rule(
        "counterfactual",
        rf"{SUBJECT}{ADVERBS}{{0,2}} (?:was|were|is|are) (?:supposed|expected|meant) to(?! (?:be|get) (?:told|paged|alerted|shown|given))\b",
    ),
    _rule(
        "counterfactual",
        rf"\bif (?:only )?{SUBJECT_THOSE} (?:had|hadn['’]t|did|didn['’]t|would|were)\b(?! been (?:told|paged|alerted|informed|warned|shown|given))",
    ),
    _rule("counterfactual", rf"\bif (?:only )?{SUBJECT_THOSE}(?<= had)(?! been) \w+"),
    _rule("counterfactual", rf"{anyone(NOBODY)} (?:\w+ ){{1,5}}would (?:ever )?have\b"),
    _rule("counterfactual", rf"\bhad {THOSE} (?!access\b)(?:not |only |bothered |just )?\w+(?:ed|t|n|d|ne)\b"),
    _rule("counterfactual", rf"\bsh(?:ould|ould not|ouldn['’]t) have been (?:\w+ly )?\w+ by {HUMAN}"),
    _rule(
        "counterfactual",
        rf"{SUBJECT} (?:should|must|needs? to|need to|has to|have to) (?:\w+ly )?(?:be more|be far more|pay (?:more )?attention|learn|know better|think before|start (?:reading|testing|listening)|stop \w+ing|try harder|listen|read)\b",
    ),
    _rule("counterfactual", rf"{SUBJECT} (?:should|could|ought to) know\b|{HUMAN} knew better\b"),
    _rule("fault", rf"{HUMAN}['’]s? (?:\w+ ){{0,2}}?{FAULT}\b", _DENIED),
    _rule("fault", rf"{anyone(OWN)} (?:\w+ ){{0,2}}?{FAULT}\b", _DENIED),
    _rule(
        "fault",
        rf"\b{FAULT} (?:was |were )?(?:made |committed |caused )?(?:by|of|on the part of|from|lies with|rests with|lay with|lies squarely with|was with|is with|on) (?:{anyone(PERSON, ROLE, MAYBE)}|{anyone(OWN)} part)",
        _DENIED,
    ),
    _rule("fault", rf"\bon {HUMAN}['’]s? (?:part|side|watch)\b", _DENIED),
    _rule(
        "fault",
        rf"(?:{HUMAN}['’]s?|{anyone(OWN)}) (?:\w+ ){{0,2}}?{ARTIFACT}\b[^.;:]{{0,40}}?\b(?:broke|brought|took (?:\w+ ){{0,4}}(?:down|out|offline)|caused|had no|has no|was wrong|was broken|is wrong"
        r"|is broken|crashed|wiped|failed|lacked|lacks|ruined|corrupted|deleted|leaked|led to|started (?:it|the)|triggered|introduced|killed|knocked)\b",
    ),
    _rule(
        "fault",
        rf"\b(?:caused|introduced|broken|dismissed|ignored|overlooked|missed|skipped|forgotten|neglected|misconfigured|mishandled|leaked|wiped|corrupted|botched|mistyped|misread|bypassed|lost) by {HUMAN}",
        _DENIED,
    ),
    _rule(
        "fault",
        rf"\b(?:was|were|been|being|got) (?:\w+ly )?(?:deleted|dropped|disabled|overwritten|killed|unplugged|truncated|purged|revoked|erased|switched off|turned off|shut down|taken down|force-pushed|approved|waved through|tampered with)\b{_GAP}{{0,40}}? by {HUMAN}",
    ),
    _rule("fault", rf"\b{WITHOUT_CARE}[^.;:]{{0,30}} by {HUMAN}|\bby {HUMAN},? {WITHOUT_CARE}"),
    _rule(
        "fault",
        rf"\bif it (?:wasn['’]t|weren['’]t|had not been|hadn['’]t been) for {HUMAN}|\b(?:entirely|all|squarely|that one['’]s|this one['’]s|it['’]s) on me\b|\bmy (?:bad|fault|mistake)\b",
    ),
    _rule(
        "fault",
        rf"\blast (?:person |one )?to (?:touch|edit|change|deploy|leave)\b[^.;:]{{0,40}}{HUMAN}|{HUMAN} (?:was|were) the (?:last|only) (?:person |one )?(?:to|who) (?:touch|edit|change|deploy|leave)",
    ),
    _rule("fault", rf"\b{ILL_ADVERB} (?:\w+ ){{1,2}}by {HUMAN}|\b\w+ {ILL_ADVERB} by {HUMAN}"),
    _rule(
        "fault", rf"\b(?:was|were|been|being|got) (?:\w+ )?\w+(?:ed|en|ne|ut|id|un|pt) by {HUMAN}{_GAP}{{0,60}}?{WRONG}"
    ),
    _rule(
        "fault",
        rf"\b(?:traced|tracked|leads?|led|points?|pointed|goes|going|went|came|comes|attribut\w+|ascrib\w+|boils?|boiled|pinned|put)\b[^.;:]{{0,40}}?\b(?:to|on|with) {HUMAN}",
        r"\b(?:not|call|page|alert|ticket|message|mail|thanks?|handed|escalat\w+|report\w*)\b",
    ),
    _rule(
        "fault",
        rf"{HUMAN}{ADVERBS}{{0,2}} (?:is|was|were|are|bears?|takes?|carr(?:y|ies)) (?:\w+ly |the |sole |full ){{0,2}}(?:to blame|at fault|guilty|culpable|liable|the culprits?|the one who|the ones who|the reason|the cause|responsible for (?:the|this|that|it|our) ?(?:\w+ ){{0,2}}(?:outage|incident|failure|errors?|mess|breakage|loss|mistake|problem|delay|bug|leak|downtime)|blame|responsibility)\b",
    ),
    _rule(
        "fault",
        rf"\b(?:responsible|culprits?|at fault|to blame|guilty|offender)\b[^.;:]{{0,40}}?\b(?:is|was|were|are|turned out to be|turns out to be|:|being) {LIKELY}",
    ),
    _rule(
        "fault",
        rf"\b(?:blame|blamed|blames|fault|responsibility) (?:\w+ )?(?:lies|lie|rests|rest|falls|fall|goes|sits|belongs) (?:\w+ )?(?:with|on|to|at) {LIKELY}",
    ),
    _rule("fault", rf"\b(?:blames?|blamed|blaming|fault|accuse[ds]?) {HUMAN}", _DENIED),
    _rule("fault", rf"\b(?:is|are|was|were) (?:all |squarely |entirely |purely )?on {HUMAN}"),
    _rule("fault", rf"\bbelongs? to {HUMAN}, who\b"),
    _rule("fault", rf"\b(?:because of|due to|owing to) {HUMAN}(?!['’]s? (?:absence|leave|time zone))"),
    _rule("fault", rf"{HUMAN} (?:singlehandedly|single-handedly)\b"),
    _rule(
        "sarcasm",
        rf"\b(?:thanks|thank you) to {HUMAN}(?!,? who\b)(?! (?:for|and {HUMAN} for)\b),? (?:we|the|our|half|all|every|nobody|customers|users|it|a|an|production)\b(?![^.;:]{{0,60}}\b(?:recover\w*|fast|quick\w*|restored|fixed|saved|calm|found|well|shorter|back|only took)\b)",
    ),
    _rule(
        "sarcasm",
        rf"\b(?:great|nice|good|brilliant|excellent|fine|bravo|well done|congratulations|kudos|props|hats off|thanks)\b[^.;:]{{0,20}}?[ ,]+(?:to )?(?:those who|the (?:genius|hero) who|{HUMAN}(?: who)?)[^.;:]{{0,60}}?\b(?:turned off|broke|deleted|approved|thought|decided|pushed|left|disabled|forgot|skipped|ignored|merged)\b",
    ),
    _rule(
        "sarcasm",
        rf"{HUMAN}{_GAP}{{0,50}}?\b(?:yet again|once again|as usual|as always|as ever|for the (?:second|third|fourth|fifth|hundredth) time)\b|\b(?:as usual|yet again|as always|once again),? {HUMAN}",
    ),
    _rule(
        "sarcasm",
        rf"{HUMAN} (?:broke|breaks|forgot|did|does|failed|missed|launched|changed|deployed|shipped){_GAP}{{0,40}} again\b",
    ),
    _rule(
        "sarcasm",
        rf"\b(?:apparently|evidently|clearly|obviously|of course|surely)\b,? [^.;:]{{0,60}}?(?:\b(?:optional|too much to ask|beyond|above|common sense|never heard)\b|{HUMAN} (?:thought|felt|decided|knew|believed|did not|didn['’]t|had better|has better|could not|cannot|can['’]t))",
    ),
    _rule(
        "sarcasm",
        rf"\bwould have (?:sufficed|been enough|helped)\b[^.;:]{{0,30}}{HUMAN}|{HUMAN}[^.;:]{{0,60}}\bwould have (?:sufficed|been enough)\b",
    ),
    _rule(
        "sarcasm",
        rf"\breasons? (?:best |only )*known (?:only )?to {LIKELY}|\btoo busy (?:to|with)\b|{HUMAN}{_GAP}{{0,20}} better things to do\b|\bof all people\b|\bdid it (?:ever |not )?occur to\b",
    ),
    _rule(
        "sarcasm",
        rf"\b(?:maybe|perhaps|hopefully|let['’]s hope|next time)\b[^.;:]{{0,20}}?{HUMAN} (?:will|would|could|can|might|should) (?:\w+ )?(?:read|learn|think|listen|check|test|remember|look|ask|tell|wait|follow)\b",
    ),
    _rule(
        "sarcasm",
        rf"\b(?:we|i) (?:had )?(?:told|warned|reminded) {HUMAN}|\b(?:remind|teach|babysit|explain to) {HUMAN} (?:how|to|that|again|what|every)\b",
    ),
    _rule(
        "sarcasm",
        rf"\b(?:is|was) not (?:our|my) job to\b|\b(?:with all due respect|no offen[cs]e)\b[^.;]{{0,80}}{HUMAN}|\bfor some people\b",
    ),
    _rule(
        "punishment",
        rf"{HUMAN}{_GAP}{{0,50}}? (?:will be|was|were|has been|have been|is being|should be|must be|to be|got|gets?|been) (?:\w+ly )?(?:written up|disciplined|reprimanded|fired|sacked|demoted|suspended|punished|penali[sz]ed|sanctioned|held (?:accountable|responsible|liable)|let go|spoken to|retrained|warned formally|put on a plan|taken off|removed from|stripped)\b",
    ),
    _rule(
        "punishment",
        rf"\b(?:hold|holding|holds|make|making) {HUMAN} (?:\w+ly )?(?:accountable|responsible|liable|pay)\b",
    ),
    _rule(
        "punishment",
        rf"\b(?:fire|sack|discipline|reprimand|punish|demote|penali[sz]e|retrain) {HUMAN}",
        r"\b(?:not|never|nobody)\b",
    ),
    _rule(
        "punishment",
        rf"\b(?:revoke|remove|withdraw|take away|take|lost|lose|loses)\b[^.;:]{{0,30}}\b(?:access|rights|bonus|privileges?)\b[^.;:]{{0,30}}\b(?:from {HUMAN}|as a punishment|until (?:he|she|they) learn)|{HUMAN}{_GAP}{{0,50}}\bas a (?:punishment|consequence|warning)\b",
    ),
    _rule(
        "punishment",
        rf"{HUMAN}[^.;:]{{0,60}}\b(?:there will be|face|faces|expect|suffer)\b[^.;:]{{0,12}}\b(?:consequences|disciplinary|sanctions)\b",
    ),
    _rule(
        "who",
        rf"\b(?:the )?(?:person|individual|one|engineer|developer|operator|someone) (?:who (?:did|caused|broke|approved|pushed|is responsible|was responsible)|responsible for|at fault|to blame)\b",
        _DENIED,
    ),
)
"""Rules over masked sentences: a person, a role or a team, and what is said about it."""

_WHO_DID = rf"(?:the hell |exactly |actually |on earth )?(?:{DONE}|did|is responsible|was responsible|is to blame|was to blame|signed off)"
PLAIN = (
    _rule(
        "human-error",
        r"\b(?:human|operator|user|pilot|manual|admin|administrator|engineering|engineer|developer|staff|people|personnel|employee|clerical|on-call"
        r"|technician|programmer|driver|cockpit|individual|personal|sysadmin|DBA|handling|worker|keyboard)(?:['’]s?)?[ -]"
        r"(?:errors?|mistakes?|faults?|failures?|failings?|slips?|oversights?|blunders?|carelessness|negligence|incompetence)\b"
        r"(?! (?:messages?|rates?|codes?|pages?|count|budget|logs?|handling|reports?|screen|response|text|types?))",
        _AVOIDED,
    ),
    _rule(
        "human-error",
        r"\bfat[- ]?finger\w*|\bPEBKAC\b|\blayer[- ]8\b|\bID-?10-?T\b|\bbetween (?:the )?(?:chair|keyboard) and (?:the )?(?:chair|keyboard)\b",
        _AVOIDED,
    ),
    _rule(
        "human-error",
        r"\b(?:somebody|someone|one person|individual)['’]s (?:\w+ )?(?:mistake|error|fault|carelessness|oversight)\b",
        _AVOIDED,
    ),
    _rule(
        "carelessness",
        r"\b(?:careless(?:ly|ness)?|reckless(?:ly|ness)?|negligen(?:t|ce|tly)|incompeten(?:t|ce|tly)|inattenti(?:on|ve\w*)|irresponsib\w+|unprofessional\w*"
        r"|thoughtless\w*|half-hearted\w*|amateurish\w*|laziness|sloppiness|sloppy(?! (?:quorum|phrase|counter))|sloppily|complacen(?:t|cy)|stupid(?:ity|ly)?|idiot\w*|moron\w*|clueless\w*"
        r"|boneheaded|brain-dead|foolish(?:ly|ness)?|inexcusable|lax attitude|shoddy|ham-fisted|cavalier|lackadaisical|slapdash)\b",
        _AVOIDED,
    ),
    _rule(
        "carelessness",
        r"\b(?:be|been|being) (?:\w+ )?more (?:careful|attentive|diligent|vigilant|cautious|thorough|responsible|mindful)\b|\bmore care (?:is|was|should|must)\b"
        r"|\b(?:pay|paid|paying) (?:\w+ )?(?:more )?attention\b|\btake more care\b|\btry harder\b|\buse common sense\b|\b(?:lack|want) of (?:care|attention|diligence|discipline|common sense|professionalism|competence|ownership)\b"
        r"|\bnot (?:be )?(?:careful|attentive|diligent) enough\b|\bcouldn['’]t be bothered\b|\bcould not be bothered\b|\b(?:plain|pure|sheer) (?:carelessness|negligence|laziness|stupidity|incompetence|ignorance)\b",
        r"\b(?:asking \w+ to|not|instead of|rather than|nobody)\b",
    ),
    _rule("who", rf"^\W*(?:so,? |and |but |ok,? |well,? )?who(?:ever)? {_WHO_DID}\b[^?]*\?"),
    _rule(
        "who",
        rf"\b(?:find out|figure out|know|establish|determine|asked?|identify|ask|see|learn|clear) (?:exactly )?who {_WHO_DID}\b",
        r"\b(?:not|never|nobody|no need|without|rather than|instead of)\b",
    ),
    _rule("who", r"\bwhose (?:fault|mistake|error|idea|job)\b|\bname and shame\b|\bthe guilty party\b", _DENIED),
    _rule(
        "carelessness",
        r"\b(?:rookie|silly|stupid|dumb|elementary|embarrassing|schoolboy|beginner['’]?s?|amateur|avoidable|lazy|childish|unforgivable) (?:errors?|mistakes?|oversights?|blunders?|slips?)\b"
        r"|\b(?:review|reviews|test plan|testing|work|job|handover|code|fix|documentation|change|effort|preparation|planning|analysis|attitude)\b (?:was|were|is|are) (?:\w+ ){0,2}(?:lazy|half-baked|superficial|amateur\w*|slapdash|lax|disgraceful|pathetic|a joke)\b"
        r"|\b(?:poor|bad) judge?ment\b|\bcowboy\b|\b(?:half a brain|common sense)\b|\bdo(?:es)? not (?:take \w+ seriously|give a damn)\b|\bcan(?:not|['’]t) be trusted\b",
        _AVOIDED,
    ),
    _rule(
        "sarcasm",
        r"\b(?:simply|merely|just) (?:read|check|look|ask|test|wait|open|follow|scroll)ing\b[^.;:]{0,60}\bwould have\b|\b(?:a|one) (?:quick |single |simple |brief )?(?:glance|look|question|phone call|test|search)\b[^.;:]{0,60}\bwould have (?:sufficed|been enough|prevented|avoided|shown|saved)\b",
    ),
    _rule(
        "sarcasm",
        r"\b(?:somehow|predictably|unsurprisingly|needless to say|surprise)\b[^.;]{0,100}\b(?:as usual|yet again|once again|as always|as ever)\b|\brocket science\b|\bhow hard (?:can|could) it\b|\btoo much to ask\b|\bi told you\b|\btold you so\b|\bmust be nice\b"
        r"|\b(?:is|are) (?:apparently|evidently|obviously) (?:optional|too hard|too much)\b|\ba (?:child|five-year-old|first-year student) (?:could|would)\b|\bwould it kill\b|\bany(?:one|body) with\b[^.;:]{0,30}\b(?:would|could) have\b|\bas any(?:one|body) (?:could|should|would)\b",
    ),
    _rule(
        "punishment",
        r"\b(?:appropriate|further|disciplinary|personnel) (?:action|measures|steps) (?:will|has|have|was|were|must|should) be(?:en)? taken\b|\bHR (?:has|have|was|were|will|is)\b|\bon probation\b|\bfinal warning\b",
    ),
    _rule(
        "punishment",
        r"\bdisciplinary\b|\bwritten warning\b|\bformal warning\b|\bthere will be consequences\b|\bheads (?:will|must|should) roll\b|\bzero tolerance\b|\bperformance improvement plan\b|\bheld accountable\b|\bheld personally\b|\bname (?:will be|was) (?:noted|recorded|reported)\b",
        _DENIED,
    ),
)
"""Rules that need no name: “human error”, “who did it?”, “be more careful”."""
