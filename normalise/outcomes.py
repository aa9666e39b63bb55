"""What a resolution decided, by its main verb: noted, approved, agreed, received, referred, requested, delegated, supported, other."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from models.late import late
from normalise.vocabularies import fold, vocabulary

_RECORD = re.compile(
    r"\b(?:correct|true|accurate|fair)\s+(?:and\s+\w+\s+)?(?:record|copy|minute)|\b(?:correctly|accurately)\s+recorded"
    r"|\bminutes\b[^.;]{0,90}?\b(?:be|is|are|was|were|as)\s+(?:true|correct|accurate)\b"
)
_BE = r"(?:be|is|are|was|were|been|being)"
_ADVERBS = r"(?:(?:\w+ly|also|hereby|formally|not|now|then)\s+){0,2}"
_BODY = (
    r"(?:board|panel|committee|council|cabinet|members|governors|trustees|executive|commission|group"
    r"|partnership|we|meeting|forum|councillors|court|senate|senatus|assembly|corporation|directors"
    r"|authority(?! (?:to|be)\b)|commissioners|trust|synod)"
)
_POST = (
    r"(?:officers?|clerk|director|head|manager|commissioner|chair(?:man|person)?|secretary|executive|leader"
    r"|treasurer|solicitor|engineer|team|"
    r"constable|officer|lead|opcc|pcc|staff|portfolio holder|administrator|auditors?|counsel|mayor|principal"
    r"|headteacher|contractor|supplier|ceo|cao|superintendent)"
)
_REQUEST = late(rf"\b{_POST}\b(?:(?!\bbe recommended\b)[^.;]){{0,40}}?\s(?:should|shall|will|must|to)\s+(?!be\b)\w+")
# `The Commissioner reports back`, `Panel Officers develop`: another is to act, without an auxiliary
_BARE_REQUEST = late(
    rf"^(?:that\s+)?(?:the\s+)?(?:(?!(?:of|with|on|to|for|in|from|by|that|be)\b)"
    rf"[\w’'&-]+\s+){{0,5}}?(?P<post>{_POST})\s+"
    rf"(?:(?:and|or)\s+(?!be\b)[\w’'-]+\s+)?(?P<verb>(?!{_BE}\b|and\b|or\b|of\b|for\b|on\b|in\b|to\b|from\b)\w+)",
)
_TAKEN_IN = late(
    r"\baccept(?:s|ed)?\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:report|correspondence|letter|petition"
    r"|presentation|statement|update|paper)s?\b|\b(?:report|correspondence|letter|petition|update)"
    r"s?\b[^.;]{0,60}?\baccepted\b"
)
# What was done under powers given before is not given anew: `the payments made under delegated authority`.
_DELEGATES = re.compile(
    r"(?<!under )(?<!by )(?<!using )(?<!with )(?<!through )(?<!via )\bdelegated\s+(?:power|authorit)"
)
_EMPOWERED = late(
    rf"\b{_POST}\b[^.;]{{0,60}}?\b{_BE}\s+(?:authori[sz]ed|empowered|given authority)(?:,[^,;.]{{3,60}},)?\s+to\b"
)
_AUTHORISES = late(
    rf"^(?:that\s+)?(?:(?:the\s+)?(?:[\w’'&-]+\s+){{0,4}}?{_BODY}\s+)?(?:(?:to|hereby)\s+)?authori[sz](?:e|es|ed)\s+(?:the\s+)?"
    rf"(?:(?!to\b)[\w’'&-]+\s+){{0,5}}?{_POST}\b[^.;]{{0,60}}?\s+to\s+\w+"
)
_BODY_ACTS = re.compile(rf"^(?!to\b)(?:the\s+)?(?:[\w’'&-]+\s+){{0,3}}?{_BODY}\s+")
_PREAMBLE = re.compile(
    r"^whereas\b.*?\b(?:now,?\s+therefore,?\s*(?:be it (?:further )?resolved(?: that)?)?"
    r"|be it (?:further )?resolved(?: that)?)\W*",
    re.DOTALL,
)


# What the text says besides of its papers: `copies of which had been circulated to each member,`.
_ASIDE = re.compile(
    r",?\s*(?:(?:a )?cop(?:y|ies) of )?which (?:had|has|have|was|were) (?:previously |already )?(?:been )?[^,;.]*,"
)
_MADE = re.compile(r"\b(?:bye-?laws?|orders?|regulations|schemes?)\b[^.;]{0,60}?\bbe made\b")


# `be, and they are hereby, approved`
_SOLEMN = re.compile(r"\bbe,?\s+and\s+(?:the same\s+|he\s+|she\s+|it\s+|they\s+)?(?:is|are)\s+hereby,?\s+")
# `tuhi / note the report`, `That the Board: a) whakaae / agree to …`: the verb in two languages, the second is the English one.
_TWO_TONGUES = re.compile(
    r"(?P<over>^|^that the [^:]{3,60})(?::?\s*\(?[a-z1]\)\s+)?(?:(?<=\s)|(?<!.))[^\W\d]+ / (?=[a-z])"
)
# What is to be done, in a verb that no list of ours has: `To raise the charges`.
_TO_DO = late(
    rf"^(?:that\s+)?(?:(?:the\s+)?(?:[\w’'&-]+\s+){{0,4}}?{_BODY}\s+)?to\s+{_ADVERBS}(?!be\b)(?P<verb>\w{{3,}})\b"
)
# put off, and handed to nobody: `deferred to the next meeting`, `deferred to a later date`, `deferred to June`
_PUT_OFF = late(
    r"\bdeferred to (?=(?:(?:the|a|an|its|our|their) )?(?:(?:next|following|future|later|subsequent|further|new|\w+ quarter)\b|\d"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b))"
)
# Of a resolution in verbs that no list of ours has: money or property goes somewhere; something is done; the meeting goes on otherwise
_GIVEN = late(
    r"^(?:that\s+)?(?:an?\s+|the\s+)?(?:[\w’'-]+\s+){0,2}?(?:grants?|donations?|payments?|sums?|funds?|funding|loans?|[£$€][\d,.]+\w*"
    r"|posts?|land|property|leases?|licen[cs]es?|contracts?|tenders?|quotations?|ordinances?)\b[^.;]{0,80}?\bbe\s+"
    r"(?:made|given|released|sold|leased|let|bought|spent|placed|transferred|allocated|advertised|filled|signed|written off)\b"
)
_ALLOWED = re.compile(
    rf"\b(?:consent|approval|assent|permission|sanction)\s+{_BE}\s+{_ADVERBS}(?:given|granted)\b"
)  # `consent is hereby given to the disposal`
_DONE = late(
    rf"^(?:that\s+)?(?:(?!\b(?:that|which|who)\b)[^.;:])*?\b(?:be|will|is to|are to)\s+"
    rf"{_ADVERBS}(?!put\b|asked\b|told\b|the\b|an?\b)\w{{3,}}"
)
_PROCEEDS = late(
    rf"^(?:that\s+)?(?:the\s+)?(?:[\w’'&-]+\s+){{0,3}}?{_BODY}\s+(?:now\s+)?(?:moves?|goe?s?|enters?|rises?|returns?|reconvenes?|recess(?:es)?"
    r"|convenes?|proceeds?|meets?|continues?)\b"
)
_CONDITION = re.compile(r"(?<=\w)\s+(?:if|unless)\s+[^,;]*")  # what it depends on decides nothing
_NO_DECISION = frozenset({"thank", "congratulate", "recommend"})


class Outcome(NamedTuple):
    """An outcome and the chance that it is the one the resolution's writer would name."""

    name: str
    confidence: float


