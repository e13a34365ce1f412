"""The methods of record types that read many records at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from .partitions import Partition


class RecordTables:
    """Methods of the record types of a sync client."""

    def batches(
        self: Any,
        properties: Sequence[str] | None = None,
        *,
        types: Mapping[str, Any] | None = None,
        size: int = 10_000,
        **selection: Any,
    ) -> Any:
        """Return records as a pyarrow.RecordBatchReader: an iterator of record batches (extra `arrow`).

        Pages are requested when batches are read. The memory used is that of one batch.

        Args:
            properties: The properties, in the order of the columns. By default, all.
            types: Arrow types by property, in place of those of the property definitions.
            size: The number of records in a batch.
            selection: Other arguments of `search` if `filter_groups`, `query` or `sorts` is one of
                them, otherwise of `list`.

        Raises:
            ImportError: pyarrow is not installed.
            ValueError: A property has neither a definition nor a type.
            ApiError: A call failed.
        """
        from .arrow import Columns, read_batches

        columns = Columns(self._client.properties.list(_type_of(self)).results, properties, types)
        return read_batches(_pager(self, columns.properties, selection), columns, size=size)

    def table(self: Any, properties: Sequence[str] | None = None, **arguments: Any) -> Any:
        """Return records as a pyarrow.Table. Arguments and errors are those of `batches`."""
        return self.batches(properties, **arguments).read_all()

    def partitions(
        self: Any, count: int, *, by: str = "hs_object_id", filter_groups: Sequence[Any] = ()
    ) -> list[Partition]:
        """Return searches that together find each record once; see `partitions.find_partitions`."""
        from .partitions import find_partitions

        return find_partitions(
            self._client, _type_of(self), count, by=by, filter_groups=filter_groups
        )


class AsyncRecordTables:
    """Methods of the record types of an async client."""

    async def batches(
        self: Any,
        properties: Sequence[str] | None = None,
        *,
        types: Mapping[str, Any] | None = None,
        size: int = 10_000,
        **selection: Any,
    ) -> AsyncIterator[Any]:
        """Yield records as record batches: at least one, which may be empty (extra `arrow`).

        Arguments and errors are those of a sync client.
        """
        from .arrow import Columns, read_batches_async

        definitions = (await self._client.properties.list(_type_of(self))).results
        columns = Columns(definitions, properties, types)
        pager = _pager(self, columns.properties, selection)
        async for batch in read_batches_async(pager, columns, size=size):
            yield batch

    async def table(self: Any, properties: Sequence[str] | None = None, **arguments: Any) -> Any:
        """Return records as a pyarrow.Table. Arguments and errors are those of `batches`."""
        from .arrow import table_of

        return table_of([each async for each in self.batches(properties, **arguments)])


def _type_of(resource: Any) -> str:
    return unquote(resource._roots[0].rpartition("/")[2])


def _pager(resource: Any, properties: Sequence[str], selection: Mapping[str, Any]) -> Any:
    is_search = not selection.keys().isdisjoint(("filter_groups", "query", "sorts"))
    read, limit = (resource.search, 200) if is_search else (resource.list, 100)
    return read(**{"limit": limit, **selection, "properties": properties})
