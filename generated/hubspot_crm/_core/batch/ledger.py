"""The books of a batch run: what became of each input, in the outcome, the journal, the progress.

Safe to use from several threads. What answers after the books are closed changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from threading import Event, Lock
from typing import Any

from ..progress import chosen
from .journal import Journal, Mark
from .match import Item
from .options import BatchOptions, Settled
from .outcome import Failed, Outcome, Succeeded, UnansweredError, Unknown, Unsent

_GIVEN, _INDEX = attrgetter("given"), attrgetter("index")


class Ledger:
    """Every input of a part is in exactly one place: open here, or in a group of the outcome.

    `run` names the run, and stays the same for all runs of one journal. Raises JournalError.
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
        """What the journal says of an input. One that succeeded before is only counted."""
        mark = self._journal.mark(item.index, item.digest) if self._journal else Mark.UNSENT
        item.was_sent = mark is Mark.SENT
        with self._lock:
            if mark is Mark.SUCCEEDED:
                self.outcome.skipped += 1
                self._advance(1)
        return mark

    def open(self, items: Sequence[Item]) -> None:
        """Inputs are about to be worked on."""
        with self._lock:
            self._open.update(zip(map(_INDEX, items), items, strict=True))

    def sending(self, items: Sequence[Item]) -> bool:
        """Note that inputs go out now; False where none are to be sent any more."""
        with self._lock:
            if self.halted.is_set():
                return False
            if self._journal:
                self._journal.sending([i.index for i in items], [i.digest for i in items])
            for item in items:
                item.was_sent = True
            return True

    def returned(self, items: Sequence[Item]) -> None:
        """Inputs were turned away unread, and are as if they had not been sent."""
        with self._lock:
            if not self._is_closed and items:
                self._note(Mark.UNSENT, items)
                for item in items:
                    item.was_sent = False

    def succeeded(self, items: Sequence[Item], results: Sequence[object]) -> None:
        """Inputs did their work."""
        settled = list(map(Succeeded, map(_GIVEN, items), map(_INDEX, items), results))
        group = self.outcome.succeeded if self._options.keep_succeeded else None
        self._settle(Mark.SUCCEEDED, items, settled, group)

    def failed(self, items: Sequence[Item], error: Exception) -> None:
        """Inputs surely did nothing."""
        settled = [Failed(item.given, item.index, error) for item in items]
        self._settle(Mark.FAILED, items, settled, self.outcome.failed)

    def lost(self, items: Sequence[Item], error: Exception) -> None:
        """Inputs were sent, and nothing tells what they did."""
        settled = [Unknown(i.given, i.index, error, i.correlation_id) for i in items]
        self._settle(Mark.SENT, items, settled, self.outcome.unknown)

    def unmatched(self, found: Iterable[object]) -> None:
        """Parts of an answer that belong to no input."""
        with self._lock:
            self.outcome.unmatched += found if self._options.keep_succeeded else ()

    def stop(self, error: BaseException, *, is_failure: bool = False) -> None:
        """Send nothing more, for this reason; a failure is raised in the end."""
        with self._lock:
            self.halted.set()
            if is_failure:
                self.failure = self.failure or error
            else:
                self.outcome.stopped_by = self.outcome.stopped_by or error

    def close(self, rest: Iterable[Item], *, exhausted: bool) -> None:
        """End the run: what is open, and the rest, was sent and not answered, or not sent."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
            self.halted.set()
            error = UnansweredError("the run ended before an answer came")
            groups: list[list[Any]] = [
                self.outcome.succeeded,
                self.outcome.failed,
                self.outcome.unknown,
            ]
            # An interrupt may have come between two notes of an input.
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
            if mark is not Mark.SENT:  # which the journal says already
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
            self._on_settled = None  # one that raises is not called again: it ends the run
            for each in settled:
                tell(each)
            self._on_settled = tell
