"""The client that openapi-python-client generates."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from benchmarks.records import Properties

CREATE = "tasks_api.api.batch.post_crmobjects_2026_09_object_typebatchcreate_create"
GET = "tasks_api.api.basic.get_crmobjects_2026_09_object_typeobject_id_get_by_id"


def decoder() -> Callable[[bytes], Sequence[Any]]:
    answer = import_module("tasks_api.models").BatchResponseSimplePublicObject
    return lambda content: answer.from_dict(json.loads(content)).results


def _building() -> Callable[[Sequence[Properties]], Any]:
    models = import_module("tasks_api.models")
    inputs = models.BatchInputSimplePublicObjectBatchInputForCreate
    an_input = models.SimplePublicObjectBatchInputForCreate
    properties = models.SimplePublicObjectBatchInputForCreateProperties
    return lambda given: inputs(
        [an_input(associations=[], properties=properties.from_dict(each)) for each in given]
    )


def encoder() -> Callable[[Sequence[Properties]], bytes]:
    build = _building()
    return lambda given: json.dumps(build(given).to_dict()).encode()


def _client(url: str) -> Any:
    return import_module("tasks_api").AuthenticatedClient(url, token="token")


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    create, client, build = import_module(CREATE).sync, _client(url), _building()
    return lambda given: create("tasks", client=client, body=build(given)).results


def get(url: str) -> Callable[[], Any]:
    by_id, client = import_module(GET).sync, _client(url)
    return lambda: by_id("tasks", "512", client=client)


def facts(record: Any) -> tuple[str, str, int]:
    return record.id, record.properties["hs_task_subject"], record.created_at.year
