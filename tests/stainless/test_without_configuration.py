"""Test that most calls have the names that people chose, with the verbs but not the rest of the
configuration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import yaml
from msgspec.structs import replace
from specloom.pipeline import call_map, compile_project
from specloom.project.model import plain_project

DATA = Path(__file__).parent / "data"

OTHERS = {
    # One verb for one thing: all other items are retrieved.
    "GET /v1/conversations/{conversation_id}/items/{item_id}": "conversations.items.retrieve",
    # The resource is not a word of the path.
    "GET /v1/health": "health.retrieve",
    "GET /v1/version": "version.retrieve",
    "GET /v1/inspect/routes": "inspect.routes.list",
    # Things below a resource are a resource, here as everywhere else in this API.
    "GET /v1/vector_stores/{vector_store_id}/file_batches/{batch_id}/files": "vector_stores.file_batches.files.list",
    "GET /v1alpha/admin/providers": "alpha.admin.providers.list",
    "GET /v1alpha/admin/providers/{provider_id}": "alpha.admin.providers.retrieve",
    "GET /v1alpha/admin/inspect/routes": "alpha.admin.inspect.routes.list",
}
"""What has another name, and why."""


def _methods(node: dict[str, Any], lead: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield each endpoint of a configuration with its call."""
    for name, resource in node.items():
        words = () if name == "$client" else (*lead, name)
        for method, each in resource.get("methods", {}).items():
            endpoint = each if isinstance(each, str) else each["endpoint"]
            verb, path = endpoint.split()
            yield f"{verb.upper()} {path}", ".".join((*words, method))
        yield from _methods(resource.get("subresources", {}), words)


def test_most_calls_have_the_names_that_people_chose(tmp_path: Path) -> None:
    text = (DATA / "config.yml").read_text("utf-8")
    configuration = cast(dict[str, Any], yaml.load(text, yaml.CSafeLoader))
    chosen: dict[str, set[str]] = {}
    for endpoint, call in _methods(configuration["resources"]):
        chosen.setdefault(endpoint, set()).add(call)
    project = plain_project((DATA / "openapi.yml",), package="ogx", output=tmp_path)
    project = replace(project, verbs={"get": "retrieve"})
    calls = {f"{each.method} {each.path}": each.call for each in call_map(compile_project(project))}
    others = {key: calls[key] for key, names in chosen.items() if calls[key] not in names}
    assert others == OTHERS
    assert len(chosen) - len(others) == 65
