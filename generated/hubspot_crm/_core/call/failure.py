"""Create the exception for an error response. Invalid responses cause no other errors."""

from __future__ import annotations

from msgspec import Struct

from ..codec.charsets import to_utf8
from ..codec.decoding import decode, parse
from ..codec.encoding import to_builtins
from ..errors import (
    ApiStatusError,
    ConflictError,
    DecodingError,
    RateLimitError,
    status_error_class,
)
from ..http.redaction import REDACTED, secrets_of
from ..operation import Operation, Reader, Responses
from ..retries import retry_after
from ..settings import DEFAULT_SETTINGS, Settings
from ..transport import Request, Response
from .fault_message import find_faults, find_text


def status_error(
    operation: Operation[object],
    request: Request,
    response: Response,
    settings: Settings = DEFAULT_SETTINGS,
    note: str = "",
) -> ApiStatusError:
    """Return the exception for a response, of the class for its status, policy and category.

    Args:
        operation: The operation that was called.
        request: The request that was sent.
        response: Its response.
        settings: The classes of errors, and where to find the policy.
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
    policy = _policy(data, settings) if response.status == 429 else None
    error = _class(response.status, category, policy, settings)(
        message,
        status=response.status,
        category=category,
        correlation_id=None if content is None else content.correlation_id,
        details=details,
        context=None if content is None else content.context,
        policy=policy,
        retry_after=retry_after(response.headers),
        body=body,
        content=response.content,
        headers=response.headers,
        method=request.method,
        url=request.shown_url,
    )
    if isinstance(error, ConflictError) and fields is not None:
        error.existing_id = fields.id_in(message)
    if isinstance(error, RateLimitError):
        error.is_lasting = policy in settings.retries.lasting
    return error


def _policy(data: object, settings: Settings) -> str | None:
    """Return the name of the rate limit that was reached."""
    found = settings.retries.policy(data) if settings.retries.policy else None
    return found if isinstance(found, str) else None


def _class(
    status: int, category: str | None, policy: str | None, settings: Settings
) -> type[ApiStatusError]:
    """Return the class of the status, or its subclass for the policy or the category."""
    rules = settings.errors
    kind = rules.statuses.get(status) or status_error_class(status)
    for special in (rules.policies.get(policy or ""), rules.categories.get(category or "")):
        if special is not None and issubclass(special, kind):
            kind = special
    return kind


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
