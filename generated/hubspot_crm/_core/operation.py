"""Operations as values: everything the core needs to know to send one and to read its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct, field

from .codec.urls import Parameter as Parameter
from .codec.urls import expand as expand
from .transport import Response


def query(*names: str) -> tuple[Parameter, ...]:
    """Parameters of the query in its usual style."""
    return tuple(Parameter(name, "query") for name in names)


T_co = TypeVar("T_co", covariant=True)

# Status ("default" and ranges such as "2XX" included) to the type of the body; None: no body.
# The values are types, unions of types included, for which Python has no annotation yet, or
# Readers.
Responses = Mapping[int | str, Any]


class Reader:
    """Reads the body of a response that is not JSON."""

    def read(self, response: Response) -> object:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The body an operation takes. One that is not `required` is left out when empty."""

    media_type: str = "application/json"
    required: bool = False

    def build(self, body: Any) -> tuple[bytes, str] | None:
        """The content and its media type, where they are made in a way of their own."""
        return None


JSON = RequestBody("application/json", required=True)


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
    to that one, on the base URL that `server` makes of the client's. `accept` is the media type to
    ask for, "" for JSON. `idempotent` says whether sending it again does no more than sending it
    once; None leaves that to the method. `bucket` is the rate limit that it counts for. `bounds`
    are limits of arguments, by wire name. `inputs` makes arguments ready to be sent, where their
    types ask for that. `stream` reads the stream that may be asked for in place of the usual
    answer.
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
