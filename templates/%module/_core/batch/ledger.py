"""Record the state of each input of a batch run, in the outcome, the journal and the progress.

All methods are safe to call from several threads. Results reported after `close` change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from threading import Event, Lock
from typing import Any

from ..errors import ApiStatusError
from ..progress import chosen
from .journal import Journal, Mark
from .items import Item
from .options import BatchOptions, Settled
from .outcome import (
    BatchItemError,
    Failed,
    MatchedBy,
    Outcome,
    Succeeded,
    UnansweredError,
    Unknown,
    UnknownReason,
    Unsent,
)

_GIVEN, _INDEX = attrgetter("given"), attrgetter("index")


class Ledger:
    """The state of a batch run: each input of a chunk is open or in one group of the outcome.

    Attributes:
        outcome: The outcome so far.
        halted: Set when nothing more is to be sent.
        failure: The first exception that `stop` recorded as a failure, or None.
        run: The name of the run, equal for all runs with the same journal.

    Raises:
        JournalError: The journal cannot be resumed.
    """

    def __init__(self, options: BatchOptions, operation: str, run: str, total: int | None) -> None:
        self.outcome: Outcome[Any, Any] = Outcome()
        self.halted = Event()
        self.failure: BaseException | None = None
        self.run = run
        self._options = options
        self._on_settled = options.on_settled
        self._lock = Lock()
        self._open: dict[int, Item] = {}
        self._is_closed = False
        self._journal: Journal | None = None
        if options.journal is not None:
            self._journal = Journal(options.journal, operation, run)
            self.run = self._journal.run
        self._progress = chosen(options.progress)
        if self._progress:
            self._progress.start(operation, total)

    def mark(self, item: Item) -> Mark:
        """Return the state of an input in the journal, or UNSENT without a journal.

        An input that succeeded before is counted as skipped.

        Raises:
            JournalError: The journal has another input at this index.
        """
        mark = self._journal.mark(item.index, item.digest) if self._journal else Mark.UNSENT
        item.was_sent = mark is Mark.SENT
        with self._lock:
            if mark is Mark.SUCCEEDED:
                self.outcome.skipped += 1
                self._advance(1)
        return mark

    def open(self, items: Sequence[Item]) -> None:
        """Record that work on inputs begins."""
        with self._lock:
            self._open.update(zip(map(_INDEX, items), items, strict=True))

    def sending(self, items: Sequence[Item]) -> bool:
        """Record that inputs are about to be sent. Return False if the run has been stopped."""
        with self._lock:
            if self.halted.is_set():
                return False
            if self._journal:
                self._journal.sending([i.index for i in items], [i.digest for i in items])
            for item in items:
                item.was_sent = True
            return True

    def returned(self, items: Sequence[Item]) -> None:
        """Record that the server did not process inputs; they count as not sent."""
        with self._lock:
            if not self._is_closed and items:
                self._note(Mark.UNSENT, items)
                for item in items:
                    item.was_sent = False

    def succeeded(
        self, items: Sequence[Item], results: Sequence[object], by: Iterable[MatchedBy] = ()
    ) -> None:
        """Record that inputs succeeded, with one result for each, and how it was matched."""
        columns: list[Iterable[Any]] = [map(_GIVEN, items), map(_INDEX, items), results]
        settled = list(map(Succeeded, *columns, *([by] if by else [])))
        group = self.outcome.succeeded if self._options.keep_succeeded else None
        self._settle(Mark.SUCCEEDED, items, settled, group)

    def failed(self, items: Sequence[Item], error: ApiStatusError | BatchItemError) -> None:
        """Record that inputs certainly had no effect."""
        settled = [Failed(item.given, item.index, error) for item in items]
        self._settle(Mark.FAILED, items, settled, self.outcome.failed)

    def lost(self, items: Sequence[Item], error: UnknownReason) -> None:
        """Mark inputs as unknown: they were sent, and no response reports their result."""
        settled = [Unknown(i.given, i.index, error, i.correlation_id) for i in items]
        self._settle(Mark.SENT, items, settled, self.outcome.unknown)

    def unmatched(self, found: Iterable[object]) -> None:
        """Record results and errors of a response that match no input."""
        with self._lock:
            self.outcome.unmatched += found if self._options.keep_succeeded else ()

    def stop(self, error: BaseException, *, is_failure: bool = False) -> None:
        """Send nothing more.

        Args:
            error: The reason.
            is_failure: Whether `BatchRun.check` raises the error. Otherwise it becomes `stopped_by`
                of the outcome.
        """
        with self._lock:
            self.halted.set()
            if is_failure:
                self.failure = self.failure or error
            else:
                self.outcome.stopped_by = self.outcome.stopped_by or error

    def close(self, rest: Iterable[Item], *, exhausted: bool) -> None:
        """End the run. Closing again does nothing.

        Args:
            rest: Inputs that were taken but not opened. Like open inputs, they become unknown if
                they were sent, and unsent otherwise.
            exhausted: Whether all inputs were taken.
        """
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
            self.halted.set()
            error = UnansweredError("the run ended before a response was received")
            groups: list[list[Any]] = [
                self.outcome.succeeded,
                self.outcome.failed,
                self.outcome.unknown,
            ]
            # An interrupt may have left a settled input open.
            settled = {each.index for group in groups for each in group} if self._open else ()
            found = {item.index: item for item in rest} | self._open
            items = [item for index, item in found.items() if index not in settled]
            sent = [item for item in items if item.was_sent]
            lost = [Unknown(i.given, i.index, error, i.correlation_id) for i in sent]
            left = [Unsent(item.given, item.index) for item in items if not item.was_sent]
            self._open.clear()
            self.outcome.unknown += lost
            self.outcome.unsent += left
            self.outcome.exhausted = exhausted
            self.outcome.sort()
            if self._progress:
                self._progress.stop()
            if self._journal:
                self._journal.close()
            self._tell([*lost, *left])

    def _settle(
        self, mark: Mark, items: Sequence[Item], settled: Sequence[Settled], group: list[Any] | None
    ) -> None:
        with self._lock:
            if self._is_closed or not items:
                return
            if mark is not Mark.SENT:  # the journal has recorded this already
                self._note(mark, items)
            if group is not None:
                group += settled
            for item in items:
                del self._open[item.index]
            if mark is Mark.SUCCEEDED:
                self.outcome.succeeded_count += len(items)
            self._advance(len(items))
            self._tell(settled)

    def _note(self, mark: Mark, items: Sequence[Item]) -> None:
        if self._journal:
            self._journal.settled(mark, [item.index for item in items])

    def _advance(self, count: int) -> None:
        if self._progress:
            self._progress.advance(count)

    def _tell(self, settled: Sequence[Settled]) -> None:
        tell = self._on_settled
        if tell is not None:
            self._on_settled = None  # a callback that raises ends the run and is not called again
            for each in settled:
                tell(each)
            self._on_settled = tell
