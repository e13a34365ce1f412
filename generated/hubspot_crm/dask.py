"""Read records as a Dask DataFrame with one partition for each search (extra `dask`).

frame = read_frame(client, "contacts", ["email", "amount"], partitions=8)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

try:
    import dask.dataframe  # type: ignore[import-not-found, import-untyped, unused-ignore]
    import pandas  # type: ignore[import-not-found, import-untyped, unused-ignore]
except ImportError as error:
    raise ImportError("Dask requires more packages: pip install hubspot-crm[dask]") from error

from .arrow import Columns, read_batches
from .partitions import ClientDescription, Partition, describe, find_partitions

_dask: Any = dask
_pandas: Any = pandas


def read_frame(
    client: Any,
    object_type: str,
    properties: Sequence[str] | None = None,
    *,
    partitions: int = 4,
    types: Mapping[str, Any] | None = None,
    by: str = "hs_object_id",
    filter_groups: Sequence[Any] = (),
    description: ClientDescription | None = None,
) -> Any:
    """Return a dask.dataframe.DataFrame of records, whose columns have Arrow types.

    Records are read when the frame is computed. Each partition has a client of its own.

    Args:
        client: A sync client.
        object_type: The object type.
        properties: The properties, in the order of the columns. By default, all.
        partitions: As for `find_partitions`, like `by` and `filter_groups`.
        types: As for Columns.
        by: See `partitions`.
        filter_groups: See `partitions`.
        description: The clients of the workers. By default, each has an equal share of the rate limits.
    """
    columns = Columns(client.properties.list(object_type).results, properties, types)
    parts = find_partitions(client, object_type, partitions, by=by, filter_groups=filter_groups)
    shared = description or describe(client, share=len(parts))
    empty = _frame(columns.schema.empty_table())
    read = _Read(shared, columns)
    return _dask.dataframe.from_map(read, parts, meta=empty, label=f"hubspot-{object_type}")


class _Read:
    """Reads a partition as a pandas.DataFrame."""

    def __init__(self, description: ClientDescription, columns: Columns) -> None:
        self._description, self._columns = description, columns

    def __call__(self, part: Partition) -> Any:
        with self._description.client() as client:
            pager = part.search(client, self._columns.properties)
            return _frame(read_batches(pager, self._columns).read_all())


def _frame(table: Any) -> Any:
    return table.to_pandas(types_mapper=_pandas.ArrowDtype)
