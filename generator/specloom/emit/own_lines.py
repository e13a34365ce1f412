"""Keep what the user has added to or changed in the generated pyproject.toml.

This is a merge of three versions: the file as it was generated before, the file in the output folder, and
the file as it is generated now. It works on tables, keys and the elements of lists, not on lines, so a
dependency that is added beside one that changes is no conflict. tomlkit does the editing, because it keeps
comments, order and notation of what it does not change.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, MutableMapping, MutableSequence, Sequence
from typing import Any, TypeAlias, cast

from msgspec import Struct

from specloom.diagnostics import Diagnostic, Location, Severity, SpecloomError
from specloom.project.model import line_of

_Table: TypeAlias = Mapping[str, object]
_Path: TypeAlias = tuple[str, ...]


class _Absent:
    """The value of a key that is not there."""


_ABSENT = _Absent()


class Merged(Struct, frozen=True):
    """The merged file, and a warning for each value that both specloom and the user have changed."""

    text: str
    warnings: tuple[Diagnostic, ...] = ()


def merge(before: str, present: str, now: str, shown: str) -> Merged:
    """Return the file as it is generated now, with what the user has changed since it was generated before.

    Args:
        before: the file as the previous run generated it.
        present: the file in the output folder.
        now: the file as this run generates it.
        shown: the path of the file, for messages.

    Raises:
        SpecloomError: the file in the output folder is not valid TOML.
    """
    if present == before:
        return Merged(now)
    if before == now:
        return Merged(present)
    try:
        mine: _Table = tomllib.loads(present)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (None, None)
        raise SpecloomError.of(
            "invalid-toml",
            f"your lines in the file cannot be preserved: {error}",
            hint="correct the syntax, or delete the file to generate it again",
            location=Location(shown, (), line, column),
        ) from None
    import tomlkit

    document = tomlkit.parse(present)
    conflicts = tuple(
        _merge_table(
            tomllib.loads(before),
            mine,
            tomllib.loads(now),
            cast(MutableMapping[str, Any], document),
        )
    )
    warnings = tuple(_warning(each, present, shown) for each in conflicts)
    return Merged(tomlkit.dumps(document), warnings)


class _Conflict(Struct, frozen=True):
    """A value that was changed to two different ones."""

    path: _Path
    before: object
    mine: object
    now: object


def _merge_table(
    before: _Table, mine: _Table, now: _Table, target: MutableMapping[str, Any], path: _Path = ()
) -> Iterator[_Conflict]:
    """Apply to the user's table what has changed from `before` to `now`, and yield the conflicts."""
    for key in [*now, *(each for each in before if each not in now)]:
        old, own, new = (each.get(key, _ABSENT) for each in (before, mine, now))
        here = (*path, key)
        if old == new or own == new:
            continue
        if own == old and not isinstance(own, dict):
            _set(target, key, new)
        elif isinstance(own, dict) and isinstance(new, dict):
            base: _Table = cast(_Table, old) if isinstance(old, dict) else {}
            yield from _merge_table(base, cast(_Table, own), cast(_Table, new), target[key], here)
        elif isinstance(own, dict) and isinstance(old, dict):
            base = cast(_Table, old)
            yield from _merge_table(base, cast(_Table, own), {}, target[key], here)
            if not target[key] and not _has_comments(target[key]):
                del target[key]
        elif isinstance(own, list) and isinstance(new, list):
            earlier = cast(list[object], old) if isinstance(old, list) else []
            yield from _merge_list(
                earlier, cast(list[object], own), cast(list[object], new), target[key], here
            )
        else:
            yield _Conflict(here, old, mine.get(key, _ABSENT), new)


def _set(target: MutableMapping[str, Any], key: str, value: object) -> None:
    if isinstance(value, _Absent):
        del target[key]
        return
    # Comments at the end of a table are about the next one; they stay there.
    end: list[Any] = []
    while key not in target and (body := _last_body(target)) and _is_trivia(body[-1]):
        end.insert(0, body.pop())
    target[key] = value
    _last_body(target).extend(end)


def _last_body(target: Any) -> list[Any]:
    """Return the entries of the last table in a table; a new list if it is not in one piece."""
    body: list[Any] = getattr(getattr(target, "value", target), "body", [])
    last: Any = body[-1][1] if body else None
    is_table = isinstance(cast(object, last), MutableMapping)
    return _last_body(last) if is_table and not _is_inline(last) else body


def _is_inline(table: object) -> bool:
    from tomlkit.items import InlineTable

    return isinstance(table, InlineTable)


def _is_trivia(entry: tuple[object, object]) -> bool:
    from tomlkit.items import Comment, Whitespace

    return isinstance(entry[1], (Comment, Whitespace))


def _has_comments(table: object) -> bool:
    from tomlkit.items import Comment

    return any(isinstance(each, Comment) for _, each in _last_body(table))


def _merge_list(
    before: Sequence[object],
    mine: Sequence[object],
    now: Sequence[object],
    target: MutableSequence[Any],
    path: _Path,
) -> Iterator[_Conflict]:
    """Apply to the user's list what has changed. Requirements of one distribution replace each other."""
    names = {_name(each): each for each in mine}
    for each in before:
        if each not in now and each in target:
            successor = next((one for one in now if _name(one) == _name(each)), None)
            if successor is not None and successor not in target:
                target[target.index(each)] = successor
            else:
                target.remove(each)
    for each in now:
        if each in before or each in target:
            continue
        own = names.get(_name(each))
        if own is not None and own not in before:
            old = next((one for one in before if _name(one) == _name(each)), _ABSENT)
            yield _Conflict(path, old, own, each)
        else:
            target.append(each)


def _name(value: object) -> object:
    """Return the distribution that a requirement is of, or the value itself."""
    found = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", value) if isinstance(value, str) else None
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else repr(value)


def _warning(conflict: _Conflict, text: str, shown: str) -> Diagnostic:
    old, own, new = (
        "nothing" if isinstance(each, _Absent) else repr(each)
        for each in (conflict.before, conflict.mine, conflict.now)
    )
    return Diagnostic(
        "own-line-kept",
        f"{'.'.join(conflict.path)} was generated as {old} and is now generated as {new}; your "
        f"value {own} is preserved",
        "to use the generated value, write it in the file; [package] in the project file "
        "determines what is generated",
        Location(shown, (), line_of(text, conflict.path[-1]), 1),
        Severity.WARNING,
    )
