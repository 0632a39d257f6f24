"""Barbs, threats, and the search for the one who did it."""

from model.blameless.people import OWN
from model.blameless.phrases import HUMAN, LIKELY, anyone
from model.blameless.rule import DENIED, GAP, Rule, rule

__all__ = ["TONE"]

TONE: tuple[Rule, ...] = (
    rule(
        "sarcasm",
        rf"\b(?:nice|kind|good|generous|sweet|thoughtful) of {HUMAN} to\b",
    ),
    rule(
        "punishment",
        rf"(?:{HUMAN}['’]s?|{anyone(OWN)}) (?:\w+ ){{0,3}}(?:rights|access|privileges|bonus|permissions) "
        r"(?:have|has|was|were|will|is|are) (?:\w+ )?(?:been |be )?(?:withdrawn|revoked|removed|suspended|cut"
        r"|taken|stripped)\b(?! (?:by mistake|in error|automatically))",
    ),
    rule(
        "punishment",
        rf"{HUMAN} (?:will |must |should )?(?:loses?|lost|forfeits?|forfeited|hands? in) {anyone(OWN)} (?:\w+ ){{0,2}}"
        r"(?:rights|access|privileges|permissions|bonus|badge)\b",
    ),
    rule(
        "who",
        r"\b(?:find out|finding out|figure out|know|establish|determine|asked?|identify|see|learn) (?:exactly )?which "
        rf"{HUMAN} (?:is|was|had|has|did|caused|broke|pushed|approved|deployed|deleted|changed|ran|made)\b",
        DENIED,
    ),
    rule(
        "punishment",
        r"\b(?:next|second|third|repeat|first) offen[cs]e\b",
    ),
    rule(
        "sarcasm",
        rf"\b(?:thanks|thank you) to {HUMAN}(?!,? who\b)(?! (?:for|and {HUMAN} for)\b),? (?:we|the|our|half|all"
        r"|every|nobody|customers|users|it|a|an|production)\b(?![^.;:]{0,60}\b(?:recover\w*|fast|quick\w*"
        r"|restored|fixed|saved|calm|found|well|shorter|back|only took)\b)",
    ),
    rule(
        "sarcasm",
        r"\b(?:great|nice|good|brilliant|excellent|fine|bravo|well done|congratulations|kudos|props|hats off"
        rf"|thanks)\b[^.;:]{{0,20}}?[ ,]+(?:to )?(?:those who|the (?:genius|hero) who|{HUMAN}"
        r"(?: who)?)[^.;:]{0,60}?\b(?:turned off|broke|deleted|approved|thought|decided|pushed|left|disabled"
        r"|forgot|skipped|ignored|merged)\b",
    ),
    rule(
        "sarcasm",
        rf"{HUMAN}{GAP}{{0,50}}?\b(?:yet again|once again|as usual|as always|as ever|for the (?:second|third"
        rf"|fourth|fifth|hundredth) time)\b|\b(?:as usual|yet again|as always|once again),? {HUMAN}",
    ),
    rule(
        "sarcasm",
        rf"{HUMAN} (?:broke|breaks|forgot|did|does|failed|missed|launched|changed|deployed"
        rf"|shipped){GAP}{{0,40}} again\b",
    ),
    rule(
        "sarcasm",
        r"\b(?:apparently|evidently|clearly|obviously|of course|surely)\b,? [^.;:]{0,60}?(?:\b(?:optional"
        rf"|too much to ask|beyond|above|common sense|never heard)\b|{HUMAN} (?:thought|felt|decided|knew"
        r"|believed|did not|didn['’]t|had better|has better|could not|cannot|can['’]t))",
    ),
    rule(
        "sarcasm",
        rf"\bwould have (?:sufficed|been enough|helped)\b[^.;:]{{0,30}}{HUMAN}"
        rf"|{HUMAN}[^.;:]{{0,60}}\bwould have (?:sufficed|been enough)\b",
    ),
    rule(
        "sarcasm",
        rf"\breasons? (?:best |only )*known (?:only )?to {LIKELY}|\btoo busy (?:to|with)\b"
        rf"|{HUMAN}{GAP}{{0,20}} better things to do\b|\bof all people\b|\bdid it (?:ever |not )?occur to\b",
    ),
    rule(
        "sarcasm",
        rf"\b(?:maybe|perhaps|hopefully|let['’]s hope|next time)\b[^.;:]{{0,20}}?{HUMAN} (?:will|would|could"
        r"|can|might|should) (?:\w+ )?(?:read|learn|think|listen|check|test|remember|look|ask|tell|wait"
        r"|follow)\b",
    ),
    rule(
        "sarcasm",
        rf"\b(?:we|i) (?:had )?(?:told|warned|reminded) {HUMAN}|\b(?:remind|teach|babysit|explain to) {HUMAN} "
        r"(?:how|to|that|again|what|every)\b",
        unless=r"\b(?:blam(?:e|ing)|punish\w*)\b",
    ),
    rule(
        "sarcasm",
        rf"\b(?:is|was) not (?:our|my) job to\b|\b(?:with all due respect|no offen[cs]e)\b[^.;]{{0,80}}{HUMAN}"
        r"|\bfor some people\b",
    ),
    rule(
        "punishment",
        rf"{HUMAN}{GAP}{{0,50}}? (?:will be|was|were|has been|have been|is being|should be|must be|to be|got"
        r"|gets?|been) (?:\w+ly )?(?:written up|disciplined|reprimanded|fired|sacked|demoted|suspended"
        r"|punished|penali[sz]ed|sanctioned|held (?:accountable|responsible|liable)|let go|spoken to|retrained"
        r"|warned formally|put on a plan|taken off|removed from|stripped)\b",
    ),
    rule(
        "punishment",
        rf"\b(?:hold|holding|holds|make|making) {HUMAN} (?:\w+ly )?(?:accountable|responsible|liable|pay)\b",
    ),
    rule(
        "punishment",
        rf"\b(?:fire|sack|discipline|reprimand|punish|demote|penali[sz]e|retrain) {HUMAN}",
        r"\b(?:not|never|nobody)\b",
    ),
    rule(
        "punishment",
        r"\b(?:revoke|remove|withdraw|take away|take|lost|lose|loses)\b[^.;:]{0,30}\b(?:access|rights|bonus"
        rf"|privileges?)\b[^.;:]{{0,30}}\b(?:from {HUMAN}|as a punishment|until (?:he|she|they) learn)"
        rf"|{HUMAN}{GAP}{{0,50}}\bas a (?:punishment|consequence|warning)\b",
    ),
    rule(
        "punishment",
        rf"{HUMAN}[^.;:]{{0,60}}\b(?:there will be|face|faces|expect|suffer)\b[^.;:]{{0,12}}\b(?:consequences"
        r"|disciplinary|sanctions)\b",
    ),
    rule(
        "who",
        r"\b(?:the )?(?:person|individual|one|engineer|developer|operator|someone) (?:who (?:did|caused|broke"
        r"|approved|pushed|is responsible|was responsible)|responsible for|at fault|to blame)\b",
        DENIED,
    ),
    rule(
        "punishment",
        rf"{HUMAN}[^.;:]{{0,30}}? (?:answer|pay|be punished|own up|atone) for\b"
        rf"|{HUMAN}[^.;:]{{0,30}}? (?:face the music|take the (?:blame|fall|rap)"
        r"|bear the consequences|be made an example)\b",
        r"\bcustomers?\b",
    ),
)
