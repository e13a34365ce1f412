"""Test that partitions contain each record once, and that clients can be described for other processes."""

from __future__ import annotations

import pickle
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hubspot_crm import AsyncHubSpot, HubSpot, Retries, v3
from hubspot_crm.filters import all_of, eq
from hubspot_crm.partitions import Partition, describe, find_partitions
from hubspot_crm.testing import StandIn


@pytest.fixture(scope="module")
def crm() -> StandIn:
    """An account whose contacts have ids with a large gap, and two of which have no date."""
    crm = StandIn(seed=1)
    crm.define("contacts", "seen", "datetime", fieldType="date", options=[])
    for number in range(600):
        values = {"kind": "ab"[number % 2], "seen": f"2026-01-{1 + number % 28:02}T00:00:00Z"}
        crm.create("contacts", values if number > 1 else {"kind": "ab"[number]})
        if number == 450:
            for _ in range(900):
                crm.create("companies", {})
    return crm


def sizes(client: Any, parts: list[Partition]) -> list[int]:
    return [part.search(client, ["kind"]).count() for part in parts]


def ids(client: Any, parts: list[Partition]) -> list[str]:
    return [record.id for part in parts for record in part.search(client, ["kind"])]


def test_partitions_contain_each_record_once(crm: StandIn) -> None:
    client = crm.client(rate_limiter=None)
    before = crm.request_count
    parts = client.partitions("contacts", 4)
    assert crm.request_count - before <= 12
    assert all(135 <= size <= 165 for size in sizes(client, parts)), sizes(client, parts)
    parts = pickle.loads(pickle.dumps(parts))
    assert ids(client, parts) == [each["id"] for each in crm.records("contacts")]
    old = v3.HubSpot("t", transport=crm.transport(), rate_limiter=None)
    assert ids(old, find_partitions(old, "contacts", 3)) == ids(client, parts)


def test_partitions_have_the_filters_of_the_search(crm: StandIn) -> None:
    client = crm.client(rate_limiter=None)
    groups = [all_of(eq("kind", "b"))]
    parts = client.partitions("contacts", 2, filter_groups=groups)
    wanted = [each["id"] for each in crm.records("contacts") if each["properties"]["kind"] == "b"]
    assert ids(client, parts) == wanted and len(wanted) == 300
    assert all(135 <= size <= 165 for size in sizes(client, parts))
    both = client.partitions("contacts", 2, filter_groups=[*groups, all_of(eq("kind", "a"))])
    assert sorted(ids(client, both)) == [each["id"] for each in crm.records("contacts")]


def test_partitions_by_date_have_one_for_records_without(crm: StandIn) -> None:
    client = crm.client(rate_limiter=None)
    parts = client.partitions("contacts", 3, by="seen")
    found = sizes(client, parts)
    assert len(parts) == 4 and found[-1] == 2 and min(found[:3]) > 150
    assert sorted(ids(client, parts)) == [each["id"] for each in crm.records("contacts")]
    with pytest.raises(ValueError, match="'kind' is neither hs_object_id nor a date"):
        client.partitions("contacts", 2, by="kind")


def test_records_that_are_created_later_are_in_a_partition() -> None:
    crm = StandIn()
    client = crm.client(rate_limiter=None)
    parts = client.partitions("contacts", 3)
    assert len(parts) == 1 and ids(client, parts) == []
    for _ in range(3):
        crm.create("contacts", {})
    assert len(ids(client, parts)) == 3
    many = client.partitions("contacts", 9)
    assert len(many) <= 3 and len(ids(client, many)) == 3
    crm.create("contacts", {})
    assert len(set(ids(client, many))) == len(ids(client, many)) == 4
    with pytest.raises(ValueError, match="at least 1, not 0"):
        client.partitions("contacts", 0)


@pytest.mark.parametrize("shape", ["even", "gap", "steep"])
def test_bounds_are_balanced_whatever_the_distribution(shape: str) -> None:
    from hubspot_crm.partitions import _bounds

    chance, count = Random(3), 16
    draw = {
        "even": lambda: chance.randrange(10**11),
        "gap": lambda: chance.choice((chance.randrange(10**6), 10**11 - chance.randrange(10**6))),
        "steep": lambda: int(10 ** (chance.random() * 11)),
    }[shape]
    values = sorted({draw() for _ in range(20_000)})
    searches: list[int] = []

    def split(bound: int, is_next: bool) -> tuple[int, int]:
        searches.append(bound)
        below = sum(each < bound for each in values)
        return below, values[below] if is_next and below < len(values) else values[below - 1] + 1

    bounds = _bounds(split, values[0], values[-1], len(values), count)
    assert bounds == sorted(set(bounds)) and len(searches) <= 6 * count, len(searches)
    edges = [0, *bounds, 10**12]
    found = [sum(low <= each < high for each in values) for low, high in zip(edges, edges[1:])]
    assert sum(found) == len(values)
    assert max(found) < 1.5 * len(values) / count, found


