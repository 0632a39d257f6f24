"""Rules that need no name: “human error”, “be more careful”, “who did it?”."""

from model.blameless.phrases import DONE
from model.blameless.rule import AVOIDED, DENIED, Rule, rule

__all__ = ["LABELS"]

WHO_DID = (
    rf"(?:the hell |exactly |actually |on earth )?(?:{DONE}|did|is responsible|was responsible|is to blame"
    r"|was to blame|signed off)"
)

LABELS: tuple[Rule, ...] = (
    rule(
        "human-error",
        r"\b(?:human|operator|user|pilot|manual|admin|administrator|engineering|engineer|developer|staff"
        r"|people|personnel|employee|clerical|on-call"
        r"|technician|programmer|driver|cockpit|individual|personal|sysadmin|DBA|handling|worker|keyboard)"
        r"(?:['’]s?)?[ -]"
        r"(?:errors?|mistakes?|faults?|failures?|failings?|slips?|oversights?|blunders?|carelessness"
        r"|negligence|incompetence)\b"
        r"(?! (?:messages?|rates?|codes?|pages?|count|budget|logs?|handling|reports?|screen|response|text"
        r"|types?))",
        AVOIDED,
    ),
    rule(
        "human-error",
        r"\bfat[- ]?finger\w*|\bPEBKAC\b|\blayer[- ]8\b|\bID-?10-?T\b|\bbetween (?:the )?(?:chair"
        r"|keyboard) and (?:the )?(?:chair|keyboard)\b",
        AVOIDED,
    ),
    rule(
        "human-error",
        r"\bslips? of (?:the|a|his|her) (?:finger|hand|pen|mouse|keyboard)\b|\bfinger slip\w*|\bslip of the tongue\b",
        AVOIDED,
    ),
    rule(
        "counterfactual",
        r"\bwhoever \w+(?:(?!\b(?:that|which)\b)[^.;:]){0,60}?"
        r" (?:(?:should|could|might|must)(?: not| never| \w+ly)? have|ought (?:not )?to)\b",
    ),
    rule(
        "human-error",
        r"\b(?:somebody|someone|one person|individual)['’]s (?:\w+ )?(?:mistake|error|fault|carelessness"
        r"|oversight)\b",
        AVOIDED,
    ),
    rule(
        "carelessness",
        r"\b(?:careless(?:ly|ness)?(?! (?:\w+ )?(?:defaults?|settings?|values?|loops?|retr(?:y|ies)|timeouts?|caches?"
        r"|regex|locks?|parsers?|heuristics?)\b)|reckless(?:ly|ness)?|negligen(?:t|ce|tly)|incompeten(?:t|ce|tly)|inattenti"
        r"(?:on|ve\w*)|irresponsib\w+|unprofessional\w*"
        r"|thoughtless\w*|half-hearted\w*|amateurish\w*|laziness|sloppiness|sloppy(?! (?:quorum|phrase"
        r"|counter))|sloppily|complacen(?:t|cy)|stupid(?:ity|ly)?|idiot\w*|moron\w*|clueless\w*"
        r"|boneheaded|brain-dead|foolish(?:ly|ness)?|inexcusable|lax attitude|shoddy|ham-fisted|cavalier"
        r"|ignorance|arrogance|apathy|ineptitude|inept|folly"
        r"|lackadaisical|slapdash)\b",
        AVOIDED,
    ),
    rule(
        "carelessness",
        r"\b(?:be|been|being) (?:\w+ )?more (?:careful|attentive|diligent|vigilant|cautious|thorough"
        r"|responsible|mindful)\b|\bmore care (?:is|was|should|must)\b"
        r"|\b(?:pay|paid|paying) (?:\w+ )?(?:more )?attention\b|\btake more care\b|\btry harder\b"
        r"|\buse common sense\b|\b(?:lack|want) of (?:care|attention|diligence|discipline|common sense"
        r"|professionalism|competence|ownership)\b"
        r"|\bnot (?:be )?(?:careful|attentive|diligent) enough\b|\bcouldn['’]t be bothered\b"
        r"|\bcould not be bothered\b|\b(?:plain|pure|sheer) (?:carelessness|negligence|laziness|stupidity"
        r"|incompetence|ignorance)\b",
        r"\b(?:asking \w+ to|not|instead of|rather than|nobody)\b",
    ),
    rule(
        "carelessness",
        r"\b(?:with|took|taken|taking|showed|shown) no (?:\w+ )?(?:care|attention|thought|regard|interest)\b"
        r"|\bwithout (?:any |the slightest |due )?(?:care|regard|common sense)\b",
    ),
    rule(
        "counterfactual",
        r"\b(?:any(?:one|body)|every(?:one|body)) (?:on|in|at|with|who|of)\b[^.;:]{0,40}?"
        r"\b(?:(?:should|could|must|would) have|ought to)\b",
    ),
    rule(
        "sarcasm",
        r"\b(?:some|much|a lot of) explaining to do\b|\bsome of us\b|\bno (?:surprise|wonder)\b[^.;:]{0,40}\bwho\b",
    ),
    rule(
        "who",
        rf"^\W*(?:so,? |and |but |ok,? |well,? )?who(?:ever)? {WHO_DID}\b[^?]*\?",
    ),
    rule(
        "who",
        r"\b(?:find out|figure out|know|establish|determine|asked?|identify|ask|see|learn|clear) "
        rf"(?:exactly )?who {WHO_DID}\b",
        r"\b(?:not|never|nobody|no need|without|rather than|instead of)\b",
    ),
    rule(
        "who",
        r"\b(?:those|the ones|the people|whoever is|everyone) (?:responsible|at fault|to blame)(?! for)\b",
        DENIED,
    ),
    rule(
        "who",
        r"\bwhose (?:fault|mistake|error|idea|job)\b|\bname and shame\b|\bthe guilty party\b",
        DENIED,
    ),
    rule(
        "carelessness",
        r"\b(?:rookie|silly|stupid|dumb|elementary|embarrassing|schoolboy|beginner['’]?s?|amateur|avoidable"
        r"|lazy|childish|unforgivable) (?:errors?|mistakes?|oversights?|blunders?|slips?)\b"
        r"|\b(?:review|reviews|test plan|testing|work|job|handover|code|fix|documentation|change|effort"
        r"|preparation|planning|analysis|attitude)\b (?:was|were|is|are) (?:\w+ ){0,2}(?:lazy|half-baked"
        r"|superficial|amateur\w*|slapdash|lax|disgraceful|pathetic|a joke)\b"
        r"|\b(?:poor|bad) judge?ment\b|\bcowboy\b|\b(?:half a brain|common sense)\b|\bdo(?:es)? not "
        r"(?:take \w+ seriously|give a damn)\b|\bcan(?:not|['’]t) be trusted\b",
        AVOIDED,
    ),
    rule(
        "sarcasm",
        r"\b(?:simply|merely|just) (?:read|check|look|ask|test|wait|open|follow"
        r"|scroll)ing\b[^.;:]{0,60}\bwould have\b|\b(?:a|one) (?:quick |single |simple |brief )?(?:glance|look"
        r"|question|phone call|test|search)\b[^.;:]{0,60}\bwould have (?:sufficed|been enough|prevented"
        r"|avoided|shown|saved)\b",
    ),
    rule(
        "sarcasm",
        r"\b(?:somehow|predictably|unsurprisingly|needless to say|surprise)\b[^.;]{0,100}\b(?:as usual"
        r"|yet again|once again|as always|as ever)\b|\brocket science\b|\bhow hard (?:can|could) it\b"
        r"|\btoo much to ask\b|\bi told you\b|\btold you so\b|\bmust be nice\b"
        r"|\b(?:is|are) (?:apparently|evidently|obviously) (?:optional|too hard|too much)\b|\ba (?:child"
        r"|five-year-old|first-year student) (?:could|would)\b|\bwould it kill\b|\bany(?:one"
        r"|body) with\b[^.;:]{0,30}\b(?:would|could) have\b|\bas any(?:one|body) (?:could|should|would)\b",
    ),
    rule(
        "punishment",
        r"\b(?:appropriate|further|disciplinary|personnel) (?:action|measures|steps) (?:will|has|have|was|were"
        r"|must|should) be(?:en)? taken\b|\bHR (?:has|have|was|were|will|is)\b|\bon probation\b"
        r"|\bfinal warning\b",
    ),
    rule(
        "punishment",
        r"\bdisciplinary\b|\bwritten warning\b|\bformal warning\b|\bthere will be consequences\b|\bheads "
        r"(?:will|must|should) roll\b|\bzero tolerance\b|\bperformance improvement plan\b|\bheld accountable\b"
        r"|\bheld personally\b|\bname (?:will be|was) (?:noted|recorded|reported)\b",
        DENIED,
    ),
    rule(
        "sarcasm",
        r"\bwe all know who\b|\bfunny (?:how|that)\b|\b(?:curiously|strangely|mysteriously|magically"
        r"|miraculously)\b[^.;]{0,40}"
        r"\b(?:nobody|no one|no-one|everyone|everybody)\b",
    ),
    rule(
        "carelessness",
        r"\b(?:lazy|sloppy|shoddy|careless|half-hearted|half-baked|amateurish) (?:work|job|effort"
        r"|engineering|workmanship|practice"
        r"|practices|review|reviews|testing|attitude|coding|operation)\b",
        AVOIDED,
    ),
)
