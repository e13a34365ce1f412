"""hubspot-api-client, by HubSpot, generated with an older openapi-generator; version 3 of the API."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from benchmarks.records import Properties

TASKS = "hubspot.crm.objects.tasks"
ANSWER = "BatchResponseSimplePublicObject"


def decoder() -> Callable[[bytes], Sequence[Any]]:
    client = import_module(TASKS).ApiClient()

    def run(content: bytes) -> Sequence[Any]:
        found: Sequence[Any] = client.deserialize(SimpleNamespace(data=content), ANSWER).results
        return found

    return run


def _building() -> Callable[[Sequence[Properties]], Any]:
    models = import_module(TASKS)
    inputs = models.BatchInputSimplePublicObjectBatchInputForCreate
    an_input = models.SimplePublicObjectBatchInputForCreate
    return lambda given: inputs(
        inputs=[an_input(associations=[], properties=each) for each in given]
    )


def encoder() -> Callable[[Sequence[Properties]], bytes]:
    client, build = import_module(TASKS).ApiClient(), _building()
    return lambda given: json.dumps(client.sanitize_for_serialization(build(given))).encode()


def _client(url: str) -> Any:
    return import_module("hubspot").HubSpot(access_token="token", host=url)


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    client, build = _client(url), _building()
    return lambda given: client.crm.objects.tasks.batch_api.create(build(given)).results


def get(url: str) -> Callable[[], Any]:
    client = _client(url)
    return lambda: client.crm.objects.tasks.basic_api.get_by_id("512")


def facts(record: Any) -> tuple[str, str, int]:
    return record.id, record.properties["hs_task_subject"], record.created_at.year
