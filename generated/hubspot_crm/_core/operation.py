"""Operations as values: everything the core needs to know to send one and to read its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

from msgspec import Struct, field

from .urls import Parameter, expand

__all__ = [
    "JSON",
    "BatchOperation",
    "Batching",
    "Bounds",
    "Operation",
    "PagedOperation",
    "Pagination",
    "Parameter",
    "RequestBody",
    "Responses",
    "Window",
    "expand",
    "query",
]


def query(*names: str) -> tuple[Parameter, ...]:
    """Parameters of the query in its usual style."""
    return tuple(Parameter(name, "query") for name in names)


T_co = TypeVar("T_co", covariant=True)
Item_co = TypeVar("Item_co", covariant=True)
Page_co = TypeVar("Page_co", covariant=True)
Result_co = TypeVar("Result_co", covariant=True)

# Status ("default" and ranges such as "2XX" included) to the type of the body; None: no body.
# The values are types, unions of types included, for which Python has no annotation yet, or Readers.
Responses = Mapping[int | str, Any]


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The body an operation takes. One that is not `required` is left out when empty."""

    media_type: str = "application/json"
    required: bool = False

    def build(self, body: Any) -> tuple[bytes, str] | None:
        """The content and its media type, where they are made in a way of their own."""
        return None


JSON = RequestBody("application/json", required=True)


class Window(Struct, frozen=True, kw_only=True):
    """How a search whose queries give no more than `cap` items gives all of them.

    The page tells the number of all at `total`, an item its unique id at `id` and its properties
    at `values`: JSON pointers. The id is the value of the property `key`. The other names are
    members of the body (`size`, `properties`, `sorts`, `groups`), of a group (`filters`, `most` of
    them) and of a filter (`property`, `operator`, `value`), and the operators for any value and
    for none, besides which GT, GTE, LT, LTE and EQ are known.
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
    properties: str = "properties"
    size: str = "limit"
    total: str = "/total"
    id: str = "/id"
    values: str = "/properties"


class Pagination(Struct, frozen=True, kw_only=True):
    """How a list goes on: the argument `cursor` takes what the last page holds at `next`.

    `place` says whether the argument is in the query or a member of the JSON body. `next` and
    `items` are JSON pointers into the page, in wire names; so is `more`, where a page says false
    if it is the last. `window` is how to reach what one query does not give.
    """

    cursor: str
    place: Literal["query", "body"] = "query"
    next: str
    items: str
    more: str | None = None
    window: Window | None = None


class Batching(Struct, frozen=True, kw_only=True):
    """How many inputs go at once, and how what is answered is tied to them.

    `inputs` is the member of the body that holds them; `limit_with` has lower limits for calls that
    give some other member. Answers hold their results and errors at `results` and `errors`, JSON
    pointers in wire names; None is nowhere.

    `correlation_id` is a member of inputs that results name again. `match` has pairs of pointers,
    into an input and into a result, that hold the same. Where the member `match_by` of an input, or
    of the body, names a member of what is at `match_in`, that member is what an input's first
    pointer holds; `match_ask` is the member of the body that lists what to answer with.
    `error_inputs` are pointers to where an error names inputs by either. Errors of the
    categories `repeat` did nothing, and their inputs may be sent again.
    """

    inputs: str
    limit: int
    limit_with: tuple[tuple[str, int], ...] = ()
    results: str | None = None
    errors: str | None = None
    correlation_id: str | None = None
    match: tuple[tuple[str, str], ...] = ()
    match_by: str | None = None
    match_in: str = ""
    match_ask: str | None = None
    error_inputs: tuple[str, ...] = ()
    repeat: tuple[str, ...] = ()


class Bounds(Struct, frozen=True, kw_only=True):
    """How large a number may be, or how many items or characters there may be; None is no bound.

    A number equal to an exclusive bound is beyond it.
    """

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None


class Prepares(Protocol):
    """Makes the arguments of a call ready to be sent."""

    def prepared(self, arguments: Any) -> Any: ...


class Operation(Struct, Generic[T_co], frozen=True, eq=False):
    """One operation, its path relative to the root of the resource it belongs to.

    `security` lists alternatives, each the names of the schemes needed together; () is none, and
    None any one that the client has. `root` counts the roots of the resource: the path is relative
    to that one, on the base URL that `server` makes of the client's. `accept` is the media type to ask
    for, "" for JSON. `idempotent` says whether sending it again does no more than sending it once; None
    leaves that to the method. `bucket` is the rate limit that it counts for. `bounds` are limits
    of arguments, by wire name. `inputs` makes arguments ready to be sent, where their types ask for that.
    `stream` reads the stream that may be asked for in place of the usual answer.
    """

    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    request_body: RequestBody | None = None
    responses: Responses = field(default_factory=dict[int | str, Any])
    security: tuple[tuple[str, ...], ...] | None = None
    root: int = 0
    server: Callable[[str], str] | None = None
    accept: str = ""
    idempotent: bool | None = None
    bucket: str = ""
    bounds: Mapping[str, Bounds] = field(default_factory=dict[str, Bounds])
    inputs: Prepares | None = None
    stream: Any = None

    def is_success(self, status: int) -> bool:
        """Whether a status is an answer, and no error: any 2xx, and any 3xx that is declared."""
        if 200 <= status < 300:
            return True
        return 300 <= status < 400 and (status in self.responses or "3XX" in self.responses)


class PagedOperation(Operation[Page_co], Generic[Item_co, Page_co], frozen=True, eq=False, kw_only=True):
    """An operation that answers with one page, of type Page, of a list of Item."""

    pagination: Pagination

    def is_success(self, status: int) -> bool:
        return 200 <= status < 300  # what is no page is an error


class BatchOperation(Operation[Any], Generic[Result_co], frozen=True, eq=False, kw_only=True):
    """An operation on many inputs at once, with at most one Result for each."""

    batching: Batching

    def is_success(self, status: int) -> bool:
        return 200 <= status < 300
