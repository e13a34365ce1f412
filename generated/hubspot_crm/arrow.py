"""Read records as Arrow record batches, typed by their property definitions (extra `arrow`).

with parquet_file("contacts.parquet") as write:
    for batch in client.batches("contacts", ["email", "amount"]):
        write(batch)

A value that does not fit the type of its column is null there, and is in the column `_misfits`.
"""

from __future__ import annotations

import os
from collections.abc import (
    AsyncIterator,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import contextmanager, suppress
from decimal import Decimal
from operator import attrgetter
from typing import Any, cast

import msgspec
from msgspec.structs import astuple

from ._core.codec.decoding import parse
from ._core.paging.pager import AsyncPager, AsyncPages, Pager, Pages
from .values import decode, decode_list

try:
    import pyarrow  # type: ignore[import-not-found, import-untyped, unused-ignore]
    import pyarrow.compute  # type: ignore[import-not-found, import-untyped, unused-ignore]
    import pyarrow.parquet  # type: ignore[import-not-found, import-untyped, unused-ignore]
except ImportError as error:
    raise ImportError("Arrow columns require pyarrow: pip install hubspot-crm[arrow]") from error

MISFITS = "_misfits"

_pa: Any = pyarrow
_MOMENT = _pa.timestamp("ms", "UTC")
_TYPES = {"bool": _pa.bool_(), "number": _pa.float64(), "date": _pa.date32(), "datetime": _MOMENT}
_CHOICE, _CHOICES = _pa.dictionary(_pa.int32(), _pa.string()), _pa.list_(_pa.string())
_DATES = ("createdAt", "updatedAt")
_Paging = msgspec.defstruct("_Paging", [("next", dict[str, str] | None, None)])


class Columns:
    """The columns of the records of one object type. They can be pickled.

    Args:
        definitions: The property definitions of the type: `client.properties.list(...).results`.
        properties: The properties, in the order of the columns. By default, all.
        types: Arrow types by property, in place of those of the definitions.

    Attributes:
        properties: The properties.
        schema: The pyarrow.Schema: `id`, `createdAt`, `updatedAt`, `archived`, the properties, and
            `_misfits`. A property with one of these names has the column `properties.NAME`.

    Raises:
        ValueError: A property has neither a definition nor a type.
    """

    def __init__(
        self,
        definitions: Iterable[Any],
        properties: Iterable[str] | None = None,
        types: Mapping[str, Any] | None = None,
    ) -> None:
        known, given = {each.name: each for each in definitions}, types or {}
        self.properties = tuple(dict.fromkeys(known if properties is None else properties))
        unknown = [each for each in self.properties if each not in known and each not in given]
        if unknown:
            raise ValueError(
                f"no definition of the properties {', '.join(unknown)}: pass their types"
            )
        taken = {"id", *_DATES, "archived", MISFITS}
        # The name of the column, the type of the property and of the column.
        self._read: list[tuple[str, str, Any]] = [(name, "datetime", _MOMENT) for name in _DATES]
        for name in self.properties:
            kind = getattr(known.get(name), "type", "string")
            column = f"properties.{name}" if name in taken else name
            self._read.append((column, kind, given.get(name) or _type(known[name])))
        created, updated, *others = ((name, arrow) for name, _, arrow in self._read)
        fixed = [("id", _pa.string()), created, updated, ("archived", _pa.bool_())]
        misfits = (MISFITS, _pa.map_(_pa.string(), _pa.string()))
        self.schema: Any = _pa.schema([*fixed, *others, misfits])

    def batch(self, records: Sequence[Any]) -> Any:
        """Return a pyarrow.RecordBatch of records that a PageDecoder with these properties decoded."""
        ids, archived, *dates = (
            list(map(attrgetter(each), records)) for each in ("id", "archived", *_DATES)
        )
        rows = [astuple(each.properties) for each in records]
        values: list[Any] = [*dates, *(zip(*rows, strict=True) if rows else [()] * len(self._read))]
        misfits: list[dict[str, str]] = [{} for _ in records]
        created, updated, *others = (
            _array(*column, texts, misfits)
            for column, texts in zip(self._read, values, strict=False)
        )
        strange = [list(each.items()) or None for each in misfits]
        arrays = [ids, created, updated, archived, *others, strange]
        return _pa.record_batch(arrays, schema=self.schema)


class PageDecoder:
    """Decodes the cursor and the records of a page with some properties, and skips everything else."""

    def __init__(self, properties: Iterable[str]) -> None:
        names = {f"p{number}": name for number, name in enumerate(properties)}
        values: Any = msgspec.defstruct(
            "_Values", [(each, str | None, None) for each in names], rename=names
        )
        dates = [(each, str | None, None) for each in _DATES]
        own: Any = ("properties", values, msgspec.field(default_factory=values))
        record = msgspec.defstruct("_Record", [("id", str), *dates, ("archived", bool, False), own])
        results: Any = ("results", list.__class_getitem__(record))
        paging: Any = [("paging", _Paging | None, None), ("total", int, 0)]
        self._page = msgspec.defstruct("_Page", [results, *paging])
        self._decode = msgspec.json.Decoder(self._page).decode

    def decode(self, content: bytes) -> Any:
        """Return the page in the body of a response. Raise DecodingError if it is not JSON."""
        try:
            return self._decode(content)
        except (msgspec.MsgspecError, ValueError):
            page = cast("dict[str, Any]", parse(content))
            records = [_as_sent(each) for each in page["results"]]
            return msgspec.convert({**page, "results": records}, self._page)


def read_batches(pager: Pager[Any, Any], columns: Columns, *, size: int = 10_000) -> Any:
    """Return a pyarrow.RecordBatchReader of a list or a search, which must return the properties.

    It requests pages when batches of `size` records are read. There is at least one batch, which may be
    empty. `read_all()` returns a table.
    """

    def batches() -> Iterator[Any]:
        buffer, respond = _Buffer(pager, columns, size), cast("Callable[..., Any]", pager.respond)
        for page in Pages[Any](buffer.trail, lambda each: buffer.decode(respond(each).content)):
            yield from buffer.add(page)
        yield from buffer.rest()

    return _pa.RecordBatchReader.from_batches(columns.schema, batches())


async def read_batches_async(
    pager: AsyncPager[Any, Any], columns: Columns, *, size: int = 10_000
) -> AsyncIterator[Any]:
    """Yield the batches that `read_batches` reads, with an async client."""
    buffer, respond = _Buffer(pager, columns, size), cast("Callable[..., Any]", pager.respond)

    async def fetch(arguments: Any) -> Any:
        return buffer.decode((await respond(arguments)).content)

    async for page in AsyncPages[Any](buffer.trail, fetch):
        for batch in buffer.add(page):
            yield batch
    for batch in buffer.rest():
        yield batch


def table_of(batches: Sequence[Any]) -> Any:
    """Return a pyarrow.Table of batches."""
    return _pa.Table.from_batches(batches)


@contextmanager
def parquet_file(path: str | os.PathLike[str], **options: Any) -> Generator[Callable[[Any], None]]:
    """Create a Parquet file, and return a function that writes a batch as a row group.

    The file appears, or replaces another, at the end of the `with` block, and not after an error. Options
    are those of pyarrow.parquet.ParquetWriter.
    """
    partial, writers = f"{os.fspath(path)}.part", list[Any]()

    def write(batch: Any) -> None:
        if not writers:
            writers.append(_pa.parquet.ParquetWriter(partial, batch.schema, **options))
        writers[0].write_batch(batch, row_group_size=max(batch.num_rows, 1))

    try:
        yield write
        for each in writers:
            each.close()
            os.replace(partial, path)
    except BaseException:
        for each in writers:
            each.close()
        with suppress(OSError):
            os.remove(partial)
        raise


class _Buffer:
    """Collects records for batches."""

    def __init__(self, pager: Any, columns: Columns, size: int) -> None:
        # A search of more than 10,000 records continues after the last value that it is sorted by.
        body = cast("Mapping[str, Any]", pager.arguments.body or {})
        sorts: list[Any] = msgspec.to_builtins(body.get("sorts") or ())
        order = [each if isinstance(each, str) else str(each["propertyName"]) for each in sorts]
        names = dict.fromkeys([*columns.properties, *(each.removeprefix("-") for each in order)])
        self.decode = PageDecoder(names).decode
        self.trail = pager._trail()
        self._columns, self._size = columns, size
        self._records = list[Any]()
        self._is_empty = True

    def add(self, page: Any) -> Iterator[Any]:
        self._records += page.results
        while len(self._records) >= self._size:
            self._is_empty = False
            batch = self._columns.batch(self._records[: self._size])
            del self._records[: self._size]
            yield batch

    def rest(self) -> Iterator[Any]:
        if self._records or self._is_empty:
            yield self._columns.batch(self._records)


def _type(definition: Any) -> Any:
    """Return the Arrow type of a property."""
    if definition.name == "hs_object_id":
        return _pa.int64()
    if definition.type == "enumeration":
        return _CHOICES if definition.field_type == "checkbox" else _CHOICE
    return _TYPES.get(definition.type, _pa.string())


def _array(
    name: str,
    kind: str,
    type: Any,
    values: Iterable[str | None],
    misfits: Sequence[dict[str, str]],
) -> Any:
    """Return the array of a column, and record the values that do not fit it. Empty strings are null."""
    texts = [each or None for each in values]
    if type == _CHOICES:
        return _pa.array([None if each is None else decode_list(each) for each in texts], type)
    strings = _pa.array(texts, _pa.string())
    if type in (_CHOICE, _pa.string()):
        return strings if type != _CHOICE else strings.dictionary_encode()
    with suppress(_pa.ArrowException):
        if not _is_doubtful(strings, kind):
            return strings.cast(type)
    found = list[Any]()
    for text, strange in zip(texts, misfits, strict=True):
        value = None if text is None else _value(text, kind, type)
        found.append(value)
        if value is None and text is not None:
            strange[name] = text
    return _pa.array(found, type)


def _is_doubtful(strings: Any, kind: str) -> bool:
    """Return whether Arrow may convert a string otherwise than `decode`, or lose digits."""
    if kind not in ("bool", "number"):
        return False
    lengths = _pa.compute.min_max(_pa.compute.utf8_length(strings)).as_py()
    if kind == "bool":
        return (lengths["min"] or 4) < 4  # 0 and 1
    strange = _pa.compute.match_substring_regex(strings, "[^0-9.+-]")
    return (lengths["max"] or 0) > 15 or _pa.compute.any(strange).as_py() is True


def _value(text: str, kind: str, type: Any) -> Any:
    """Return a value, or None if it does not fit the type exactly."""
    value: Any = decode(text, kind)
    with suppress(_pa.ArrowException, ArithmeticError, TypeError, ValueError):
        whole, real = _pa.types.is_integer(type), _pa.types.is_floating(type)
        found = int(value) if whole else float(value) if real else value
        exact = _pa.scalar(found, type).as_py()
        if (Decimal(repr(exact)) if real else exact) == value and not isinstance(value, str):
            return found
    return None


def _as_sent(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with the types that HubSpot documents."""
    given = cast("dict[str, Any]", record.get("properties") or {})
    values = {name: _text(value) for name, value in given.items()}
    dates = {name: _text(record.get(name)) for name in _DATES}
    archived = record.get("archived") is True
    return {**dates, "id": _text(record["id"]), "archived": archived, "properties": values}


def _text(value: object) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text.encode("utf-8", "backslashreplace").decode()
