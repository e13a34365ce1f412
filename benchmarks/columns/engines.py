"""Count contacts with Spark or Dask, two tasks at once: python engines.py URL spark|dask PARTITIONS."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

from account import PROPERTIES  # type: ignore[import-not-found]


def spark(url: str, count: int) -> int:
    source = import_module("hubspot_crm.spark").HubSpotDataSource
    builder: Any = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    session.dataSource.register(source)
    read = session.read.format("hubspot").option("base_url", url).option("partitions", count)
    frame = read.option("properties", ",".join(PROPERTIES)).load("contacts")
    (row,) = frame.selectExpr("count(*) records", "count(distinct id) ids").collect()
    session.stop()
    return int(row.records) if row.records == row.ids else -1


def dask(url: str, count: int) -> int:
    from hubspot_crm import HubSpot

    with HubSpot("token", base_url=url) as client:
        read_frame = import_module("hubspot_crm.dask").read_frame
        frame = read_frame(client, "contacts", list(PROPERTIES), partitions=count)
        ids = frame["id"].compute(scheduler="processes", num_workers=2)
    return len(ids) if len(ids) == ids.nunique() else -1


if __name__ == "__main__":
    os.environ["HUBSPOT_ACCESS_TOKEN"] = "token"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    print({"spark": spark, "dask": dask}[sys.argv[2]](sys.argv[1], int(sys.argv[3])))
