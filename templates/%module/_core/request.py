"""A client's configuration and the arguments of one call in, the request to send out."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast
from urllib.parse import quote, urlsplit

from msgspec import UNSET, UnsetType

from .body import Body, build_body
from .errors import InputError
from .operation import Operation, Pagination
from .options import ClientOptions, RequestHook, RequestOptions, ResponseHook, SharedOptions, Timing
from .rate_limit import LocalRateLimiter, RateLimiter
from .retries import Retries
from .security import Placement, Secret, SecurityScheme
from .settings import DEFAULT_SETTINGS, Settings
from .transport import DEFAULT_TIMEOUT, Request, Timeout
from .urls import Pairs, Parameter, Place, expand, header_value, pairs

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")
_BLOT = "REDACTED"
_SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})

Hook = TypeVar("Hook", bound=Callable[..., object])
HeaderFields = dict[str, tuple[str, str]]  # by lower-case name: the name and value to send


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Configuration:
    """What all requests of one client share. `base_url` has no slash at its end."""

    base_url: str
    product: str
    security: Mapping[str, SecurityScheme]
    settings: Settings = DEFAULT_SETTINGS
    timeout: Timeout = DEFAULT_TIMEOUT
    headers: HeaderFields = field(default_factory=HeaderFields)
    retries: Retries = Retries()
    on_request: tuple[RequestHook, ...] = ()
    on_response: tuple[ResponseHook, ...] = ()
    rate_limiter: RateLimiter | None = None
    timing: Timing = Timing()

    def changed(self, options: SharedOptions, known: frozenset[str] = SharedOptions.__optional_keys__) -> Configuration:
        """The same with some options; headers are added, all else takes the place of the old."""
        for name in options.keys() - known:
            raise TypeError(f"there is no option {name!r}")
        fields = dict(self.headers)
        if "user_agent" in options:
            _set_headers(fields, {"User-Agent": f"{self.product} {options['user_agent']}"})
        _set_headers(fields, options.get("headers") or {})
        return replace(
            self,
            headers=fields,
            timeout=Timeout.of(options.get("timeout", self.timeout)),
            retries=options.get("retries", self.retries),
            on_request=_hooks(options.get("on_request", self.on_request)),
            on_response=_hooks(options.get("on_response", self.on_response)),
            rate_limiter=options.get("rate_limiter", self.rate_limiter),
            timing=options.get("timing", self.timing),
        )


@dataclass(frozen=True, slots=True)
class Arguments:
    """The values of one call, by wire name and place; UNSET is left out."""

    root: str
    path: Mapping[str, object] = field(default_factory=dict[str, object])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    headers: Mapping[str, object] = field(default_factory=dict[str, object])
    cookies: Mapping[str, object] = field(default_factory=dict[str, object])
    body: object = UNSET

    def with_cursor(self, pagination: Pagination, cursor: object) -> Arguments:
        """The same call, for the page that the cursor names."""
        if pagination.place == "query":
            return replace(self, query={**self.query, pagination.cursor: cursor})
        return replace(self, body={**_mapping(self.body), pagination.cursor: cursor})

    def cursor(self, pagination: Pagination) -> object:
        """The cursor that this call begins with, UNSET for none."""
        values = self.query if pagination.place == "query" else _mapping(self.body)
        return values.get(pagination.cursor, UNSET)


def configure(
    *,
    base_url: str,
    product: str,
    security: Mapping[str, SecurityScheme],
    settings: Settings,
    options: SharedOptions,
) -> Configuration:
    """Check what a client is made with. Raises ValueError and TypeError, never with a credential."""
    agent = f"{product} python/{sys.version_info.major}.{sys.version_info.minor}"
    fields: HeaderFields = {}
    _set_headers(fields, {"Accept": "application/json", "User-Agent": agent})
    return Configuration(
        base_url=checked_base_url(base_url),
        product=agent,
        security=dict(security),
        settings=settings,
        headers=fields,
        rate_limiter=_own_limiter(settings, options),
    ).changed(options, ClientOptions.__optional_keys__)


def _own_limiter(settings: Settings, options: SharedOptions) -> RateLimiter | None:
    """The limiter of a client that is given none, where the API has limits that are known."""
    if "rate_limiter" in options or not settings.rate_limits.buckets:
        return None
    return LocalRateLimiter(settings.rate_limits, clock=options.get("timing", Timing()).clock)


def build_request(
    configuration: Configuration,
    operation: Operation[object],
    arguments: Arguments,
    options: RequestOptions | None,
    placements: Iterable[Placement],
) -> Request:
    """The request of one call.

    Raises ValueError, naming the parameter, for a value that cannot be sent in its place.
    """
    options = options or RequestOptions()
    placements = tuple(placements)
    body = build_body(operation, arguments.body)
    path = _joined_path(
        arguments.root,
        expand(operation.path, arguments.path, operation.parameters),
    )
    query = _pairs(operation, "query", arguments.query)
    keys = [p for p in placements if p.place == "query"]
    secret: Pairs = [(quote(key.name, safe=""), Secret(quote(key.value, safe=""))) for key in keys]
    blotted = [(name, _BLOT) for name, _ in secret]
    base_url = configuration.base_url
    address = (operation.server(base_url) if operation.server else base_url) + path
    timeout = options.timeout
    return Request(
        method=operation.method,
        url=address + _query_text(query + secret),
        shown_url=address + _query_text(query + blotted),
        headers=_headers(configuration, operation, arguments, options, placements, body),
        content=None if body is None else body.content,
        timeout=configuration.timeout if isinstance(timeout, UnsetType) else Timeout.of(timeout),
    )


def check_bounds(operation: Operation[object], arguments: Arguments) -> None:
    """Raises InputError for an argument that is beyond what the API takes."""
    if not operation.bounds:
        return
    body: Mapping[str, object] = {}
    given: object = arguments.body
    if isinstance(given, Mapping):
        body = cast(Mapping[str, object], given)
    for name, bounds in operation.bounds.items():
        for values in (arguments.query, arguments.headers, body):
            size, unit = _size(values.get(name))
            for limit, word in ((bounds.minimum, "least"), (bounds.maximum, "most")):
                if size is None or limit is None:
                    continue
                if size < limit if word == "least" else size > limit:
                    message = f"{name} is {size:g}{unit}; the API takes at {word} {limit:g}"
                    raise InputError(message, parameter=name, limit=limit)


def _size(value: object) -> tuple[float | None, str]:
    match value:
        case bool():
            return None, ""
        case int() | float():
            return value, ""
        case str():
            return len(value), " characters"
        case list() | tuple() | Set():
            return len(cast("list[object]", value)), " items"
        case _:
            return None, ""


def _hooks(given: Hook | Sequence[Hook]) -> tuple[Hook, ...]:
    return (given,) if callable(given) else tuple(given)


def _mapping(body: object) -> Mapping[str, object]:
    if body is UNSET:
        return {}
    if not isinstance(body, Mapping):
        raise TypeError("the body of a paged call is a mapping")
    return cast(Mapping[str, object], body)


def checked_base_url(base_url: str) -> str:
    """A base URL without a slash at its end. Raises ValueError, not showing what may be a password."""
    text = base_url.strip()
    try:
        parts = urlsplit(text)
        names_host = bool(parts.hostname) and parts.port != 0
    except ValueError:  # whose text might repeat a password
        parts, names_host = urlsplit(""), False
    if parts.scheme not in ("http", "https") or not names_host:
        raise ValueError("base_url must begin with http:// or https:// and name a host, its port a number")
    if "@" in parts.netloc:
        raise ValueError("base_url must not hold a user name or password")
    if set(text) & set("?# \t\\") or not _VALUE.fullmatch(text):
        raise ValueError("base_url must not have a query, a fragment, blanks or non-ASCII characters")
    return text.rstrip("/")


def _joined_path(root: str, path: str) -> str:
    """Root and path with one slash between them, and before them; slashes at the end count."""
    above = root.strip("/")
    below = path if path.startswith("/") or not path else f"/{path}"
    return f"/{above}{below}" if above else below


def _pairs(operation: Operation[object], place: Place, values: Mapping[str, object]) -> Pairs:
    """The pairs of all parameters of one place, in the order declared."""
    found: Pairs = []
    for parameter, value in _given(operation, place, values):
        found += pairs(parameter, value)
    return found


def _given(
    operation: Operation[object], place: Place, values: Mapping[str, object]
) -> Sequence[tuple[Parameter, object]]:
    if not values:
        return ()
    declared = [p for p in operation.parameters if p.place == place and p.name in values]
    if len(declared) != len(values):
        undeclared = sorted(values.keys() - {parameter.name for parameter in declared})
        raise TypeError(f"not {place} parameters of this operation: {', '.join(undeclared)}")
    return [(p, values[p.name]) for p in declared if values[p.name] is not UNSET]


def _query_text(query: Pairs) -> str:
    return "?" + "&".join(f"{name}={value}" for name, value in query) if query else ""


def _headers(
    configuration: Configuration,
    operation: Operation[object],
    arguments: Arguments,
    options: RequestOptions,
    placements: Sequence[Placement],
    body: Body | None,
) -> tuple[tuple[str, str], ...]:
    """The header fields to send.

    Of the same name the later wins: content type, credentials, those of the client, parameters,
    cookies, those of the call.
    """
    fields: HeaderFields = {}
    if body is not None:
        _set_headers(fields, {"Content-Type": body.media_type})
        length = getattr(body.content, "length", None)  # of what is sent by portions
        _set_headers(fields, {} if length is None else {"Content-Length": str(length)})
    _set_headers(fields, {p.name: p.value for p in placements if p.place == "header"})
    fields.update(configuration.headers)
    _set_headers(fields, {"Accept": operation.accept} if operation.accept else {})
    for parameter, value in _given(operation, "header", arguments.headers):
        text = header_value(parameter, value)
        _set_headers(fields, {} if value is None else {parameter.name: text})
    cookies = _pairs(operation, "cookie", arguments.cookies)
    cookies += [(p.name, Secret(quote(p.value, safe=""))) for p in placements if p.place == "cookie"]
    if cookies:
        text = Secret("; ".join(f"{name}={value}" for name, value in cookies))
        _set_headers(fields, {"Cookie": text})
    _set_headers(fields, options.headers or {})
    return tuple(fields.values())


def _set_headers(fields: HeaderFields, headers: Mapping[str, str]) -> None:
    """Add header fields, checked. Raises ValueError without showing the value: it may be secret."""
    for name, value in headers.items():
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not the name of a header")
        if not _VALUE.fullmatch(value):
            raise ValueError(f"header {name!r}: a value is visible ASCII text, blanks only between words")
        key = name.lower()
        fields[key] = (name, Secret(value) if key in _SECRET_HEADERS else value)
