"""Test the data source for Spark on a local engine with two tasks at once."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm.testing import StandIn

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark requires Java: make java"),
    pytest.mark.filterwarnings("default"),
]
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from hubspot_crm.spark import HubSpotDataSource
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT / "generated"))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("HUBSPOT_ACCESS_TOKEN", "from-the-environment")
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.sql.session.timeZone", "UTC").config(
            "spark.driver.bindAddress", "127.0.0.1"
        )
        session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        session.dataSource.register(HubSpotDataSource)
        yield session
        session.stop()


@pytest.fixture(scope="module")
def crm() -> StandIn:
    crm = StandIn(seed=1)
    for name, kind, field in (
        ("amount", "number", "number"),
        ("born", "date", "date"),
        ("seen", "datetime", "date"),
        ("stage", "enumeration", "select"),
        ("colours", "enumeration", "checkbox"),
        ("active", "bool", "booleancheckbox"),
        ("number", "string", "text"),
    ):
        options = [{"value": each, "label": each} for each in "ab"] if kind == "enumeration" else []
        crm.define("contacts", name, kind, fieldType=field, options=options)
    crm.define("contacts", "code", "string", fieldType="text", hasUniqueValue=True)
    for number in range(1000):
        values = {
            "amount": f"{number}.5",
            "born": "2026-05-01",
            "seen": "2026-05-01T10:00:00.123Z",
            "stage": "ab"[number % 2],
            "colours": "a;b",
            "active": "true",
            "number": str(number),
        }
        crm.create("contacts", values)
    return crm


@pytest.fixture(scope="module")
def url(crm: StandIn) -> Iterator[str]:
    with crm.serve() as url:
        yield url


def test_spark_reads_each_record_once_in_partitions(spark: Any, crm: StandIn, url: str) -> None:
    source = spark.read.format("hubspot").option("base_url", url).option("partitions", 5)
    properties = "amount,born,seen,stage,colours,active,number"
    frame = source.option("properties", properties).load("contacts")
    assert [(each.name, each.dataType.simpleString()) for each in frame.schema] == [
        ("id", "string"),
        ("createdAt", "timestamp"),
        ("updatedAt", "timestamp"),
        ("archived", "boolean"),
        ("amount", "double"),
        ("born", "date"),
        ("seen", "timestamp"),
        ("stage", "string"),
        ("colours", "array<string>"),
        ("active", "boolean"),
        ("number", "string"),
        ("_misfits", "map<string,string>"),
    ]
    assert frame.rdd.getNumPartitions() == 5
    frame = frame.cache()
    assert frame.count() == 1000
    assert {row.number for row in frame.select("number").collect()} == {*map(str, range(1000))}
    (row,) = frame.where("number = '3'").collect()
    assert (row.amount, row.born, row.stage, row.colours, row.active, row._misfits) == (
        *(3.5, date(2026, 5, 1), "b", ["a", "b"], True, None),
    )
    assert frame.where("seen = timestamp '2026-05-01 10:00:00.123Z'").count() == 1000
    tokens = {dict(each.request.headers)["Authorization"] for each in crm.requests}
    assert tokens == {"Bearer from-the-environment"}


def test_options_select_records_and_types(spark: Any, url: str) -> None:
    groups = [{"filters": [{"propertyName": "stage", "operator": "EQ", "value": "a"}]}]
    source = spark.read.format("hubspot").option("base_url", url).option("version", "v3")
    source = source.option("filter_groups", json.dumps(groups))
    frame = source.schema("number int, amount decimal(8,1), id string").load("contacts")
    rows = frame.collect()
    assert sorted(row.number for row in rows) == list(range(0, 1000, 2))
    assert str(rows[0].amount).endswith(".5") and rows[0].id


def test_spark_writes_in_batches_and_counts(
    spark: Any, crm: StandIn, url: str, tmp_path: Path
) -> None:
    outcome = tmp_path / "outcome.json"
    seen = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    rows = [(f"n{number}", number / 2, seen, ["a", "b"], None) for number in range(450)]
    frame = spark.createDataFrame(
        rows, "code string, amount double, seen timestamp, colours array<string>, stage string"
    ).repartition(3)
    before = crm.request_count
    writer = frame.write.format("hubspot").option("base_url", url).option("outcome", str(outcome))
    writer.mode("append").option("operation", "create").save("contacts")
    assert crm.request_count - before == 6  # two for each of three tasks
    assert json.loads(outcome.read_text()) == {
        **dict.fromkeys(("failed", "unsent", "unknown"), 0),
        "succeeded": 450,
    }
    created = {each["properties"].get("code"): each for each in crm.records("contacts")}
    assert {f"n{number}" for number in range(450)} <= created.keys()
    values = created["n7"]["properties"]
    assert (values["amount"], values["seen"][:19], values["colours"], values.get("stage")) == (
        *("3.5", "2026-01-02T03:04:05", "a;b", None),
    )
    ids = [(created[f"n{number}"]["id"], 100.0) for number in range(20)]
    update = spark.createDataFrame(ids, "id string, amount double").write.format("hubspot")
    update.option("base_url", url).option("operation", "update").mode("append").save("contacts")
    upsert = spark.createDataFrame([("n0", 200.0), ("new", 1.0)], "code string, amount double")
    upsert = upsert.write.format("hubspot").option("base_url", url).option("operation", "upsert")
    upsert.option("id_property", "code").mode("append").save("contacts")
    after = {each["properties"].get("code"): each["properties"] for each in crm.records("contacts")}
    assert [after[code]["amount"] for code in ("n0", "n1", "n20", "new")] == [
        *("200.0", "100.0", "10.0", "1.0")
    ]
    assert max(crm.writes("contacts", by="code").values()) == 1


def test_a_partial_failure_fails_the_job_with_its_counts(
    spark: Any, crm: StandIn, url: str, tmp_path: Path
) -> None:
    rows = [(f"p{number}", "x" if number == 7 else "a", 1.0) for number in range(30)]
    rows.append(("nan", "a", float("nan")))  # cannot be sent: an error of the task would repeat it
    frame = spark.createDataFrame(rows, "code string, stage string, amount double").coalesce(1)
    writer = frame.write.format("hubspot").option("base_url", url).option("operation", "create")
    with pytest.raises(Exception, match="29 succeeded, 2 failed, 0 unsent, 0 unknown") as error:
        writer.option("outcome", str(tmp_path / "o.json")).mode("append").save("contacts")
    assert "nan cannot be the value of a number property" in str(error.value)
    assert json.loads((tmp_path / "o.json").read_text())["failed"] == 2
    counts = crm.writes("contacts", by="code")
    assert {counts[f"p{number}"] for number in range(30) if number != 7} == {1}


def test_mistakes_are_errors(spark: Any, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = spark.createDataFrame([("a",)], "code string")
    writer = frame.write.format("hubspot").option("base_url", url).mode("append")
    with pytest.raises(Exception, match="operation is create, update with a column id"):
        writer.save("contacts")
    with pytest.raises(Exception, match="operation is create, update with a column id"):
        writer.option("operation", "update").save("contacts")
    with pytest.raises(Exception, match="use mode..append"):
        frame.write.format("hubspot").mode("overwrite").save("contacts")
    with pytest.raises(Exception, match="pass the object type"):
        spark.read.format("hubspot").option("base_url", url).load()
    source = spark.read.format("hubspot").option("base_url", url)
    with pytest.raises(Exception, match="no definition of the properties emial"):
        source.option("properties", "emial").load("contacts")
    with pytest.raises(Exception, match="environment variable OTHER is not set"):
        source.option("token_variable", "OTHER").load("contacts")
    assert "OTHER" not in os.environ
