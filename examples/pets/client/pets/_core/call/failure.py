"""Create the exception for an error response. Invalid responses cause no other errors."""

from __future__ import annotations

from typing import Any

from ..codec.decoding import decode, parse, to_utf8
from ..errors import ApiStatusError, DecodingError, status_error_class
from ..http.redaction import REDACTED, secrets_of
from ..operation import Operation
from ..retries import retry_after
from ..transport import Request, Response
from .fault_message import find_faults, find_text


def status_error(
    operation: Operation[object],
    request: Request,
    response: Response,
    note: str = "",
) -> ApiStatusError:
    """Return the exception for a response. `note` says why a redirect was not followed."""
    data, body = _error_body(operation, response)
    kind = status_error_class(response.status)
    messages = _messages(data, request, response)
    message, details = next(iter(messages), None), messages[1:]
    error = kind(
        _redirect_note(request, response, note) or message,
        status=response.status,
        details=tuple(details),
        retry_after=retry_after(response.headers),
        body=body,
        content=response.content,
        headers=response.headers,
        method=request.method,
        url=request.shown_url,
    )
    return error


def _error_body(operation: Operation[object], response: Response) -> tuple[object, object]:
    """Return the parsed and the decoded body of an error; both are None if it cannot be read."""
    content = to_utf8(response.content, response.headers.get("content-type", ""))
    declared = (response.status, f"{response.status // 100}XX", "default")
    kinds = [operation.responses[each] for each in declared if each in operation.responses]
    kind: Any = next((each for each in kinds if each is not None), None)
    try:
        data = parse(content)
    except DecodingError:
        return None, (response.content or None) if kind is bytes else None
    try:
        return data, data if kind is None else decode(content, kind)
    except DecodingError:
        return data, data


def _redirect_note(request: Request, response: Response, note: str) -> str | None:
    location = response.headers.get("location")
    if not location or not 300 <= response.status < 400:
        return None
    return f"redirects to {_without_secrets(location, request)}{f' ({note})' if note else ''}"


def _messages(data: object, request: Request, response: Response) -> list[str]:
    """Return the messages of a body that the document does not describe, best first."""
    found: list[str | None] = [*find_faults(data)]
    if not found and data is None and response.content:
        found = [find_text(response)]
    return [_without_secrets(each, request) for each in found if each]


def _without_secrets(message: str, request: Request) -> str:
    """Return the message without the credentials of the request, which some servers repeat."""
    for secret in secrets_of(request):
        message = message.replace(secret, REDACTED)
    return message
