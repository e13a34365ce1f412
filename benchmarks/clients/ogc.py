"""The client that openapi-generator generates."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from benchmarks.records import Properties

ANSWER = "BatchResponseSimplePublicObject"


def decoder() -> Callable[[bytes], Sequence[Any]]:
    client = import_module("tasks_api").ApiClient()
    kind = "application/json"
    return lambda content: client.deserialize(content.decode(), ANSWER, kind).results


def _building() -> Callable[[Sequence[Properties]], Any]:
    models = import_module("tasks_api")
    inputs = models.BatchInputSimplePublicObjectBatchInputForCreate
    an_input = models.SimplePublicObjectBatchInputForCreate
    return lambda given: inputs(
        inputs=[an_input(associations=[], properties=each) for each in given]
    )


def encoder() -> Callable[[Sequence[Properties]], bytes]:
    client, build = import_module("tasks_api").ApiClient(), _building()
    return lambda given: json.dumps(client.sanitize_for_serialization(build(given))).encode()


def _client(url: str) -> Any:
    package = import_module("tasks_api")
    return package.ApiClient(package.Configuration(host=url, access_token="token"))


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    api, build = import_module("tasks_api").BatchApi(_client(url)), _building()
    create = api.post_crm_objects_202609_object_type_batch_create_create
    return lambda given: create("tasks", build(given)).results


def get(url: str) -> Callable[[], Any]:
    api = import_module("tasks_api").BasicApi(_client(url))
    by_id = api.get_crm_objects_202609_object_type_object_id_get_by_id
    return lambda: by_id("tasks", "512")


def facts(record: Any) -> tuple[str, str, int]:
    return record.id, record.properties["hs_task_subject"], record.created_at.year
