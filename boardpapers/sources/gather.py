"""From publishers to papers on this machine: lists are read, and what is new or may have changed is fetched."""

from __future__ import annotations

import queue
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from boardpapers.outcomes import FETCHED, PROGRAM_FAULT, TO_BE_FETCHED
from boardpapers.sources.addresses import checked
from boardpapers.sources.client import Answer, Client, Since
from boardpapers.sources.depot import Depot, name_in, safe_name
from boardpapers.sources.errors import FetchError, NotAPaper, NothingListed, Stopped, TooMuch
from boardpapers.sources.files import Source
from boardpapers.sources.listings import Link, committees_of, is_pdf, links_of, meetings_of, papers_of
from boardpapers.sources.publishers import Index, Manners, ModernGov, Publisher
from load.downloads import Fetched

_AT_ONCE = 8  # publishers; each host is asked one thing at a time all the same
_MOST_PAGES, _MOST_PAPERS = 500, 50_000  # of one index


@dataclass(slots=True)
class Known:
    """What earlier runs left: how each address was fetched, and which papers (by SHA-256) are to be fetched anew."""

    downloads: Mapping[str, Fetched] = field(default_factory=dict)
    anew: Callable[[str | None], bool] = lambda _: False


Note = Callable[[Fetched, bool], None]
"""Keeps what came of an address, and whether its paper arrived. Called in the caller's own thread."""


def gather(
    publishers: Sequence[Publisher], folder: Path, manners: Manners, known: Known, note: Note, *, dry_run: bool = False
) -> list[Source]:
    """The papers of all publishers that are to be had from the web, publisher by publisher, each address once.

    What could not be fetched is a Source with a problem. `folder` is the store of downloads; with `dry_run` lists are asked
    for, papers are not, and nothing is written.
    """
    client, notes = Client(manners), queue.SimpleQueue[tuple[Fetched, bool]]()
    errand = _Errand(client, Depot(folder), manners, known, lambda *told: notes.put(told), dry_run)
    remote = [publisher for publisher in publishers if publisher.is_remote]
    with ThreadPoolExecutor(max(1, min(_AT_ONCE, len(remote)))) as threads:
        try:
            done = [threads.submit(errand.run, publisher) for publisher in remote]
            _pass_on(notes, done, note)
        except BaseException:
            client.stop()
            raise
    return [source for future in done for source in future.result()]


def _pass_on(notes: queue.SimpleQueue[tuple[Fetched, bool]], done: Sequence[Future[list[Source]]], note: Note) -> None:
    while True:
        ended = all(future.done() for future in done)  # looked at first: what is noted by then is in the queue
        try:
            note(*notes.get(timeout=0 if ended else 0.1))
        except queue.Empty:
            if ended:
                return


