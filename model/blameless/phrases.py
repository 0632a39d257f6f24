"""The building blocks of the patterns: who, how a clause goes on, what went wrong."""

from model.blameless.inflect import gerunds, participles, pasts, presents, told
from model.blameless.people import FILLER, GUESS, MAYBE, NOBODY, PERSON, ROLE, THEY
from model.blameless.verbs import ACTIONS, CARE, HARM, HELP, SLIPS, SPREADING
from model.blameless.words import either

__all__ = [
    "ACTED",
    "ADVERBS",
    "ARTIFACT",
    "CARELESS",
    "CARE_DONE",
    "CARE_ROOT",
    "DONE",
    "FAULT",
    "HARMED",
    "HELPED",
    "HUMAN",
    "ILL_ADVERB",
    "ILL_EFFECT",
    "LIKELY",
    "NOT",
    "SLIPPED",
    "SPREAD",
    "SUBJECT",
    "SUBJECT_LIKELY",
    "SUBJECT_THOSE",
    "THOSE",
    "UNDOING",
    "WITHOUT_CARE",
    "WRONG",
    "anyone",
]


def anyone(*signs: str) -> str:
    """A pattern for one mask of any of these kinds."""
    return f"[{''.join(signs)}]{FILLER}*+"


HUMAN = anyone(PERSON, ROLE)
"""Certainly a person, a role or a team."""
THOSE = anyone(PERSON, ROLE, THEY)
"""A person, or “they”, which may be things."""
LIKELY = anyone(PERSON, ROLE, MAYBE, THEY, GUESS)
"""Perhaps a person: an unknown name, “they”, “the operator”."""
ADVERBS = (
    r"(?: (?:\w{2,20}ly|also|simply|again|then|just|always|still|even|once again|yet again|often|soon|first|later|all"
    r"|has|have|had|having|who|that|of course|in turn|at first|by then|twice))"
)
_MORE = r"\)?(?:,[^,.;:()]{1,60},| \([^)]{1,40}\)|,? who| that)?"
SUBJECT = rf"(?P<who>{HUMAN}(?:(?:,? and|,|,? or|/) ?{HUMAN}){{0,4}}){_MORE}{ADVERBS}{{0,4}}"
SUBJECT_LIKELY = rf"(?P<who>{LIKELY}(?:(?:,? and|,|,? or|/) ?{LIKELY}){{0,4}}){_MORE}{ADVERBS}{{0,4}}"

SUBJECT_THOSE = rf"(?P<who>{THOSE}(?:(?:,? and|,|,? or|/) ?{THOSE}){{0,4}}){_MORE}{ADVERBS}{{0,4}}"

SLIPPED = either([*told(SLIPS)])
HARMED = either([*pasts(HARM), *participles(HARM), *presents(HARM)]) + "|mis(?!s)[a-z]{3,14}(?:ed|es|ook|read)"
HELPED = either([*pasts(HELP), *presents(HELP)])
DONE = either([*pasts(ACTIONS), *pasts(HARM), *pasts(SLIPS)])
SPREAD = either([*pasts(SPREADING), *presents(SPREADING)])
ACTED = either([*pasts(ACTIONS), *presents(ACTIONS)])
UNDOING = either(gerunds((*SLIPS, *HARM)))
CARE_ROOT = either(CARE)
CARELESS = either(gerunds((*SLIPS, *SPREADING, "ignore", "skip", "bypass", "blame", "complain", "change", "tell")))
CARE_DONE = either([*presents(CARE), *pasts(CARE), *participles(CARE), *pasts(HELP), *participles(HELP)])
CARING = either(gerunds(CARE))
CARED = either(participles(CARE))

