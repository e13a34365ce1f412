"""Rename calls by the tables of the project: `[verbs]` and `[calls]`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from specloom.ir import Call, Operation
from specloom.ir.changing import changed
from specloom.lowering.calls.called import CALLED, with_called_resources
from specloom.lowering.calls.verbs import plain

_OPERATION = re.compile(r"[A-Z]+ /")
"""The start of a key in the table of calls that is the method and the path of an operation."""
_ARGUMENTS = re.compile(r"\([^)]*\)")
"""The arguments of an open resource in a call: `objects(object_type).get`."""


def rename_calls(
    operations: Sequence[Operation],
    renames: Mapping[str, str],
    verbs: Mapping[str, str],
    used: set[str],
) -> tuple[Operation, ...]:
    """Apply the project's tables of verbs and of calls.

    Keys and values of `renames` are relative to the top-level resource. The words of keys are spelled
    as in the path or as in a client, with or without the project's verbs: `move-list`, `move_list`. A
    key may apply to one resource alone: ``lists: folders.move.replace``. A key may also be a whole call,
    ``lists.folders.move``, or the method and the path of an operation, ``POST /v1/lists``. Its value is
    then the whole call, relative to the client. Keys relative to a resource have priority.

    Args:
        operations: The operations of one document, each with a unique call.
        renames: The words of calls, and their replacements.
        verbs: Plain verbs, and the project's replacements for them.
        used: Collects the keys of `renames` that match a call.
    """
    keys = {_normal(key): key for key in renames if not _OPERATION.match(key)}
    derived = {_key(each.call) for each in operations}
    spellings = _spellings(operations)
    renamed: list[Operation] = []
    for operation in operations:
        before = operation.call
        call = changed(before, name=rename_verb(before.name, verbs), derived=_key(before))
        whole = f"{operation.method} {operation.path}"
        if whole in renames:
            used.add(whole)
            call = _spelled(_whole_call(call, renames[whole]), spellings)
            renamed.append(changed(operation, call=call))
            continue
        # If a key matches two calls, with and without the project's verbs, it renames the one without.
        forms = (before, call) if _key(call) not in derived else (before,)
        relative = next(
            (keys[each] for form in forms for each in _keys(form) if each in keys), None
        )
        absolute = next((keys[each] for each in map(_whole, forms) if each in keys), None)
        if relative is not None:
            used.add(relative)
            *resource, name = renames[relative].split(".")
            call = changed(call, resource=(*call.resource[:1], *resource), name=name, chosen=True)
            call = _spelled(call, spellings)
        elif absolute is not None:
            used.add(absolute)
            call = _spelled(_whole_call(call, renames[absolute]), spellings)
        renamed.append(changed(operation, call=call))
    return tuple(with_called_resources(tuple(_without_lone_calls(operations, renamed))))


def _spellings(operations: Sequence[Operation]) -> dict[tuple[str, ...], str]:
    """Return the last word of each resource as its paths spell it, by its words in a uniform spelling."""
    found: dict[tuple[str, ...], str] = {}
    for operation in operations:
        words = operation.call.resource
        for count in range(1, len(words) + 1):
            found.setdefault(tuple(map(plain, words[:count])), words[count - 1])
    return found


def _spelled(call: Call, spellings: Mapping[tuple[str, ...], str]) -> Call:
    """Return a renamed call with the spelling of resources that other calls have: ``event-templates``."""
    keys = tuple(map(plain, call.resource))
    words = (spellings.get(keys[: at + 1], word) for at, word in enumerate(call.resource))
    return changed(call, resource=tuple(words))


def _without_lone_calls(
    before: Sequence[Operation], renamed: Sequence[Operation]
) -> Iterator[Operation]:
    """Yield the operations; a callable resource whose other calls were all renamed is a method again."""
    had = {each.call.resource for each in before if each.call.name != CALLED}
    has = {each.call.resource for each in renamed if each.call.name != CALLED}
    for each in renamed:
        words = each.call.resource
        if each.call.name == CALLED and _is_within(words, had) and not _is_within(words, has):
            call = changed(each.call, resource=words[:-1], name=words[-1])
            each = changed(each, call=call)
        yield each


def _is_within(words: tuple[str, ...], resources: Set[tuple[str, ...]]) -> bool:
    """Return whether some of the resources are in a resource, or are the resource itself."""
    return len(words) > 1 and any(each[: len(words)] == words for each in resources)


def _whole_call(call: Call, words: str) -> Call:
    """Return the call for words relative to the client. A single word is a callable resource."""
    *resource, name = words.split(".")
    if not resource:
        resource, name = [name], CALLED
    return changed(call, resource=tuple(resource), name=name, chosen=True)


def rename_verb(name: str, verbs: Mapping[str, str]) -> str:
    """Return the name of a method with the project's verb.

    In `delete_all` and `get_by_id` the first word is the verb.
    """
    for verb in (name, *(name.partition(each)[0] for each in ("_all", "_by_") if each in name)):
        if verb in verbs:
            return verbs[verb] + name.removeprefix(verb)
    return name


def rename_line(call: Call) -> str:
    """Return the line of `[calls]` with the current name of a call on its right side, for users to change."""
    resource, _, words = call.derived.partition(":")
    shown = ".".join(_shown(call))
    return f'"{resource}: {words}" = "{shown}"'


def _keys(call: Call) -> tuple[str, str]:
    """Return the keys of a call in the table of calls: for its resource alone, and for all resources."""
    key = _key(call)
    return key, key.partition(":")[2]


def _key(call: Call) -> str:
    return _normal(f"{plain(call.resource[0])}: {_words(call)}")


def _whole(call: Call) -> str:
    return _normal(".".join((*call.resource, call.name)).removesuffix(f".{CALLED}"))


def _words(call: Call) -> str:
    return ".".join((*call.resource[1:], call.name)).removesuffix(f".{CALLED}")


def _shown(call: Call) -> list[str]:
    return [each if each == CALLED else plain(each) for each in _words(call).split(".")]


@lru_cache(maxsize=4096)
def _normal(key: str) -> str:
    """Return a key of the table of calls with its words in a uniform spelling."""
    resource, colon, words = _ARGUMENTS.sub("", key).rpartition(":")
    return f"{plain(resource)}{colon}{'.'.join(plain(each) for each in words.split('.'))}"
