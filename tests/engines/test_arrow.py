"""Test that records become Arrow columns with the types of their property definitions."""

from __future__ import annotations

import asyncio
import math
import random
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import hubspot_crm
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hubspot_crm import HubSpot, InternalServerError, MockTransport, Retries
from hubspot_crm.arrow import Columns, parquet_file, read_batches
from hubspot_crm.testing import StandIn
from hubspot_crm.values import decode

pytestmark = pytest.mark.engines

KINDS = {
    "amount": ("number", "number"),
    "born": ("date", "date"),
    "seen": ("datetime", "date"),
    "stage": ("enumeration", "select"),
    "colours": ("enumeration", "checkbox"),
    "active": ("bool", "booleancheckbox"),
    "note": ("string", "text"),
}
MOMENT = pa.timestamp("ms", "UTC")
MAP = pa.map_(pa.string(), pa.string())
FIXED = [
    ("id", pa.string()),
    ("createdAt", MOMENT),
    ("updatedAt", MOMENT),
    ("archived", pa.bool_()),
]


def definition(name: str, kind: str, field: str = "text") -> dict[str, Any]:
    return {
        "name": name,
        "type": kind,
        "fieldType": field,
        "label": name,
        "description": "",
        "groupName": "g",
        "options": [],
    }


class Account:
    """Responds with property definitions and with pages of records, as JSON."""

    def __init__(self, kinds: dict[str, tuple[str, str]], *pages: list[dict[str, Any]]) -> None:
        self.definitions = [definition(name, *kind) for name, kind in kinds.items()]
        self.pages = list(pages)
        self.requests = 0

    def __call__(self, request: Any) -> hubspot_crm.MockTransport:
        if "/properties/" in request.url:
            return hubspot_crm.json_response({"results": self.definitions})  # type: ignore[return-value]
        page, self.requests = self.pages[self.requests], self.requests + 1
        body: dict[str, Any] = {"results": page}
        if self.requests < len(self.pages):
            body["paging"] = {"next": {"after": str(self.requests)}}
        return hubspot_crm.json_response(body)  # type: ignore[return-value]

    def client(self) -> HubSpot:
        return HubSpot("t", transport=MockTransport(self), rate_limiter=None)  # type: ignore[arg-type]


def record(number: int, **properties: Any) -> dict[str, Any]:
    return {
        "id": str(number),
        "createdAt": "2026-01-02T03:04:05.678Z",
        "updatedAt": "2026-01-02T03:04:05Z",
        "archived": False,
        "properties": properties,
    }


@pytest.fixture(scope="module")
def crm() -> StandIn:
    crm = StandIn(seed=1)
    for name, (kind, field) in KINDS.items():
        options = [{"value": each, "label": each} for each in "ab"] if kind == "enumeration" else []
        crm.define("contacts", name, kind, fieldType=field, options=options)
    for number in range(10_250):
        values = {
            "amount": f"{number}.5",
            "born": "2026-05-01",
            "seen": "2026-05-01T10:00:00.123Z",
            "stage": "ab"[number % 2],
            "colours": "a;b",
            "active": "true",
            "note": f"ü{number % 7}",
        }
        crm.create("contacts", values if number else {})
    return crm


def test_columns_have_the_types_of_the_property_definitions(crm: StandIn) -> None:
    client = crm.client(rate_limiter=None)
    table = client.table("contacts", [*KINDS, "hs_object_id"])
    assert table.schema == pa.schema(
        [
            *FIXED,
            ("amount", pa.float64()),
            ("born", pa.date32()),
            ("seen", MOMENT),
            ("stage", pa.dictionary(pa.int32(), pa.string())),
            ("colours", pa.list_(pa.string())),
            ("active", pa.bool_()),
            ("note", pa.string()),
            ("hs_object_id", pa.int64()),
            ("_misfits", MAP),
        ]
    )
    empty, first = table.slice(0, 2).to_pylist()
    assert {name: empty[name] for name in KINDS} == dict.fromkeys(KINDS)
    assert first["_misfits"] is None and first["archived"] is False
    assert {name: first[name] for name in KINDS} == {
        "amount": 1.5,
        "born": date(2026, 5, 1),
        "seen": datetime(2026, 5, 1, 10, 0, 0, 123000, tzinfo=UTC),
        "stage": "b",
        "colours": ["a", "b"],
        "active": True,
        "note": "ü1",
    }
    records = list(client.contacts.list(limit=100, properties=["note"]))
    assert table["id"].to_pylist() == [each.id for each in records]
    assert table["createdAt"].to_pylist() == [each.created_at for each in records]


