"""Find all items of a search that returns a limited number of them for each query.

Further queries return the rest. Each has a filter on one property, for values after the last value
of the previous query. See `Window` for the requirements on the API.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import msgspec
from msgspec import UNSET
from msgspec.structs import replace as changed

from ..call.request import Arguments
from ..codec.encoding import to_builtins
from ..codec.pointers import resolve
from ..errors import PaginationError
from .pagination import Pagination, Trail, items_of, with_cursor

_PREFIX = "window:"
_Condition = tuple[str, str, str | None]  # property, operator, and value if it takes one


class _Sweep(msgspec.Struct, frozen=True, omit_defaults=True):
    """All items that match a condition, ordered by one property, from a bound on."""

    property: str
    descending: bool = False
    unique: bool = True  # whether no two items have the same value
    within: _Condition | None = None
    bound: _Condition | None = None
    seen: frozenset[str] = frozenset()  # ids of items that have been returned


_SWEEPS = msgspec.json.Decoder(tuple[_Sweep, ...])


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """How to find all items of a search that returns at most `cap` items for each query.

    The operators GT, GTE, LT, LTE and EQ must be supported.

    Attributes:
        cap: The maximum number of items that one query returns.
        key: The property whose value is the unique id of an item.
        most: The maximum number of filters in a group.
        groups: The property of the body that holds the groups of filters.
        filters: The property of a group that holds its filters.
        property: The property of a filter that names a property.
        operator: The property of a filter that holds its operator.
        value: The property of a filter that holds its value.
        present: The operator for any value.
        absent: The operator for no value.
        sorts: The property of the body that holds the sort order: names of properties, with a "-"
            for descending order, or objects.
        sort_property: The property of such an object that names a property.
        sort_direction: The property of such an object that holds the direction.
        descending: The value for descending order.
        properties: The property of the body that lists the properties to return.
        size: The property of the body that holds the page size.
        total: The JSON pointer to the number of all matching items in a page.
        id: The JSON pointer to the unique id in an item.
        values: The JSON pointer to the properties in an item.
    """

    cap: int
    key: str
    most: int
    groups: str
    filters: str = "filters"
    property: str = "property"
    operator: str = "operator"
    value: str = "value"
    present: str
    absent: str
    sorts: str = "sorts"
    sort_property: str = "property"
    sort_direction: str = "direction"
    descending: str = "DESCENDING"
    properties: str = "properties"
    size: str = "limit"
    total: str = "/total"
    id: str = "/id"
    values: str = "/properties"

    def trail(self, pagination: Pagination, arguments: Arguments) -> WindowTrail:
        """Return the initial state of an iteration."""
        return WindowTrail(pagination, arguments, self)


class WindowTrail(Trail):
    """The state of an iteration that may need several queries.

    A query whose items are within the cap is sent unchanged. Otherwise its first page is discarded,
    and sweeps replace the query. The last sweep is the current one.
    """

    def __init__(self, pagination: Pagination, arguments: Arguments, window: Window) -> None:
        super().__init__(pagination, arguments)
        self._window = window
        self._body = cast(Mapping[str, object], {} if arguments.body is UNSET else arguments.body)
        self._size = size if isinstance(size := self._body.get(window.size), int) else 0
        self._from_beginning = self._next in (UNSET, None, "", "0", 0)
        self._stuck = 0
        self._sweeps: tuple[_Sweep, ...] = ()
        if isinstance(self._next, str) and self._next.startswith(_PREFIX):
            self._sweeps = _read(self._next)
        self._open()

    @property
    def cursor(self) -> str | int | None:
        """The cursor at which to resume the iteration; during sweeps, a string of this module."""
        if not self._sweeps or not self.goes_on:
            return super().cursor
        return _PREFIX + msgspec.json.encode(self._moved(), order="deterministic").decode()

    def arguments(self) -> Arguments:
        """Return the arguments of the call for the next page.

        Raises:
            PaginationError: More items match than can be reached from the cursor.
        """
        if self._stuck:
            raise PaginationError(
                f"{self._stuck} items match, but at most {self._window.cap} can be reached from "
                "here: start without a cursor, or narrow the search"
            )
        return super().arguments()

    def advance(self, page: object) -> bool:
        """Move to the next page, and remove items of previous pages from this one.

        Args:
            page: The page that was received.

        Returns:
            Whether the page is part of the list.

        Raises:
            PaginationError: The list cannot be continued.
        """
        total = resolve(page, self._window.total)
        beyond = total if isinstance(total, int) and total > self._window.cap else 0
        if beyond and not self._sweeps and not self._used and self._from_beginning:
            self._sweeps = self._plan()
            self._open()
            return False
        items = items_of(self._pagination, page)
        super().advance(page)
        self._size = max(self._size, len(items))
        if self._sweeps:
            self._sift(items)
        if not self.goes_on or (beyond and self._is_full()):
            self._turn(beyond)
        return True

    def _open(self) -> None:
        """Start a query: that of the current sweep, or the original one."""
        if self._sweeps:
            self._begin(self._query())
        self._answered: set[str] = set()  # ids of the items of this query
        self._first: str | None = None  # the first and last value of the property of the sweep
        self._last: str | None = None

    def _plan(self) -> tuple[_Sweep, ...]:
        """Return the sweeps that find all items in the requested order.

        Raises:
            PaginationError: The sort order or the filters of the search do not allow that.
        """
        window = self._window
        name, descending = self._order()
        by_key = name in ("", window.key)
        room = window.most - (1 if by_key else 2)
        if any(len(_filters(group, window)) > room for group in self._groups()):
            raise _refusal(
                f"a group of filters has at most {window.most}, and {window.most - room} are "
                "needed to reach all items"
            )
        if by_key:
            return (_Sweep(window.key, descending),)
        # Items without a value are not ordered, and cannot be compared with a value.
        return (
            _Sweep(window.key, within=(name, window.absent, None)),
            _Sweep(name, descending, unique=False, bound=(name, window.present, None)),
        )

    def _order(self) -> tuple[str, bool]:
        """Return the property to sort by, or "", and whether the order is descending.

        Raises:
            PaginationError: There are several, or it has another form.
        """
        window = self._window
        sorts = list(cast("Iterable[object]", self._body.get(window.sorts, UNSET) or ()))
        if len(sorts) > 1:
            raise _refusal("they can be sorted by one property only")
        order = to_builtins(sorts[0]) if sorts else ""
        if isinstance(order, str):
            return order.removeprefix("-"), order.startswith("-")
        if isinstance(order, Mapping):
            given = cast("Mapping[str, object]", order)
            name = given.get(window.sort_property)
            if isinstance(name, str):
                return name, given.get(window.sort_direction) == window.descending
        raise _refusal(f"a sort order is a string or has a {window.sort_property}")

    def _groups(self) -> Sequence[Mapping[str, object]]:
        given = to_builtins(self._body.get(self._window.groups, UNSET) or [])
        return cast("Sequence[Mapping[str, object]]", given) or [{}]

    def _query(self) -> Arguments:
        """Return the original call with the filters and the sort order of the current sweep."""
        window, sweep = self._window, self._sweeps[-1]
        own = [_wire(each, window) for each in (sweep.within, sweep.bound) if each]
        body: dict[str, object] = {
            **self._body,
            window.groups: [
                {**group, window.filters: [*_filters(group, window), *own]}
                for group in self._groups()
            ],
            window.sorts: [f"-{sweep.property}" if sweep.descending else sweep.property],
        }
        named = cast("Iterable[str] | None", self._body.get(window.properties, UNSET) or None)
        if named is not None:
            needed = [each.property for each in self._sweeps if not each.unique]
            body[window.properties] = list(dict.fromkeys([*named, *needed]))
        return with_cursor(changed(self._arguments, body=body), self._pagination, UNSET)

    def _sift(self, items: list[object]) -> None:
        """Record the items of a page, and remove those of previous pages from it.

        Raises:
            PaginationError: The items lack the property that the sweep needs.
        """
        sweep, kept = self._sweeps[-1], list[object]()
        place = f"{self._window.values}/{sweep.property}"
        for item in items:
            identity = _text(resolve(item, self._window.id))
            value = identity if sweep.unique else _text(resolve(item, place))
            if value is not None:
                self._first, self._last = self._first or value, value
            if identity is None or not (identity in self._answered or identity in sweep.seen):
                kept.append(item)
            if identity is not None:
                self._answered.add(identity)
        if items and self._last is None:
            raise _refusal(f"they do not contain {sweep.property}: add it to the properties")
        items[:] = kept

    def _is_full(self) -> bool:
        """Return whether the next page would exceed the cap.

        A cursor of digits is the number of items before it.
        """
        counts = isinstance(self._next, int) or str(self._next).isdecimal()
        position = int(str(self._next)) if counts else len(self._used) * self._size
        return position + self._size > self._window.cap

    def _turn(self, beyond: int) -> None:
        """End a query.

        `beyond` is the number of matching items if it exceeds the cap, and 0 if the query returned
        all items.
        """
        if not self._sweeps:
            self.goes_on, self._stuck = bool(beyond), beyond
            return
        self._sweeps = self._moved(over=True) if beyond else self._sweeps[:-1]
        if self._sweeps:
            self._open()
        self.goes_on = bool(self._sweeps)

    def _moved(self, *, over: bool = False) -> tuple[_Sweep, ...]:
        """Return the remaining sweeps after the items so far.

        `over` means that the query has reached the cap.

        Raises:
            PaginationError: `over` is true, and the query has not advanced.
        """
        *rest, sweep = self._sweeps
        last, bound = self._last, sweep.bound
        above, from_ = ("LT", "LTE") if sweep.descending else ("GT", "GTE")
        if over and (last is None or (sweep.unique and bound and bound[2] == last)):
            raise PaginationError(
                "the server returned fewer items than it counted, so the list does not end"
            )
        if last is None:
            return self._sweeps
        behind = changed(sweep, bound=(sweep.property, above, last))
        if sweep.unique:
            return (*rest, behind)
        if over and (self._first == last or self._answered <= sweep.seen):
            # One query cannot return all items with this value, so they are swept by the key.
            seen = frozenset(self._answered | sweep.seen)
            ties = _Sweep(self._window.key, within=(sweep.property, "EQ", last), seen=seen)
            return (*rest, changed(behind, seen=frozenset()), ties)
        same = bound is not None and bound[2] == last
        seen = frozenset(self._answered | sweep.seen if same else self._answered)
        return (*rest, changed(sweep, bound=(sweep.property, from_, last), seen=seen))


def _filters(group: Mapping[str, object], window: Window) -> Sequence[object]:
    return cast("Sequence[object] | None", group.get(window.filters)) or ()


def _wire(condition: _Condition, window: Window) -> dict[str, str]:
    name, operator, value = condition
    told = {} if value is None else {window.value: value}
    return {window.property: name, window.operator: operator, **told}


def _text(value: object) -> str | None:
    is_told = isinstance(value, (str, int)) and not isinstance(value, bool) and value != ""
    return str(value) if is_told else None


def _read(cursor: str) -> tuple[_Sweep, ...]:
    try:
        sweeps = _SWEEPS.decode(cursor.removeprefix(_PREFIX))
    except msgspec.DecodeError:
        sweeps = ()
    if not sweeps:
        raise ValueError("the cursor does not come from a search with several windows")
    return sweeps


def _refusal(why: str) -> PaginationError:
    return PaginationError(f"more items match than one query returns, and {why}")
