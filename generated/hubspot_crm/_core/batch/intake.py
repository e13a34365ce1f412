"""Take the inputs of a batch run, and divide them into chunks that fit in one request."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterable, Collection, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from itertools import chain, count, islice
from typing import Any, cast

from msgspec import UNSET, Struct

from ..codec.encoding import encode
from ..codec.pointers import member_of, members_of, with_member, with_members
from .items import Item
from .journal import Mark
from .ledger import Ledger
from .operation import Batching
from .options import BatchOptions
from .outcome import UnansweredError


class Part(Struct, eq=False):
    """A chunk of the inputs: the items of one request.

    Attributes:
        items: The items.
        tries: How often they were sent again.
        is_doubtful: Whether they may have taken effect already, so that they must be looked up
            first.
        was_lost: Whether an earlier request with them had no response and may still take effect.
        ids: Their correlation ids.
    """

    items: list[Item] = []
    tries: int = 0
    is_doubtful: bool = False
    was_lost: bool = False
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
        self._waiting, self._doubtful = Part(), Part(is_doubtful=True)
        self.exhausted = False

    def take(self, given: object) -> Part | None:
        """Take one input, and return the chunk that has no room for it and is ready, or None.

        Raises:
            JournalError: The journal has another input at this index.
            ValueError: A single request was requested, and it has no room for the input.
        """
        item = self.item(given)
        part = self._waiting if self.options.journal is None else self._by_journal(item)
        if part is None:
            return None
        name, full = item.correlation_id, None
        is_full = len(part.items) >= self.limit
        if is_full and self.options.single:
            raise ValueError(f"a request takes at most {self.limit} inputs")
        # Two inputs with the same id could not be distinguished in one response.
        if is_full or (name in part.ids and name and not self.options.single):
            full = self._emptied(part)
        part.items.append(item)
        part.ids.add(name)
        return full

    def _by_journal(self, item: Item) -> Part | None:
        """Return the chunk for an input by its state in the journal, or None if it is settled."""
        mark = self.ledger.mark(item)
        if mark is Mark.SUCCEEDED:
            return None
        if mark is Mark.UNSENT or mark is Mark.FAILED or self._is_repeatable:
            return self._waiting
        if self.options.find is not None:
            return self._doubtful
        self.ledger.open([item])
        self.ledger.lost(
            [item], UnansweredError("sent by an earlier run, which received no response")
        )
        return None

    def _emptied(self, part: Part) -> Part:
        """Return the items of a chunk as a new chunk, and empty the old one."""
        full = Part(part.items, is_doubtful=part.is_doubtful)
        self.ledger.open(part.items)
        part.items, part.ids = [], set()
        return full

    def parts(self) -> Iterator[Part]:
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

    def rest(self) -> Iterator[Part]:
        """Yield the chunks that are not full, after all inputs have been taken."""
        self.exhausted = True
        for part in (self._waiting, self._doubtful):
            if part.items or (self.options.single and part is self._waiting):
                yield self._emptied(part)

    def _slice(self) -> list[Item]:
        """Take as many inputs as fit in one request, or none if each must be examined by itself."""
        if self._whole is None or self.options.single or self.options.journal is not None:
            return []
        chunk, name = list(islice(self._source, self.limit)), self._batching.correlation_id
        if name is None:
            return list(map(Item, chunk, count(self._taken), chunk))
        made = [
            f"{self.ledger.run}-{index}" for index in range(self._taken, self._taken + len(chunk))
        ]
        with suppress(TypeError):  # a value that cannot be an input
            sent = with_members(chunk, name, made)
            if members_of(chunk, name).count(UNSET) == len(chunk):
                return list(map(Item, chunk, count(self._taken), sent, made))
        self._source = chain(chunk, self._source)
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
