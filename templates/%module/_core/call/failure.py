"""Create the exception for an error response. Invalid responses cause no other errors."""

from __future__ import annotations

from typing import Any

from msgspec import Struct  # feature: readers

from ..codec.decoding import decode, parse, to_utf8
from ..codec.encoding import to_builtins  # feature: readers
from ..codec.error_fields import ErrorContent, ErrorFields  # feature: error fields
from ..errors import ApiStatusError, DecodingError, status_error_class
from ..errors import ConflictError  # feature: error fields
from ..errors import RateLimitError  # feature: settings
from ..operation import Operation
from ..operation import Reader  # feature: readers
from ..retries import retry_after
from ..secret import REDACTED, secrets_of
from ..settings import DEFAULT_SETTINGS, Settings  # feature: settings
from ..transport import Request, Response
from .fault_message import find_faults, find_text


def status_error(
    operation: Operation[object],
    request: Request,
    response: Response,
    settings: Settings = DEFAULT_SETTINGS,  # feature: settings
    note: str = "",
) -> ApiStatusError:
    """Return the exception for a response. `note` says why a redirect was not followed."""
    data, body = _error_body(operation, response)
    kind = status_error_class(response.status)
    messages = _messages(data, request, response)
    message, details = next(iter(messages), None), messages[1:]
    # feature: error fields
    usual = settings.errors.fields if body is data else None
    fields: ErrorFields | None = getattr(type(body), "error_fields", usual)
    content = ErrorContent() if fields is None else fields.read(data)
    if content.message:
        message = _without_secrets(content.message, request)
    if content.details:
        details = [_without_secrets(each, request) for each in content.details]
    # end
    # feature: settings
    category = None
    category = content.category  # feature: error fields
    policy = settings.retries.policy_in(data) if response.status == 429 else None
    kind = _class(kind, response.status, category, policy, settings)
    # end
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
        category=content.category,  # feature: error fields
        correlation_id=content.correlation_id,  # feature: error fields
        context=content.context,  # feature: error fields
        policy=policy,  # feature: settings
    )
    # feature: error fields
    if isinstance(error, ConflictError) and fields is not None:
        error.existing_id = fields.id_in(error.message)
    # end
    # feature: settings
    if isinstance(error, RateLimitError):
        _describe_limit(error, policy or "", settings)
    # end
    return error


# feature: settings
def _describe_limit(error: RateLimitError, policy: str, settings: Settings) -> None:
    """Set whether the limit lasts, and how long to wait if the response does not say so."""
    error.is_lasting = policy in settings.retries.lasting
    if error.retry_after is None:
        error.retry_after = settings.retries.intervals.get(policy)


def _class(
    usual: type[ApiStatusError],
    status: int,
    category: str | None,
    policy: str | None,
    settings: Settings,
) -> type[ApiStatusError]:
    """Return the class of the status, or its subclass for the policy or the category."""
    rules = settings.errors
    kind = rules.statuses.get(status) or usual
    for special in (rules.policies.get(policy or ""), rules.categories.get(category or "")):
        if special is not None and issubclass(special, kind):
            kind = special
    return kind


# end
def _error_body(operation: Operation[object], response: Response) -> tuple[object, object]:
    """Return the parsed and the decoded body of an error; both are None if it cannot be read."""
    content = to_utf8(response.content, response.headers.get("content-type", ""))
    declared = (response.status, f"{response.status // 100}XX", "default")
    kinds = [operation.responses[each] for each in declared if each in operation.responses]
    kind: Any = next((each for each in kinds if each is not None), None)
    # feature: readers
    if isinstance(kind, Reader):
        return _read_body(kind, content, response)
    # end
    try:
        data = parse(content)
    except DecodingError:
        return None, (response.content or None) if kind is bytes else None
    try:
        return data, data if kind is None else decode(content, kind)
    except DecodingError:
        return data, data


# feature: readers
def _read_body(reader: Reader, content: bytes, response: Response) -> tuple[object, object]:
    """Return the body of an error that is not JSON, parsed (None if it cannot be) and decoded."""
    try:
        data = parse(content)
    except DecodingError:
        data = None
    try:
        body = reader.read(response) if content else None
    except DecodingError:
        return data, data
    if data is None and (isinstance(body, Struct) or type(body) in (dict, list)):
        data = to_builtins(body)
    return data, body


# end
def _redirect_note(request: Request, response: Response, note: str) -> str | None:
    location = response.headers.get("location")
    if not location or not 300 <= response.status < 400:
        return None
    return f"redirects to {_without_secrets(location, request)}{f' ({note})' if note else ''}"


# feature: streaming
def describe(request: Request, response: Response) -> str | None:
    """Return a short description of any response, without the credentials of its request.

    Return None if the body has no message.
    """
    try:
        data = parse(response.content)
    except DecodingError:
        data = None
    return next(iter(_messages(data, request, response)), None)


# end
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
