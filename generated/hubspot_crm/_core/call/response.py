"""Decode successful responses as the types that operations return."""

from __future__ import annotations

from types import NoneType
from typing import Any, get_args

from ..codec.decoding import decode, to_utf8
from ..errors import DecodingError
from ..operation import Operation, Responses
from ..operation import Reader
from ..transport import Request, Response

_BODILESS = frozenset((204, 205, 304))


def read_response(operation: Operation[object], request: Request, response: Response) -> object:
    """Return the decoded body of a successful response.

    If the document declares no body, return the bytes of the body, or None if there are none.

    Raises:
        DecodingError: The body is not JSON, is of the wrong type at its root, or is empty although
            a body is required.
    """
    kind = _success_type(operation.responses, response.status)
    is_empty = kind is NoneType or (kind is object and not response.content)
    if is_empty or response.status in _BODILESS:
        return None
    if kind is None:
        # The document declares no body; the body of a redirect is ignored.
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
        status, method, url = response.status, request.method, request.shown_url
        raise error.of_answer(status=status, method=method, url=url) from None


def _may_be_empty(responses: Responses, kind: Any, status: int) -> bool:
    """Return whether a success may have no body: by its status, its type, or another success."""
    successes = (each for key, each in responses.items() if str(key)[0] == "2")
    return status in (201, 202) or NoneType in get_args(kind) or None in successes


def _success_type(responses: Responses, status: int) -> Any:
    """Return the type of a successful response.

    APIs change statuses without notice (200 for 201, or the reverse). A status that is not
    declared has the type of the first declared success, or NoneType if that is 204 or 205
    without a body. If no success is declared, the type is `object`: any JSON.
    """
    for declared in (status, f"{status // 100}XX"):
        if declared in responses:
            return responses[declared]
    for declared, kind in responses.items():
        if isinstance(declared, int) and 200 <= declared < 300:
            return NoneType if kind is None and declared in (204, 205) else kind
    return object
