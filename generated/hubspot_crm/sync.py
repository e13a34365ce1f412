"""Copy the records of a type, and then again and again what has changed.

    for changes in sync(client.contacts, state, properties=["email"]):
        ...  # in one transaction: store `upserts`, delete `deletes`, store `state`
        state = changes.state

A run first searches for the records that changed since the previous run, then lists the archived ones. The records come
in the order of their ids: ids never change, so no record moves from one page to another while the run reads them.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from itertools import chain
from typing import Any, Generic, Literal, Protocol, TypeAlias, TypeVar, cast

import msgspec
from msgspec import UNSET, Struct
from msgspec.structs import replace

from ._core.batch.outcome import BatchError, Outcome
from ._core.call.response import RawResponse
from ._core.codec.pointers import resolve
from ._core.errors import PaginationError
from ._core.paging.pager import AsyncPager, Pager
from ._core.paging.pagination import items_of
from ._core.sequences import SequenceNotStr
from .filters import all_of, ge, gt

SyncState: TypeAlias = Mapping[str, Any]
"""The position of a sync: a small mapping of JSON values. Store it; its contents may change."""

Record = TypeVar("Record")
Pager_co = TypeVar("Pager_co", covariant=True)
_MERGED = "hs_merged_object_ids"
_LONGEST = 2_500  # characters of the names of properties in a search, whose body may have 3,000


@dataclass(frozen=True, slots=True)
class Changes(Generic[Record]):
    """One batch of changes, from one request. It may be empty.

    Attributes:
        upserts: Records to add to the copy, or to replace in it, by their ids.
        deletes: Ids of records to delete, if the copy has them: they were archived or merged.
        state: The state to store when these changes are in the copy.
    """

    upserts: list[Record]
    deletes: list[str]
    state: SyncState


class Syncable(Protocol[Pager_co]):
    """A resource of records, with searches and lists."""

    @property
    def batch(self) -> Any: ...
    def search(self, *args: Any, **kwargs: Any) -> Pager_co: ...
    def list(self, *args: Any, **kwargs: Any) -> Any: ...


def sync(
    resource: Syncable[Pager[Record, Any]],
    state: SyncState | None = None,
    *,
    properties: SequenceNotStr[str],
    archived: bool = True,
    look_back: float = 300,
) -> Iterator[Changes[Record]]:
    """Yield the changes since the run that returned a state, or all records without a state.

    Apply the batches in their order. A run that was interrupted continues from the last state that was stored, and
    repeats at most one batch.

    Args:
        resource: The records: `client.contacts`, `client.custom_objects("2-5")`.
        state: The state of the last batch that was applied; None for a new copy.
        properties: The properties of the records. After a change, start with a new copy.
        archived: Whether to look for archived records, with one request for each 100 in the recycling bin. A later run
            finds what this one leaves out.
        look_back: The seconds before the start of a run from which the next run searches. They must exceed the time
            until searches find a change.

    Raises:
        ValueError: The state does not come from this version of `sync`.
        ApiError: A call failed.
    """
    run = _Run(resource, state, [*properties, _MERGED], archived, look_back)
    while not run.is_over:
        pager: Pager[Any, Any] = run.request()
        assert pager.respond is not None
        if inputs := run.receive(pager, pager.respond(pager.arguments)):
            run.take(resource.batch.read(inputs, properties=run.properties))
        yield run.changes()


async def sync_async(
    resource: Syncable[AsyncPager[Record, Any]],
    state: SyncState | None = None,
    *,
    properties: SequenceNotStr[str],
    archived: bool = True,
    look_back: float = 300,
) -> AsyncIterator[Changes[Record]]:
    """Yield the changes, as `sync`, with a resource of an async client."""
    run = _Run(resource, state, [*properties, _MERGED], archived, look_back)
    while not run.is_over:
        pager: AsyncPager[Any, Any] = run.request()
        assert pager.respond is not None
        if inputs := run.receive(pager, await pager.respond(pager.arguments)):
            run.take(await resource.batch.read(inputs, properties=run.properties))
        yield run.changes()


class _State(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Times are milliseconds since 1970.

    Attributes:
        version: The version of this format.
        since: The records that changed since then are searched, or all if it is 0.
        bin_since: The records that were archived since then are deleted.
        started: When the current run started, or None between two runs.
        in_bin: Whether the current run lists the archived records.
        after: The last id that was found, or the cursor of the list of archived records.
    """

    version: Literal[1]
    since: int = 0
    bin_since: int = 0
    started: int | None = None
    in_bin: bool = False
    after: str = "0"


