"""Operations as values: everything the core needs to know to send one and to read its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from .urls import Parameter, expand

__all__ = [
    "Batching",
    "Bounds",
    "Operation",
    "PagedOperation",
    "Pagination",
    "Parameter",
    "RequestBody",
    "Responses",
    "expand",
]

T_co = TypeVar("T_co", covariant=True)
Item_co = TypeVar("Item_co", covariant=True)
Page_co = TypeVar("Page_co", covariant=True)

# Status ("default" and ranges such as "2XX" included) to the type of the body; None: no body.
# The values are types, unions of types included, for which Python has no annotation yet.
Responses = Mapping[int | str, Any]


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The body an operation takes. One that is not `required` is left out when empty."""

    media_type: str = "application/json"
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How a list goes on: the argument `cursor` takes what the last page holds at `next`.

    `place` says whether the argument is in the query or a member of the JSON body. `next` and
    `items` are JSON pointers into the page, in wire names.
    """

    cursor: str
    place: Literal["query", "body"] = "query"
    next: str
    items: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Batching:
    """The body member with the inputs, how many may go at once, what ties an answer to one."""

    inputs: str
    limit: int
    correlation_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How large a number may be, or how many items or characters there may be; None is no bound."""

    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Operation(Generic[T_co]):
    """One operation, its path relative to the root of the resource it belongs to.

    `security` lists alternatives, each the names of the schemes needed together; () is none, and
    None any one that the client has. `root` counts the roots of the resource: the path is relative
    to that one. `idempotent` says whether sending it again does no more than sending it once; None
    leaves that to the method. `bucket` is the rate limit that it counts for. `bounds` are limits
    of arguments, by wire name.
    """

    method: str
    path: str
    parameters: tuple[Parameter, ...] = field(default=(), kw_only=True)
    request_body: RequestBody | None = field(default=None, kw_only=True)
    responses: Responses = field(default_factory=dict[int | str, Any], kw_only=True)
    security: tuple[tuple[str, ...], ...] | None = field(default=None, kw_only=True)
    batching: Batching | None = field(default=None, kw_only=True)
    root: int = field(default=0, kw_only=True)
    idempotent: bool | None = field(default=None, kw_only=True)
    bucket: str = field(default="", kw_only=True)
    bounds: Mapping[str, Bounds] = field(default_factory=dict[str, Bounds], kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class PagedOperation(Operation[Page_co], Generic[Item_co, Page_co]):
    """An operation that answers with one page, of type Page, of a list of Item."""

    pagination: Pagination = field(kw_only=True)
