"""Documents of any size, for the plots: near-equal copies of a real one, and one of many schemas."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from benchmarks.places import DOCUMENT

PROJECT = """\
[package]
name = "made-api"

[documents]
files = "documents/{resource}.json"

[resources]
roots = ["/crm/objects/2026-09/*"]
"""


def near_equal(folder: Path, count: int) -> Path:
    """Write a project of so many documents; every tenth has a schema that differs. Return its
    project file."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "documents").mkdir(parents=True)
    text = DOCUMENT.read_text("utf-8")
    for number in range(count):
        name = f"kind_{number:04}"
        made: dict[str, Any] = json.loads(text.replace("Tasks", f"Kind {number}"))
        if number % 10 == 9:
            own = {"type": "string", "description": "What only this kind of record has."}
            schemas = made["components"]["schemas"]
            schemas["SimplePublicObjectInput"]["properties"][f"own{number}"] = own
        path = folder / "documents" / f"{name}.json"
        path.write_text(json.dumps(made, indent=2), "utf-8")
    project = folder / "specloom.toml"
    project.write_text(PROJECT, "utf-8")
    return project


def many_schemas(path: Path, count: int) -> Path:
    """Write a document of so many schemas, each with eight or ten properties, and an operation for
    each ten of them."""
    schemas = {f"Thing{number}": _schema(number) for number in range(count)}
    paths = {f"/things{number}/{{id}}": _operation(number) for number in range(0, count, 10)}
    info = {"title": "Things", "version": "1"}
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {"openapi": "3.0.3", "info": info, "paths": paths}
    document["components"] = {"schemas": schemas}
    path.write_text(json.dumps(document, indent=2), "utf-8")
    return path


def _schema(number: int) -> dict[str, Any]:
    members: dict[str, Any] = {
        "id": {"type": "string", "description": f"The name of thing {number}."},
        **{f"text{index}": {"type": "string"} for index in range(4)},
        f"count{number}": {"type": "integer", "format": "int64"},
        "createdAt": {"type": "string", "format": "date-time"},
        "state": {"type": "string", "enum": ["NEW", "OPEN", "DONE"]},
    }
    if (
        number % 10
    ):  # to the first of its ten, so that nothing is nested deeper than in real documents
        first = {"$ref": f"#/components/schemas/Thing{number // 10 * 10}"}
        members["parent"] = first
        members["children"] = {"type": "array", "items": first}
    return {"type": "object", "required": ["id", "createdAt"], "properties": members}


def _operation(number: int) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/Thing{number + 1}"}}}
    by_id = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "get": {
            "operationId": f"getThing{number}",
            "summary": f"Read thing {number}",
            "parameters": [by_id],
            "responses": {"200": {"description": "The thing.", "content": content}},
        }
    }
