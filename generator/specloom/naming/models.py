"""Name the classes of models, and their attributes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, count

from msgspec.structs import replace

from specloom.ir import InternedApi, ObjectSchema, Schema, SchemaId
from specloom.ir.words import shown
from specloom.naming import reserved
from specloom.naming.chooser import Chooser
from specloom.naming.inline import class_names, is_component, is_written_as_class
from specloom.naming.recorded import (
    PropertyNames,
    RecordedModels,
    SchemaKey,
    SchemaNames,
    kept_models,
)
from specloom.naming.scope import Scope, numbered
from specloom.naming.words import (
    common_prefix,
    other_spellings,
    pascal_case,
    snake_case,
)
from specloom.published import Published


def name_models(interned: InternedApi, chooser: Chooser) -> tuple[SchemaNames, PropertyNames]:
    """Return the names of schemas and properties. Published names do not change."""
    recorded = RecordedModels(interned, chooser.project)
    namer = _Namer(interned, chooser, recorded)
    now = namer.schemas(), namer.properties()
    if recorded:
        project = replace(chooser.project, published=Published())
        fresh = _Namer(interned, Chooser(project), RecordedModels(interned, project))
        today = fresh.schemas(), fresh.properties()
        chosen = frozenset(project.names.values())
        for each in kept_models(interned, recorded, now, today, chosen):
            chooser.collector.add(each)
    return now


class _Namer:
    def __init__(self, interned: InternedApi, chooser: Chooser, recorded: RecordedModels) -> None:
        self.interned, self.chooser, self.recorded = interned, chooser, recorded

    def schemas(self) -> dict[SchemaKey, str]:
        """Return the class names, unique in each version.

        Names in the project file have priority, then published names, then components, the ones that
        are written as in Python before others. If several structures of a version have the same wire
        name, the one in most documents gets the name. The others get a longer name, are named after the
        resource of their document, or numbered.
        """
        api, documents = self.interned.api, self.interned.documents
        names: dict[SchemaKey, str] = {}
        # A document with several resources has no single resource to name its schemas after.
        named = {each.shown for each in self.chooser.project.sources if each.resource}
        for version in api.versions:
            resources = {
                each.document: each.name for each in version.resources if each.document in named
            }
            taken: dict[str, Schema] = {}
            aliases = self.recorded.enumerations(version.name)
            components = [
                each for each in map(api.schemas.__getitem__, version.schemas) if is_component(each)
            ]
            prefix = common_prefix([each.wire_name[0] for each in components])

            def rank(
                key: SchemaId, version: str = version.name
            ) -> tuple[bool, bool, bool, bool, int]:
                schema = api.schemas[key]
                is_recorded = self.recorded.model((version, key)) is not None
                return (
                    not self._is_chosen(schema),
                    not is_recorded,
                    not is_component(schema),
                    not is_written_as_class(schema),
                    -len(documents[version, key]),
                )

            for key in sorted(version.schemas, key=rank):
                resource = resources.get(documents[version.name, key][0])
                old = self.recorded.model((version.name, key))
                is_free = old is not None and old not in taken
                if old is not None and is_free and not self._is_chosen(api.schemas[key]):
                    name = old
                else:
                    name = self._schema_name(api.schemas[key], taken, aliases, resource, prefix)
                names[version.name, key] = name
                taken[name] = api.schemas[key]
        return names

    def _is_chosen(self, schema: Schema) -> bool:
        """Return whether the project file names a schema."""
        return self.chooser.chosen(schema.location, "") is not None

    def _schema_name(
        self,
        schema: Schema,
        taken: Mapping[str, Schema],
        aliases: frozenset[str],
        resource: str | None,
        prefix: str,
    ) -> str:
        """Return a free name for the class of a schema.

        Args:
            schema: The schema.
            taken: The classes that have names.
            aliases: The published names of enumerations, which are not free.
            resource: The resource of its document, None if the document has several.
            prefix: What most names of components begin with.
        """
        wire_name = shown(schema.wire_name)
        candidates = [
            self.chooser.name(each, wire_name, schema.location, reserved.CLASSES)
            for each in dict.fromkeys(class_names(schema, prefix))
        ]
        unavailable = aliases.union(taken)
        name = next((each for each in candidates if each not in unavailable), candidates[-1])
        if name not in unavailable:
            return name
        qualified = [pascal_case([*resource.split("_"), name])] if resource else []
        if not is_component(schema):
            qualified += [f"{name}Object"] if isinstance(schema, ObjectSchema) else [f"{name}Type"]
        free = next(
            each
            for each in chain(qualified, (f"{name}{number}" for number in count(2)))
            if each not in unavailable
        )
        other = taken.get(name, schema)
        if other.wire_name != schema.wire_name:
            self.chooser.collector.add(
                numbered("class", name, free, wire_name, schema.location, other.location)
            )
        return free

    def properties(self) -> dict[tuple[SchemaId, str], str]:
        names: dict[tuple[SchemaId, str], str] = {}
        for key, schema in self.interned.api.schemas.items():
            if isinstance(schema, ObjectSchema):
                scope = Scope(self.chooser.collector, "attribute")
                banned = reserved.HEADERS if schema.is_headers else reserved.PROPERTIES
                old = {
                    each.wire_name: self.recorded.attribute(key, each.wire_name)
                    for each in schema.properties
                    if self.chooser.chosen(each.location, "") is None
                }

                def rank(name: str, old: Mapping[str, str | None] = old) -> tuple[bool, bool]:
                    """Published names come first, then names that are written as in Python."""
                    return not old.get(name), snake_case(name) != name

                for each in sorted(schema.properties, key=lambda each: rank(each.wire_name)):
                    kept = old.get(each.wire_name)
                    if kept is not None:
                        names[key, each.wire_name] = scope.number(
                            kept, each.wire_name, each.location
                        )
                        continue
                    derived = snake_case(each.wire_name)
                    names[key, each.wire_name] = self.chooser.take(
                        scope,
                        derived,
                        each.wire_name,
                        each.location,
                        banned,
                        spellings=other_spellings(each.wire_name),
                    )
        return names
