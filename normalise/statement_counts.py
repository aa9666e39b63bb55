"""Measures stated without a verb of level: `Officers audited 182 premises`, `Two notices were served`, `81% of calls were
answered in time`, `34 fires in Northby, 28 in Southby`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from models.late import late
from normalise.periods import Period
from normalise.quantities import Quantity
from normalise.statement_parts import Statement, area_of, change_beside, done_to_people, is_place, subject_of
from normalise.statement_periods import nearest
from normalise.vocabularies import any_form, any_of, vocabulary

_LEAD = late(
    r"^(?:(?:In|During|Over|For|Since|By|At|As at|As of|Between|From|Within|On|Across|Throughout|Following|After)\b[^,]{2,70}"
    r"(?:,\s*|(?<=quarter)(?:\s|$)|(?<=month)(?:\s|$)|(?<=year)(?:\s|$)|(?<=period)(?:\s|$)))?"
    r"(?:a total of|some|only|just|over|nearly|almost|around|about|a further|another)?\s*$",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bthere\s+(?:were|was|have been|has been)\s+(?:some\s+|just\s+|only\s+|a total of\s+)?$", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"\b(?:to|will|would|should|could|must|may|might|can|not|never|if|planned|expected|target|aims?)\b", re.IGNORECASE
)
_NOUN = r"(?P<noun>(?:[\w’'&/-]+\s+){1,9}?)"
_LONGEST_SUBJECT = 6  # words
_AUX = r"(?:were|was|have been|has been|had been|have|has|had)"
_NOUN_END = late(
    r"[,;:(–.]|\s(?:in|on|during|by|between|over(?!\s+\d+\s+(?:minutes|hours|days|weeks|months)\b)|since|at|from|up|down|compared|against|versus|vs|which|that|who|was|were|is|are|has|have|"
    r"to|than(?!\s+\d+\s+(?:minutes|hours|days|weeks|months|years)\b)|and\s+(?:\d|[a-z]+ed\b|the\b|then\b)|as|because|under|within|across|with)\b",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"^(?:of|or|and|to|in|the|more|fewer|less|per|out|further|times?|(?:dai|week|month|quarter|year|annual)ly)\b",
    re.IGNORECASE,
)
_NO_NOUN_WITH = re.compile(  # a verb in it: the count is of something else, or of what is yet to come
    r"\b(?:to|will|would|should|could|must|may|might|was|were|is|are|stood|stands|averaged|totalled|remained|amounted)\b",
    re.IGNORECASE,
)
_SHARE_END = late(
    r",(?!\s+(?:\w+,\s+)*\w+\s+(?:and|or)\s)|[;:(–]|"
    r"\.(?:\s|$)|\s(?:compared|against|versus|vs|up from|down from|up on|down on|which|because|although|while|but|from\s+\d|"
    r"and\s+\d|"
    r"an?\s+(?:increase|rise|reduction|fall|decrease|improvement|drop|decline))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:we|it|they|this|these|that|which|there|he|she)\b", re.IGNORECASE)
_LEVEL = re.compile(
    r"\b(?:was|were|is|are|stood|stands|averaged|totalled|remained|represents?|amounted)\b", re.IGNORECASE
)
_OF_THE = re.compile(r"^Of (?:(?:the|these|all)\s+)?(?P<of>(?:[^,;]|,(?=\d)){3,120}),\s", re.IGNORECASE)
_BEFORE = re.compile(  # `(93.0% in the previous 12 months)`
    r"\b(?:(?:previous|prior|preceding|last|same)\s+(?:\d+\s+)?(?:year|quarter|months?|period|week)|(?:year|quarter|month)\s+(?:before|ago|earlier))\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(
    r"(?P<n>\d[\d,]*)\s+(?:(?P<noun>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,3}?)\s+)?(?:in|at|on)\s+(?:the\s+)?(?P<place>[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|ward|wards))*)"
)
_IN_A_PLACE = re.compile(  # `In Northby district 31 people were hurt`
    r"[Ii]n (?:the )?(?P<place>[A-Z][\w’'-]+(?:\s(?:(?:and|of)\s)?[A-Z][\w’'-]+){0,3})(?:\s(?:district|division|ward|area|county|borough))?"
)
_PLACE_WITH = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?:\s(?:(?:and|of)\s)?(?:[A-Z][\w’'-]+|ward|area|district))*)\s+"
    r"\((?P<n>\d[\d,]*%?)(?:,?\s+(?:up|down|compared with)\s*(?:from)?\s*(?P<b>\d[\d,]*%?))?\)"
)


def counted(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """A count of what was done: before the verb (`Two notices were served`), or behind it (`Officers audited 182 premises`)."""
    worded = [q for q in _worded(sentence) if not any(n.at <= q.at < n.until for n in numbers)]
    for number in sorted([*numbers, *worded], key=lambda q: q.at):
        if number.unit != "count" or number.sign or number.end_of_range:
            continue
        noun = _done_to(sentence, number) or _doers(sentence, number) or _there_were(sentence, number, periods)
        if not noun:
            continue
        baseline, before = in_brackets(sentence, number, numbers, periods)
        mine = nearest(sentence, number, [p for p in periods if p is not before])
        change = change_beside(sentence, number, numbers)
        lead = len(sentence) - len(sentence.lstrip())
        return Statement(
            start + lead, start + len(sentence), noun, number, baseline, change[0] if change else None,
            change[1] if change else None, mine, before,
            area_of(sentence, periods), 0.68,
        )  # fmt: skip
    return None


def _doers(sentence: str, number: Quantity) -> str:
    """The noun of a count that begins its sentence, where what follows is something done."""
    ahead = sentence[: number.at].strip(" •")
    place = _IN_A_PLACE.fullmatch(ahead)
    if _LEAD.match(ahead) is None and (place is None or not is_place(place["place"])):
        return ""
    match = _done_behind().match(sentence, number.until)
    noun = _noun(match["noun"]) if match is not None else ""
    done = done_to_people(sentence, number) if noun in {"people", "persons"} else ""
    return f"{noun} {done}".strip()


def _done_to(sentence: str, number: Quantity) -> str:
    """The noun of a count behind something done, which is no plan."""
    match = _done_before().search(sentence[: number.at])
    if match is None or _NOT_YET.search(sentence[: match.start()].rsplit(",", maxsplit=1)[-1]):
        return ""
    return noun_behind(sentence, number)


def noun_behind(sentence: str, number: Quantity) -> str:
    """What a count counts, from the words behind it; "" where these are no measure."""
    behind = sentence[number.until :]
    end = _NOUN_END.search(behind)
    return _noun(behind[: end.start() if end else len(behind)])


def _there_were(sentence: str, number: Quantity, periods: Sequence[Period]) -> str:
    """The noun of `There was one never event in the month`: what there was in some time."""
    when = bool(periods) or re.search(
        r"\b(?:in|during|over|for)\s+(?:the|this|last)\s+(?:month|quarter|year|period)\b", sentence
    )
    if not when or _THERE.search(sentence[: number.at]) is None:
        return ""
    return noun_behind(sentence, number)


def _noun(words: str) -> str:
    """What is counted, without what says only how it was; "" for papers, times and the like, which are no measure."""
    noun = re.sub(r"\s+(?:each|overall|altogether|in total|together|successfully)$", "", words.strip(" .")).strip()
    parts = noun.split()
    head = re.split(r"\s(?:of|for|in|on|with|from|at|(?:\w+ing )?(?:more|less|longer) than)\s", noun)[0].split()[
        -1:
    ] or [""]
    if not parts or len(parts) > 8 or _NO_NOUN.match(noun) or _NO_NOUN_WITH.search(noun):
        return ""
    known = vocabulary("counted_apart")
    return "" if head[0].casefold() in known or head[0].casefold().removesuffix("s") in known else noun


@cache
def _done_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{_NOUN}(?:{_AUX}\s+(?:\w+ly\s+|also\s+)?)?{any_form('done_verbs')}\b", re.IGNORECASE)


@cache
def _done_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_form('done_verbs')}\s+"
        r"(?:a total of\s+|some\s+|just\s+|only\s+|over\s+|nearly\s+|almost\s+|around\s+|a further\s+|another\s+)?$",
        re.IGNORECASE,
    )


@cache
def _number_word() -> re.Pattern[str]:
    """`seven`, `thirty`, `forty-three`."""
    ones = any_of(word for word, value in vocabulary("number_words").items() if int(value) < 10)
    return re.compile(rf"\b(?P<word>{any_form('number_words')})(?:[\s-](?P<one>{ones}))?\b", re.IGNORECASE)


def _worded(sentence: str) -> Iterator[Quantity]:
    """Counts printed as words: `two`, `Twenty-five`. `One` alone is mostly no count."""
    known = vocabulary("number_words")
    for match in _number_word().finditer(sentence):
        value = int(known[match["word"].casefold()])
        if match["one"] and value < 20:
            continue  # `two three-bedroom homes`
        value += int(known[match["one"].casefold()]) if match["one"] else 0
        follows = sentence[match.end() :].lstrip()
        there = _THERE.search(sentence[: match.start()]) is not None
        if (value > 1 or there) and not re.match(
            r"(?:-|in\s+(?:\w+\b)|per\s?cent|percent|million|hundred|thousand)", follows
        ):
            yield Quantity(value, "count", match.group(), *match.span())


def in_brackets(
    sentence: str, number: Quantity, numbers: Sequence[Quantity], periods: Sequence[Period]
) -> tuple[Quantity | None, Period | None]:
    """The earlier figure in the brackets behind a figure and its noun, with its period: `412 complaints (389 a year ago)`."""
    bracket = re.match(r"(?:[^();.]|\.(?=\d)){0,120}\((?P<in>[^()]*)\)", sentence[number.until :])
    if bracket is None:
        return None, None
    first, last = number.until + bracket.start("in"), number.until + bracket.end("in")
    figures = [q for q in numbers if first <= q.at < last and q.unit in {number.unit, "count", None}]
    theirs = [p for p in periods if first <= p.at < last]
    told = theirs or _BEFORE.search(bracket["in"]) is not None
    if len(figures) != 1 or not told or figures[0].sign:
        return None, None
    return figures[0], theirs[0] if theirs else None


def share_of(sentence: str, value: Quantity, periods: Sequence[Period]) -> str:
    """What a share is of, and what is true of it: `81% of calls were answered in 10 minutes` -> `calls answered in 10 minutes`.

    With a subject before its verb the subject leads: `The crew reached 71% of fires in time` -> `crew reached fires in time`.
    """
    behind = sentence[value.until :]
    joint = re.match(r"\)?\s+of\s+(?:the\s+|all\s+|our\s+|these\s+|those\s+)*", behind)
    if value.unit != "%" or joint is None:
        return ""
    before = re.sub(r"^.*?,\s+(?=\S+\s)", "", sentence[: value.at].strip(" •"), count=0)
    if _LEAD.match(sentence[: value.at].strip(" •")):
        before = ""
    if _LEVEL.search(before):
        return ""
    end = _SHARE_END.search(behind, joint.end())
    clause = behind[joint.end() : end.start() if end else len(behind)]
    for period in periods:
        clause = re.sub(
            rf"\s*\b(?:(?:in|during|for|at|by|over|since|to|of)\s+)?(?:the\s+)?{re.escape(period.text)}", "", clause
        )
    verb = re.search(rf"\s{_AUX}\s+|\s(?:are|is)\s+", clause)
    if verb is not None:
        clause = f"{clause[: verb.start()]} {clause[verb.end() :]}"
    elif not before or (_PRONOUN.match(before) and _done_before().search(f"{before} ") is None):
        return ""  # a share of something, of which nothing is said
    before = re.sub(r"^(?:The|the|A|An|Our)\s+", "", before)
    before = "" if _PRONOUN.match(before) else re.sub(r"\s+(?:just|only|over|almost|nearly|around|about)$", "", before)
    if len(before.split()) > _LONGEST_SUBJECT:
        return ""
    words = " ".join(f"{before} {clause}".split()).strip(" .")
    return words if 0 < len(words.split()) <= 18 else ""


def part_of_them(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """`Of the 640 complaints received, 81% were answered within ten days`: a share, or a part, of what is counted before it."""
    match = _OF_THE.match(sentence.strip())
    lead = len(sentence) - len(sentence.lstrip())
    if match is None:
        return None
    inside = [q for q in numbers if lead + match.start("of") <= q.at < lead + match.end("of")]
    shares = [q for q in numbers if q.at >= lead + match.end("of") and q.unit in {"%", "count"}]
    if len(inside) != 1 or not shares:
        return None
    what = sentence[inside[0].until : lead + match.end("of")].strip(" ,")
    for period in periods:
        what = re.sub(rf"\s*\b(?:in|during|for|at)?\s*{re.escape(period.text)}", "", what)
    done = re.match(r"[^.;,]*", sentence[shares[0].until :].lstrip(" )"))
    rest = re.sub(
        r"^(?:of (?:these|them)\s+)?(?:were|was|are|is|have been|had been|had|have)\s+",
        "",
        done.group() if done else "",
    ).strip()
    if not what or not rest or len(rest.split()) > 14:
        return None
    mine = periods[0] if periods else None
    return Statement(
        start + lead,
        start + len(sentence),
        f"{what} {rest}",
        shares[0],
        None,
        None,
        None,
        mine,
        None,
        area_of(sentence, periods),
        0.7,
    )


def of_places(sentence: str, start: int, periods: Sequence[Period]) -> list[Statement]:
    """One measure for each place of a list: `34 fires in Northby and 28 in Southby`, `fires in Northby (34) and Southby (28)`."""
    found = list(_IN_PLACE.finditer(sentence))
    if len(found) > 1 and found[0]["noun"] and all(m["noun"] in {None, found[0]["noun"]} for m in found):
        measure = found[0]["noun"]
    else:
        found = list(_PLACE_WITH.finditer(sentence))
        measure = subject_of(sentence[: found[0].start()], periods) if len(found) > 1 else ""
    gaps = [sentence[a.end() : b.start()] for a, b in pairwise(found)]
    if (
        len(found) < 2
        or not measure
        or any(re.fullmatch(r"[,;]?\s*(?:and|with)?\s*(?:in\s+)?(?:the\s+)?", g) is None for g in gaps)
    ):
        return []
    return [_of_place(sentence, start, match, measure, periods) for match in found]


def _of_place(sentence: str, start: int, match: re.Match[str], measure: str, periods: Sequence[Period]) -> Statement:
    value = _figure(match, "n")
    baseline = _figure(match, "b") if match.groupdict().get("b") else None
    mine = nearest(sentence, value, [p for p in periods if not match.start() <= p.at < match.end()])
    return Statement(
        start + match.start(),
        start + match.end(),
        measure,
        value,
        baseline,
        None,
        None,
        mine,
        None,
        match["place"],
        0.68,
    )


def _figure(match: re.Match[str], name: str) -> Quantity:
    text = match[name]
    return Quantity(
        int(text.rstrip("%").replace(",", "")), "%" if text.endswith("%") else "count", text, *match.span(name)
    )
