"""Find the changes from one version of an API to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from specloom.comparing.changes import Change
from specloom.comparing.models import compare_models, renames_of
from specloom.comparing.requests import compare_arguments, compare_body
from specloom.comparing.responses import compare_responses
from specloom.comparing.shapes import Renamed
from specloom.comparing.surface import Call, Surface


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Return every change, the highest level first."""
    renames = renames_of(old, new)
    found = [
        *_client(old, new),
        *_calls(old, new, renames),
        *compare_models(old, new, renames),
    ]
    distinct = dict.fromkeys(found)
    return tuple(sorted(distinct, key=lambda each: (-each.level, each.version, each.subject)))


def _client(old: Surface, new: Surface) -> Iterator[Change]:
    for version in sorted({*new.versions} - {*old.versions}):
        yield Change("version added", version or "the API")
    for version in sorted({*old.versions} - {*new.versions}):
        yield Change("version removed", version or "the API")
    for each in sorted({*new.credentials} - {*old.credentials}):
        yield Change("client credential added", each)
    for each in sorted({*old.credentials} - {*new.credentials}):
        yield Change("client credential removed", each)
    if old.servers[:1] and new.servers[:1] and old.servers[0] != new.servers[0]:
        yield Change("default server changed", old.servers[0], f"now {new.servers[0]}")
    for each in old.servers[1:]:
        if each not in new.servers:
            yield Change("server removed", each)
    for each in new.servers[1:]:
        if each not in old.servers:
            yield Change("server added", each)


def _calls(old: Surface, new: Surface, renames: Mapping[str, Renamed]) -> Iterator[Change]:
    olds, news = _by_key(old.calls), _by_key(new.calls)
    moved = dict(_moved(olds, news))
    taken = {each.key for each in moved.values()}
    for key, before in olds.items():
        after = news.get(key) or moved.get(key)
        if after is not None:
            yield from _call(before, after, renames)
        elif before.version in new.versions:
            yield _change("call removed", before, f"{before.method} {before.path}")
    for key, after in news.items():
        if key not in olds and key not in taken and after.version in old.versions:
            yield _change("call added", after, f"{after.method} {after.path}")


def _by_key(calls: Iterable[Call]) -> dict[tuple[str, str, str], Call]:
    found: dict[tuple[str, str, str], Call] = {}
    for each in calls:
        found.setdefault(each.key, each)
    return found


def _moved(
    olds: Mapping[tuple[str, str, str], Call], news: Mapping[tuple[str, str, str], Call]
) -> Iterator[tuple[tuple[str, str, str], Call]]:
    """Yield the operations whose method or path changed, by their operationIds."""
    by_id = {
        (each.version, each.operation_id): each
        for key, each in news.items()
        if each.operation_id and key not in olds
    }
    for key, each in olds.items():
        found = by_id.get((each.version, each.operation_id))
        if key not in news and found is not None:
            yield key, found


def _change(kind: str, call: Call, detail: str = "") -> Change:
    return Change(kind, call.name, detail, call.version, call.location)


def _call(old: Call, new: Call, renames: Mapping[str, Renamed]) -> Iterator[Change]:
    has_moved, is_renamed = old.key != new.key, old.name != new.name
    if has_moved:
        kind = "call moved and renamed" if is_renamed else "call moved"
        detail = f"{old.method} {old.path} is {new.method} {new.path} now"
        yield _change(kind, old, f"{detail}, {new.name}" if is_renamed else detail)
    elif is_renamed:
        yield _change("call renamed", old, f"it is {new.name} now")
    new = replace(new, name=old.name)
    if old.deprecated != new.deprecated:
        yield _change("call deprecated" if new.deprecated else "call no longer deprecated", new)
    for before, after, word in (
        (old.pages, new.pages, "pages"),
        (old.streams, new.streams, "streams"),
        (old.batches, new.batches, "batches"),
        (old.is_repeated, new.is_repeated, "retried"),
    ):
        if before != after:
            yield _change(f"call {word}" if after else f"call no longer {word}", new)

    renamed = renames.get(old.version, Renamed())
    yield from compare_arguments(old, new, renamed)
    yield from compare_body(old, new, renamed)
    yield from compare_responses(old, new, renamed)
    yield from _access(old, new)


def _access(old: Call, new: Call) -> Iterator[Change]:
    """Yield the changes of credentials and servers of an operation."""
    before = [set(each) for each in old.credentials] or [set[str]()]
    after = [set(each) for each in new.credentials] or [set[str]()]
    # All callers that had sufficient credentials before must still have them.
    for each in before:
        if not any(now <= each for now in after):
            names = " or ".join(" and ".join(sorted(now)) for now in after)
            yield _change("credential added", new, f"it needs {names}")
            break
    else:
        further = [each for each in after if each not in before]
        if further and all(further) and all(each in after for each in before):
            names = " or ".join(" and ".join(sorted(each)) for each in further)
            yield _change("credential choice added", new, names)
        elif before != after:
            yield _change("credential removed", new)
    for scope in sorted({*new.scopes} - {*old.scopes}):
        yield _change("scope added", new, scope)
    for scope in sorted({*old.scopes} - {*new.scopes}):
        yield _change("scope removed", new, scope)
    if old.servers[:1] != new.servers[:1]:
        detail = f"now {new.servers[0]}" if new.servers else "now that of the API"
        yield _change("default server changed", new, detail)
