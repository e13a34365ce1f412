"""Create the exception for an error response. Invalid responses cause no other errors."""

from __future__ import annotations

from msgspec import Struct

from ..codec.charsets import to_utf8
from ..codec.decoding import decode, parse
from ..codec.encoding import to_builtins
from ..errors import ApiStatusError, DecodingError, status_error_class
from ..http.redaction import REDACTED, secrets_of
from ..operation import Operation, Reader, Responses
from ..retries import retry_after
from ..transport import Request, Response
from .fault_message import find_faults, find_text


def status_error(
    operation: Operation[object],
    request: Request,
    response: Response,
    note: str = "",
) -> ApiStatusError:
    """Return the exception for a response, of the class for its status, policy and category.

    Args:
        operation: The operation that was called.
        request: The request that was sent.
        response: Its response.
        note: Why a redirect was not followed.
    """
    data, body = _error_body(operation.responses, response)
    fields = getattr(type(body), "error_fields", None)
    content = None if fields is None else fields.read(data)
    message = _redirect_note(request, response, note)
    details: tuple[str, ...] = ()
    if content is not None:
        message, details = message or content.message, content.details
    if message is None:
        found = tuple(_without_secrets(each, request) for each in _found(data, response))
        message, details = (found[0] if found else None), details or found[1:]
    category = None if content is None else content.category
    kind = status_error_class(response.status)
    error = kind(
        message,
        status=response.status,
        category=category,
        correlation_id=None if content is None else content.correlation_id,
        details=details,
        context=None if content is None else content.context,
        retry_after=retry_after(response.headers),
        body=body,
        content=response.content,
        headers=response.headers,
        method=request.method,
        url=request.shown_url,
    )
    return error


def _error_body(responses: Responses, response: Response) -> tuple[object, object]:
    """Return the parsed and the decoded body of an error; both are None if it cannot be read."""
    content = to_utf8(response.content, response.headers.get("content-type", ""))
    keys = (response.status, f"{response.status // 100}XX", "default")
    kind = next((responses[key] for key in keys if responses.get(key) is not None), None)
    if isinstance(kind, Reader) and content:
        try:
            return _parsed(content, body := kind.read(response)), body
        except DecodingError:
            kind = None
    try:
        data = parse(content)
    except DecodingError:
        return None, (response.content or None) if kind is bytes else None
    try:
        return data, data if kind is None or isinstance(kind, Reader) else decode(content, kind)
    except DecodingError:
        return data, data


def _parsed(content: bytes, body: object) -> object:
    """Return the parsed JSON of an error body, or what was decoded as objects and scalars."""
    try:
        return parse(content)
    except DecodingError:
        is_structured = isinstance(body, Struct) or type(body) in (dict, list)
        return to_builtins(body) if is_structured else None


def _redirect_note(request: Request, response: Response, note: str) -> str | None:
    location = response.headers.get("location")
    if not location or not 300 <= response.status < 400:
        return None
    return f"redirects to {_without_secrets(location, request)}{f' ({note})' if note else ''}"


def describe(request: Request, response: Response) -> str | None:
    """Return a short description of any response, without the credentials of its request.

    Return None if the body has no message.
    """
    try:
        data = parse(response.content)
    except DecodingError:
        data = None
    found = _found(data, response)
    return _without_secrets(found[0], request) if found else None


def _found(data: object, response: Response) -> tuple[str, ...]:
    """Return the messages of a body that the document does not describe."""
    faults = find_faults(data)
    if not faults and data is None and response.content:
        said = find_text(response)
        return (said,) if said else ()
    return faults


def _without_secrets(message: str, request: Request) -> str:
    """Return the message without the credentials of the request, which some servers repeat."""
    for secret in secrets_of(request):
        message = message.replace(secret, REDACTED)
    return message
