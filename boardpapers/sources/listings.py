"""What lists papers: a publisher's index page, and the answers of ModernGov's web service. Nothing is asked of anybody here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from boardpapers.sources.addresses import joined
from boardpapers.sources.errors import NotAllowed, NothingListed

_LONGEST = 500  # characters of what a link is called


@dataclass(frozen=True, slots=True)
class Link:
    """An address that something leads to."""

    url: str
    title: str | None = None  # what the link is called
    found_on: str | None = None


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee of a ModernGov site."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a committee; `day` is None where the site writes it in a way that we do not know."""

    number: str
    day: date | None


def links_of(page: bytes, url: str, charset: str | None = None) -> list[Link]:
    """The links of a web page to other addresses of the web, each once, in their order. Others (mail, scripts) are left out.
    `charset` is what the site says of the page; without it, or where there is no such, what the page says of itself counts.
    """
    root = _parsed(page, charset)
    if root is None:
        return []
    base = next((_led_to(url, element.get("href")) for element in root.iter("base")), None) or url
    found: dict[str, Link] = {}
    for element in root.iter("a", "area"):
        address = _led_to(base, element.get("href"))
        if address and address not in found:
            found[address] = Link(address, _shown(element.text_content()))
    return list(found.values())


def _led_to(base: str, href: str | None) -> str | None:
    try:
        return joined(base, href) if href else None
    except NotAllowed:  # mailto:, javascript:, or no address at all
        return None


def _parsed(page: bytes, charset: str | None) -> HtmlElement | None:
    try:
        parser = HTMLParser(encoding=charset, no_network=True)
    except LookupError:
        parser = HTMLParser(no_network=True)
    try:
        return document_fromstring(page, parser=parser)
    except (ParserError, ValueError):  # nothing in it
        return None


def _shown(text: str) -> str | None:
    """Text of a stranger's, fit for a line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text[:_LONGEST]).split()) or None


def is_pdf(url: str) -> bool:
    """Whether an address says of itself that it is a PDF."""
    return unquote(urlsplit(url).path).casefold().endswith(".pdf")


def committees_of(answer: bytes) -> list[Committee]:
    """The committees in an answer to GetCommittees. Raises NothingListed where it is no such answer."""
    found = [
        Committee(number, _text(element, "committeetitle") or number)
        for element in _elements(answer, "committee")
        if (number := _text(element, "committeeid")) and not _is_true(element, "committeedeleted")
    ]
    if not found:
        raise NothingListed("It names no committee: is that the address of a ModernGov site?")
    return found


def meetings_of(answer: bytes) -> list[Meeting]:
    """The meetings in an answer to GetMeetings. Raises NothingListed where it is no such answer."""
    return [
        Meeting(number, _day(_text(element, "meetingdate")))
        for element in _elements(answer, "meeting")
        if (number := _text(element, "meetingid"))
    ]


def papers_of(answer: bytes, url: str) -> list[Link]:
    """The papers in an answer to GetMeeting that anybody may read. Raises NothingListed where it is no such answer."""
    found: dict[str, Link] = {}
    for element in _elements(answer, "linkeddoc"):
        address = _text(element, "url")
        whole = _led_to(url, address) if address else None
        if whole and not _is_true(element, "isrestricted"):
            whole = _as_secure_as(url, whole)
            found.setdefault(whole, Link(whole, _shown(_text(element, "title") or "")))
    return list(found.values())


def _elements(answer: bytes, name: str) -> Iterator[Element]:
    try:
        root: Element = fromstring(answer)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise NothingListed(
            f"It answers with something that is no list of ModernGov's ({error}); check the address."
        ) from error
    return (element for element in root.iter() if _name(element) == name)


def _text(element: Element, name: str) -> str | None:
    """What a part of an element says. ModernGov sometimes escapes twice; white space counts for nothing."""
    for part in element:
        if _name(part) == name:
            return " ".join(unescape(part.text or "").split()) or None
    return None


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].casefold() if isinstance(element.tag, str) else ""


def _is_true(element: Element, name: str) -> bool:
    return (_text(element, name) or "").casefold() == "true"


def _day(text: str | None) -> date | None:
    if not re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text or ""):
        return None
    try:
        return datetime.strptime(str(text), "%d/%m/%Y").date()  # noqa: DTZ007 (a day, without a clock)
    except ValueError:
        return None


def _as_secure_as(site: str, url: str) -> str:
    """ModernGov writes http:// for papers of sites that are asked by https://."""
    ours, theirs = urlsplit(site), urlsplit(url)
    if (
        ours.scheme == "https"
        and theirs.scheme == "http"
        and ours.hostname == theirs.hostname
        and theirs.port in (None, 80)
    ):
        return theirs._replace(scheme="https", netloc=ours.netloc).geturl()
    return url
