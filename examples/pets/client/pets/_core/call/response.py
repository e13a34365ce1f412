"""A successful response in, the typed value that the operation promises out."""

from __future__ import annotations

from types import NoneType
from typing import Any, get_args

from ..codec.charsets import to_utf8
from ..codec.decoding import decode
from ..errors import DecodingError
from ..operation import Operation, Reader, Responses
from ..transport import Request, Response

_BODILESS = frozenset((204, 205, 304))


def read_response(operation: Operation[object], request: Request, response: Response) -> object:
    """The typed body of a success; bytes, or None if there are none, where no body is declared.

    Raises DecodingError for a body that is not what was declared: not JSON, of another kind at its
    root, or empty where nothing says that it may be.
    """
    kind = _success_type(operation.responses, response.status)
    if (
        response.status in _BODILESS
        or kind is NoneType
        or (kind is object and not response.content)
    ):
        return None
    if kind is None:
        # What the document does not describe; a redirect has nothing to say.
        return (response.content or None) if response.status < 300 else None
    if kind is bytes:
        return response.content
    try:
        if isinstance(kind, Reader):
            return kind.read(response)
        if not response.content:
            raise DecodingError("the body is empty")
        return decode(to_utf8(response.content, response.headers.get("content-type", "")), kind)
    except DecodingError as error:
        if not response.content and _may_be_empty(operation.responses, kind, response.status):
            return None
        raise error.of_answer(
            status=response.status, method=request.method, url=request.shown_url
        ) from None


def _may_be_empty(responses: Responses, kind: Any, status: int) -> bool:
    """Whether a success may have no body: what was created or accepted is so all the same.

    Otherwise where the declared type can be None, or some success is declared without a body.
    """
    successes = (each for key, each in responses.items() if str(key)[0] == "2")
    return status in (201, 202) or NoneType in get_args(kind) or None in successes


def _success_type(responses: Responses, status: int) -> Any:
    """The type of a successful answer.

    Statuses change without notice (200 for 201 and the other way round), so that one which is not
    declared has the first type that is, NoneType if that has no body by its status. Where none is
    declared, it is whatever JSON it is.
    """
    for declared in (status, f"{status // 100}XX"):
        if declared in responses:
            return responses[declared]
    for declared, kind in responses.items():
        if isinstance(declared, int) and 200 <= declared < 300:
            return NoneType if kind is None and declared in (204, 205) else kind
    return object
