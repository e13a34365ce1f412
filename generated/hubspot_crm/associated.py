"""Read associated records: all of given records, each once; the lists of clients; and the IDs in a record.

found = read_associated(client, "deals", "line_items", ["1", "2"])
found["1"]          # the line items of deal 1; an empty list if there are none
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ._core.batch.outcome import Outcome
from ._core.call.request import Arguments
from ._core.options import RequestOptions
from ._core.paging.pager import AsyncPager, Pager
from ._core.paging.pagination import Pagination
from ._core.resource import UNSET, UnsetType

if TYPE_CHECKING:
    from ._core.client import AsyncClient, Client
    from .v3.models import MultiAssociatedObjectWithLabel

Associated: TypeAlias = "dict[str, list[MultiAssociatedObjectWithLabel]]"
_Steps: TypeAlias = Generator[list[dict[str, str]], Outcome[Any, Any], "Associated"]
_ACCOUNT = re.compile(r"^p\d+ ")


def read_associated(
    client: Client, from_object_type: str, to_object_type: str, ids: Iterable[str | int]
) -> Associated:
    """Return the associated records by record ID, in the order of the IDs.

    Several requests are sent for records with many associations. An association on several pages is returned once.

    Args:
        client: the client.
        from_object_type: the object type of the records.
        to_object_type: the object type of the associated records.
        ids: the IDs of the records.

    Raises:
        BatchError: some records could not be read.
        ApiError: a call failed.
    """
    read, steps = _batch_of(client).read, _steps(ids)
    inputs = next(steps)
    while True:
        try:
            inputs = steps.send(read(from_object_type, to_object_type, inputs))
        except StopIteration as end:
            found: Associated = end.value
            return found


async def read_associated_async(
    client: AsyncClient, from_object_type: str, to_object_type: str, ids: Iterable[str | int]
) -> Associated:
    """Like `read_associated`, with an async client."""
    read, steps = _batch_of(client).read, _steps(ids)
    inputs = next(steps)
    while True:
        try:
            inputs = steps.send(await read(from_object_type, to_object_type, inputs))
        except StopIteration as end:
            found: Associated = end.value
            return found


def associated_ids(record: Any, object_type: str) -> list[str]:
    """Return the IDs of the associated records of one object type that a record contains.

    HubSpot spells some types in two ways: `line_items` and `line items` are the same. A custom object type
    is named in full, `p123_cars`, or without its account, `cars`.

    Args:
        record: a record that was read with `associations`.
        object_type: the object type of the associated records.

    Raises:
        ValueError: this is the type ID of a custom object type (2-1). A record contains only the names.
    """
    from .association_types import name_of

    if object_type.startswith("2-"):
        raise ValueError(
            f"a record has the names of custom object types, not {object_type}: pass p123_cars, or cars"
        )
    listed: Any = getattr(record, "associations", None)
    known = cast("Mapping[str, Any]", listed if isinstance(listed, dict) else {})
    wanted = _spelling(name_of(object_type))
    for start in (r"\g<0>", "", "p "):  # as it is, or without its account
        for name, found in known.items():
            if _ACCOUNT.sub(start, _spelling(name)) == wanted:
                return list(dict.fromkeys(str(each.id) for each in found.results))
    return []


def _steps(ids: Iterable[str | int]) -> _Steps:
    """Yield the inputs of each batch, receive its outcome, and return all that was found."""
    found: dict[str, dict[str, MultiAssociatedObjectWithLabel]] = {str(each): {} for each in ids}
    wanted = [{"id": each} for each in found]
    while True:
        outcome = yield wanted
        outcome.raise_for_errors()
        wanted = list[dict[str, str]]()
        for each in outcome.succeeded:
            record = each.input["id"]
            found[record].update((str(other.to_object_id), other) for other in each.result.to)
            after = _cursor(each.result)
            if after:
                wanted.append({"id": record, "after": after})
        if not wanted:
            return {record: list(others.values()) for record, others in found.items()}


def _cursor(result: Any) -> str | None:
    """Return the cursor of the next page of one record, or None."""
    after = getattr(getattr(getattr(result, "paging", None), "next", None), "after", None)
    return after if isinstance(after, str) else None


def _batch_of(client: Client | AsyncClient) -> Any:
    """Return the batches of associations; version 3 has labels in version 4 of them."""
    for name in ("associations_v4", "associations"):
        if (batch := getattr(getattr(client, name, None), "batch", None)) is not None:
            return batch
    raise TypeError(f"{type(client).__name__} has no associations")


def _spelling(name: str) -> str:
    return name.casefold().replace("_", " ").strip()


_PAGES = Pagination(cursor="after", next="/paging/next/after", items="/to")
_List: TypeAlias = "Pager[MultiAssociatedObjectWithLabel, Any]"
_AsyncList: TypeAlias = "AsyncPager[MultiAssociatedObjectWithLabel, Any]"


class AssociationLists:
    """What `client.associations` has in a version whose only way to read associations is a batch."""

    def list(
        self: Any,
        object_type: str,
        object_id: str,
        to_object_type: str,
        *,
        after: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> _List:
        """List the records of one object type that are associated with a record.

        Each page is read with `batch.read`, because this version has no operation for one record.

        Args:
            object_type: The object type, by name or object type ID.
            object_id: The ID of the record from which the association starts.
            to_object_type: The object type of the associated records, by name or object type ID.
            after: The cursor of the page to return: `paging.next.after` of the previous page.
            options: Options for this call only.

        Raises:
            ApiError: A call failed, or there is no such record.
        """

        def fetch(arguments: Arguments) -> Any:
            inputs = [_input(object_id, arguments)]
            return _page(self.batch.read(object_type, to_object_type, inputs, options=options))

        return Pager(_PAGES, Arguments("", query={"after": after}), fetch)


class AsyncAssociationLists:
    """The async counterpart of AssociationLists."""

    def list(
        self: Any,
        object_type: str,
        object_id: str,
        to_object_type: str,
        *,
        after: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> _AsyncList:
        """List the associated records of a record, as `AssociationLists.list`."""

        async def fetch(arguments: Arguments) -> Any:
            inputs = [_input(object_id, arguments)]
            found = await self.batch.read(object_type, to_object_type, inputs, options=options)
            return _page(found)

        return AsyncPager(_PAGES, Arguments("", query={"after": after}), fetch)


class AssociationListsOfV4:
    """What `client.associations` of v3 has beside its batches: the list of v4."""

    def list(self: Any, object_type: str, object_id: str, to_object_type: str, **more: Any) -> Any:
        """List associated records, as `client.associations_v4.list` does, which this calls."""
        return self._client.associations_v4.list(object_type, object_id, to_object_type, **more)


def _input(object_id: str, arguments: Arguments) -> dict[str, object]:
    after = arguments.query["after"]
    return {"id": str(object_id), **({} if after is UNSET else {"after": after})}


def _page(outcome: Outcome[Any, Any]) -> Any:
    """Return the result of a batch with one input, or raise its error."""
    for failed in outcome.failed:
        raise failed.error
    outcome.raise_for_errors()
    return outcome.results[0]
