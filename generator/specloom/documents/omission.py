"""Remove as little as possible of what cannot be generated from a document."""

from __future__ import annotations

from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Pointer, Severity, SpecloomError
from specloom.documents.pointers import Json, Missing, lookup
from specloom.documents.specification import METHODS, Kind

_DISPENSABLE = frozenset(
    (Kind.HEADER, Kind.EXAMPLE, Kind.LINK, Kind.CALLBACK, Kind.SECURITY_SCHEME)
)


def omit_part(
    root: dict[str, Json], kind: Kind, pointer: Pointer, finding: Diagnostic
) -> tuple[Diagnostic, ...]:
    """Remove as little as possible from a document, in place, and return the findings.

    A schema becomes untyped and a response loses its content; a header, an example or a link is removed.
    An operation is omitted with a parameter or a request body that it cannot be sent without.

    Raises:
        SpecloomError: the fault concerns the document as a whole, or all its paths.
    """
    if pointer in ((), ("paths",)):  # without which there is nothing to generate
        raise SpecloomError([finding])
    value = lookup(root, pointer)
    if isinstance(value, Missing):
        return ()
    result = "it is left out"
    if kind in (Kind.SCHEMA, Kind.RESPONSE) and isinstance(value, dict):
        value.clear()
        result = "any value is read"
        if kind is Kind.RESPONSE:
            value["description"] = ""
            result = "the response has no content"
    elif kind not in _DISPENSABLE and pointer[0] == "paths" and len(pointer) > 1:
        return _without_operation(root, pointer, finding)
    else:
        _remove(root, pointer)
    # A circle is broken at one reference, and its message says so.
    end = "" if finding.code == "circular-reference" else f"; {result}"
    return (replace(finding, message=finding.message + end, severity=Severity.WARNING),)


def operation_around(pointer: Pointer) -> Pointer | None:
    """Return the pointer of the operation that contains a part, or None."""
    if len(pointer) >= 3 and pointer[0] == "paths":
        if pointer[2].lower() in METHODS:
            return pointer[:3]
        if pointer[2] == "additionalOperations" and len(pointer) >= 4:
            return pointer[:4]
    return None


def _without_operation(
    root: dict[str, Json], pointer: Pointer, finding: Diagnostic
) -> tuple[Diagnostic, ...]:
    operation = operation_around(pointer)
    where = operation if operation is not None else pointer[:2]
    name = f"{operation[-1].upper()} {pointer[1]}" if operation else f"all of {pointer[1]}"
    _remove(root, where)
    message = f"{name} is omitted: {finding.message}"
    return (replace(finding, message=message, severity=Severity.OMITTED),)


def _remove(root: dict[str, Json], pointer: Pointer) -> None:
    around = lookup(root, pointer[:-1])
    if isinstance(around, dict):
        around.pop(pointer[-1], None)
    elif isinstance(around, list):
        # The others keep their position, which may carry a meaning.
        around[int(pointer[-1])] = {}
