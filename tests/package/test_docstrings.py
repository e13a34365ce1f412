"""Test what an editor shows: what every call does, its arguments, results and errors."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import hubspot_crm
import pytest
from specloom.python.operations.calls import OperationCall

from tests.package.test_every_operation import calls as every_call
from tests.package.test_every_operation import compiled, documents, reach


def methods() -> Iterator[tuple[OperationCall, Any]]:
    """Yield each call of the newest version with its sync and its async method."""
    default_version = compiled().project.default_version
    for client in (hubspot_crm.HubSpot("token"), hubspot_crm.AsyncHubSpot("token")):
        for call in every_call().values():
            if call.version == default_version:
                yield call, reach(client, call, ["2-1"] * len(call.resource_arguments))


@pytest.fixture(scope="module")
def calls() -> list[tuple[OperationCall, Any]]:
    return list(methods())


def test_every_call_says_what_it_does_and_what_it_raises(calls: Any) -> None:
    silent = []
    for call, method in calls:
        said = inspect.getdoc(method) or ""
        lead = said.partition("\n")[0]
        wanted = ["Args:\n", "    options: ", "Returns:\n"]
        wanted += (
            ["raises BatchError", "    batching: "]
            if call.batches
            else ["Raises:\n    ApiStatusError"]
        )
        if len(lead) < 8 or not all(text in said for text in wanted):
            silent.append(call.call)
    assert silent == []


def test_sync_and_async_methods_say_the_same(calls: Any) -> None:
    said: dict[str, set[str | None]] = {}
    for call, method in calls:
        said.setdefault(call.call, set()).add(method.__doc__)
    assert [call for call, found in said.items() if len(found) > 1] == []


def test_every_argument_that_a_document_describes_is_described(calls: Any) -> None:
    silent = []
    for call, method in calls:
        said = inspect.getdoc(method) or ""
        names = [each.python_name for each in call.arguments]
        silent += [f"{call.call} {name}" for name in names if f"    {name}: " not in said]
    assert silent == []


def test_partial_failure_is_reported(calls: Any) -> None:
    for call, method in calls:
        operation = documents()[call.document]["paths"][call.path][call.method.lower()]
        if "207" in operation["responses"]:
            said = " ".join((inspect.getdoc(method) or "").split())
            assert (
                "A response with status 207 contains errors" if call.batches else "(207): "
            ) in said


def test_scopes_are_on_the_class_and_on_calls_that_agree() -> None:
    with hubspot_crm.HubSpot("token") as client:
        assert "crm.objects.contacts.write" in (inspect.getdoc(type(client.contacts)) or "")
        assert "Scope: crm.lists.read" in (inspect.getdoc(client.lists.get) or "")


def test_limits_are_reported() -> None:
    with hubspot_crm.HubSpot("token") as client:
        said = " ".join((inspect.getdoc(client.tasks.batch.read) or "").split())
        assert "each request sends at most 100, 50 with `properties_with_history`." in said
        assert "At most 200." in (inspect.getdoc(client.tasks.search) or "")


def test_scopes_are_on_every_call_that_a_document_asks_scopes_for(calls: Any) -> None:
    silent = []
    for call, method in calls:
        operation = documents()[call.document]["paths"][call.path][call.method.lower()]
        wanted = [
            scope for each in operation["security"] for names in each.values() for scope in names
        ]
        if wanted and "Scope: " not in " ".join((inspect.getdoc(method) or "").split()):
            silent.append(call.call)
    assert silent == []
