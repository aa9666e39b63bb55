"""Papers read on a Dask cluster: each in a process apart on one of its machines, within the same limits and with the same results.

A task is a paper. The cluster hands it to a worker, which reads it as `boardpapers.workers` does here; a worker that dies costs
the papers that it had in hand another start, on another worker. The database is written here and nowhere else.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from boardpapers.errors import BadArguments, ClusterUnreachable
from boardpapers.outcomes import CRASHED, PROGRAM_FAULT, Reading
from boardpapers.server import prepare
from boardpapers.sources import Source
from boardpapers.version import extractor_version
from boardpapers.workers import read_apart
from models.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from distributed import Client, Future

WAIT = 30.0  # seconds for the scheduler to answer, and for its first worker
AT_HAND = 2  # papers for each thread of the cluster: one that it reads, and the next
SETTINGS = ("BOARDPAPERS_OCR",)  # of the environment here, that decide what is read there


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster of which every worker has this version of the program."""

    client: Client
    address: str
    limits: Limits = DEFAULT

    @property
    def threads(self) -> int:
        """How many papers it reads at a time."""
        return sum(self.client.nthreads().values())

    def read(self, papers: Iterable[Source]) -> Iterator[Reading]:
        """Readings as they are finished; papers are handed over as workers become free.

        Raises ClusterUnreachable where the scheduler is lost.
        """
        from distributed import as_completed

        settings = {name: os.environ[name] for name in SETTINGS if name in os.environ}
        waiting = enumerate(papers)
        at_hand: dict[str, Source] = {}
        done = as_completed(loop=self.client.loop)

        def hand_over() -> None:
            most = max(AT_HAND * self.threads, 1)
            while len(at_hand) < most and (paper := next(waiting, None)) is not None:
                number, source = paper
                there = replace(source, path=source.path.absolute())
                key = f"paper-{os.getpid()}-{id(at_hand)}-{number}"
                future = self.client.submit(read_one, there, self.limits, settings, key=key, pure=False)
                at_hand[future.key] = source
                done.add(future)

        try:
            hand_over()
            for future in done:
                reading = self._reading(future, at_hand.pop(future.key))
                future.release()
                hand_over()  # before the caller stores what is done, so that nobody stands idle meanwhile
                yield reading
        except OSError as error:
            raise self._lost() from error
        finally:
            done.clear()  # what nobody waits for any more is not read

    def _reading(self, future: Future, source: Source) -> Reading:
        from distributed import CancelledError, KilledWorker

        try:
            reading: Reading = future.result()
        except CancelledError as error:
            raise self._lost() from error
        except KilledWorker:
            reason = "The cluster lost each worker that was to read it; see to its machines, and run again."
            return Reading(source, None, CRASHED, reason, None, may_pass=True)
        except OSError:
            raise
        except Exception as error:
            reason = f"The cluster could not read it: {type(error).__name__}: {error}; please report it."
            return Reading(source, None, PROGRAM_FAULT, reason, None, may_pass=True)
        rows = reading.rows
        if rows is not None:  # told as it is called here, not there
            rows = replace(rows, paper=replace(rows.paper, source=source.address))
        return replace(reading, source=source, rows=rows)

    def _lost(self) -> ClusterUnreachable:
        return ClusterUnreachable(f"The cluster at {self.address} is lost; see to its scheduler, and run again.")


@contextlib.contextmanager
def cluster(address: str, limits: Limits = DEFAULT) -> Iterator[Cluster]:
    """The cluster whose scheduler is at `address` (`tcp://host:8786`, or `host:8786`).

    Raises BadArguments where Dask is not installed here, ClusterUnreachable where no scheduler or no worker answers, or one has not
    this version of the program.
    """
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        advice = "A cluster needs one package more; install it with: pip install 'boardpapers[dask]'"
        raise BadArguments(advice) from error
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterUnreachable(f"No scheduler answers at {address}; check the address and that it runs.") from error
    try:
        try:
            client.wait_for_workers(1, timeout=WAIT)
        except TimeoutError as error:
            raise ClusterUnreachable(
                f"The cluster at {address} has no workers; start some with: dask worker {address}"
            ) from error
        _check_versions(client)
        yield Cluster(client, address, limits)
    finally:
        client.close(timeout=5)


def _check_versions(client: Client) -> None:
    """Readings of two versions must not meet in one run."""
    try:
        there: Mapping[str, Any] = client.run(extractor_version)
    except Exception as error:  # whatever a worker says that cannot import the program
        raise ClusterUnreachable(
            f"A worker has no boardpapers ({error}); install this version on each of its machines."
        ) from error
    others = {worker: version for worker, version in there.items() if version != extractor_version()}
    if others:
        worker, version = next(iter(others.items()))
        advice = "install the same version on each of its machines"
        raise ClusterUnreachable(
            f"{worker} reads papers by version {version}, this is {extractor_version()}; {advice}."
        )


def read_one(source: Source, limits: Limits, settings: Mapping[str, str]) -> Reading:
    """Reads a paper in a process apart; what runs on a worker of the cluster."""
    # Dask's nanny starts workers as daemons, which may have no processes; ours end with their worker, as their channel does
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]  # no public way
    prepare(many=True)
    (reading,) = read_apart([source], limits=limits, settings=settings)
    return reading
