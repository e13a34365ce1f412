"""List the associated records of one record in the versions that have no operation for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from ._core.batch.outcome import Outcome
from ._core.call.request import Arguments
from ._core.options import RequestOptions
from ._core.paging.pager import AsyncPager, Pager
from ._core.paging.pagination import Pagination
from ._core.resource import UNSET, UnsetType

if TYPE_CHECKING:
    from .v3.models import MultiAssociatedObjectWithLabel as _Associated

_PAGES = Pagination(cursor="after", next="/paging/next/after", items="/to")
_List: TypeAlias = "Pager[_Associated, Any]"
_AsyncList: TypeAlias = "AsyncPager[_Associated, Any]"


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