NOT = r"(?:did not|didn['’]t|does not|doesn['’]t|do not|don['’]t|never|had not|hadn['’]t|has not|hasn['’]t)"
WITHOUT_CARE = (
    rf"without (?:even |ever |first |properly |fully |anyone |a word|so much as |once )?"
    rf"(?:{CARING}|having (?:\w+ly |ever |even )?(?:{CARED})"
    r"|permission|approval|authori[sz]ation|notice"
    r"|supervision|consent|(?:an?|any|the|prior|proper|due) (?:\w+ ){0,2}"
    r"(?:review|test|tests|ticket|backup|dry run|plan|second pair|approval|check|checks|warning|notice|announcement"
    r"|word|peer review|permission|care|thought|diff|look))\b"
)
ILL_ADVERB = (
    r"(?:accidentally|mistakenly|inadvertently|erroneously|wrongly|incorrectly|carelessly|hastily|prematurely|blindly"
    r"|unthinkingly|recklessly|foolishly|stupidly|needlessly|unnecessarily|improperly|unintentionally|naively"
    r"|sloppily|thoughtlessly|negligently|lazily|absent-mindedly|clumsily|unwittingly|deliberately)"
)
WRONG = (
    rf"(?:the wrong\b|a wrong\b|wrong\b|by mistake\b|by accident\b|in error\b|{ILL_ADVERB}\b|{WITHOUT_CARE}"
    r"|what (?:he|she|they|[\ue000-\ue006]\ue008*+) (?:thought|took|believed|assumed)\b|too (?:early"
    r"|late|soon|slowly|hastily|fast|quickly)\b"
    rf"|{anyone(NOBODY)} (?:had |has )?(?:agreed|asked|approved|requested|signed|authori[sz]ed|needed"
    r"|wanted|tested|reviewed|knew)\b"
    r"|unreviewed\b|untested\b|unapproved\b|(?:instead of|rather than) (?:\d|(?:the|a|an|in|on|to|for|its"
    r"|our|only|just)\b)|in the middle of (?:an?|the)\b|where (?:it|the \w+) (?:said|should)\b"
    r"|outside (?:of )?(?:the )?(?:\w+ )?window\b|during the (?:\w+ )?freeze\b"
    r"|on a friday\b|right before (?:the |a |his |her |their )?(?:freeze|weekend|holiday|lunch|leaving"
    r"|launch|demo)\b|unilaterally\b|secretly\b"
    r"|on (?:his|her|their|[\ue000-\ue006]\ue008*+) own (?:initiative|authority|accord)\b|behind \w+['’]s back\b"
    r"|(?:thinking|believing|assuming|convinced|unaware|not knowing|not reali[sz]ing) (?:that )?(?:it"
    r"|this|they|the|that|[\ue000-\ue006])"
    r"|before (?:the |its |any |all )?(?:\w+ ){0,2}(?:tests?|review|backup|approval|checks?|build"
    r"|canary|window|replication|migration) (?:was|were|had|has|could|finished|passed|ended"
    r"|completed)\b"
    r"|and (?:then )?(?:went|left) (?:home|to lunch|to bed|on holiday|offline|for the day)\b"
    r"|despite (?:the |a |two |three |several )?(?:red|failing|failed|open|clear|explicit|known)\b"
    r"|to save (?:time|effort|money)\b|out of (?:habit|laziness|spite|convenience|boredom)\b|for convenience\b"
    r"|against (?:the )?(?:live|prod|production)\b|without \w+ing (?:\w+ )?first\b"
    r"|while (?:\w+ ){1,3}(?:was|were) still (?:red|failing|running|open|live|locked|serving|in use|pending|broken"
    r"|down)\b"
    r"|straight (?:to|into|on) (?:main|master|trunk|prod|production)\b"
    r"|rm -rf\b|drop (?:table|database)\b|terraform destroy\b|--force\b|chmod 777\b|reset --hard\b"
    r"|on a whim\b|on a hunch\b|in a hurry\b|against (?:the |all )?(?:policy|advice|procedure|rules"
    r"|runbook|instructions|orders|protocol|plan)\b"
    r"|(?:despite|in spite of|even though|although) [^,.;]{0,40}\b(?:warn|told|instruct|polic|runbook"
    r"|checklist|red)\w*)"
)
_HARM_DONE = (
    r"(?:lost|locked|broke|crashed|corrupted|wiped|exposed|leaked|caused|tripled|doubled|knocked"
    r"|vanished|disappeared|failed"
    r"|made (?:\w+ )?worse|made (?:matters|things|it) (?:even )?worse|went (?:down|dark|offline)|were lost|was lost"
    r"|took (?:\w+ ){0,4}(?:down|offline|out)|brought (?:\w+ ){0,4}(?:down|offline)|could not|led to|cost us"
    r"|(?:was|were) (?:down|broken|exposed|unreachable|skipped|overwritten|deleted|gone))\b"
)
ILL_EFFECT = (
    rf"(?:(?:and|which|thereby)(?: (?:then|thus|also|thereby|in turn|\w+ly))? {_HARM_DONE}"
    r"|(?:,? so|which meant|with the result|,) (?:that )?(?:the |a |an |our |half |all |every |its "
    rf"|most )?(?:[\w-]+ ){{1,3}}?{_HARM_DONE}"
    r"|\b(?:causing|breaking|crashing|corrupting|wiping|losing|exposing|leaking|taking down"
    r"|bringing down|locking|knocking"
    r"|making (?:matters|things|it) worse|(?:leading to|resulting in) (?:an? "
    r"|the )?(?:\w+ ){0,2}(?:outage|loss|failure|downtime"
    r"|errors?|leak|crash|incident|corruption|delay))\b)"
)
FAULT = (
    r"(?:fault|mistakes?|errors?|blunders?|oversights?|carelessness|negligence|typos?|slip|slip-up|slip-ups|mishap"
    r"|inattention|haste|incompetence|sloppiness|laziness|inexperience|recklessness|stupidity|lapse|lapses|neglect"
    r"|misjudge?ment|misunderstanding|misreading|misconfiguration|mix-up|screw-up|lack of (?:care|attention|discipline"
    r"|diligence|knowledge|experience|judge?ment|ownership|interest)|failure|failures|inability|refusal|unwillingness"
    r"|arrogance|forgetfulness|ignorance|indecision|hesitation|wrong \w+|bad \w+|botched \w+|sloppy \w+|careless \w+"
    r"|broken \w+|faulty \w+|buggy \w+|hasty \w+|untested \w+|unreviewed \w+)"
    r"(?! (?:report\w*|budgets?|rates?|handling|messages?|logs?|tracking|pages?|counts?|codes?"
    r"|domains?|tolerance|modes?|detection|alerts?|zones?|types?))"
)
ARTIFACT = (
    r"(?:changes?|commits?|scripts?|PR|pull request|deploy|deployment|code|query|patch|config|configuration|edit|merge"
    r"|rollout|command|fix|migration|release|push|update|refactoring|refactor|branch|upgrade|decision|action|rollback"
    r"|hotfix|experiment|test|job|rule|work|design|estimate|advice|review|approval)"
)
