"""Plan the page of each model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from specloom.ir import ObjectSchema, Reference, SchemaId
from specloom.python.layout.layout import Layout
from specloom.reference.calls.literals import json_text
from specloom.reference.calls.synthesis import Synthesis
from specloom.reference.planning.fields import Fields
from specloom.reference.planning.types import label
from specloom.reference.views import FieldView, ModelPage, ResourcePage


def plan_models(
    layout: Layout,
    fields: Fields,
    synthesis: Synthesis,
    pages: Mapping[SchemaId, tuple[str, str]],
    resources: tuple[ResourcePage, ...],
) -> tuple[ModelPage, ...]:
    """Return the pages of all models."""
    schemas = layout.interned.api.schemas
    versions = {
        key: tuple(
            (version, layout.names.schemas[version, key])
            for version, emitted in layout.emitted.items()
            if key in emitted
        )
        for key in pages
    }
    by_name = {
        (version, called): pages[key][0]
        for key, found in versions.items()
        for version, called in found
    }
    views: list[ModelPage] = []
    for key, (page, name) in pages.items():
        schema = schemas[key]
        inside = schema.type if not isinstance(schema, ObjectSchema) else Reference(key)
        opened, is_choice = fields.of(inside, is_sent=False)
        if isinstance(schema, ObjectSchema) and any(e.write_only for e in schema.properties):
            opened = (*opened, *_written_only(fields, key))
        views.append(
            ModelPage(
                page=page,
                name=name,
                wire_name=schema.wire_name[-1] if len(schema.wire_name) == 1 else "",
                description=schema.description,
                type=label(inside, schemas),
                fields=opened,
                is_choice=is_choice,
                versions=versions[key],
                others=tuple(_others(name, versions[key], by_name)),
                used_by=(),
                example=json_text(synthesis.value(inside, is_sent=False)),
            )
        )
    return _with_users(views, resources)


def _others(
    name: str, own: tuple[tuple[str, str], ...], by_name: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    """Yield the pages of the models with a name in versions that do not have this model."""
    there = {version for version, _ in own}
    for (version, called), page in by_name.items():
        if called == name and version not in there:
            yield version, page


def _written_only(fields: Fields, key: SchemaId) -> Iterator[FieldView]:
    sent, _ = fields.of(Reference(key), is_sent=True)
    yield from (each for each in sent if each.write_only)


def _with_users(
    views: list[ModelPage], resources: tuple[ResourcePage, ...]
) -> tuple[ModelPage, ...]:
    """Return the pages with the models and operations that refer to each model directly."""
    users: dict[str, dict[str, str]] = {}
    for view in views:
        for each in view.fields:
            if each.model and each.model != view.page:
                users.setdefault(each.model, {})[view.page] = view.name
    for page in resources:
        for operation in page.operations:
            bodies = [operation.body, *(e.body for e in (*operation.responses, *operation.errors))]
            for body in bodies:
                if body is not None and body.model:
                    link = f"{page.page}#{operation.id}"
                    shown = f"{operation.call} · {page.version}" if page.version else operation.call
                    users.setdefault(body.model, {}).setdefault(link, shown)
    return tuple(
        replace(
            view, used_by=tuple((name, page) for page, name in users.get(view.page, {}).items())
        )
        for view in views
    )