def test_all_properties_are_read_by_default(crm: StandIn) -> None:
    client = crm.client(rate_limiter=None)
    reader = client.batches("contacts")
    names = [each.name for each in client.properties.list("contacts").results]
    assert reader.schema.names == ["id", "createdAt", "updatedAt", "archived", *names, "_misfits"]


@pytest.mark.parametrize("order", ["-amount", "stage", "hs_object_id"])
def test_a_search_of_more_than_ten_thousand_records_has_each_once(crm: StandIn, order: str) -> None:
    table = crm.client(rate_limiter=None).table("contacts", ["note"], sorts=[order])
    assert table.schema.names == [*(name for name, _ in FIXED), "note", "_misfits"]
    assert table.num_rows == len(set(table["id"].to_pylist())) == 10_250


def test_an_async_client_reads_the_same(crm: StandIn) -> None:
    async def read() -> tuple[Any, list[int]]:
        async with crm.async_client(rate_limiter=None) as client:
            sizes = [
                each.num_rows async for each in client.batches("contacts", ["note"], size=4000)
            ]
            return await client.table("contacts", [*KINDS]), sizes

    table, sizes = asyncio.run(read())
    assert sizes == [4000, 4000, 2250]
    assert table.equals(crm.client(rate_limiter=None).table("contacts", [*KINDS]))


def test_other_versions_and_object_types_have_the_methods(crm: StandIn) -> None:
    from hubspot_crm import v3, v2025_09

    for version in (v3, v2025_09):
        client = version.HubSpot("t", transport=crm.transport(), rate_limiter=None)
        assert client.table("contacts", ["amount"]).num_rows == 10_250
        assert client.table("contacts", ["amount"], query="ü3").num_rows > 0
    assert crm.client(rate_limiter=None).table("companies", ["hs_object_id"]).num_rows == 0


def test_pages_are_requested_when_batches_are_read() -> None:
    account = Account(KINDS, *([record(each)] for each in range(6)))
    reader = account.client().batches("contacts", ["note"], size=2)
    assert account.requests == 0
    assert next(reader).num_rows == 2 and account.requests == 2
    assert [each.num_rows for each in reader] == [2, 2] and account.requests == 6


def test_no_records_are_one_empty_batch() -> None:
    reader = Account(KINDS, []).client().batches("contacts", [*KINDS])
    (batch,) = reader
    assert batch.num_rows == 0 and batch.schema == reader.schema


def test_values_that_do_not_fit_have_a_column_of_their_own() -> None:
    strange = {
        "amount": ["12.50", "n/a", "123456789012345678901", "nan", "1e400", "0x1f", "1e3", " 7 "],
        "born": ["2026-05-01", "soon", "2026-05-01T10:00:00Z", "1777593600000", "", None, "0", "-"],
        "seen": [
            "2026-05-01T10:00:00Z",
            "2026-05-01T10:00:00.123456Z",
            "2026-05-01T12:00:00+02:00",
            "1777629600000",
            "2026-05-01",
            "later",
            "2026-05-01T10:00:00",
            "99999999999999999",
        ],
        "active": ["true", "FALSE", "1", "yes", "0", "", None, "true"],
    }
    rows = [
        record(number, **{name: values[number] for name, values in strange.items()})
        for number in range(8)
    ]
    table = Account(KINDS, rows).client().table("contacts", [*strange])
    may = datetime(2026, 5, 1, 10, tzinfo=UTC)
    assert table["amount"].to_pylist() == [12.5, None, None, None, None, None, 1000.0, 7.0]
    assert table["born"].to_pylist() == [
        *(date(2026, 5, 1), None, None, date(2026, 5, 1)),
        *(None, None, date(1970, 1, 1), None),
    ]
    midnight = datetime(2026, 5, 1, tzinfo=UTC)
    assert table["seen"].to_pylist() == [may, None, may, may, midnight, None, may, None]
    assert table["active"].to_pylist() == [True, False, None, None, None, None, None, True]
    found = [dict(each or ()) for each in table["_misfits"].to_pylist()]
    for name, values in strange.items():
        for value, column, misfits in zip(values, table[name].to_pylist(), found, strict=True):
            assert misfits.get(name) == (value if value and column is None else None)


