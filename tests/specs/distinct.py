"""Find the distinct parts of documents, which are all that needs to be validated."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

PROSE = ("summary", "example", "examples", "operationId")


def distinct_parts(documents: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield documents, by name, with only those paths or schemas that no earlier document had.

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

    for name, document in documents.items():
        paths = {
            path: item for path, item in document["paths"].items() if is_new(_shape(path, item))
        }
        components = document["components"]
        schemas = {
            schema: definition if is_new(schema, without_prose(definition)) else {}
            for schema, definition in components["schemas"].items()
        }
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
