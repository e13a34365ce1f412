"""hubspot-sdk, HubSpot's newer one, made by Stainless; inputs are dicts, typed for the checker alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from benchmarks.records import Properties, wire


def _client(url: str) -> Any:
    return import_module("hubspot_sdk").HubSpot(access_token="token", base_url=url)


def decoder() -> Callable[[bytes], Sequence[Any]]:
    construct = import_module("hubspot_sdk._models").construct_type
    answer = import_module("hubspot_sdk.types.crm").BatchResponseSimplePublicObject
    return lambda content: construct(type_=answer, value=json.loads(content)).results


def encoder() -> Callable[[Sequence[Properties]], bytes]:
    transform = import_module("hubspot_sdk._utils").maybe_transform
    shape = import_module("hubspot_sdk.types.crm.objects.tasks.batch_create_params")
    kind = shape.BatchCreateParams
    return lambda given: json.dumps(transform({"inputs": wire(given)}, kind)).encode()


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    client = _client(url)
    return lambda given: client.crm.objects.tasks.batch.create(inputs=wire(given)).results


def get(url: str) -> Callable[[], Any]:
    client = _client(url)
    return lambda: client.crm.objects.tasks.get("512")


def facts(record: Any) -> tuple[str, str, int]:
    return record.id, record.properties["hs_task_subject"], record.created_at.year
