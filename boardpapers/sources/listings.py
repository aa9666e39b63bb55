"""What lists papers: a publisher's index page, and the answers of ModernGov's web service. Nothing is asked of anybody here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from boardpapers.sources.addresses import checked
from boardpapers.sources.errors import NotAllowed, NothingListed


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


def links_of(page: str, url: str) -> list[Link]:
    """The links of a web page to other addresses of the web, each once, in their order. Others (mail, scripts) are left out."""
    reader = _Links()
    reader.feed(page)
    reader.close()
    base = urljoin(url, reader.base) if reader.base else url
    found: dict[str, Link] = {}
    for href, words in reader.found:
        try:
            address = checked(urljoin(base, href)).url
        except (NotAllowed, ValueError):  # mailto:, javascript:, or no address at all
            continue
        found.setdefault(address, Link(address, " ".join("".join(words).split()) or None))
    return list(found.values())


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
        if address and not _is_true(element, "isrestricted"):
            whole = _as_secure_as(url, urljoin(url, address))
            found.setdefault(whole, Link(whole, _text(element, "title")))
    return list(found.values())


class _Links(HTMLParser):
    """Collects where a page's links lead, and what they say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.base: str | None = None
        self.found: list[tuple[str, list[str]]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag == "base" and self.base is None:
            self.base = href
        elif tag in ("a", "area") and href:
            self.found.append((href, []))
            self._open = tag == "a"

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1][1].append(data)


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