def test_values_are_those_of_decode() -> None:
    chance = random.Random(4)
    parts = [
        "1",
        "0",
        "-",
        ".",
        "e",
        "5",
        "2026-05-01",
        "T10:00:00",
        "Z",
        ".5",
        "true",
        "9" * 9,
        " ",
    ]
    texts = ["".join(chance.choices(parts, k=chance.randint(1, 4))) for _ in range(3000)]
    rows = [record(1, **dict.fromkeys(KINDS, text)) for text in texts]
    # Singly and together: Arrow converts a column at once where it can.
    for size in (1, 50, 3000):
        reader = Account(KINDS, rows).client().batches("contacts", [*KINDS], size=size)
        for text, row in zip(
            texts, (row for batch in reader for row in batch.to_pylist()), strict=True
        ):
            misfits = dict(row["_misfits"] or ())
            for name in ("amount", "born", "seen", "active"):
                value = decode(text, KINDS[name][0])
                if row[name] is None:
                    assert misfits[name] == text
                    assert isinstance(value, str) or not _fits(value)
                elif name == "amount":
                    assert Decimal(repr(row[name])) == value and name not in misfits
                else:
                    assert row[name] == value and name not in misfits


def _fits(value: Any) -> bool:
    """Return whether a float or a time in milliseconds is exact."""
    if isinstance(value, Decimal):
        return math.isfinite(float(value)) and Decimal(repr(float(value))) == value
    return not isinstance(value, datetime) or value.microsecond % 1000 == 0


def test_json_values_of_other_types_become_strings() -> None:
    rows = [
        {**record(1, amount=12.5, note={"a": [1]}, active=True), "id": 1},
        {"id": "2", "properties": {"note": 7, "amount": "x"}, "createdAt": "soon"},
        {"id": "3", "properties": None},
        {"id": "4", "properties": {"note": "\ud800"}},
    ]
    account = Account(KINDS, [])
    account.pages = [rows]
    table = account.client().table("contacts", ["amount", "note", "active"])
    assert table["id"].to_pylist() == ["1", "2", "3", "4"]
    assert table["amount"].to_pylist() == [12.5, None, None, None]
    assert table["note"].to_pylist() == ['{"a":[1]}', "7", None, "\\ud800"]
    assert table["active"].to_pylist() == [True, None, None, None]
    assert [dict(each or ()) for each in table["_misfits"].to_pylist()] == [
        {},
        {"createdAt": "soon", "amount": "x"},
        {},
        {},
    ]


def test_types_replace_those_of_the_definitions() -> None:
    values = ["12", "12.0", "12.5", "300", "x"]
    rows = [record(each, amount=value, hidden=value) for each, value in enumerate(values)]
    table = (
        Account(KINDS, rows)
        .client()
        .table("contacts", ["amount", "hidden"], types={"amount": pa.int8(), "hidden": pa.string()})
    )
    assert table["amount"].to_pylist() == [12, 12, None, None, None]
    assert table["hidden"].to_pylist() == values
    assert [dict(each or ()).get("amount") for each in table["_misfits"].to_pylist()] == [
        *(None, None, "12.5", "300", "x")
    ]
    exact = (
        Account(KINDS, rows)
        .client()
        .table("contacts", ["amount"], types={"amount": pa.decimal128(6, 1)})
    )
    assert exact["amount"].to_pylist() == [*map(Decimal, ("12.0", "12.0", "12.5", "300.0")), None]


