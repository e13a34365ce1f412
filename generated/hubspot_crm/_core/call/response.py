"""Read responses: the result of a call, or the exception for an error response.

Invalid error responses cause no other exceptions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from itertools import islice
from types import NoneType
from typing import Any, Generic, TypeVar, cast, get_args

from msgspec import Struct

from ..codec.decoding import decode, parse, to_utf8
from ..codec.encoding import to_builtins
from ..codec.error_fields import ErrorContent, ErrorFields
from ..errors import ApiStatusError, DecodingError, one_line, status_error_class
from ..errors import ConflictError
from ..errors import RateLimitError
from ..operation import Operation, Responses
from ..operation import Reader
from ..retries import retry_after
from ..secret import REDACTED, secrets_of
from ..settings import DEFAULT_SETTINGS, Settings
from ..transport import Headers, Request, Response

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class RawResponse(Generic[T_co]):
    """A successful response of one call, as it was received."""

    status: int
    headers: Headers
    content: bytes = field(repr=False)
    _decode: Callable[[], T_co] = field(repr=False)

    def parse(self) -> T_co:
        """Return the result of the call.

        Raises:
            DecodingError: The body cannot be decoded.
        """
        return self._decode()


def raw_method(method: Any) -> Any:
    """Return a method of a resource whose calls return their RawResponse."""
    resource: Any = getattr(method, "__self__", None)
    if getattr(method, "__name__", "") == "request" and hasattr(resource, "_twin"):
        return method.__func__.__get__(resource._twin(is_raw=True))
    if not hasattr(resource, "_client"):
        raise TypeError("raw takes a method of a resource")
    twin = copy(resource)
    twin._client = resource._client._twin(is_raw=True)
    return method.__func__.__get__(twin)


def checked(answer: T) -> RawResponse[T]:
    """Return the RawResponse that a method returned, if it sends exactly one request."""
    if not isinstance(answer, RawResponse):
        raise TypeError("a raw response requires a method that sends one request, or a list")
    return cast(RawResponse[T], answer)


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


_LONGEST = 300
_MOST_FAULTS = 3
_DEPTH = 4
_MARKUP = 20_000  # bytes of a page in which to search for the title
# Property names in lower case without separators, from the most to the least specific.
_PAIRS = (("loc", "msg"), ("error", "errordescription"), ("title", "detail"))
_MESSAGES = "message errormessage detail errordescription description reason msg".split()
_NESTED = ("error", "errors", "fault", "exception")
_NAMES = ("title", "code", "type")
_TITLE = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def find_faults(data: object) -> tuple[str, ...]:
    """Return the distinct messages in a parsed error body, each on one line, best first.

    The known properties are `message`, `error` (a string, or an object with a message), `detail` (a
    string, or a list of `{loc, msg}`), `title`, `errors` (strings, objects, or lists by field) and
    `error_description`, in any case.
    """
    found = (one_line(" ".join(each.split()), _LONGEST) for each in _faults(data, 0))
    return tuple(dict.fromkeys(each for each in found if each))


def find_text(response: Response) -> str | None:
    """Return the message of an error body that is not JSON.

    It is the title of an HTML page or the start of a plain text, or None.
    """
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    content = response.content[:_MARKUP].decode("utf-8", "replace")
    start = content.lstrip("\ufeff \t\r\n")
    if "html" in media_type or re.match(r"<(!doctype\s+html|html)\b", start, re.IGNORECASE):
        title = _TITLE.search(content)
        from html import unescape  # imported lazily: few responses are pages

        content = unescape(_TAG.sub(" ", title[2])) if title else ""
    elif media_type.startswith("text/"):
        content = "" if start.startswith("<") else content
    elif media_type or "\ufffd" in content or not start[:1].isalpha() or start.strip() == "null":
        return None
    return one_line(" ".join(content.split()), _LONGEST) or None


def _faults(data: object, depth: int) -> Iterator[str]:
    if depth > _DEPTH:
        return
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in cast("list[object]", data)[:_MOST_FAULTS]:
            yield from islice(_faults(each, depth + 1), 1)
    elif isinstance(data, dict):
        yield from _of_object(cast("dict[str, object]", data), depth)


def _of_object(data: dict[str, object], depth: int) -> Iterator[str]:
    members = {
        name.lower().replace("_", "").replace("-", ""): value
        for name, value in reversed(data.items())
    }
    if isinstance(location := members.get("loc"), list):  # such as FastAPI's ["body", "name"]
        members["loc"] = ".".join(map(str, cast("list[object]", location)))
    found = False
    for name, other in _PAIRS:
        subject, message = members.get(name), members.get(other)
        if subject and isinstance(subject, str) and isinstance(message, str):
            yield f"{subject}: {message}"
            found = True
            members[name] = members[other] = None
    for name in (*_MESSAGES, *_NESTED):
        for message in _of_member(members.get(name), depth + 1):
            yield message
            found = True
    if not found:
        names = (members.get(name) for name in _NAMES)
        yield from islice((name for name in names if isinstance(name, str)), 1)


def _of_member(value: object, depth: int) -> Iterator[str]:
    """Yield the messages of a property, which may be an object with messages by field."""
    found = list(_faults(value, depth))
    if not found and isinstance(value, dict):
        fields = list(cast("dict[str, object]", value).items())[:_MOST_FAULTS]
        found = [f"{field}: {each}" for field, one in fields for each in _faults(one, depth)]
    yield from found


def status_error(
    operation: Operation[object],
    request: Request,
    response: Response,
    settings: Settings = DEFAULT_SETTINGS,
    note: str = "",
) -> ApiStatusError:
    """Return the exception for a response. `note` says why a redirect was not followed."""
    data, body = _error_body(operation, response)
    kind = status_error_class(response.status)
    messages = _messages(data, request, response)
    message, details = next(iter(messages), None), messages[1:]
    usual = settings.errors.fields if body is data else None
    fields: ErrorFields | None = getattr(type(body), "error_fields", usual)
    content = ErrorContent() if fields is None else fields.read(data)
    if content.message:
        message = _without_secrets(content.message, request)
    if content.details:
        details = [_without_secrets(each, request) for each in content.details]
    category = None
    category = content.category
    policy = settings.retries.policy_in(data) if response.status == 429 else None
    kind = _class(kind, response.status, category, policy, settings)
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
        category=content.category,
        correlation_id=content.correlation_id,
        context=content.context,
        policy=policy,
    )
    if isinstance(error, ConflictError) and fields is not None:
        error.existing_id = fields.id_in(error.message)
    if isinstance(error, RateLimitError):
        _describe_limit(error, policy or "", settings)
    return error


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


def _error_body(operation: Operation[object], response: Response) -> tuple[object, object]:
    """Return the parsed and the decoded body of an error; both are None if it cannot be read."""
    content = to_utf8(response.content, response.headers.get("content-type", ""))
    declared = (response.status, f"{response.status // 100}XX", "default")
    kinds = [operation.responses[each] for each in declared if each in operation.responses]
    kind: Any = next((each for each in kinds if each is not None), None)
    if isinstance(kind, Reader):
        return _read_body(kind, content, response)
    try:
        data = parse(content)
    except DecodingError:
        return None, (response.content or None) if kind is bytes else None
    try:
        return data, data if kind is None else decode(content, kind)
    except DecodingError:
        return data, data


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
    return next(iter(_messages(data, request, response)), None)


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
