"""Name calls after operationIds and tags, for projects that do not name them after paths."""

from __future__ import annotations

import re

from specloom.ir import Operation
from specloom.ir.changing import changed
from specloom.lowering.calls.called import CALLED
from specloom.lowering.calls.verbs import name_in, plain

UNTAGGED = "default"
"""The resource of operations without a tag."""


def named_otherwise(operation: Operation, names: str, resource: str) -> Operation:
    """Return the operation with a call named after its operationId, or after its first tag and operationId.

    An operation without an operationId, or with one that is not a name, keeps the call that is named
    after its path.

    Args:
        operation: An operation whose call is named after its path.
        names: The source of names in the project: ``tags`` or ``operation-ids``.
        resource: The resource of the whole document, with which its calls begin; "" for none.
    """
    parts = _parts(operation.operation_id or "")
    lead = (resource,) if resource else ()
    if names == "tags":
        tag = next((each for each in operation.tags if plain(each)), UNTAGGED)
        words = (*lead, tag)
        name = "_".join(parts) or operation.call.name
    elif not parts:
        return operation
    else:
        *before, name = parts
        words = (*lead, *before)
    if not words:
        words, name = (name,), CALLED
    return changed(operation, call=changed(operation.call, resource=words, name=name))


def _parts(operation_id: str) -> list[str]:
    """Return the parts of an operationId between dots and slashes. If it repeats the path, there are none."""
    if not plain(name_in(operation_id)):
        return []
    return [each for each in re.split(r"[./#:]", operation_id) if plain(each)]
