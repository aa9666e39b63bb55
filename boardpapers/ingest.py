"""The main job: papers in, database out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from boardpapers import DOWNLOADS_DEFAULT
from boardpapers.outcomes import NEEDS_OCR, TO_BE_FETCHED, UNCHANGED, Outcome, Reading, Run
from boardpapers.server import prepare
from boardpapers.sources import Source, find_papers
from boardpapers.sources.publishers import POLITE, Manners, Publisher, behind
from boardpapers.store import Store, held, sha256_of
from boardpapers.version import extractor_version
from boardpapers.workers import read_apart
from load.database import open_database
from load.downloads import Fetched
from load.loader import Known
from models.limits import DEFAULT, Limits

Readers = Callable[[Iterable[Source]], Iterator[Reading]]
"""Reads papers, in whatever order and wherever; each of them ends in a Reading."""


def _silent(_: object) -> None:
    """Nobody watches."""


def ingest(
    paths: Sequence[str],
    database: str,
    *,
    workers: int = 1,
    force: bool = False,
    retry: bool = False,
    dry_run: bool = False,
    wait: float = 0.0,
    limits: Limits = DEFAULT,
    fiscal_year: int | None = None,
    publishers: Sequence[Publisher] = (),
    downloads: Path = Path(DOWNLOADS_DEFAULT),
    manners: Manners = POLITE,
    readers: Readers | None = None,
    run: Run | None = None,
    started: Callable[[int], None] = _silent,
    settled: Callable[[Outcome], None] = _silent,
    retried: Callable[[Reading], None] = _silent,
    fetched: Callable[[Fetched], None] = _silent,
) -> Run:
    """Finds the papers behind `paths` and of `publishers`, reads those that the database does not hold as this extractor would
    read them, and loads each in a transaction of its own. One bad paper never stops the others.

    Papers of the web are fetched into the folder `downloads` as `manners` say; on a dry run they are but listed.
    `fiscal_year` is the month in which fiscal years begin, for publishers that have none of their own.
    `force` reads what is there already, `retry` what was given up after it failed. `readers` reads the papers, if it is not to be
    done by `workers` processes of this machine, or within this one where that is 0. `run` is filled as it goes on, for whoever
    is to know what was done before an error. `fetched`, `started`, `settled` and `retried` tell whoever shows the progress.

    Raises AnotherRun where another run does not end within `wait` seconds, DatabaseUnreachable, DatabaseLocked, DatabaseFull or
    DatabaseTooNew; what was loaded before stays loaded.
    """
    run = run if run is not None else Run()

    def settle(outcome: Outcome) -> None:
        run.outcomes.append(outcome)
        settled(outcome)

    wanted = [p if p.fiscal_year else replace(p, fiscal_year=fiscal_year) for p in (behind(paths), *publishers)]
    readers = readers or _readers(workers, limits, retried)
    engine = None if dry_run else open_database(database)
    with held(engine, database, run, _asked(wanted), workers=workers, force=force, wait=wait) as store:
        known = store.known()
        found = _on_this_machine(wanted)
        if any(publisher.is_remote for publisher in wanted):
            found += _fetch(wanted, downloads, manners, store, known if retry else {}, fetched, dry_run=dry_run)
        run.found = len(found)
        started(len(found))
        papers = _with_problems_settled(found, store, settle)
        papers = sorted(papers, key=_size, reverse=True) if workers > 1 else papers
        for reading in readers(_not_known(papers, {} if force else known, settle, retry=retry, limits=limits)):
            settle(store.put(reading))
    return run


def _readers(workers: int, limits: Limits, retried: Callable[[Reading], None]) -> Readers:
    if workers:
        prepare()  # imports go on in the background while the database is opened
        return partial(read_apart, workers=workers, limits=limits, retried=retried)
    from boardpapers.reading import read_paper

    return partial(map, partial(read_paper, limits=limits))


def _asked(wanted: Sequence[Publisher]) -> list[str]:
    """What a run was asked for, to be noted."""
    return [text for p in wanted for text in ([p.name] if p.name else [*p.files, *p.urls])]


def _on_this_machine(wanted: Sequence[Publisher]) -> list[Source]:
    """The papers in files and folders, each once: with the first publisher that names it."""
    found: dict[Path, Source] = {}
    for publisher in wanted:
        for source in find_papers(publisher.files):
            found.setdefault(source.path.resolve(), replace(source, fiscal_year=publisher.fiscal_year))
    return list(found.values())


def _fetch(
    wanted: Sequence[Publisher],
    folder: Path,
    manners: Manners,
    store: Store,
    retried: Mapping[str, Known],
    fetched: Callable[[Fetched], None],
    *,
    dry_run: bool,
) -> list[Source]:
    """The papers that are to be had from the web. Of `retried`, those that failed are fetched anew."""
    from boardpapers.sources import gather  # imported where something is to be fetched

    def anew(sha256: str | None) -> bool:
        before = retried.get(sha256 or "")
        return before is not None and (before.failed_outcome or before.outcome).startswith("failed")

    def note(told: Fetched, arrived: bool) -> None:
        store.note(told, arrived=arrived)
        fetched(told)

    before = gather.Known(store.downloads(), anew)
    return gather.gather(wanted, folder, manners, before, note, dry_run=dry_run)


def _with_problems_settled(found: Sequence[Source], store: Store, settle: Callable[[Outcome], None]) -> list[Source]:
    """The papers that are there; for each of the others its outcome is settled."""
    papers = []
    for source in found:
        if source.problem is None:
            papers.append(source)
            continue
        outcome, reason = source.problem
        if source.quarantined or outcome == TO_BE_FETCHED:
            settle(Outcome(source, outcome, reason, quarantined=source.quarantined))
            continue
        settle(store.put(Reading(source, None, outcome, reason, None, may_pass=True)))
    return papers


def _not_known(
    papers: Iterable[Source],
    known: Mapping[str, Known],
    settle: Callable[[Outcome], None],
    *,
    retry: bool,
    limits: Limits,
) -> Iterator[Source]:
    """The papers that are new, were read by another version of the extractor, or failed and may pass; of files with the same
    bytes the first. They are looked at as they are asked for: in a large folder reading begins at once.
    """
    met: dict[str, Source] = {}
    for source in papers:
        sha256 = source.sha256 or (sha256_of(source.path) if _size(source) <= limits.file_size else None)
        if sha256 is None:
            yield source  # reading it will say what is wrong
        elif sha256 in met:
            settle(Outcome(source, UNCHANGED, f"the same bytes as {met[sha256].address}"))
        else:
            met[sha256] = source
            before = known.get(sha256)
            done = _done_before(source, before, retry=retry) if before is not None else None
            if done is None:
                yield source
            else:
                settle(done)


def _done_before(source: Source, before: Known, *, retry: bool) -> Outcome | None:
    """What this version of the extractor made of a paper in an earlier run; None where it is to read it."""
    version = extractor_version()
    if before.quarantined and before.tried_version == version and not retry:
        outcome, reason = before.outcome, before.reason
        if before.failed_outcome is not None:
            outcome, reason = before.failed_outcome, before.failed_reason
        return Outcome(source, outcome, reason, tries=before.tries, quarantined=True)
    if before.extractor_version != version or before.outcome.startswith("failed"):
        return None
    if before.fiscal_year != source.fiscal_year:
        return None  # its periods have other days now
    if before.scans_unread and _reads_scans():
        return None  # OCR has been installed, or switched on, since
    return Outcome(source, NEEDS_OCR, before.reason) if before.outcome == NEEDS_OCR else Outcome(source, UNCHANGED)


def _reads_scans() -> bool:
    from boardpapers.scans import scanner  # imported where some paper has scans

    return scanner() is not None


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
