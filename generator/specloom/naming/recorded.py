"""Reuse the published names of models and attributes.

The section `models` of the record in the manifest has an entry for each class. It is identified by the
version, the resource and the JSON pointer of its schema.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from specloom.diagnostics import (
    Collector,
    Diagnostic,
    Location,
    Severity,
    SpecloomError,
    severity_of,
)
from specloom.ir import InternedApi, ObjectSchema, SchemaId
from specloom.naming import reserved
from specloom.project.model import Project
from specloom.published import FRESH, Published, PublishedModel

SchemaKey = tuple[str, SchemaId]
"""The key of a schema: the name of a version, and its id."""

SchemaNames = Mapping[SchemaKey, str]
PropertyNames = Mapping[tuple[SchemaId, str], str]


class RecordedModels:
    """The entries of the record, by the schemas of an API."""

    def __init__(self, interned: InternedApi, project: Project) -> None:
        self._entries = _matched(interned, project) if project.published.models else {}
        aliases = [each for each in project.published.models if each.kind]
        self._enumerations = {
            version: frozenset(each.name for each in aliases if each.version == version)
            for version in {each.version for each in aliases}
        }
        self._attributes: dict[SchemaId, dict[str, str]] = {}
        for (_, key), entry in self._entries.items():
            self._attributes.setdefault(key, {}).update(entry.attributes)

    def enumerations(self, version: str) -> frozenset[str]:
        """Return the published names of enumerations without a schema of their own."""
        return self._enumerations.get(version, frozenset())

    def __bool__(self) -> bool:
        return bool(self._entries)

    def model(self, key: SchemaKey) -> str | None:
        """Return the class name with which a schema was published, or None."""
        entry = self._entries.get(key)
        return entry.name if entry else None

    def attribute(self, key: SchemaId, wire_name: str) -> str | None:
        """Return the attribute name with which a property was published, or None."""
        return self._attributes.get(key, {}).get(wire_name)


def record_models(
    interned: InternedApi,
    project: Project,
    emitted: Iterable[SchemaKey],
    schemas: SchemaNames,
    properties: PropertyNames,
) -> tuple[PublishedModel, ...]:
    """Return the entries for the schemas that have classes in a package."""
    locate = _Locator(project)
    found: dict[tuple[str, str, str], PublishedModel] = {}
    for version, key in emitted:
        resource, pointer = locate(key, version)
        schema = interned.api.schemas[key]
        named = schema.properties if isinstance(schema, ObjectSchema) else ()
        attributes = {each.wire_name: properties[key, each.wire_name] for each in named}
        entry = PublishedModel(pointer, schemas[version, key], version, resource, attributes)
        found[entry.key] = entry
    return tuple(found[key] for key in sorted(found))


def kept_models(
    interned: InternedApi,
    recorded: RecordedModels,
    now: tuple[SchemaNames, PropertyNames],
    today: tuple[SchemaNames, PropertyNames],
    chosen: frozenset[str],
) -> Iterator[Diagnostic]:
    """Yield diagnostics for published names.

    They report the names that the current rules would choose differently, and those that could not be
    reused.

    Args:
        interned: the API.
        recorded: its entries in the record.
        now: the names of schemas and properties.
        today: the names that they would have without the record.
        chosen: the names in the project file.
    """
    schemas = interned.api.schemas
    for key, name in now[0].items():
        location = schemas[key[1]].location
        old = recorded.model(key)
        yield from _difference("model", name, today[0][key], old, location, chosen)
    for (id_, wire_name), name in now[1].items():
        old = recorded.attribute(id_, wire_name)
        if old is not None and (old != name or name != today[1][id_, wire_name]):
            properties = cast(ObjectSchema, schemas[id_]).properties
            location = next(each.location for each in properties if each.wire_name == wire_name)
            other = today[1][id_, wire_name]
            yield from _difference("attribute", name, other, old, location, chosen)


def check_models(published: Published, chosen: frozenset[str]) -> None:
    """Raise errors for names of models and attributes in a manifest that Python or a model does not allow.

    Raises:
        SpecloomError: with the location of each invalid name.
    """
    collector = Collector()
    uses = Counter((each.version, each.name) for each in published.models)
    for each in published.models:
        wrong = [] if _is_usable(each.name, reserved.CLASSES - chosen) else [each.name]
        wrong += [
            name
            for name in each.attributes.values()
            if not _is_usable(name, reserved.PROPERTIES - chosen)
        ]
        problems = [f"the name {name!r}, which is not allowed" for name in wrong]
        if uses[each.version, each.name] > 1:
            problems.append(f"the name {each.name!r}, which another schema also has")
        counted = Counter(each.attributes.values())
        problems += [
            f"two attributes named {name!r}" for name, count in counted.items() if count > 1
        ]
        for problem in problems:
            with collector.item():
                raise SpecloomError.of(
                    "unusable-name",
                    f"{each.schema} was published with {problem}",
                    hint=f"correct the record, or choose names under [calls] and [names]; {FRESH}",
                    location=published.location(each),
                )
    collector.raise_if_errors()


def _is_usable(name: str, banned: frozenset[str]) -> bool:
    allowed = name.isidentifier() and not name.startswith("__")
    return allowed and name not in (banned | reserved.KEYWORDS)


def _difference(
    kind: str, name: str, today: str, old: str | None, location: Location, chosen: frozenset[str]
) -> Iterator[Diagnostic]:
    if old is None or name in chosen:
        return
    if old != name:
        message = f"the {kind} was published as {old} and is now {name}"
        hint = "this breaks callers; set the name under [names]"
        yield Diagnostic("moved-name", message, hint, location, Severity.WARNING)
    elif name != today:
        yield Diagnostic(
            "kept-name",
            f"the {kind} keeps its published name {name}; the current rules would name it {today}",
            "pass --fresh-names to choose all names again",
            location,
            severity_of("kept-name"),
        )


def _matched(interned: InternedApi, project: Project) -> dict[SchemaKey, PublishedModel]:
    """Return the entry of each schema that has one.

    A schema in several documents is recorded with the first of them. If the resource of an entry no
    longer has the schema, version and pointer identify it, provided that only one schema has them.
    """
    locate = _Locator(project)
    left = {each.key: each for each in project.published.models if not each.kind}
    found: dict[SchemaKey, PublishedModel] = {}
    others: dict[tuple[str, str], list[SchemaKey]] = {}
    for version in interned.api.versions:
        for key in version.schemas:
            resource, pointer = locate(key, version.name)
            entry = left.pop((version.name, resource, pointer), None)
            if entry is not None:
                found[version.name, key] = entry
            else:
                others.setdefault((version.name, pointer), []).append((version.name, key))
    entries: dict[tuple[str, str], list[PublishedModel]] = {}
    for entry in left.values():
        entries.setdefault((entry.version, entry.schema), []).append(entry)
    for where, several in entries.items():
        keys = list(dict.fromkeys(others.get(where, ())))
        if len(several) == 1 and len(keys) == 1:
            found[keys[0]] = several[0]
    return found


class _Locator:
    """Finds the resource and the JSON pointer of a schema.

    A schema in several versions is located in the oldest one. For the other versions, that version
    precedes its resource, because a version may have a schema of its own at the same pointer.
    """

    def __init__(self, project: Project) -> None:
        self._sources = {each.shown: each for each in project.sources}

    def __call__(self, key: SchemaId, version: str) -> tuple[str, str]:
        document, pointer = str(key), ""
        while "#/" in document:
            document, _, token = document.rpartition("#/")
            pointer = f"#/{token}{pointer}"
            source = self._sources.get(document)
            if source is not None:
                is_own = source.version == version
                return source.resource if is_own else f"{source.version}/{source.resource}", pointer
        document, _, token = key.partition("#/")
        return "", f"#/{token}"
