"""Match results that have the key of no input to the inputs whose key no result has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import cast

from msgspec import UNSET, Struct

from ..codec.encoding import to_builtins
from ..codec.pointers import resolve
from .items import Item, texts
from .operation import Batching
from .outcome import MatchedBy


class Tie(Struct, frozen=True):
    """An input, its result, and how they were matched."""

    item: Item
    result: object
    how: MatchedBy


def tie_remaining(
    batching: Batching,
    items: Sequence[Item],
    left: Sequence[object],
    results: Sequence[object],
    *,
    in_order: bool,
) -> Iterator[Tie]:
    """Yield the inputs whose result can be determined.

    Args:
        batching: How results are matched.
        items: The inputs whose key no result has.
        left: The results that have the key of no input.
        results: All results. A result may also have former keys of other inputs.
        in_order: Whether the results that cannot be matched otherwise are in the order of the
            inputs.
    """
    ways = [_by_alias(batching, items, results), _by_values(batching, items, left, all_values=True)]
    if in_order:  # the server may have changed some values
        ways.append(_by_values(batching, items, left, all_values=False))
    for tie in chain.from_iterable(ways):
        is_free = tie.how == "alias" or any(tie.result is result for result in left)
        if is_free and any(tie.item is item for item in items):
            yield tie
            items = [item for item in items if item is not tie.item]
            left = [result for result in left if result is not tie.result]
    if len(items) == len(left) == 1:
        yield Tie(items[0], left[0], "rest")
    elif in_order and len(items) == len(left):
        for item, result in zip(items, left, strict=True):
            yield Tie(item, result, "order")


def _by_alias(
    batching: Batching, items: Sequence[Item], results: Sequence[object]
) -> Iterator[Tie]:
    """Match inputs to the only result that lists their key among its former or other keys."""
    if len(batching.match) != 1 or not batching.match_also:
        return
    having: dict[str, list[object]] = {}
    for result in results:
        listed = (resolve(result, pointer) for pointer in batching.match_also)
        for name in {
            _folded(part) for each in listed for text in texts(each) for part in text.split(";")
        }:
            having.setdefault(name, []).append(result)
    for item in items:
        for key in texts(resolve(item.sent, batching.match[0][0])):
            found = having.get(_folded(key), ())
            if len(found) == 1:
                yield Tie(item, found[0], "alias")


def _folded(text: str) -> str:
    return text.strip().casefold()


def _by_values(
    batching: Batching, items: Sequence[Item], left: Sequence[object], *, all_values: bool
) -> Iterator[Tie]:
    """Match an input and a result, if only this result has its values and no other input has them.

    Case and surrounding spaces are ignored. Values that no result has count only if `all_values`.
    """
    for sent, returned in batching.match_values:
        given = [(item, _values(resolve(item.sent, sent))) for item in items]
        having = [(result, _values(resolve(result, returned))) for result in left]
        if not all_values:
            known = frozenset[tuple[str, str]]().union(*(has for _, has in having))
            given = [(item, values & known) for item, values in given]
        for item, values in given:
            fitting = [(result, has) for result, has in having if values and values <= has]
            if len(fitting) == 1:
                result, has = fitting[0]
                if sum(bool(other) and other <= has for _, other in given) == 1:
                    yield Tie(item, result, "values")


def _values(value: object) -> frozenset[tuple[str, str]]:
    """Return the names and values of the properties of an object, as strings."""
    found = None if value is UNSET else to_builtins(value)
    if not isinstance(found, Mapping):
        return frozenset()
    named = cast("Mapping[str, object]", found).items()
    return frozenset((name, "" if each is None else _folded(str(each))) for name, each in named)
