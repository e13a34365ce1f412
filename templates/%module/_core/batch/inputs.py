"""Take the inputs of a batch run in chunks, each for one request, and record the state of each.

The methods of `Ledger` are safe to call from several threads. Results reported after `close` change
nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import chain, count, islice
from operator import attrgetter
from threading import Event, Lock
from typing import Any, cast

from msgspec import UNSET, Struct

from ..codec.encoding import encode
from ..codec.pointers import member_of, members_of, with_member, with_members
from ..errors import ApiStatusError
from ..progress import chosen
from .journal import Journal, Mark
from .operation import Batching, BatchOptions, Settled
from .outcome import (
    BatchItemError,
    Failed,
    Item,
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

    def mark_unknown(self, items: Sequence[Item], error: UnknownReason) -> None:
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
            unknown = [Unknown(i.given, i.index, error, i.correlation_id) for i in sent]
            left = [Unsent(item.given, item.index) for item in items if not item.was_sent]
            self._open.clear()
            self.outcome.unknown += unknown
            self.outcome.unsent += left
            self.outcome.exhausted = exhausted
            self.outcome.sort()
            if self._progress:
                self._progress.stop()
            if self._journal:
                self._journal.close()
            self._report([*unknown, *left])

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
            self._report(settled)

    def _note(self, mark: Mark, items: Sequence[Item]) -> None:
        if self._journal:
            self._journal.settled(mark, [item.index for item in items])

    def _advance(self, count: int) -> None:
        if self._progress:
            self._progress.advance(count)

    def _report(self, settled: Sequence[Settled]) -> None:
        report = self._on_settled
        if report is not None:
            self._on_settled = None  # a callback that raises ends the run and is not called again
            for each in settled:
                report(each)
            self._on_settled = report


class Chunk(Struct, eq=False):
    """A chunk of the inputs: the items of one request.

    Attributes:
        items: The items.
        tries: How often they were sent again.
        is_doubtful: Whether they may have taken effect already, so that they must be looked up
            first.
        may_take_effect: Whether an earlier request with them had no response and may still take
            effect.
        ids: Their correlation ids.
    """

    items: list[Item] = []
    tries: int = 0
    is_doubtful: bool = False
    may_take_effect: bool = False
    ids: set[str | None] = set()


class Intake:
    """The inputs of a run. One thread takes them.

    Attributes:
        options: The options of the run.
        limit: The most inputs in one request.
        ledger: The state of each input.
        exhausted: Whether all inputs were taken.

    Raises:
        JournalError: The journal cannot be resumed.
    """

    def __init__(
        self,
        inputs: object,
        batching: Batching,
        options: BatchOptions,
        *,
        limit: int,
        place: str,
        is_repeatable: bool,
    ) -> None:
        self._batching, self.options, self.limit = batching, options, limit
        self._is_repeatable = is_repeatable
        self._whole: Collection[Any] | None = inputs if isinstance(inputs, Collection) else None
        total = None if self._whole is None else len(self._whole)
        self._source = iter(
            () if isinstance(inputs, AsyncIterable) else cast("Iterable[Any]", inputs)
        )
        self.ledger = Ledger(options, place, uuid.uuid4().hex[:12], total)
        self._taken = 0
        self._waiting, self._doubtful = Chunk(), Chunk(is_doubtful=True)
        self.exhausted = False

    def take(self, given: object) -> Chunk | None:
        """Take one input, and return the chunk that has no room for it and is ready, or None.

        Raises:
            JournalError: The journal has another input at this index.
            ValueError: A single request was requested, and it has no room for the input.
        """
        item = self.item(given)
        chunk = self._waiting if self.options.journal is None else self._by_journal(item)
        if chunk is None:
            return None
        name, full = item.correlation_id, None
        is_full = len(chunk.items) >= self.limit
        if is_full and self.options.single:
            raise ValueError(f"a request takes at most {self.limit} inputs")
        # Two inputs with the same id could not be distinguished in one response.
        if is_full or (name in chunk.ids and name and not self.options.single):
            full = self._emptied(chunk)
        chunk.items.append(item)
        chunk.ids.add(name)
        return full

    def _by_journal(self, item: Item) -> Chunk | None:
        """Return the chunk for an input by its state in the journal, or None if it is settled."""
        mark = self.ledger.mark(item)
        if mark is Mark.SUCCEEDED:
            return None
        if mark is Mark.UNSENT or mark is Mark.FAILED or self._is_repeatable:
            return self._waiting
        if self.options.find is not None:
            return self._doubtful
        self.ledger.open([item])
        self.ledger.mark_unknown(
            [item], UnansweredError("sent by an earlier run, which received no response")
        )
        return None

    def _emptied(self, chunk: Chunk) -> Chunk:
        """Return the items of a chunk as a new chunk, and empty the old one."""
        full = Chunk(chunk.items, is_doubtful=chunk.is_doubtful)
        self.ledger.open(chunk.items)
        chunk.items, chunk.ids = [], set()
        return full

    def chunks(self) -> Iterator[Chunk]:
        """Take inputs and yield full chunks, until there are no more or the run is stopped."""
        halted = self.ledger.halted
        while items := self._slice():
            full = self._emptied(self._waiting) if self._waiting.items else None
            self._waiting.items, self._waiting.ids = items, {item.correlation_id for item in items}
            self._taken += len(items)
            if full is not None:
                yield full
            if halted.is_set():
                return
        for given in self._source:
            full = self.take(given)
            if full is not None:
                yield full
            if halted.is_set():
                return
        yield from self.rest()

    def rest(self) -> Iterator[Chunk]:
        """Yield the chunks that are not full, after all inputs have been taken."""
        self.exhausted = True
        for chunk in (self._waiting, self._doubtful):
            if chunk.items or (self.options.single and chunk is self._waiting):
                yield self._emptied(chunk)

    def _slice(self) -> list[Item]:
        """Take as many inputs as fit in one request, or none if each must be examined by itself."""
        if self._whole is None or self.options.single or self.options.journal is not None:
            return []
        taken, name = list(islice(self._source, self.limit)), self._batching.correlation_id
        if name is None:
            return list(map(Item, taken, count(self._taken), taken))
        made = [
            f"{self.ledger.run}-{index}" for index in range(self._taken, self._taken + len(taken))
        ]
        with suppress(TypeError):  # a value that cannot be an input
            sent = with_members(taken, name, made)
            if members_of(taken, name).count(UNSET) == len(taken):
                return list(map(Item, taken, count(self._taken), sent, made))
        self._source = chain(taken, self._source)
        return []

    def item(self, given: object) -> Item:
        """Return the next input as an item, with a correlation id if the API has them."""
        index, self._taken = self._taken, self._taken + 1
        name, digest = self._batching.correlation_id, 0
        if self.options.journal is not None:
            digest = int.from_bytes(blake2b(encode(given), digest_size=8).digest(), "big")
        if name is None:
            return Item(given, index, given, None, digest)
        own = member_of(given, name)
        if isinstance(own, str) or self.options.single:
            return Item(given, index, given, own if isinstance(own, str) else None, digest)
        made = f"{self.ledger.run}-{index}"
        return Item(given, index, with_member(given, name, made), made, digest)

    def remaining(self) -> list[Item]:
        """Return the inputs that are in no chunk yet; of a collection, also those not taken."""
        items = [*self._waiting.items, *self._doubtful.items]
        if self._whole is not None and not self.exhausted:
            items += map(self.item, islice(self._whole, self._taken, None))
        return items
