"""Derive calls from the documents.

A parameter that allows only one value is sent with that value. The body of a PUT is the decoded
response of GET on the same path. Operations without required arguments are called without
arguments.
"""

from __future__ import annotations

from typing import Any

import msgspec

from tests.conformance.packages import Operation, Package
from tests.conformance.steps import Script, Step


def derived(package: Package) -> list[tuple[str, Script]]:
    """Return a script for each operation of a package that can be called without further
    knowledge."""
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
    """Return the arguments that allow only one value, by Python name."""
    return {each.python_name: each.only[0] for each in operation.arguments if each.only}


def missing(operation: Operation, given: dict[str, Any], beside: str = "") -> list[str]:
    """Return the required arguments whose values are unknown."""
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
    """Return a decoded response as the arguments of a call that sends the same."""
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
