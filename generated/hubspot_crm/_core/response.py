"""A response in, the typed value the operation promises out, or an exception."""

from __future__ import annotations

from typing import Any

from .decoding import decode, parse
from .errors import ApiStatusError, DecodingError, status_error_class
from .error_fields import ErrorFields
from .operation import Operation, Responses
from .pointers import resolve
from .transport import Request, Response


def read_response(operation: Operation[object], request: Request, response: Response) -> object:
    """The typed body of a success; of a type None, or of no type and empty, None.

    Raises the ApiStatusError of any other status, and DecodingError for a success whose body is
    not what was declared: not JSON, of another kind at its root, or empty.
    """
    if not 200 <= response.status < 300:
        raise _status_error(operation, request, response)
    kind = _success_type(operation.responses, response.status)
    if kind is None or (kind is object and not response.content):
        return None
    if kind is bytes:
        return response.content
    try:
        if not response.content:
            raise DecodingError("the body is empty")
        return decode(response.content, kind)
    except DecodingError as error:
        raise error.of_answer(status=response.status, method=request.method, url=request.shown_url) from None


def _success_type(responses: Responses, status: int) -> Any:
    """The type of a successful answer.

    Statuses change without notice (200 for 201 and the other way round), so that one which is not
    declared has the first type that is. Where none is declared, it is whatever JSON it is.
    """
    for declared in (status, "2XX"):
        if declared in responses:
            return responses[declared]
    for declared, kind in responses.items():
        if isinstance(declared, int) and 200 <= declared < 300:
            return kind
    return object


def _status_error(operation: Operation[object], request: Request, response: Response) -> ApiStatusError:
    data, body = _error_body(operation.responses, response)
    fields = getattr(type(body), "error_fields", None) or ErrorFields()
    return status_error_class(response.status)(
        _text_at(data, fields.message) or _redirect_note(response),
        status=response.status,
        category=_text_at(data, fields.category),
        correlation_id=_text_at(data, fields.correlation_id),
        body=body,
        content=response.content,
        headers=response.headers,
        method=request.method,
        url=request.shown_url,
    )


def _error_body(responses: Responses, response: Response) -> tuple[object, object]:
    """The body of an error as parsed and as decoded; both None where it is no JSON."""
    try:
        data = parse(response.content)
    except DecodingError:
        return None, None
    for declared in (response.status, f"{response.status // 100}XX", "default"):
        kind = responses.get(declared)
        if kind is not None:
            try:
                return data, decode(response.content, kind)
            except DecodingError:
                break
    return data, data


def _text_at(data: object, place: str | None) -> str | None:
    if place is None:
        return None
    value = resolve(data, place if place.startswith("/") else f"/{place}")
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if isinstance(value, str) else str(value) if is_number else None


def _redirect_note(response: Response) -> str | None:
    location = response.headers.get("location")
    return f"redirects to {location}" if location and response.status < 400 else None
