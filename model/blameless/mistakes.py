"""A person next to a mistake."""

from model.blameless.people import MAYBE, OWN, PERSON, ROLE
from model.blameless.phrases import (
    ACTED,
    ADVERBS,
    ARTIFACT,
    CARELESS,
    HARMED,
    HELPED,
    HUMAN,
    ILL_ADVERB,
    ILL_EFFECT,
    LIKELY,
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
from model.blameless.rule import CLAUSE, DENIED, GAP, RESCUE, Rule, rule

__all__ = ["MISTAKES"]

MISTAKES: tuple[Rule, ...] = (
    rule(
        "mistake",
        rf"{SUBJECT_LIKELY} (?:{SLIPPED})\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT_LIKELY}{GAP}{{0,120}}?\b(?:and|but|then|by|,)(?: then| also| \w+ly)? (?:{SLIPPED})\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT}{GAP}{{0,80}}?\b(?:and|but|then)(?: then| also| \w+ly)? made (?:an? (?:\w+ )?(?:mess|mistake|hash"
        r"|blunder|error|typo)|(?:it|things|matters) (?:\w+ )?worse)\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT}{GAP}{{0,80}}?\b(?:after|by|while|through|from|despite|for) (?:{UNDOING})\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:{HARMED})\b(?! (?:access|connectivity|connection|contact|power) )",
        unless=RESCUE,
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:lets?|left|leaves|leave|waved|waves)\b{GAP}{{1,60}}?\b(?:slip|through|pass|happen|rot"
        r"|lapse|expire|open|exposed|unlocked|unprotected"
        r"|running|behind|out|enabled|disabled|unattended|dangling|in place|in the|on|off|unpatched"
        r"|world-readable|public)\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:took|takes|brought|brings|knocked|locked|locks|kicked|threw)\b{GAP}{{1,50}}?\b(?:down"
        r"|offline|out|everyone|everybody)\b(?! of (?:rotation|service|the pool))",
        unless=RESCUE,
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:made|makes?|making) (?:(?:the|an?|his|her|their|its|this|another|several|one|some"
        r"|matters|things|it) )?(?:\w+ ){0,2}"
        r"(?:mistakes?|errors?|blunders?|typos?|slip|mess|worse|wrong \w+|assumptions?|bad \w+|poor \w+)\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?!(?:{HELPED})\b)\w+\b{CLAUSE}{{0,70}}?\b{WRONG}",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:{SPREAD})\b{CLAUSE}{{0,60}}?\b(?:(?:even )?though|although) [^.;]{{0,50}}?"
        r"\b(?:not|no|never|nobody)\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:{ILL_ADVERB}|hurriedly|unilaterally) \w+",
    ),
    rule(
        "mistake",
        rf"{SUBJECT_THOSE} (?!(?:{HELPED})\b)\w+\b{GAP}{{0,70}}?\b{WITHOUT_CARE}",
    ),
    rule(
        "mistake",
        rf"{anyone(MAYBE)} (?!(?:{HELPED})\b)\w+\b{GAP}{{0,70}}?\bwithout (?:even )?(?:telling|asking"
        r"|informing|consulting|announcing|thinking|notice|warning|a word|reading)\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:{SPREAD})\b{GAP}{{1,40}}?\b(?:broken|bad|faulty|buggy|breaking|incorrect|invalid"
        r"|half-finished|corrupt|stale|misconfigured|unsafe|insecure|vulnerable|leaky|untested|dangerous|red"
        rf"|failing|with (?:\w+ ){1, 3}(?:on|off|enabled|disabled|missing))\b",
        unless=RESCUE,
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?!(?:{HELPED}|rolled back|switched|failed over)\b)"
        rf"(?:{ACTED})\b{GAP}{{0,70}}?{ILL_EFFECT}",
        unless=RESCUE,
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:delete[ds]?|remove[ds]?|drop(?:ped|s)|purge[ds]?|truncate[ds]?|erase[ds]?|kill(?:ed|s)"
        r"|stop(?:ped|s)) "
        r"(?:the |an? |our |all |all the |half the |every )?(?:\w+ )?(?:production|prod|live|customers?['’]?"
        r"|index|constraint|schema|ball|only copy)\b",
    ),
    rule(
        "mistake",
        rf"\b(?:because|since) {SUBJECT} (?!(?:{HELPED})\b)(?:{ACTED})\b{GAP}{{0,70}}?(?:broken|lost|down"
        r"|crash\w*|fail\w*|outage|errors?|before|worse|empty|wrong)\b",
    ),
    rule(
        "mistake",
        r"\b(?:outage|incident|failure|problem|trouble|breakage|broken|failing|failed|down|lost|errors?|leak"
        rf"|leaked|it|issue|mess)\b{GAP}{{0,25}}?"
        rf"\b(?:when|since|because) {SUBJECT} (?!(?:{HELPED})\b)(?:{ACTED}|{HARMED})\b",
    ),
    rule(
        "mistake",
        rf"\bit was {HUMAN}{ADVERBS}{{0,2}} (?:who|that) (?!(?:{HELPED})\b)\w+",
    ),
    rule(
        "mistake",
        rf"{HUMAN} (?:keeps?|kept) (?:\w+ly )?(?:\w+ing)\b(?! (?:an eye|watch|track|calm))",
    ),
    rule(
        "mistake",
        rf"{LIKELY} (?:keeps?|kept) (?:\w+ly )?(?:{CARELESS})\b",
    ),
    rule(
        "mistake",
        rf"{LIKELY} (?:locked|locks|shut|kicked|threw) (?:{HUMAN}|everybody|everyone|us|half \w+|the whole \w+"
        r"|all of \w+) out\b",
    ),
    rule(
        "mistake",
        rf"{HUMAN}{ADVERBS}{{0,2}} (?:is|was|were|are|got|seems?|seemed) (?:(?:too|so|far too|simply"
        r"|just|not|half|\w+ly) ){0,3}"
        r"(?:careless|reckless|negligent|sloppy|lazy|incompetent|inattentive|irresponsible|unprofessional"
        r"|stupid|foolish"
        r"|clueless|ignorant|thoughtless|inexperienced|unqualified|ill-prepared|distracted|asleep|complacent"
        r"|overconfident|impatient"
        r"|hasty|arrogant|slow to|confused|attentive enough|careful enough|paying attention|up to"
        r"|trained enough|competent"
        r"|wrong to|not paying|ill-prepared|unwilling|to blame|at fault|guilty|culpable|liable|mistaken)\b",
        DENIED,
    ),
    rule(
        "mistake",
        rf"{HUMAN}{GAP}{{0,45}}? (?:was|were|is|are) (?:\w+ly )?(?:careless|reckless|negligent|sloppy|lazy"
        r"|incompetent|inattentive|irresponsible|unprofessional"
        r"|clueless|asleep|not paying|unqualified|out of (?:his|her|their) depth|nowhere to be (?:found"
        r"|seen))\b",
        DENIED,
    ),
    rule(
        "mistake",
        rf"{anyone(PERSON, ROLE, MAYBE)}{ADVERBS}{{0,2}} (?:is|was|were|are) (?:\w+ly )?(?:to blame|at fault"
        r"|guilty)\b",
        DENIED,
    ),
    rule(
        "mistake",
        rf"{SUBJECT}{GAP}{{0,70}}?\b(?:and|but|then) (?:then |just )?(?:left (?:it|them|the \w+)|walked away"
        r"|walked (?:off|out)|went home|moved on|did nothing|gave up)\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:assumed|presumed|guessed)\b(?! (?:command|control|the role|responsibility|duty|the lead"
        r"|the duty))",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:managed|chose|elected|preferred|saw fit) (?:not )?to (?:ignore|skip|bypass|break|delete"
        r"|take|lose|wipe|not|override|drop|crash|lock|lead|wait|keep|push on)\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:thought|felt|decided|figured|believed|considered)\b{GAP}{{0,25}}?\b(?:good idea"
        r"|safe enough|fine|clever|not (?:necessary|needed|important|worth)|unnecessary|good enough"
        r"|did not matter|harmless|no need)\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:admitted|confessed|apologi[sz]ed|owned up|conceded)\b",
    ),
    rule(
        "mistake",
        rf"\b{ARTIFACT} (?:that |which )?{HUMAN} (?:made|pushed|merged|wrote|deployed|shipped|ran|had made"
        r"|had pushed|committed|approved)\b[^.;:]{0,30}?\b(?:broke|brought|took|caused|crashed|wiped"
        r"|corrupted|deleted|leaked|led to|was wrong|was broken)\b",
    ),
    rule(
        "mistake",
        rf"\bby {HUMAN} (?:\w+ly )?(?:{UNDOING}|{ILL_ADVERB} \w+ing|\w+ing the wrong)\b"
        rf"|{HUMAN} {ILL_ADVERB} \w+ing\b",
    ),
    rule(
        "mistake",
        rf"{THOSE} (?:had|has|have) been (?:told|warned|asked|reminded|shown)\b(?! (?:to|by)\b)",
    ),
    rule(
        "mistake",
        rf"{HUMAN}[^.;:]{{0,40}}\b(?:over|out of) (?:his|her|their|{anyone(OWN)}) (?:heads?|depth)\b|{HUMAN} "
        r"(?:would not|refused to|will not) admit\b",
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:deleted?|removed?|dropped|purged?|truncated?|erased?) (?:the |an? |our |all "
        r"|all the |half the |every )?"
        r"(?!(?:\w+ )?(?:old|stale|stuck|temporary|duplicate|unused|test|orphaned|failed|bad|broken"
        r"|corrupt|expired|hung) )(?:\w+ ){0,2}"
        r"(?:tables?|databases?|data|records|rows|volumes?|buckets?|backups?|snapshots?|namespaces?"
        r"|repo|repository|branch"
        r"|directory|folder|mailbox|history)\b",
        unless=RESCUE,
    ),
    rule(
        "mistake",
        rf"{SUBJECT} (?:disabled|switched off|turned off|removed|unhooked|commented out"
        r"|deactivated) (?:the |all |our |all the )?(?:\w+ )?"
        r"(?:canary|checks?|alarms?|monitoring|safety|guards?|validation|tests?|limiter|interlock|lock"
        r"|approvals?|backups?"
        r"|firewall|protection)\b",
        unless=RESCUE,
    ),
    rule(
        "mistake",
        r"\b(?:outage|incident|failure|problem|trouble|breakage|leak|issue|mess|loss|errors?|broken|down"
        r"|vanished|disappeared|crashed|died|stopped|went (?:dark|cold|silent|offline)|(?:was|were) gone)\b[^.;]{0,30}?"
        r"\b(?:the (?:day|moment|minute|night|week)|ever since|(?:right|just|shortly|immediately|minutes|seconds) after"
        rf"|as soon as) {SUBJECT} (?!(?:{HELPED})\b)(?:{ACTED}|{HARMED})\b",
    ),
)