def test_a_property_with_the_name_of_another_column_keeps_both() -> None:
    kinds = {"id": ("string", "text"), "archived": ("bool", "booleancheckbox")}
    rows = [record(1, id="own", archived="perhaps")]
    table = Account(kinds, rows).client().table("contacts")
    assert table.to_pylist()[0] | {"createdAt": 0, "updatedAt": 0} == {
        "id": "1",
        "createdAt": 0,
        "updatedAt": 0,
        "archived": False,
        "properties.id": "own",
        "properties.archived": None,
        "_misfits": [("properties.archived", "perhaps")],
    }


def test_a_property_without_a_definition_is_an_error() -> None:
    with pytest.raises(ValueError, match="no definition of the properties emial, fone"):
        Account(KINDS, []).client().table("contacts", ["note", "emial", "fone"])


def test_an_error_of_a_page_is_the_error_of_the_call(crm: StandIn) -> None:
    client = crm.client(retries=Retries(attempts=1), rate_limiter=None)
    reader = client.batches("contacts", ["note"], size=100)
    assert next(reader).num_rows == 100
    crm.fail_next("status_500", path="/contacts")
    with pytest.raises(InternalServerError):
        next(reader)


def test_a_parquet_file_has_a_row_group_for_each_batch(crm: StandIn, tmp_path: Path) -> None:
    path, client = tmp_path / "contacts.parquet", crm.client(rate_limiter=None)
    with parquet_file(path, compression="zstd") as write:
        for batch in client.batches("contacts", [*KINDS], size=4000):
            write(batch)
            assert not path.exists()
    groups = pq.ParquetFile(path).metadata
    assert [groups.row_group(each).num_rows for each in range(groups.num_row_groups)] == [
        *(4000, 4000, 2250)
    ]
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    again = pq.read_table(path)
    assert again["amount"].to_pylist() == client.table("contacts", ["amount"])["amount"].to_pylist()


def test_an_error_leaves_the_parquet_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "contacts.parquet"
    path.write_text("before")
    for number in (0, 1):
        with pytest.raises(KeyError), parquet_file(path) as write:
            for batch in [pa.record_batch({"a": [1]})][:number]:
                write(batch)
            raise KeyError
    assert path.read_text() == "before" and len(list(tmp_path.iterdir())) == 1


def test_pandas_polars_and_duckdb_read_the_columns(crm: StandIn) -> None:
    client = crm.client(rate_limiter=None)
    frame = client.table("contacts", [*KINDS]).to_pandas()
    assert frame["amount"].sum() == sum(each + 0.5 for each in range(1, 10_250))
    assert (
        str(frame["seen"].dtype) == "datetime64[ms, UTC]"
        and str(frame["stage"].dtype) == "category"
    )
    table: Any = polars.from_arrow(client.table("contacts", [*KINDS]))
    assert table.filter(polars.col("stage") == "a").height == 5124
    relation = duckdb.from_arrow(client.batches("contacts", [*KINDS], size=3000))
    rows = relation.aggregate("stage, count(*), max(born)", "stage").order("stage").fetchall()
    assert rows == [
        ("a", 5124, date(2026, 5, 1)),
        ("b", 5125, date(2026, 5, 1)),
        (None, 1, None),
    ]


def test_columns_are_made_of_any_list_of_records(crm: StandIn) -> None:
    client = crm.client(rate_limiter=None)
    columns = Columns(client.properties.list("contacts").results, ["amount"])
    pager = client.contacts.search(properties=["amount", "note"], limit=200, query="ü3")
    table = read_batches(pager, columns).read_all()
    assert table.num_rows == pager.count() and table.schema == columns.schema
