"""Describe operations: what is needed to send a request and to decode its response."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from typing import Protocol

from msgspec import Struct, field

from .codec.urls import Parameter as Parameter
from .codec.urls import expand as expand
from .transport import Response


def query(*names: str, joined: tuple[str, ...] = ()) -> tuple[Parameter, ...]:
    """Return parameters of the query; the arrays of those in `joined` are joined by commas."""
    return tuple(Parameter(name, "query", is_joined=name in joined) for name in names)


T_co = TypeVar("T_co", covariant=True)

# The type of the body by status, which may be "default" or a range such as "2XX"; None is no body.
# The values are Readers, types, or unions of types, which Python cannot annotate yet.
Responses = Mapping[int | str, Any]


class Reader:
    """Reads the body of a response that is not JSON."""

    def read(self, response: Response) -> object:
        """Return the decoded body of a response."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The request body of an operation.

    Attributes:
        media_type: The media type.
        required: Whether it is sent even if it is empty.
    """

    media_type: str = "application/json"
    required: bool = False

    def build(self, body: Any) -> tuple[bytes, str] | None:
        """Return the content and its media type, or None to encode the body in the usual way."""
        return None


JSON = RequestBody("application/json", required=True)


class Bounds(Struct, frozen=True, kw_only=True):
    """Limits of a number, or of the number of items or characters; None is no limit.

    A number equal to an exclusive limit is out of bounds.
    """

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None


class Prepares(Protocol):
    """Prepares the arguments of a call to be sent."""

    def prepared(self, arguments: Any) -> Any: ...


class Operation(Struct, Generic[T_co], frozen=True, eq=False):
    """One operation of an API.

    Attributes:
        method: The HTTP method.
        path: The path template, relative to a root path of the resource.
        parameters: The parameters.
        request_body: The request body, or None.
        responses: The types of response bodies by status.
        security: Alternatives, each with the names of the schemes that are required together. Empty
            if no security is required; None for any scheme that the client has.
        root: The index of the root path of the resource that the path is relative to.
        accept: The media type to accept, "" for JSON.
        idempotent: Whether sending the request again has no further effect. None if this depends on
            the method.
        bucket: The rate limit that the request counts towards.
        bounds: Limits of arguments by wire name.
        split: How to split a query that is too long, or None.
        inputs: Prepares arguments whose types require it, or None.
        stream: Reads the stream that may be requested instead of the usual response, or None.
    """

    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    request_body: RequestBody | None = None
    responses: Responses = field(default_factory=dict[int | str, Any])
    security: tuple[tuple[str, ...], ...] | None = None
    root: int = 0
    accept: str = ""
    idempotent: bool | None = None
    bucket: str = ""
    bounds: Mapping[str, Bounds] = field(default_factory=dict[str, Bounds])
    split: Any = None
    inputs: Prepares | None = None
    stream: Any = None

    def is_success(self, status: int) -> bool:
        """Whether a status is a success: any 2xx, and any 3xx that is declared."""
        if 200 <= status < 300:
            return True
        return 300 <= status < 400 and (status in self.responses or "3XX" in self.responses)
