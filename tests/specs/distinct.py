"""Find the distinct parts of documents, which are all that needs to be validated."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

PROSE = ("summary", "example", "examples", "operationId")


def distinct_parts(
    documents: Mapping[str, Any], known: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, Any]]:
    """Yield documents, by name, with only those paths or schemas that no earlier document had, nor
    any of the documents `known`.

    All other schemas are replaced by empty ones, so that references to them are valid. Paths are
    equal if their operations are, without descriptions, examples, scopes and the names of path
    parameters.
    """
    seen: set[str] = set()

    def is_new(*part: object) -> bool:
        shape = json.dumps(part, sort_keys=True)
        is_new = shape not in seen
        seen.add(shape)
        return is_new

    def parts(document: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        paths = {
            path: item for path, item in document["paths"].items() if is_new(_shape(path, item))
        }
        schemas = {
            schema: definition if is_new(schema, without_prose(definition)) else {}
            for schema, definition in document["components"]["schemas"].items()
        }
        return paths, schemas

    for document in (known or {}).values():
        parts(document)
    for name, document in documents.items():
        paths, schemas = parts(document)
        components = document["components"]
        empty = dict.fromkeys(schemas, {})
        if paths:
            yield name, {**document, "paths": paths, "components": {**components, "schemas": empty}}
        if any(schemas.values()):
            yield name, {**document, "paths": {}, "components": {**components, "schemas": schemas}}


def _shape(path: str, item: Any) -> str:
    shape = json.dumps(without_prose(item), sort_keys=True)
    for place, parameter in enumerate(re.findall("{(.*?)}", path)):
        shape = shape.replace(f'"name": "{parameter}"', f'"name": {place}')
    return re.sub(r'"security": \[.*?}\]', "", shape)


def without_prose(value: Any) -> Any:
    """Return the value without descriptions and examples, which do not affect validity."""
    match value:
        case dict():
            return {
                key: without_prose(member)
                for key, member in value.items()
                if key not in PROSE and not (key == "description" and isinstance(member, str))
            }
        case list():
            return [without_prose(element) for element in value]
        case _:
            return value