class _Hit(NamedTuple):
    place: int
    name: str
    sure: float
    verb: str = ""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Where a verb of the vocabulary is the main verb: after a form of `be`, at the head, behind the body that acts."""
    ordered = sorted(vocabulary("outcomes"), key=len, reverse=True)
    forms = "|".join(re.escape(v).replace(r"\-", "[ -]") for v in ordered)
    verb = rf"(?P<verb>{forms})\b"
    return (
        (re.compile(rf"\b{_BE}\s+{_ADVERBS}{verb}"), 0.92),
        (
            re.compile(
                rf"^(?:that\s+)?(?:(?:the\s+)?(?:[\w’'&-]+\s+){{0,4}}?{_BODY}\s+)?(?:to\s+|has\s+|have\s+"
                rf"|had\s+|be\s+)?{_ADVERBS}{verb}"
            ),
            0.9,
        ),
        (re.compile(rf"\b{_BODY},?\s+(?:has\s+|have\s+|had\s+|to\s+)?{_ADVERBS}{verb}"), 0.88),
    )


def outcome_of(text: str, lead_in: str | None = None) -> Outcome:
    """The outcome of a resolution. `lead_in` stands over its list (`agreed the following:`), for texts without a verb."""
    folded = _ASIDE.sub(" ", _PREAMBLE.sub("", fold(text.strip('“”"‘’ '))))
    if folded.startswith("that mayor and council"):  # a council in Alberta, 2024
        folded = folded.replace("mayor and council", "council", 1)
    if "hereby" in folded:
        folded = _SOLEMN.sub("be ", folded)
    if "deferred to" in folded:
        folded = _PUT_OFF.sub("deferred until ", folded)
    if " / " in folded:
        folded = _TWO_TONGUES.sub(r"\g<over> ", folded, count=1).lstrip()
    if lead_in and lead_in.rstrip().endswith(":") and (label := fold(lead_in)) in vocabulary("outcomes"):
        return Outcome(vocabulary("outcomes")[label], 0.9)  # `NOTED:` printed over it
    if _RECORD.search(folded) and "not" not in folded.split():
        return Outcome("approved", 0.9)
    if _EMPOWERED.search(folded):
        return Outcome("delegated", 0.85)
    if _DELEGATES.search(folded) or _AUTHORISES.search(folded):
        return Outcome("delegated", 0.85)
    if _MADE.search(folded):
        return Outcome("approved", 0.85)
    best = min(_hits(_CONDITION.sub(" ", folded)), default=None)
    if best is not None and best.verb.startswith("accept"):
        return Outcome("received" if _TAKEN_IN.search(folded) else "approved", 0.85)
    if best is not None and best.name != "other":
        return Outcome(best.name, best.sure)
    if lead_in and (verb := vocabulary("outcomes").get(fold(lead_in))) is not None:
        return Outcome(verb, 0.85)  # a verb in capitals, whoever acts: `The Friends of the Isle APPROVED …`
    if lead_in:
        loose = re.search(
            r"\b(agree|approve|note|support|receive|delegate|granted|recommendation|following (?:points|requests"
            r"|questions|comments))",
            fold(lead_in),
        )
        if loose:
            return Outcome(
                "requested"
                if loose[1].startswith(("recommendation", "following"))
                else vocabulary("outcomes")[loose[1]],
                0.85,
            )
    if best is not None:
        return Outcome("other", 0.85)
    if _GIVEN.search(folded) or _ALLOWED.search(folded):
        return Outcome("approved", 0.7)
    return Outcome("agreed" if _DONE.search(folded) or _PROCEEDS.search(folded) else "other", 0.7)


def _hits(folded: str) -> list[_Hit]:
    known = vocabulary("outcomes")
    found: list[_Hit] = []
    for pattern, sure in _patterns():
        match = pattern.search(folded)
        if match:
            found.append(
                _Hit(
                    match.start("verb"),
                    known[match["verb"].replace(" ", "-")] if match["verb"] not in known else known[match["verb"]],
                    sure,
                    match["verb"],
                )
            )
    if not found and (acts := _BODY_ACTS.match(folded)):  # `thanked Mr R and noted his story`
        later = re.search(rf"\b(?P<verb>{'|'.join(v for v in known if v.endswith('ed'))})\b", folded[acts.end() :])
        if later:
            found.append(_Hit(acts.end() + later.start(), known[later["verb"]], 0.8))
    request = _REQUEST.search(folded)
    if request:
        found.append(_Hit(request.start(), "requested", 0.85))
    done = _TO_DO.search(folded)
    if done and done["verb"] not in known and done["verb"] not in _NO_DECISION:
        found.append(_Hit(done.start("verb"), "agreed", 0.78, done["verb"]))
    bare = _BARE_REQUEST.match(folded)
    if bare and bare["verb"] not in known:
        found.append(_Hit(bare.start("post"), "requested", 0.8))
    return found
