"""A successful response in, the typed value that the operation promises out."""

from __future__ import annotations

from types import NoneType
from typing import Any, get_args

from .decoding import decode
from .errors import DecodingError
from .operation import Operation, Responses
from .transport import Request, Response

_BODILESS = frozenset((204, 205, 304))


class Reader:
    """Reads answers that are no JSON."""

    def read(self, response: Response) -> object:
        raise NotImplementedError


def read_response(operation: Operation[object], request: Request, response: Response) -> object:
    """The typed body of a success; of a type None, or of no type and empty, None.

    Raises DecodingError for a body that is not what was declared: not JSON, of another kind at its
    root, or empty where nothing says that it may be.
    """
    kind = _success_type(operation.responses, response.status)
    if kind is None or (kind is object and not response.content) or response.status in _BODILESS:
        return None
    if kind is bytes:
        return response.content
    try:
        if isinstance(kind, Reader):
            return kind.read(response)
        if not response.content:
            raise DecodingError("the body is empty")
        return decode(response.content, kind)
    except DecodingError as error:
        if not response.content and _may_be_empty(operation.responses, kind, response.status):
            return None
        raise error.of_answer(status=response.status, method=request.method, url=request.shown_url) from None


def _may_be_empty(responses: Responses, kind: Any, status: int) -> bool:
    """Whether a success may have no body: what was created or accepted is so all the same.

    Otherwise where the declared type can be None, or some success is declared without a body.
    """
    successes = (each for key, each in responses.items() if str(key)[0] == "2")
    return status in (201, 202) or NoneType in get_args(kind) or None in successes


def _success_type(responses: Responses, status: int) -> Any:
    """The type of a successful answer.

    Statuses change without notice (200 for 201 and the other way round), so that one which is not
    declared has the first type that is. Where none is declared, it is whatever JSON it is.
    """
    for declared in (status, f"{status // 100}XX"):
        if declared in responses:
            return responses[declared]
    for declared, kind in responses.items():
        if isinstance(declared, int) and 200 <= declared < 300:
            return kind
    return object
