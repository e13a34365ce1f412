"""Calls that the documents themselves suggest: an operation in, what to call it with out.

A parameter that may have one value is sent with it. The body of a PUT is what the client made of
the answer to GET on the same path. What needs no arguments is called without any.
"""

from __future__ import annotations

from typing import Any

import msgspec

from tests.conformance.packages import Operation, Package
from tests.conformance.steps import Script, Step


def derived(package: Package) -> list[tuple[str, Script]]:
    """A script for each operation of a package that can be called by what is known of it."""
    gets = {each.path: each for each in package.operations if each.method == "GET"}
    found: list[tuple[str, Script]] = []
    for operation in package.operations:
        title = f"{operation.method} {operation.path}"
        arguments = known(operation)
        before = gets.get(operation.path)
        has_body = any(each.place == "body" for each in operation.arguments)
        if operation.method == "PUT" and has_body and before and not missing(before, known(before)):
            if not missing(operation, arguments, beside="body"):
                found.append((title, _written_back(before, operation)))
        elif not missing(operation, arguments):
            found.append((title, _plain(operation)))
    return found


def known(operation: Operation) -> dict[str, Any]:
    """The arguments that may have one value, by Python name."""
    return {each.python_name: each.only[0] for each in operation.arguments if each.only}


def missing(operation: Operation, given: dict[str, Any], beside: str = "") -> list[str]:
    """The arguments that a call needs and nobody knows."""
    return [
        each.python_name
        for each in (*operation.opened, *operation.arguments)
        if each.required and each.python_name not in given and each.place != beside
    ]


def _plain(operation: Operation) -> Script:
    yield Step(operation, known(operation))


def _written_back(read: Operation, written: Operation) -> Script:
    value = yield Step(read, known(read))
    yield Step(written, {**known(written), **as_body(written, value)})


def as_body(operation: Operation, value: Any) -> dict[str, Any]:
    """A decoded answer as the arguments of a call that sends the same."""
    members = [each for each in operation.arguments if each.place == "body"]
    if len(members) == 1 and members[0].wire_name == "":
        return {members[0].python_name: value}
    if isinstance(value, msgspec.Struct):
        names = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
        value = {wire: getattr(value, attribute) for wire, attribute in names}
    if not isinstance(value, dict):
        return {}
    return {
        each.python_name: value[each.wire_name]
        for each in members
        if value.get(each.wire_name, msgspec.UNSET) is not msgspec.UNSET
    }
