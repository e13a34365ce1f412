"""Match the results and errors of a batch response to the inputs that were sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import cast

from msgspec import UNSET, Struct

from ..codec.decoding import convert, parse
from ..codec.encoding import to_builtins
from ..codec.error_fields import ErrorFields
from ..codec.pointers import member_of, members_of, resolve, resolve_each
from .operation import Batching, BatchOperation
from .outcome import BatchItemError, Item, MatchedBy, item_error, text_of, texts

Key = tuple[str, ...]


class Match(Struct, eq=False):
    """What one response reports about the items of its request.

    Attributes:
        results: The results by index of the input.
        errors: The errors by index of the input.
        matched_by: How results that have no key of their input were matched, by index of the input.
        rest: The items that the response reports nothing about.
        unmatched: Results and bodies of errors that match no item.
    """

    results: dict[int, object] = {}
    matched_by: dict[int, MatchedBy] = {}
    errors: dict[int, BatchItemError] = {}
    rest: list[Item] = []
    unmatched: list[object] = []


def match(
    operation: BatchOperation[object],
    body: Mapping[str, object],
    items: Sequence[Item],
    answer: object,
) -> Match:
    """Match each result and each error of a response to the input it belongs to.

    An input with a result succeeded, even if an error names it. Results without the key of an input
    are matched by their other keys, then by their values. If the response has no errors and one
    result for each input, the others of an operation that creates are matched by order; and one
    input and one result that are left belong together. An error that names no input
    applies to all inputs without a result. If the operation returns no results, inputs that no
    error names succeeded; but if there are errors that name no input, only a single remaining input
    can be decided, and it failed.

    Args:
        operation: The operation that was called.
        body: The request body, without the inputs.
        items: The items of the request.
        answer: The decoded body of the response.
    """
    found = Match()
    index = _Index(operation.batching, body, items)
    left = list(_match_results(index, answer, found))
    unnamed = list(_match_errors(operation, index, answer, found))
    found.rest = [i for i in items if i.index not in found.results and i.index not in found.errors]
    if found.rest and not unnamed:
        left = _match_remaining(
            operation.batching, found, left, _elements(answer, operation.batching.results)
        )
    found.unmatched += left
    if not unnamed:
        if operation.batching.results is None:
            found.results |= {item.index: None for item in found.rest}
            found.rest = []
    elif operation.batching.results is not None or len(found.rest) == 1:
        found.errors |= {item.index: unnamed[0] for item in found.rest}
        found.rest = []
        unnamed = unnamed[1:]
    found.unmatched += [error.body for error in unnamed]
    return found


def in_order(
    batching: Batching, body: Mapping[str, object], items: Sequence[Item], answer: object
) -> Sequence[object] | None:
    """Return one result for each input, or None if that requires `match`.

    This is a faster path for responses without errors, with exactly one result for each input.
    """
    if _elements(answer, batching.errors):
        return None
    if batching.results is None:
        return [None] * len(items)
    results = _elements(answer, batching.results)
    sent, returned = _names(batching, body, items, results)
    for names in (sent, returned):
        if len(results) != len(items) or set(map(type, chain(*names))) != {str}:
            return None
        if sent == returned:
            return results
    keys, by_key = list(zip(*sent, strict=True)), dict(
        zip(zip(*returned, strict=True), results, strict=True)
    )
    return (
        [by_key[key] for key in keys]
        if len(by_key) == len(keys) and by_key.keys() == set(keys)
        else None
    )


def _names(
    batching: Batching, body: Mapping[str, object], items: Sequence[Item], results: Sequence[object]
) -> tuple[list[Sequence[object]], list[Sequence[object]]]:
    """Return the values that identify the items, and those that identify the results.

    These are correlation ids or the values that are matched. Both lists are empty if a request
    names the property to match by.
    """
    if batching.correlation_id is not None:
        ids = members_of(results, batching.correlation_id)
        if not batching.match or ids.count(UNSET) < len(ids):
            return [[item.correlation_id for item in items]], [ids]
    sent, by = [item.sent for item in items], batching.match_by
    named = [] if by is None else [body.get(by, UNSET), *members_of(sent, by)]
    pairs = batching.match if named.count(UNSET) == len(named) else ()
    return [resolve_each(sent, each) for each, _ in pairs], [
        resolve_each(results, each) for _, each in pairs
    ]


def named_by(
    batching: Batching, body: Mapping[str, object], items: Sequence[Item], error: object
) -> set[int]:
    """Return the indexes of the items that the body of an error names."""
    named = _Index(batching, body, items).named_by(error)
    return {item.index for item in named}


class _Index:
    """The items of a request, indexed by the ids and keys that a response may use for them."""

    def __init__(
        self, batching: Batching, body: Mapping[str, object], items: Sequence[Item]
    ) -> None:
        self.batching, self.items = batching, items
        self._body = body
        self.by_id: dict[str | None, Item] = {
            i.correlation_id: i for i in items if i.correlation_id
        }
        self.by_key: dict[tuple[str | None, Key], list[Item]] = {}
        self.members: set[str | None] = {None}
        for item in items if batching.match else ():
            member = self._member(item.sent)
            pointers = [pointer for pointer, _ in batching.match]
            key = _key(item.sent, pointers, folded=member is not None)
            if key:
                self.members.add(member)
                self.by_key.setdefault((member, key), []).append(item)

    def _member(self, sent: object) -> str | None:
        """Return the property of results that holds the key of an input, or None."""
        name = self.batching.match_by
        if name is None:
            return None
        return text_of(member_of(sent, name)) or text_of(self._body.get(name, UNSET))

    def of_result(self, result: object) -> list[Item]:
        """Return the items that a result may belong to: one by id, or several by an equal key."""
        batching = self.batching
        if batching.correlation_id:
            item = self.by_id.get(text_of(member_of(result, batching.correlation_id)))
            if item is not None:
                return [item]
        for member in self.members if batching.match else ():
            pointers = [pointer for _, pointer in batching.match]
            if member is not None:
                pointers[0] = f"{batching.match_in}/{_escaped(member)}"
            key = _key(result, pointers, folded=member is not None)
            if key is not None and (member, key) in self.by_key:
                return self.by_key[member, key]
        return []

    def named_by(self, error: object) -> list[Item]:
        """Return the items that an error names at any of the pointers `error_inputs`."""
        found: list[Item] = []
        for pointer in self.batching.error_inputs:
            for text in texts(resolve(error, pointer)):
                item = self.by_id.get(text)
                found += [item] if item else []
                for member in self.members:
                    key = (text.casefold() if member else text,)
                    found += self.by_key.get((member, key), ())
        return found


def _match_results(index: _Index, answer: object, found: Match) -> Iterator[object]:
    """Assign each result to its input; yield results that have the key of no input."""
    several: list[tuple[list[Item], object]] = []
    for result in _elements(answer, index.batching.results):
        items = index.of_result(result)
        for item in items:
            if item.index not in found.results:
                found.results[item.index] = result
                several += [(items, result)] if len(items) > 1 else []
                break
        else:
            if items:  # each of them has a result already
                found.unmatched.append(result)
            else:
                yield result
    for items, result in several:  # equal inputs that share one result
        found.results |= {i.index: result for i in items if i.index not in found.results}


def _match_errors(
    operation: BatchOperation[object], index: _Index, answer: object, found: Match
) -> Iterator[BatchItemError]:
    """Assign each error to the inputs it names; yield errors that name none."""
    fields = getattr(operation.responses.get("default"), "error_fields", None) or ErrorFields()
    for body in _elements(answer, index.batching.errors):
        items = index.named_by(body)
        for detail in _elements(body, index.batching.errors):
            items += index.named_by(detail)
        if _reports_nothing(index.batching, body):
            for item in items or index.items:
                if item.index not in found.results:
                    found.results[item.index] = _empty_result(index.batching, item, answer)
            continue
        error = item_error(body, fields)
        for item in items:
            if item.index not in found.results:
                found.errors.setdefault(item.index, error)
        if not items:
            yield error


def _reports_nothing(batching: Batching, error: object) -> bool:
    """Whether an error reports that there is nothing to return."""
    return any(text_of(resolve(error, at)) in values for at, values in batching.empty_errors)


def _empty_result(batching: Batching, item: Item, answer: object) -> object:
    """Return the result of an input for which there is nothing to return, of the declared type."""
    result = cast("dict[str, object]", parse(batching.empty_result.encode()))
    for sent, returned in batching.match:
        result = _with(result, returned, resolve(item.sent, sent))
    pointer = batching.results or ""
    body = convert(_with({}, pointer, [result]), type(answer))
    return _elements(body, pointer)[0]


def _object(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _with(data: dict[str, object], pointer: str, value: object) -> dict[str, object]:
    """Return an object with the value at a pointer whose properties may not exist yet."""
    name, _, rest = pointer.removeprefix("/").partition("/")
    inner = data.get(name)
    if rest:
        value = _with(_object(inner), f"/{rest}", value)
    return {**data, name: value}


def _match_remaining(
    batching: Batching, found: Match, left: Sequence[object], results: Sequence[object]
) -> list[object]:
    """Assign results to inputs whose key no result has; return the results without input."""
    # Order is trusted only for new objects: others would have been matched by their keys.
    free = left
    if len(free) > len(found.rest):  # a result may have been returned twice
        free = [each for at, each in enumerate(left) if each not in left[:at]]
    is_whole = len(free) == len(found.rest) and not found.errors
    in_order = is_whole and batching.correlation_id is not None
    pairs = list(_remaining_pairs(batching, found.rest, free, results, in_order=in_order))
    for pair in pairs:
        found.results[pair.item.index] = pair.result
        found.matched_by[pair.item.index] = pair.how
    found.rest = [item for item in found.rest if item.index not in found.results]
    return [each for each in left if all(each is not pair.result for pair in pairs)]


def _elements(value: object, pointer: str | None) -> list[object]:
    found = UNSET if pointer is None else resolve(value, pointer)
    if not isinstance(found, list):
        return []
    return [each for each in cast("list[object]", found) if each is not None]


def _key(value: object, pointers: Sequence[str], *, folded: bool) -> Key | None:
    """Return the values at the pointers as strings, or None if one is missing.

    Case and surrounding spaces are ignored if `folded`.
    """
    texts = [text_of(resolve(value, pointer)) for pointer in pointers]
    if None in texts:
        return None
    key = tuple(text for text in texts if text is not None)
    return tuple(text.strip().casefold() for text in key) if folded else key


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")


class _Pair(Struct, frozen=True):
    """An input, its result, and how they were matched."""

    item: Item
    result: object
    how: MatchedBy


def _remaining_pairs(
    batching: Batching,
    items: Sequence[Item],
    left: Sequence[object],
    results: Sequence[object],
    *,
    in_order: bool,
) -> Iterator[_Pair]:
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
    for pair in chain.from_iterable(ways):
        is_free = pair.how == "alias" or any(pair.result is result for result in left)
        if is_free and any(pair.item is item for item in items):
            yield pair
            items = [item for item in items if item is not pair.item]
            left = [result for result in left if result is not pair.result]
    if len(items) == len(left) == 1:
        yield _Pair(items[0], left[0], "rest")
    elif in_order and len(items) == len(left):
        for item, result in zip(items, left, strict=True):
            yield _Pair(item, result, "order")


def _by_alias(
    batching: Batching, items: Sequence[Item], results: Sequence[object]
) -> Iterator[_Pair]:
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
                yield _Pair(item, found[0], "alias")


def _folded(text: str) -> str:
    return text.strip().casefold()


def _by_values(
    batching: Batching, items: Sequence[Item], left: Sequence[object], *, all_values: bool
) -> Iterator[_Pair]:
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
                    yield _Pair(item, result, "values")


def _values(value: object) -> frozenset[tuple[str, str]]:
    """Return the names and values of the properties of an object, as strings."""
    found = None if value is UNSET else to_builtins(value)
    if not isinstance(found, Mapping):
        return frozenset()
    named = cast("Mapping[str, object]", found).items()
    return frozenset((name, "" if each is None else _folded(str(each))) for name, each in named)
