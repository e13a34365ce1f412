"""The methods of clients that read many records at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from .partitions import ClientDescription, Partition


class _Described:
    def describe(self, *, include_token: bool = False, **fields: Any) -> ClientDescription:
        """Return a description of this client for other processes; see `partitions.describe`."""
        from .partitions import describe

        return describe(self, include_token=include_token, **fields)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client cannot be pickled or copied; pickle client.describe()")


class RecordTables(_Described):
    """Methods of sync clients."""

    def batches(
        self: Any,
        object_type: str,
        properties: Sequence[str] | None = None,
        *,
        types: Mapping[str, Any] | None = None,
        size: int = 10_000,
        **selection: Any,
    ) -> Any:
        """Return records as a pyarrow.RecordBatchReader: an iterator of record batches (extra `arrow`).

        Pages are requested when batches are read. The memory used is that of one batch.

        Args:
            object_type: The object type, such as `contacts` or `2-123`.
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

        columns = Columns(self.properties.list(object_type).results, properties, types)
        pager = _pager(self.objects(object_type), columns.properties, selection)
        return read_batches(pager, columns, size=size)

    def table(self: Any, object_type: str, *properties: Any, **selection: Any) -> Any:
        """Return records as a pyarrow.Table. Arguments and errors are those of `batches`."""
        return self.batches(object_type, *properties, **selection).read_all()

    def partitions(
        self,
        object_type: str,
        count: int,
        *,
        by: str = "hs_object_id",
        filter_groups: Sequence[Any] = (),
    ) -> list[Partition]:
        """Return searches that together find each record once; see `partitions.find_partitions`."""
        from .partitions import find_partitions

        return find_partitions(self, object_type, count, by=by, filter_groups=filter_groups)


class AsyncRecordTables(_Described):
    """Methods of async clients."""

    async def batches(
        self: Any,
        object_type: str,
        properties: Sequence[str] | None = None,
        *,
        types: Mapping[str, Any] | None = None,
        size: int = 10_000,
        **selection: Any,
    ) -> AsyncIterator[Any]:
        """Yield record batches: at least one, which may be empty. Arguments are those of a sync client."""
        from .arrow import Columns, read_batches_async

        definitions = (await self.properties.list(object_type)).results
        columns = Columns(definitions, properties, types)
        pager = _pager(self.objects(object_type), columns.properties, selection)
        async for batch in read_batches_async(pager, columns, size=size):
            yield batch

    async def table(self: Any, object_type: str, *properties: Any, **selection: Any) -> Any:
        """Return records as a pyarrow.Table. Arguments and errors are those of `batches`."""
        from .arrow import table_of

        return table_of(
            [each async for each in self.batches(object_type, *properties, **selection)]
        )


def _pager(records: Any, properties: Sequence[str], selection: Mapping[str, Any]) -> Any:
    is_search = not selection.keys().isdisjoint(("filter_groups", "query", "sorts"))
    read, limit = (records.search, 200) if is_search else (records.list, 100)
    return read(**{"limit": limit, **selection, "properties": properties})
