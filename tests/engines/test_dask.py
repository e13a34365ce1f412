"""Test that Dask reads each record once, with worker processes of its own."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from dask.distributed import Client, LocalCluster
from hubspot_crm import HubSpot
from hubspot_crm.dask import read_frame
from hubspot_crm.testing import StandIn

pytestmark = [pytest.mark.engines, pytest.mark.filterwarnings("default")]
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def crm() -> StandIn:
    crm = StandIn(seed=1)
    crm.define("contacts", "amount", "number", fieldType="number")
    options = [{"value": each, "label": each} for each in "ab"]
    crm.define("contacts", "stage", "enumeration", fieldType="select", options=options)
    for number in range(1000):
        crm.create("contacts", {"amount": str(number), "stage": "ab"[number % 2]})
    return crm


@pytest.fixture(scope="module")
def url(crm: StandIn) -> Iterator[str]:
    with crm.serve() as url:
        yield url


@pytest.fixture(scope="module")
def workers() -> Iterator[Client]:
    """Two worker processes, which have the token in their environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT / "generated"))
        patch.setenv("HUBSPOT_ACCESS_TOKEN", "from-the-environment")
        with (
            LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client


def test_dask_reads_each_record_once_in_worker_processes(
    workers: Client, crm: StandIn, url: str
) -> None:
    assert len(workers.scheduler_info()["workers"]) == 2
    with HubSpot("secret", base_url=url) as client:
        with pytest.raises(ValueError, match="token_variable"):
            client.describe()
        workers_have = client.describe(token_variable="HUBSPOT_ACCESS_TOKEN", share=5)
        frame = read_frame(
            client, "contacts", ["amount", "stage"], partitions=5, description=workers_have
        )
    assert b"secret" not in pickle.dumps(frame) and frame.npartitions == 5
    columns = ["id", "createdAt", "updatedAt", "archived", "amount", "stage", "_misfits"]
    assert list(frame.columns) == columns
    assert str(frame.dtypes["amount"]) == "double[pyarrow]"
    computed = frame.compute()
    assert sorted(computed["amount"]) == list(range(1000)) and computed["id"].nunique() == 1000
    assert list(computed.dtypes) == list(frame.dtypes)
    assert frame["amount"].sum().compute() == sum(range(1000))
    assert {dict(each.request.headers)["Authorization"] for each in crm.requests} == {
        *("Bearer secret", "Bearer from-the-environment")
    }


def test_filters_and_types_are_those_of_columns(workers: Client, url: str) -> None:
    import pyarrow as pa

    groups = [{"filters": [{"propertyName": "stage", "operator": "EQ", "value": "b"}]}]
    with HubSpot("secret", base_url=url) as client:
        frame = read_frame(
            client,
            "contacts",
            ["amount"],
            partitions=2,
            types={"amount": pa.int64()},
            filter_groups=groups,
            description=client.describe(token_variable="HUBSPOT_ACCESS_TOKEN", share=2),
        )
    assert str(frame.dtypes["amount"]) == "int64[pyarrow]"
    assert sorted(frame["amount"].compute()) == list(range(1, 1000, 2))
