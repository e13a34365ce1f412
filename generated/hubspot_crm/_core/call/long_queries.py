"""Send a query that is too long for one URL in several requests, and merge their responses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from ..codec.decoding import parse
from ..codec.encoding import encode
from ..codec.pointers import resolve
from ..codec.urls import Parameter, encoded, is_array
from ..errors import ApiError, DecodingError
from ..transport import Request, Response
from .request import Arguments, Call, build_request

_TRIES = 3  # how often a page is read whose items change between the requests
_OTHERS = 2_000  # characters: the rest of a URL is measured only if it may be too long with these

Exchange = Callable[[Call[Any]], Awaitable[tuple[Request, Response]]]


class Split(Struct, frozen=True, kw_only=True):
    """How to split a long query.

    Attributes:
        limit: The most characters of a URL.
        parameters: The wire names of the parameters with lists that can be split. Each has the JSON
            pointer of the object, in an item, that gets a property for each of its values.
        items: The JSON pointer of the items in a response; "" if it is one item itself.
        key: The JSON pointer of the id of an item.
    """

    limit: int
    parameters: tuple[tuple[str, str], ...]
    items: str = ""
    key: str

    def queries(self, call: Call[Any]) -> list[Arguments]:
        """Return the arguments of each request; none if the query is short enough as it is."""
        given = call.arguments.query
        lists = {
            name: cast("Sequence[object]", given[name])
            for name, _ in self.parameters
            if is_array(given.get(name))
        }
        if not lists:
            return []
        shapes = {each.name: each for each in call.operation.parameters if each.place == "query"}
        size = sum(_cost(shapes[name], each) for name in lists for each in lists[name])
        if size <= self.limit - _OTHERS:
            return []
        lists = {name: list(dict.fromkeys(values)) for name, values in lists.items() if values}
        # Each request has the first value of each list: without any, some APIs send other things.
        firsts = {name: values[:1] for name, values in lists.items()}
        least = replace(call.arguments, query={**given, **firsts})
        request = build_request(call.configuration, call.operation, least, call.options)
        room = self.limit - len(request.url)
        rest = {
            name: [(each, _cost(shapes[name], each)) for each in values[1:]]
            for name, values in lists.items()
        }
        return [
            replace(least, query={**given, **{name: [*firsts[name], *part[name]] for name in part}})
            for part in _parts(rest, room)
        ]

    def merged(self, bodies: Sequence[object]) -> object | None:
        """Return the first body, with the properties of the others; None if the items differ."""
        first, *others = [self._items(body) for body in bodies]
        for other in others:
            if other.keys() != first.keys():
                return None
            for key, item in other.items():
                for _, pointer in self.parameters:
                    _add(first[key], item, pointer.split("/")[1:])
        return bodies[0]

    def _items(self, body: object) -> dict[str, object]:
        found = resolve(body, self.items) if self.items else [body]
        items = cast("list[object]", found) if isinstance(found, list) else []
        return {str(resolve(each, self.key)): each for each in items}


async def exchange_parts(
    call: Call[Any], queries: Sequence[Arguments], exchange: Exchange
) -> tuple[Request, Response]:
    """Send the requests of a call, and return the last one, and one response for all of them.

    Raises:
        ApiError: The items of a page changed between the requests, several times.
    """
    if len(queries) == 1:
        return await exchange(replace(call, arguments=queries[0]))
    for _ in range(_TRIES):
        answers: list[tuple[Request, Response]] = []
        bodies: list[object] = []
        for query in queries:
            answers.append(await exchange(replace(call, arguments=query)))
            try:
                bodies.append(parse(answers[-1][1].content))
            except DecodingError:
                return answers[-1]  # the call decodes it, and raises the error
        merged = cast(Split, call.operation.split).merged(bodies)
        if merged is not None:
            request, response = answers[0]
            return request, Response(response.status, response.headers, encode(merged))
    raise ApiError(
        f"the items changed while their properties were read in {len(queries)} requests, "
        f"{_TRIES} times; request fewer properties, or smaller pages"
    )


def _cost(parameter: Parameter, value: object) -> int:
    """Return how many characters a value of a list adds to a URL, at most."""
    text = encoded(value if isinstance(value, str) else str(value))
    return len(text) + (1 if parameter.is_joined else len(encoded(parameter.name)) + 2)


def _parts(
    lists: dict[str, list[tuple[object, int]]], room: int
) -> Iterator[dict[str, list[object]]]:
    """Yield the values of each request: as many as its URL has room for, in order."""
    part: dict[str, list[object]] = {name: [] for name in lists}
    left = room
    for name, values in lists.items():
        for value, cost in values:
            if cost > left and any(part.values()):
                yield part
                part, left = {each: list[object]() for each in lists}, room
            part[name].append(value)
            left -= cost
    yield part


def _add(target: Any, source: object, path: Sequence[str]) -> None:
    """Add the properties of an object at a path of one item to those of another."""
    *above, name = path
    found: Any = resolve(source, "/" + "/".join(path))
    if not isinstance(found, dict):
        return
    for each in above:
        inner: Any = target.get(each) or {}
        target[each] = inner
        target = inner
    target[name] = {**(target.get(name) or {}), **found}