class _Errand:
    """One run's fetching; its methods are called by several threads."""

    def __init__(self, client: Client, depot: Depot, manners: Manners, known: Known, note: Note, dry_run: bool) -> None:
        self._client, self._depot, self._manners, self._known = client, depot, manners, known
        self._note, self._dry_run = note, dry_run
        self._asked: set[str] = set()
        self._lock = threading.Lock()

    def run(self, publisher: Publisher) -> list[Source]:
        """All papers of a publisher. A fault of ours costs those of this publisher that were still to come, and is told."""
        found: list[Source] = []
        try:
            found.extend(replace(paper, fiscal_year=publisher.fiscal_year) for paper in self.papers_of(publisher))
        except Stopped:
            raise
        except Exception as error:
            reason = f"The program is at fault, not the site: {type(error).__name__}: {error}; please report it."
            found.append(Source(Path(safe_name(publisher.name)), (PROGRAM_FAULT, reason), aside=True))
        return found

    def papers_of(self, publisher: Publisher) -> Iterator[Source]:
        """All papers of a publisher. One list or address that fails stops none of the others."""
        for url in publisher.urls:
            yield from self._paper(Link(url), publisher, listed=False)
        for index in publisher.indexes:
            yield from self._listed(publisher, index.url, self._in_index(index))
        for site in publisher.moderngov:
            yield from self._listed(publisher, site.url, self._in_moderngov(site))

    def _listed(self, publisher: Publisher, url: str, links: Iterator[Link | FetchError]) -> Iterator[Source]:
        """The papers of one list, then those that it no longer lists and that were fetched before."""
        try:
            for link in links:
                if isinstance(link, FetchError):
                    yield _failed_list(url, publisher, link)
                else:
                    yield from self._paper(replace(link, found_on=url), publisher, listed=True)
        except FetchError as error:
            yield _failed_list(url, publisher, error)
        for before in self._known.downloads.values():
            stored = self._depot.find(before.sha256) if before.found_on == url and before.sha256 else None
            if stored is not None and self._first(before.url):
                yield _kept(stored, before)

    def _in_index(self, index: Index) -> Iterator[Link | FetchError]:
        waiting, seen, papers, failed = [index.url], {index.url}, 0, False
        while waiting:
            url = waiting.pop(0)
            try:
                answer, body = self._client.page(url)
            except FetchError as error:
                failed = True
                yield error  # the other pages are read all the same
                continue
            for link in links_of(body, answer.url, answer.charset):
                if re.search(index.links, link.url) if index.links else is_pdf(link.url):
                    papers += 1
                    yield link
                elif index.follow and link.url not in seen and re.search(index.follow, link.url):
                    seen.add(link.url)
                    waiting.append(link.url)
            if len(seen) > _MOST_PAGES or papers > _MOST_PAPERS:
                most = f"{_MOST_PAGES} pages or {_MOST_PAPERS} papers"
                yield TooMuch(f"It leads to more than {most}; give narrower `follow` and `links`.")
                return
        if not papers and not failed:
            raise NothingListed("It links to no paper; has the publisher moved them, or does `links` not fit?")

    def _in_moderngov(self, site: ModernGov) -> Iterator[Link | FetchError]:
        service = f"{site.url.rstrip('/')}/mgWebService.asmx"
        since = datetime.now(UTC).date() - timedelta(days=site.days)
        wanted = {name.casefold() for name in site.committees}
        there = committees_of(self._client.page(f"{service}/GetCommittees")[1])
        chosen = [c for c in there if not wanted or {c.number, c.name.casefold()} & wanted]
        for name in wanted - {text for c in chosen for text in (c.number, c.name.casefold())}:
            named = ", ".join(sorted(c.name for c in there))
            yield NothingListed(f"It has no committee {name}; it has: {named}.")
        for committee in chosen:
            try:
                yield from self._of_committee(service, committee.number, since)
            except FetchError as error:
                yield error

    def _of_committee(self, service: str, number: str, since: date) -> Iterator[Link | FetchError]:
        until = datetime.now(UTC).date() + timedelta(days=366)
        asked = f"lCommitteeId={number}&sFromDate={since:%d/%m/%Y}&sToDate={until:%d/%m/%Y}"
        for meeting in meetings_of(self._client.page(f"{service}/GetMeetings?{asked}")[1]):
            if meeting.day is not None and meeting.day < since:
                continue  # some sites answer with all meetings there ever were
            url = f"{service}/GetMeeting?lMeetingId={meeting.number}"
            try:
                yield from papers_of(self._client.page(url)[1], url)
            except FetchError as error:
                yield error

    def _paper(self, link: Link, publisher: Publisher, *, listed: bool) -> Iterator[Source]:
        try:
            url = checked(link.url).url
        except FetchError as error:
            yield Source(Path(safe_name(link.title, "address")), (error.outcome, str(error)), url=link.url)
            return
        if not self._first(url):
            return
        before = self._known.downloads.get(url)
        stored = self._depot.find(before.sha256) if before and before.sha256 else None
        anew = before is not None and self._known.anew(before.sha256)
        if before is not None and listed and not anew and self._is_recent(before):
            if stored is not None and before.outcome == FETCHED:
                yield _kept(stored, before)
                return
            if before.outcome == NotAPaper.outcome:
                yield Source(_named(link), (before.outcome, before.reason or ""), url=url, quarantined=True)
                return
        if self._dry_run:
            asked = (TO_BE_FETCHED, "A dry run: the paper is not fetched.")
            yield Source(_named(link), asked, url=url) if stored is None or before is None else _kept(stored, before)
            return
        yield from self._asked_for(replace(link, url=url), publisher, before, stored if not anew else None)

    def _asked_for(
        self, link: Link, publisher: Publisher, before: Fetched | None, stored: Path | None
    ) -> Iterator[Source]:
        """Asks for a paper, whether it has changed where it is stored; notes what came of it."""
        since = Since(before.etag, before.last_modified) if before and stored else Since()
        told = before or Fetched(link.url, _now(), FETCHED)
        told = replace(
            told,
            checked_at=_now(), outcome=FETCHED, reason=None, publisher=publisher.name or told.publisher,
            found_on=link.found_on or told.found_on, title=link.title or told.title,
        )  # fmt: skip
        try:
            with self._depot.incoming() as file:
                answer = self._client.fetch(link.url, file, look=_is_paper, since=since)
                if answer.size is not None:
                    stored, sha256 = self._depot.keep(file, _name_of(answer, link))
                    told = replace(
                        told,
                        sha256=sha256, size=answer.size, etag=answer.etag, last_modified=answer.last_modified, fetched_at=_now(),
                    )  # fmt: skip
        except FetchError as error:
            self._note(replace(told, outcome=error.outcome, reason=str(error)), False)
            yield Source(_named(link), (error.outcome, str(error)), url=link.url, aside=stored is not None)
            if stored is not None and before is not None:
                yield _kept(stored, before)
            return
        assert stored is not None
        self._note(told, True)
        yield _kept(stored, told)

    def _first(self, url: str) -> bool:
        """Whether an address is met for the first time in this run."""
        with self._lock:
            met = url in self._asked
            self._asked.add(url)
            return not met

    def _is_recent(self, before: Fetched) -> bool:
        asked = datetime.fromisoformat(before.checked_at)
        return datetime.now(UTC) - asked < timedelta(days=self._manners.recheck_days)


def _is_paper(head: bytes) -> None:
    if b"%PDF-" in head:
        return
    if re.match(rb"\s*(<!doctype html|<html|<\?xml|<head|<body)", head, re.IGNORECASE):
        raise NotAPaper(
            "It is a web page, not a PDF; open it to see what it says. If it lists papers, give it as --index."
        )
    raise NotAPaper("What is there is no PDF; look for the paper's address.")


def _name_of(answer: Answer, link: Link) -> str:
    return safe_name(answer.name, name_in(answer.url), name_in(link.url), link.title, answer.url.partition("?")[0])


def _named(link: Link) -> Path:
    """What a paper that is not here would be called."""
    return Path(f"{safe_name(name_in(link.url), link.title, link.url.partition('?')[0])}.pdf")


def _kept(stored: Path, fetched: Fetched) -> Source:
    return Source(stored, url=fetched.url, fetched_at=fetched.fetched_at, sha256=fetched.sha256)


def _failed_list(url: str, publisher: Publisher, error: FetchError) -> Source:
    return Source(Path(safe_name(publisher.name, url)), (error.outcome, str(error)), url=url, aside=True)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
