"""A data source for Spark 4 (extra `spark`).

spark.dataSource.register(HubSpotDataSource)
spark.read.format("hubspot").option("properties", "email,createdate").load("contacts")
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pyarrow  # type: ignore[import-not-found, import-untyped, unused-ignore]
import pyspark.sql.datasource  # type: ignore[import-not-found, unused-ignore]
import pyspark.sql.pandas.types  # type: ignore[import-not-found, unused-ignore]

from .arrow import MISFITS, Columns, read_batches
from .partitions import ClientDescription, find_partitions
from .values import encode

_pa: Any = pyarrow
_sql: Any = pyspark
_types, _source = _sql.sql.pandas.types, _sql.sql.datasource
_DataSource: Any = _source.DataSource
_DataSourceReader: Any = _source.DataSourceReader
_DataSourceArrowWriter: Any = _source.DataSourceArrowWriter
_WriterCommitMessage: Any = _source.WriterCommitMessage
_FIXED = frozenset(("id", "createdAt", "updatedAt", "archived", MISFITS))
_FIELDS = ("version", "base_url", "token_variable", "token", "redis", "account")


class HubSpotDataSource(_DataSource):  # type: ignore[misc, unused-ignore]
    """Records of one object type, which is the argument of `load` and `save`.

    Options to read: `properties` (separated by commas; by default, all), `partitions` (4), `by`,
    `filter_groups` (JSON). Options to write: `operation` (`create`, `update` by the column `id` or by
    `id_property`, `upsert` by `id_property`), `outcome` (a file on the driver for the counts, as JSON).
    Options for both: `share`, the number of tasks at once (by default, that of the partitions, and 4 to
    write), and the fields `version`, `base_url`, `token_variable`, `token`, `redis` and `account` of
    ClientDescription.
    """

    def __init__(self, options: Mapping[str, str]) -> None:
        self.options = options
        fields: dict[str, Any] = {each: options[each] for each in _FIELDS if each in options}
        share = int(options.get("share", 4))
        self.description = ClientDescription(share=share, **fields)
        if "path" not in options:
            raise ValueError('pass the object type: load("contacts") or save("contacts")')

    @classmethod
    def name(cls) -> str:
        return "hubspot"

    def schema(self) -> Any:
        named = self.options.get("properties")
        names = None if named is None else [each.strip() for each in named.split(",")]
        return _types.from_arrow_schema(_with_types(Columns(self.definitions(), names).schema))

    def reader(self, schema: Any) -> Any:
        return _Reader(self, schema)

    def writer(self, schema: Any, overwrite: bool) -> Any:
        if overwrite:
            raise ValueError("records cannot be overwritten: use mode('append')")
        return _Writer(self, "id" in schema.fieldNames())

    def definitions(self) -> list[Any]:
        with self.description.client() as client:
            found: list[Any] = client.properties.list(self.options["path"]).results
            return found


class _Reader(_DataSourceReader):  # type: ignore[misc, unused-ignore]
    def __init__(self, source: HubSpotDataSource, schema: Any) -> None:
        self._options, self._description = dict(source.options), source.description
        self._schema = _types.to_arrow_schema(schema, timezone="UTC")
        types = {
            _property(each.name): each.type for each in self._schema if each.name not in _FIXED
        }
        self._columns = Columns(source.definitions(), types, types)

    def partitions(self) -> list[Any]:
        given = self._options
        with replace(self._description, share=1).client() as client:
            parts = find_partitions(
                client,
                given["path"],
                int(given.get("partitions", 4)),
                by=given.get("by", "hs_object_id"),
                filter_groups=json.loads(given.get("filter_groups", "[]")),
            )
        share = int(given.get("share", len(parts)))
        return [_source.InputPartition((each, share)) for each in parts]

    def read(self, partition: Any) -> Iterator[Any]:
        part, share = partition.value
        with replace(self._description, share=share).client() as client:
            pager = part.search(client, self._columns.properties)
            for batch in read_batches(pager, self._columns):
                yield batch.select(self._schema.names).cast(self._schema)


_GROUPS = ("succeeded", "failed", "unsent", "unknown")


class _Counts(_WriterCommitMessage):  # type: ignore[misc, unused-ignore]
    def __init__(self) -> None:
        self.numbers = dict.fromkeys(_GROUPS, 0)
        self.first_error: str | None = None

    def add(self, numbers: Mapping[str, int], error: str | None) -> None:
        for group in _GROUPS:
            self.numbers[group] += numbers.get(group, 0)
        self.first_error = self.first_error or error


class _Writer(_DataSourceArrowWriter):  # type: ignore[misc, unused-ignore]
    def __init__(self, source: HubSpotDataSource, has_id: bool) -> None:
        self._options, self._description = dict(source.options), source.description
        self._key = self._options.get("id_property")
        self._operation = self._options.get("operation", "")
        possible = {"create": True, "update": has_id or self._key, "upsert": self._key}
        if not possible.get(self._operation):
            raise ValueError(
                "operation is create, update with a column id or an id_property, or upsert with an "
                "id_property"
            )

    def write(self, iterator: Iterator[Any]) -> Any:
        """Write the rows of a task. Errors are only counted: Spark would repeat a failed task."""
        counts = _Counts()
        with self._description.client() as client:
            batches = client.objects(self._options["path"]).batch
            for batch in iterator:
                inputs = list[dict[str, Any]]()
                for row in batch.to_pylist():
                    try:
                        inputs.append(self._input(row))
                    except (TypeError, ValueError) as error:
                        counts.add({"failed": 1}, str(error))
                outcome = getattr(batches, self._operation)(inputs)
                groups = {each: len(getattr(outcome, each)) for each in _GROUPS}
                errors = [each.error for each in (*outcome.failed, *outcome.unknown)]
                first = errors[0] if errors else outcome.stopped_by
                counts.add(groups, None if first is None else str(first))
        return counts

    def commit(self, messages: list[Any]) -> None:
        """Add up the counts of all tasks. Raise RuntimeError if not every record was written."""
        counts = _Counts()
        for each in messages:
            counts.add(each.numbers, each.first_error)
        if "outcome" in self._options:
            with open(self._options["outcome"], "w", encoding="utf-8") as file:
                json.dump(counts.numbers, file)
        numbers = ", ".join(f"{number} {group}" for group, number in counts.numbers.items())
        if counts.numbers["succeeded"] < sum(counts.numbers.values()):
            raise RuntimeError(f"not every record was written: {numbers}; {counts.first_error}")

    def abort(self, messages: list[Any]) -> None:
        """Do nothing: written records stay."""

    def _input(self, row: dict[str, Any]) -> dict[str, Any]:
        given = {
            name: each for name, each in row.items() if name not in _FIXED and each is not None
        }
        values = {_property(name): encode(each) for name, each in given.items()}
        if self._operation == "create":
            return {"properties": values}
        key = values.get(self._key) if self._key else row["id"]
        if key is None:
            raise ValueError(f"a row has no {self._key or 'id'}")
        return {"id": key, "properties": values} | ({"idProperty": self._key} if self._key else {})


def _property(column: str) -> str:
    return column.removeprefix("properties.")


def _with_types(schema: Any) -> Any:
    """Return a schema with the types that Spark has: no dictionaries, and times in microseconds."""
    for index, field in enumerate(schema):
        if _pa.types.is_dictionary(field.type):
            schema = schema.set(index, field.with_type(_pa.string()))
        elif _pa.types.is_timestamp(field.type):
            schema = schema.set(index, field.with_type(_pa.timestamp("us", "UTC")))
    return schema
