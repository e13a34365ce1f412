"""A response that is no success in, the exception that tells of it out; reading it never fails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import Struct

from .charsets import to_utf8
from .decoding import decode, parse
from .encoding import to_builtins
from .error_fields import ErrorFields
from .errors import ApiStatusError, DailyLimitError, DecodingError, status_error_class
from .fault_message import find_faults, find_text
from .operation import Operation, Responses
from .pointers import resolve
from .redaction import REDACTED, secrets_of
from .response import Reader
from .retries import retry_after
from .settings import DEFAULT_SETTINGS, Settings
from .transport import Request, Response


def status_error(
    operation: Operation[object],
    request: Request,
    response: Response,
    settings: Settings = DEFAULT_SETTINGS,
    note: str = "",
) -> ApiStatusError:
    """The exception for an answer, of the class that its status, policy and category call for.

    `note` is said of a redirect.
    """
    data, body = _error_body(operation.responses, response)
    fields = getattr(type(body), "error_fields", None) or ErrorFields()
    category = _text_at(data, fields.category)
    policy = _text_at(data, settings.retries.policy) if response.status == 429 else None
    details = _details(data, fields)
    faults = tuple(filter(None, (_text_at(each, fields.message) for each in details)))
    message = _redirect_note(request, response, note) or _text_at(data, fields.message)
    if message is None:
        found = tuple(_without_secrets(each, request) for each in _found(data, response))
        message, faults = (found[0] if found else None), faults or found[1:]
    return _class(response.status, category, policy, settings)(
        message,
        status=response.status,
        category=category,
        correlation_id=_text_at(data, fields.correlation_id),
        details=faults,
        context=_context([data, *details], fields),
        policy=policy,
        retry_after=retry_after(response.headers),
        body=body,
        content=response.content,
        headers=response.headers,
        method=request.method,
        url=request.shown_url,
    )


def _class(status: int, category: str | None, policy: str | None, settings: Settings) -> type[ApiStatusError]:
    """That of the status; a category only makes it more special."""
    kind = settings.errors.statuses.get(status) or status_error_class(status)
    if policy is not None and policy in settings.retries.lasting:
        kind = DailyLimitError
    special = settings.errors.categories.get(category or "", kind)
    return special if issubclass(special, kind) else kind


def _error_body(responses: Responses, response: Response) -> tuple[object, object]:
    """The body of an error as parsed and as decoded; both None where it cannot be read."""
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
    """The body of an error as objects and scalars: as JSON if it is that, else as it was decoded."""
    try:
        return parse(content)
    except DecodingError:
        is_structured = isinstance(body, Struct) or type(body) in (dict, list)
        return to_builtins(body) if is_structured else None


def _text_at(data: object, place: str | None) -> str | None:
    value = _at(data, place)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if isinstance(value, str) else str(value) if is_number else None


def _redirect_note(request: Request, response: Response, note: str) -> str | None:
    location = response.headers.get("location")
    if not location or not 300 <= response.status < 400:
        return None
    return f"redirects to {_without_secrets(location, request)}{f' ({note})' if note else ''}"


def describe(request: Request, response: Response) -> str | None:
    """What an answer of any kind says, in short and without the credentials of its request."""
    try:
        data = parse(response.content)
    except DecodingError:
        data = None
    found = _found(data, response)
    return _without_secrets(found[0], request) if found else None


def _found(data: object, response: Response) -> tuple[str, ...]:
    """What a body says in a shape that the document does not describe."""
    faults = find_faults(data)
    if not faults and data is None and response.content:
        said = find_text(response)
        return (said,) if said else ()
    return faults


def _without_secrets(message: str, request: Request) -> str:
    """The message without the credentials of the request, which some servers repeat."""
    for secret in secrets_of(request):
        message = message.replace(secret, REDACTED)
    return message


def _details(data: object, fields: ErrorFields) -> list[object]:
    found = _at(data, fields.details)
    return cast("list[object]", found) if isinstance(found, list) else []


def _context(bodies: list[object], fields: ErrorFields) -> dict[str, tuple[str, ...]]:
    """What is concerned, by kind: of the error as a whole, and of the faults it lists."""
    found: dict[str, dict[str, None]] = {}
    for each in bodies:
        for key, value in _members(_at(each, fields.context)).items():
            values = cast("list[object]", value) if isinstance(value, list) else [value]
            found.setdefault(key, {}).update(dict.fromkeys(v for v in values if isinstance(v, str)))
    return {key: tuple(values) for key, values in found.items() if values}


def _members(value: object) -> Mapping[str, object]:
    """The members of an object, or of the text of one."""
    if isinstance(value, str):
        try:
            value = parse(value.encode("utf-8", "replace"))
        except DecodingError:
            return {}
    return cast(Mapping[str, object], value) if isinstance(value, dict) else {}


def _at(data: object, place: str | None) -> object:
    return None if place is None else resolve(data, place if place[:1] == "/" else f"/{place}")
