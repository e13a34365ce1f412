"""Merge equal schemas and resources of an `Api`, over documents and versions."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from specloom.interning.fingerprint import identify_schemas
from specloom.interning.resources import intern_resources
from specloom.interning.rewrite import Rewriting, rewrite_schema
from specloom.interning.texts import best_text
from specloom.ir import Api, InternedApi, ObjectSchema, Schema, SchemaId


def intern(api: Api) -> InternedApi:
    """Return an API with one schema and one implementation for each structure.

    Of equal schemas, the first one by version and document is used, with the best description of all
    (`best_text`).
    """
    identities = identify_schemas(api.schemas, [version.name for version in api.versions])
    groups: dict[int, list[SchemaId]] = {}
    home: dict[SchemaId, str] = {}
    found: dict[tuple[str, SchemaId], dict[str, None]] = {}
    for version in api.versions:
        for key, document in zip(version.schemas, version.written, strict=True):
            groups.setdefault(identities[key], []).append(key)
            first = groups[identities[key]][0]
            home.setdefault(first, version.name)
            found.setdefault((version.name, first), {})[document] = None
    to = {key: keys[0] for keys in groups.values() for key in keys}
    schemas = {
        keys[0]: rewrite_schema(_with_best_texts([api.schemas[key] for key in keys]), to)
        for keys in groups.values()
    }
    rewriting = Rewriting(to)
    versions = tuple(
        replace(
            version,
            schemas=tuple(dict.fromkeys(to[key] for key in version.schemas)),
            written=(),
            resources=tuple(map(rewriting.resource, version.resources)),
        )
        for version in api.versions
    )
    implementations, implementation_of = intern_resources(versions)
    return InternedApi(
        api=replace(api, versions=versions, schemas=schemas),
        implementations=implementations,
        implementation_of=implementation_of,
        home=home,
        documents={key: tuple(documents) for key, documents in found.items()},
    )


def _with_best_texts(schemas: Sequence[Schema]) -> Schema:
    first = schemas[0]
    description = best_text(each.description for each in schemas)
    if not isinstance(first, ObjectSchema):
        return replace(first, description=description)
    texts: dict[str, list[str]] = {}
    for schema in schemas:
        for each in schema.properties if isinstance(schema, ObjectSchema) else ():
            texts.setdefault(each.wire_name, []).append(each.description)
    return replace(
        first,
        description=description,
        properties=tuple(
            replace(each, description=best_text(texts[each.wire_name])) for each in first.properties
        ),
    )
