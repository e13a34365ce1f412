"""Match the results and errors of a batch response to the inputs that were sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, cast

from msgspec import UNSET, Struct

from ..codec.error_fields import ErrorFields
from ..codec.pointers import member_of, members_of, resolve, resolve_each
from .operation import Batching, BatchOperation
from .outcome import BatchItemError

Key = tuple[str, ...]


class Item(Struct, eq=False, gc=False):
    """One input of a batch.

    Attributes:
        given: The input as the caller passed it.
        index: Its position among all inputs, from 0.
        sent: The input as it is sent, with a correlation id if the API has them.
        correlation_id: The correlation id that it is sent with, or None.
        digest: A hash of the input, if there is a journal; otherwise 0.
        was_sent: Whether the server may have processed it. The ledger sets this.
    """

    given: Any
    index: int
    sent: object
    correlation_id: str | None = None
    digest: int = 0
    was_sent: bool = False


class Match(Struct, eq=False):
    """What one response reports about the items of its request.

    Attributes:
        results: The results by index of the input.
        errors: The errors by index of the input.
        rest: The items that the response reports nothing about.
        unmatched: Results and bodies of errors that match no item.
    """

    results: dict[int, object] = {}
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

    An input with a result succeeded, even if an error names it. An error that names no input
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
    nameless = list(_tie_results(index, answer, found))
    untied = list(_tie_errors(operation, index, answer, found))
    found.rest = [i for i in items if i.index not in found.results and i.index not in found.errors]
    if len(found.rest) == 1 and len(nameless) == 1 and not untied:
        found.results[found.rest.pop().index] = nameless.pop()
    found.unmatched += nameless
    if not untied:
        if operation.batching.results is None:
            found.results |= {item.index: None for item in found.rest}
            found.rest = []
    elif operation.batching.results is not None or len(found.rest) == 1:
        found.errors |= {item.index: untied[0] for item in found.rest}
        found.rest = []
        untied = untied[1:]
    found.unmatched += [error.body for error in untied]
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
    asked, told = _names(batching, body, items, results)
    for names in (asked, told):
        if len(results) != len(items) or set(map(type, chain(*names))) != {str}:
            return None
        if asked == told:
            return results
    keys, by_key = list(zip(*asked, strict=True)), dict(
        zip(zip(*told, strict=True), results, strict=True)
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
        self.batching = batching
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
        return _text(member_of(sent, name)) or _text(self._body.get(name, UNSET))

    def of_result(self, result: object) -> list[Item]:
        """Return the items that a result may belong to: one by id, or several by an equal key."""
        batching = self.batching
        if batching.correlation_id:
            item = self.by_id.get(_text(member_of(result, batching.correlation_id)))
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

    def is_nameless(self, result: object) -> bool:
        """Whether a result cannot identify its input: without an id, and without keys to match."""
        name = self.batching.correlation_id
        named = name is not None and _text(member_of(result, name)) is not None
        return not named and not self.batching.match

    def named_by(self, error: object) -> list[Item]:
        """Return the items that an error names at any of the pointers `error_inputs`."""
        found: list[Item] = []
        for pointer in self.batching.error_inputs:
            for text in _texts(resolve(error, pointer)):
                item = self.by_id.get(text)
                found += [item] if item else []
                for member in self.members:
                    key = (text.casefold() if member else text,)
                    found += self.by_key.get((member, key), ())
        return found


def _tie_results(index: _Index, answer: object, found: Match) -> Iterator[object]:
    """Assign each result to its input; yield results that do not identify an input."""
    several: list[tuple[list[Item], object]] = []
    for result in _elements(answer, index.batching.results):
        items = index.of_result(result)
        for item in items:
            if item.index not in found.results:
                found.results[item.index] = result
                several += [(items, result)] if len(items) > 1 else []
                break
        else:  # each matching input has a result already, or none matches
            if index.is_nameless(result):
                yield result
            else:
                found.unmatched.append(result)
    for items, result in several:  # equal inputs that share one result
        found.results |= {i.index: result for i in items if i.index not in found.results}


def _tie_errors(
    operation: BatchOperation[object], index: _Index, answer: object, found: Match
) -> Iterator[BatchItemError]:
    """Assign each error to the inputs it names; yield errors that name none."""
    fields = getattr(operation.responses.get("default"), "error_fields", None) or ErrorFields()
    for body in _elements(answer, index.batching.errors):
        items = index.named_by(body)
        for detail in _elements(body, index.batching.errors):
            items += index.named_by(detail)
        error = item_error(body, fields)
        for item in items:
            if item.index not in found.results:
                found.errors.setdefault(item.index, error)
        if not items:
            yield error


def item_error(body: object, fields: ErrorFields) -> BatchItemError:
    """Return an error in a response body as an exception."""
    status = _text(resolve(body, "/status"))
    return BatchItemError(
        _text(_at(body, fields.message)),
        category=_text(_at(body, fields.category)),
        status=int(status) if status and status.isascii() and status.isdigit() else None,
        body=body,
    )


def _at(body: object, place: str | None) -> object:
    return UNSET if place is None else resolve(body, "/" + place.removeprefix("/"))


def _elements(value: object, pointer: str | None) -> list[object]:
    found = UNSET if pointer is None else resolve(value, pointer)
    if not isinstance(found, list):
        return []
    return [each for each in cast("list[object]", found) if each is not None]


def _key(value: object, pointers: Sequence[str], *, folded: bool) -> Key | None:
    """Return the values at the pointers as strings, or None if one is missing.

    Case and surrounding spaces are ignored if `folded`.
    """
    texts = [_text(resolve(value, pointer)) for pointer in pointers]
    if None in texts:
        return None
    key = tuple(text for text in texts if text is not None)
    return tuple(text.strip().casefold() for text in key) if folded else key


def _text(value: object) -> str | None:
    """Return an identifier, which may be a string or an integer, as a string; otherwise None."""
    if type(value) is str:
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value)


def _texts(value: object) -> list[str]:
    elements = cast("list[object]", value) if isinstance(value, list) else [value]
    return [text for each in elements if (text := _text(each)) is not None]


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")


def asking(operation: BatchOperation[Any], body: Mapping[str, object]) -> Mapping[str, object]:
    """Return the body, with the property that results are matched by among the requested ones."""
    batching = operation.batching
    if batching.match_by is None or batching.match_ask is None:
        return body
    member, asked = body.get(batching.match_by), body.get(batching.match_ask)
    if not isinstance(member, str) or not isinstance(asked, (list, tuple)) or member in asked:
        return body
    return {**body, batching.match_ask: [*cast("Sequence[object]", asked), member]}
