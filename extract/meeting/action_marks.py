"""Marks that call what follows an action: `Action:`, `ACTION JB:`, `Action LB/SR by 6 Sept:`, `AI-3 (JB):`, `[Action: …]`."""

from __future__ import annotations

import re

_HEADS = ("A", "(", "[", "N", "F", "→", "➔", "➜", "➞", "⇒")  # what a mark begins with
# Who acts, in `Action LB/SR by 6 Sept: …`; an action plan, log or list is none.
_NOBODY = (
    r"(?!(?:PLAN|LOG|LIST|NOTE|ITEM|DUE|BY|NO|BOX|TEAM|AREA|TIME|WEEK|FORM|DATE|TYPE|ZONE|CODE|ID|REF|WHO|LEAD|MINUTE"
    r"|AGREED|Agreed|RESOLVED)S?\b)"
)
SIGNED_BY = rf"{_NOBODY}(?:(?:[A-Z]{{2,4}}|All|ALL)(?:\s?[/,&+]\s?[A-Z]{{2,4}})*)"
# `Action for Theo: …`, `Action by Sara Quist: …`
_NAMED = (
    r"(?:(?:(?<=for )|(?<=by )|(?<=FOR )|(?<=BY ))[A-Z][\w’'.-]*(?:(?:\s*[/,&]\s*|\s+and\s+|\s+)[A-Z][\w’'.-]*){0,5})"
)
# `AI-3: …`, `AP 12 (LB): …`: the number of an action, by which lists of open bodies call it
_NUMBERED = re.compile(
    r"^\[?(?P<ref>A[IP][-\s#]{0,2}\d{1,4}(?:[./-]\d{1,4})*)\s*(?:[\[(](?P<meta>[^)\]]{1,80})[)\]])?\s*(?:[:–—]|-\s)\s*"
    r"(?P<who>(?!))?(?P<by>(?!))?"  # never there: who acts stands in the brackets, or in the words
)
# `ACTION JB to write …`, `ACTION Harbour Master to ask …`: capitals alone set the mark off from who acts
_UNSIGNED = (
    rf"(?<=ACTION)\s+(?={_NOBODY}(?:[A-Z][\w’'.-]*(?:\s*[,/&]\s*|\s+(?:and\s+|of\s+)?)){{1,5}}to\s+(?!be\b)[a-z])"
)
# `Action JB to write …`
_SIGNED_TO = (
    r"(?<=Action)\s+(?=[A-Z]{2,4}(?:\s?[/,&+]\s?[A-Z]{2,4}|\s+and\s+[A-Z]{2,4})*\s+(?:to|will)\s+(?!be\b)[a-z])"
)
# `→ JB to write …`, `→ JB: write …`
_ARROW = re.compile(
    rf"^[→➔➜➞⇒]\s*(?P<ref>(?!))?(?P<meta>(?!))?(?:(?P<who>{SIGNED_BY})(?P<by>(?!))?\s*(?::|[–—-]\s)\s*"
    rf"|(?={SIGNED_BY}\s+(?:to|will)\s+(?!be\b)[a-z]))"
)
_MARK = re.compile(
    r"^\(?\[?(?:(?:AGREED|Agreed|NEW|New|FURTHER|Further|FOLLOW[- ]UP|Follow[- ]up) )?(?:ACTION|Action|(?<=[a-z] )action)(?:S|s)?"
    r"(?: (?:(?:POINT|Point|point)[Ss]?|REQUIRED|Required|required|(?:ITEM|Item)[Ss]?(?=\s*[:–-]\s+[A-Z]{2,4}\s+(?:to|will)\s)))?"
    r"(?:\s+(?:ARISING|[Aa]rising|AGREED|[Aa]greed))?(?:\s+(?P<ref>(?:No\.?\s*)?[A-Z]{0,4}[-/.]?\d[\w./-]*))?(?:\s+(?:for|FOR|by|BY|on|ON))?"
    rf"(?:\s+(?P<who>{SIGNED_BY}|{_NAMED})(?:,?\s+(?P<by>(?:by|due|before)\s[^:]{{3,30}}))?(?=\s*:|\s+[–—-]\s+[^\W\d_]))?"
    rf"(?:\s*[\[(](?P<meta>[^)\]]{{1,80}})[)\]])?(?:\s*(?:[:–—]|-\s)\s*|{_UNSIGNED}|{_SIGNED_TO})"
)
# `Action (Consent): A. Approval of Contracts`: what kind of business an item of the agenda is, not what `A. Smith to write` is to do
_ITEM = re.compile(r"[A-Z]\.\s+[A-Z\d][\w’'&/()-]*\s+(?:(?:of|and|the|for|in|on|to)\s+)*[A-Z\d][\w’'&/()-]*\s+\S")
MIDDLE = re.compile(r"(?<=[.!?)])\s+[\[(]?(?:ACTION|Action)(?: (?:point|Point|\d+))?\s*[:–—]\s+(?=\S)")


def mark_of(text: str) -> re.Match[str] | None:
    """The mark at the head of a text, its parts as the groups `ref`, `meta`, `who` and `by`; None where none stands there."""
    if not text.startswith(_HEADS):
        return None
    found = _MARK.match(text) or (_NUMBERED if text[0] in "A[(" else _ARROW).match(text)
    return found if found is None or _ITEM.match(text, found.end()) is None else None


def shut(text: str, mark: re.Match[str]) -> int:
    """Where the words behind a mark end: before the bracket that closes one which opens the mark (`[Action: JB to write]`)."""
    opened = text[mark.start() : mark.end()].lstrip()[:1]
    end = len(text.rstrip(" ."))
    closed = {"[": "]", "(": ")"}.get(opened)
    inside = text[mark.end() : end]
    if closed is None or not inside.endswith(closed) or inside.count(closed) <= inside.count(opened):
        return len(text)
    return end - 1
