"""Record the names of a package, and compare them with those of the previous generation."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from specloom.diagnostics import Collector, Diagnostic, Severity, SpecloomError
from specloom.ir import Operation
from specloom.lowering.calls.verbs import plain
from specloom.naming import reserved
from specloom.naming.recorded import check_models, record_models
from specloom.project.model import Project
from specloom.published import FRESH, Published, PublishedCall, PublishedModel
from specloom.python.layout.layout import Layout
from specloom.python.layout.usage import emitted_schemas
from specloom.python.models.literals import recorded_literals
from specloom.python.operations.calls import OperationCall, map_calls

_PIN = re.compile(r"call (?P<version>\S+) (?P<call>.+?) = (?P<operation>[A-Z]+ .+?)(?:: .*)?")
"""The line of a call in a pin file, up to its arguments."""

Recorded = Sequence[tuple[Operation, PublishedCall]]


def recorded_calls(layout: Layout) -> Recorded:
    """Return each operation of a package with the names that callers use for it."""
    resources = {each.shown: each.resource for each in layout.project.sources}
    versions = {each.shown: each.version for each in layout.project.sources}
    operations = [
        operation
        for version in layout.interned.api.versions
        for resource in version.resources
        for operation in resource.all_operations()
    ]
    found: list[tuple[Operation, PublishedCall]] = []
    for operation, call in zip(operations, map_calls(layout), strict=True):
        shown = call.document
        record = _record(operation, call, versions.get(shown, ""), resources.get(shown, ""))
        found.append((operation, record))
    return found


def recorded_models(layout: Layout) -> tuple[PublishedModel, ...]:
    """Return each model of a package with the names that callers use for it."""
    interned, names = layout.interned, layout.names
    emitted = [
        (version.name, key)
        for version in interned.api.versions
        for key in emitted_schemas(version, interned)
    ]
    models = record_models(interned, layout.project, emitted, names.schemas, names.properties)
    aliases = recorded_literals(layout)
    return tuple(sorted((*models, *aliases), key=lambda each: each.key))


def published_names(
    recorded: Recorded, before: Published, models: tuple[PublishedModel, ...] = ()
) -> Published:
    """Return the names of a package, and those of operations that were removed.

    The name of a removed operation is not reused, so that no call changes its meaning later.
    """
    now = [call for _, call in recorded]
    keys = {each.key for each in now}
    calls = {(each.version, each.call) for each in now}
    gone = [
        replace(each, gone=True)
        for each in before.calls
        if each.key not in keys and (each.version, each.call) not in calls
    ]
    ordered = tuple(sorted([*now, *gone], key=lambda each: each.key))
    return Published(ordered, before.file, models)


def moved_names(recorded: Recorded, project: Project) -> Iterator[Diagnostic]:
    """Yield a warning for each published name that has changed and was not chosen in the project file."""
    before = {each.key: each for each in project.published.calls}
    chosen = set(project.names.values())
    for operation, call in recorded if before else ():
        old = before.get(call.key)
        if old is None:
            continue
        is_chosen = operation.call.chosen or chosen & {*call.call.split(".")}
        if old.call != call.call and not is_chosen:
            yield _moved(operation, f"the call was published as {old.call} and is now {call.call}")
        for key, name in old.arguments.items():
            other = call.arguments.get(key, name)
            if other != name and other not in chosen:
                message = f"the argument {name} of {call.call} is now {other}"
                yield _moved(operation, message)


def with_pinned(published: Published, project: Project) -> Published:
    """Add the calls of the pin file that the manifest does not record.

    This is the case if the output is not under version control.
    """
    if project.pins is None or not project.pins.is_file():
        return published
    known = {each.key for each in published.calls}
    resources = {plain(each.resource): each.resource for each in project.sources}
    pinned: list[PublishedCall] = []
    for found in map(_PIN.fullmatch, project.pins.read_text("utf-8").splitlines()):
        if found is None:
            continue
        call = _reached(found["call"])
        version = "" if found["version"] == "-" else found["version"]
        resource = resources.get(plain(call.partition(".")[0]), "")
        each = PublishedCall(found["operation"], call, version, resource)
        if each.key not in known:
            pinned.append(each)
    return replace(published, calls=(*published.calls, *pinned))


def check_published(
    published: Published, chosen: frozenset[str] = frozenset(), features: Iterable[str] = ()
) -> None:
    """Raise errors for names in a manifest that Python or a client does not allow.

    `chosen` are the names in the project file, and `features` its features.

    Raises:
        SpecloomError: with the location of each invalid name.
    """
    collector = Collector()
    banned = reserved.resources(features)
    for each in published.calls:
        first, *others = each.call.split(".")
        wrong = [] if _is_usable(first, banned) else [first]
        wrong += [name for name in others if not _is_usable(name, reserved.METHODS)]
        wrong += [
            name for name in each.arguments.values() if not _is_usable(name, reserved.ARGUMENTS)
        ]
        for name in wrong:
            with collector.item():
                raise SpecloomError.of(
                    "unusable-name",
                    f"{each.operation} was published with the name {name!r}, which is not allowed",
                    hint=f"correct the record, or choose names under [calls] and [names]; {FRESH}",
                    location=published.location(each),
                )
    with collector.item():
        check_models(published, chosen)
    collector.raise_if_errors()


def _is_usable(name: str, banned: frozenset[str]) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name) and name not in banned


def _moved(operation: Operation, message: str) -> Diagnostic:
    hint = "this breaks callers; set the name under [calls] or [names]"
    return Diagnostic("moved-name", message, hint, operation.location, Severity.WARNING)


def _record(
    operation: Operation, call: OperationCall, version: str, resource: str
) -> PublishedCall:
    reached = _reached(call.call)
    words = (*operation.call.resource, operation.call.name)
    return PublishedCall(
        operation=f"{operation.method} {operation.path}",
        call=reached,
        version=version,
        resource=resource,
        words=() if list(words) == reached.split(".") else words,
        arguments={
            f"{each.place} {each.wire_name}".strip(): each.python_name for each in call.arguments
        },
    )


def _reached(call: str) -> str:
    """Return a call without the arguments of its open resource.

    `objects(object_type).get` becomes `objects.get`.
    """
    first, _, rest = call.partition("(")
    return first + rest.rpartition(")")[2]
