"""Paths and methods become calls: a table."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from specloom.pipeline import call_map, compile_project

from tests.generate.support import project_of

ARRAY = {
    "200": {"description": "d", "content": {"application/json": {"schema": {"type": "array"}}}}
}
DONE = {"204": {"description": "d"}}

TABLES = {
    "a resource": """
        GET /pets [array]                 pets.list
        POST /pets                        pets.create
        GET /pets/{id}                    pets.get
        PUT /pets/{id}                    pets.replace
        PATCH /pets/{id}                  pets.update
        DELETE /pets/{id}                 pets.delete
        HEAD /pets/{id}                   pets.head
        OPTIONS /pets/{id}                pets.options
        GET /owners                       owners.list
        GET /owners/{id}                  owners.get
        GET /status                       status.get
    """,
    "below an item": """
        GET /pets/{id}                    pets.get
        GET /pets/{id}/photos [array]     pets.photos.list
        POST /pets/{id}/photos            pets.photos.create
        GET /pets/{id}/photos/{photo}     pets.photos.get
        POST /pets/{id}/feed              pets.feed
        GET /pets/{id}/mood               pets.mood.list
        PUT /pets/{id}/mood/{day}         pets.mood.replace
        GET /owners                       owners.get
    """,
    "actions": """
        POST /pets                        pets.create
        POST /pets/search                 pets.search
        POST /pets/batch/create           pets.batch.create
        POST /pets/batch/archive          pets.batch.archive
        GET /users/me                     users.me
        GET /users/{id}                   users.get
    """,
    "a version before all": """
        GET /api/v1/pets [array]          pets.list
        GET /api/v1/pets/{id}             pets.get
        GET /api/v1/owners/{id}           owners.get
    """,
    "one resource alone": """
        GET /v1/pets [array]              pets.list
        POST /v1/pets/{id}                pets.update
    """,
    "one path alone": """
        GET /api/v1/pets                  pets.get
    """,
    "a parameter first": """
        GET /{owner}/repos [array]        repos.list
        POST /{owner}/repos               repos.create
        GET /{owner}/repos/{repo}         repos.get
        DELETE /{owner}/stars             stars.delete
    """,
    "nothing but parameters": """
        GET /{a}                          root.get
        DELETE /{a}                       root.delete
    """,
    "POST beside PATCH": """
        PATCH /pets/{id}                  pets.update
        POST /pets/{id}                   pets.post
        GET /owners                       owners.get
    """,
    "a slash at the end": """
        GET /pets/ [array]                pets.list
        GET /pets/{id}/                   pets.get
        GET /owners/                      owners.get
    """,
    "calls that would meet": """
        GET /pets/{id}                    pets.get
        GET /pets/{id}.json               pets.get_by_id_json
        GET /pets/{id}/photos [array]     pets.photos.list
        GET /pets/photos [array]          pets.photos.list_pet_photos
        GET /owners                       owners.get
    """,
    "operationIds where paths do not tell": """
        GET /pets/list                    pets.list
        GET /pets [array]                 pets.list_pets2
        GET /owners                       owners.get
    """,
}
IDS = {"/pets/photos": "listPetPhotos", "/pets": "listPets2"}


def _rows(table: str) -> list[tuple[str, str, bool, str]]:
    return [
        (found[1], found[2], found[3] is not None, found[4])
        for line in table.strip().splitlines()
        if (found := re.fullmatch(r"\s*(\w+) (\S+)( \[array\])?\s+(\S+)", line))
    ]


def _document(rows: list[tuple[str, str, bool, str]], *, identify: bool) -> str:
    paths: dict[str, dict[str, Any]] = {}
    for method, path, is_array, _ in rows:
        names = re.findall(r"\{(\w+)\}", path)
        operation: dict[str, Any] = {
            "parameters": [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                for name in names
            ],
            "responses": ARRAY if is_array else DONE,
        }
        if identify and path in IDS:
            operation["operationId"] = IDS[path]
        paths.setdefault(path, {})[method.lower()] = operation
    return json.dumps({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths})


@pytest.mark.parametrize("case", TABLES)
def test_calls(case: str, tmp_path: Path) -> None:
    rows = _rows(TABLES[case])
    document = _document(rows, identify="meet" in case or "operationIds" in case)
    calls = call_map(compile_project(project_of(document, tmp_path, "shop")))
    assert {(each.method, each.path): each.call for each in calls} == {
        (method, path): call for method, path, _, call in rows
    }


def test_calls_that_the_project_renames(tmp_path: Path) -> None:
    rows = _rows("""
        DELETE /pets/{id}                 pets.archive
        DELETE /owners/{id}               owners.archive
        PUT /pets/{id}/photos             pets.pictures.set
        """)
    settings = '[calls]\ndelete = "archive"\n"photos.replace" = "pictures.set"\n'
    project = project_of(_document(rows, identify=False), tmp_path, "shop", settings)
    calls = call_map(compile_project(project))
    assert {(each.method, each.path): each.call for each in calls} == {
        (method, path): call for method, path, _, call in rows
    }