class _Run:
    """What to request next, and what the responses mean. It sends nothing."""

    def __init__(
        self,
        resource: Any,
        state: SyncState | None,
        properties: list[str],
        archived: bool,
        look_back: float,
    ) -> None:
        try:
            self._state: _State = msgspec.convert(state or {"version": 1}, _State)
        except msgspec.ValidationError as error:
            raise ValueError(f"not a state of this version of sync: {error}") from None
        self._resource, self._archived, self.properties = resource, archived, properties
        self._is_long = sum(len(each) + 3 for each in properties) > _LONGEST
        self._look_back = round(look_back * 1000)
        self._cursor: str | None = None  # after a page without records that is not the last
        self._clock = time.time()
        self._records: list[Any] = []
        self._gone: list[str] = []
        self.is_over = False

    def request(self) -> Any:
        """Return the pager whose first page is next."""
        state = self._state
        if state.in_bin:
            after = UNSET if state.after == "0" else state.after
            return self._resource.list(after=after, archived=True, limit=100, properties=[_MERGED])
        filters = [gt("hs_object_id", state.after)]
        if state.since:
            is_contact = self._resource._roots[0].endswith(("/contacts", "/contact", "/0-1"))
            name = "lastmodifieddate" if is_contact else "hs_lastmodifieddate"
            filters.append(ge(name, state.since))
        return self._resource.search(
            after=self._cursor or UNSET,
            filter_groups=[all_of(*filters)],
            limit=200,
            properties=[_MERGED] if self._is_long else self.properties,
            sorts=["hs_object_id"],
        )

    def receive(
        self, pager: Pager[Any, Any] | AsyncPager[Any, Any], response: RawResponse[Any]
    ) -> list[dict[str, str]]:
        """Take a page and move to the next one. Return the inputs of a batch that reads the properties, if any."""
        page, state = response.parse(), self._state
        records = cast("list[Any]", items_of(pager.pagination, page))
        next_ = resolve(page, pager.pagination.next)
        cursor = next_ if isinstance(next_, str) else None
        started = state.started or self._time(response)
        state = replace(state, started=started)
        if state.in_bin:
            since = state.bin_since or started - self._look_back
            gone = (_ids(each) for each in records if _archived(each) >= since)
            self._records, self._gone = [], list(chain.from_iterable(gone))
            self._state = self._moved(state, state.after, cursor)
            return []
        last = str(max([int(state.after), *(int(each.id) for each in records)]))
        if cursor is None:
            bin_ = replace(state, in_bin=True, after="0")
            self._state = bin_ if self._archived else self._end(state)
        elif records:
            self._state = self._moved(state, state.after, last)
        else:  # the last page has no cursor, but a page without records may have one
            self._moved(state, self._cursor or "", cursor)
            self._state = state
        self._cursor, self._records = None if records else cursor, records
        return [{"id": each.id} for each in records] if self._is_long else []

    def take(self, outcome: Outcome[Any, Any]) -> None:
        """Take the records of a page as a batch returns them, without those that are gone meanwhile."""
        missing = [each.error.category == "OBJECT_NOT_FOUND" for each in outcome.failed]
        if not (outcome.complete and all(missing)):
            raise BatchError(outcome)
        self._records = list({each.id: each for each in outcome.results}.values())

    def changes(self) -> Changes[Any]:
        """Return the changes of the page."""
        gone = [*self._gone, *(id_ for each in self._records for id_ in _ids(each)[1:])]
        upserts = [each for each in self._records if each.id not in gone]
        state = cast(SyncState, msgspec.to_builtins(self._state))
        return Changes(upserts, gone, state)

    def _moved(self, state: _State, before: str, after: str | None) -> _State:
        """Return the state at the next page, or at the end of the run if there is none."""
        if after == before:
            raise PaginationError("the server returned the same page again")
        return self._end(state) if after is None else replace(state, after=after)

    def _end(self, state: _State) -> _State:
        """Return the state for the next run. It starts from the start of this one."""
        self.is_over = True
        since = (state.started or 0) - self._look_back
        bin_since = since if state.in_bin else state.bin_since or since
        return _State(version=1, since=since, bin_since=bin_since)

    def _time(self, response: RawResponse[Any]) -> int:
        """Return when the run started: the server's time, or that of this machine."""
        try:
            moment = parsedate_to_datetime(response.headers["Date"]).timestamp()
        except (LookupError, ValueError):
            moment = self._clock
        return int(moment * 1000)


def _archived(record: Any) -> float:
    """Return when a record was archived, or infinity if that is unknown."""
    moment: object = getattr(record, "archived_at", None)
    return moment.timestamp() * 1000 if isinstance(moment, datetime) else float("inf")


def _ids(record: Any) -> list[str]:
    """Return the id of a record, and those of the records that were merged into it."""
    ids = (record.properties.get(_MERGED) or "").split(";")
    return [record.id, *(each for each in ids if each and each != record.id)]