def test_a_description_makes_the_same_client_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    client = v3.HubSpot(
        "secret-1",
        base_url="http://127.0.0.1:9",
        timeout=7,
        retries=Retries(attempts=2),
        user_agent="app/1",
        headers={"X-Team": "data"},
    )
    description = client.describe(token_variable="MY_TOKEN", options={"proxy": None})
    content = pickle.dumps(description)
    assert b"secret-1" not in content and "secret-1" not in repr(description)
    with pytest.raises(ValueError, match="environment variable MY_TOKEN is not set"):
        pickle.loads(content).client()
    monkeypatch.setenv("MY_TOKEN", "secret-2")
    made = pickle.loads(content).client()
    assert type(made) is v3.HubSpot
    mine, theirs = client._configuration, made._configuration
    for name in ("base_url", "timeout", "retries", "headers"):
        assert getattr(mine, name) == getattr(theirs, name)
    assert type(pickle.loads(content).async_client()) is v3.AsyncHubSpot


def test_a_description_has_the_token_only_on_request() -> None:
    description = describe(HubSpot("secret-1"), include_token=True)
    assert "secret-1" not in repr(description) and description.token == "secret-1"
    made = pickle.loads(pickle.dumps(description)).client()
    assert made._configuration.security["access_token"].credential == "secret-1"
    with pytest.raises(ValueError, match="the token comes from a function"):
        describe(HubSpot(lambda: "secret-1"), include_token=True)


def test_a_description_does_not_name_the_token_of_another_account(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("HUBSPOT_ACCESS_TOKEN", raising=False)
    for client in (HubSpot("secret-1"), AsyncHubSpot("secret-1"), HubSpot(lambda: "secret-1")):
        with pytest.raises(
            ValueError, match="pass token_variable.* or include_token=True"
        ) as caught:
            client.describe()
        assert "secret-1" not in str(caught.value)
        named = client.describe(token_variable="HUBSPOT_ACCESS_TOKEN")
        assert named.token_variable == "HUBSPOT_ACCESS_TOKEN" and named.token is None
    monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "secret-2")
    with pytest.raises(ValueError, match="not in HUBSPOT_ACCESS_TOKEN"):
        HubSpot("secret-1").describe()
    assert HubSpot("secret-2").describe() == HubSpot().describe()


def test_a_client_that_is_pickled_is_an_error_that_names_the_description() -> None:
    for client in (HubSpot("secret-1"), AsyncHubSpot("secret-1"), v3.HubSpot("secret-1")):
        with pytest.raises(TypeError, match=r"pickle client\.describe\(\)"):
            pickle.dumps(client)
        assert client.with_options(timeout=3) is not client


def test_what_cannot_be_described_is_an_error() -> None:
    with pytest.raises(ValueError, match="hooks"):
        describe(HubSpot("t", on_request=lambda request: None))
    with pytest.raises(ValueError, match="secret headers"):
        describe(HubSpot("t", headers={"Authorization": "Basic x"}))


def test_a_share_is_a_fraction_of_the_rate_limits() -> None:
    made = HubSpot("t").describe(include_token=True, share=4).client()
    state = made._configuration.rate_limiter.state
    for bucket, rate in (("", 10.0), ("search", 5.0)):
        assert state(bucket).requests / state(bucket).seconds == pytest.approx(0.8 * rate / 4)
    assert state("search").requests == 1  # no bursts of all clients at once
    # A response reports the limit of the account, which is not the limit of this client.
    from hubspot_crm._core.transport import Headers

    told = {"X-HubSpot-RateLimit-Max": "190", "X-HubSpot-RateLimit-Remaining": "10"}
    made._configuration.rate_limiter.observe("", 200, Headers(told.items()))
    assert state().requests == 25


def test_clients_with_shares_stay_within_the_limit_together() -> None:
    from hubspot_crm.partitions import _shared
    from hubspot_crm.rate_limits import LocalRateLimiter

    now = 0.0
    limiters = [LocalRateLimiter(_shared(4), clock=lambda: now) for _ in range(4)]
    sent: list[float] = []
    waiting = [(0.0, limiter) for limiter in limiters]
    while len(sent) < 200:
        now, limiter = min(waiting, key=lambda each: each[0])
        waiting.remove((now, limiter))
        at = now + limiter.reserve("search")
        sent.append(at)
        waiting.append((at, limiter))
    sent.sort()
    assert max(sum(at <= each < at + 0.999 for each in sent) for at in sent) <= 5
    assert 200 / sent[-1] == pytest.approx(4, rel=0.1)


def test_redis_shares_the_limits_exactly() -> None:
    from hubspot_crm import RedisRateLimiter

    description = HubSpot("t").describe(
        token_variable="OTHER", redis="redis://:secret@127.0.0.1:1", account="acme"
    )
    assert "secret" not in repr(description)
    limiter = replace(description, token="t").client()._configuration.rate_limiter
    assert isinstance(limiter, RedisRateLimiter) and "acme" in repr(limiter)


def test_columns_without_pyarrow_name_the_extra(
    crm: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "hubspot_crm.arrow", raising=False)
    with pytest.raises(ImportError, match=r"pip install hubspot-crm\[arrow\]"):
        crm.client().table("contacts", ["kind"])
