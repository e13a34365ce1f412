"""Define the features of a package, and the modules of the client core that each of them includes.

Every package has the modules of `BASE`. A package has a feature if generated code imports one of the
feature's modules, if another feature of the package requires it, or if the project file lists it in
`[package] features`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from msgspec import Struct, field

BASE = """
    __init__ client errors event_loop lazy operation options resource retries secret transport
    auth.__init__ auth.security
    body.__init__ body.body
    call.__init__ call.exchange call.request call.response
    codec.__init__ codec.conversion codec.decoding codec.encoding codec.urls
    http.__init__ http.addresses http.connections http.httpx2_transport http.mock_transport
    http.reading
"""
"""The modules of the core that every package has."""


class Feature(Struct, frozen=True, kw_only=True):
    """The contents of a feature.

    Modules of the core may have parts for a feature of other modules; see `specloom.emit.sections`.

    Attributes:
        modules: modules of the core, separated by blanks.
        needs: features that it requires.
        summary: what it is for, for the documentation; empty if only documents can select it.
        exports: names of the package, by the module of the core that defines them, or by a module of
            the package if its name begins with a dot.
        transports: names in `transports`, by their module.
        mixin: the module with the classes `{name}Resource` and `Async{name}Resource` that resources
            extend, and that name.
        extra: an optional dependency and its requirement.
    """

    modules: str = ""
    needs: tuple[str, ...] = ()
    summary: str = ""
    exports: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    transports: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    mixin: tuple[str, str] | None = None
    extra: tuple[str, str] | None = None


FEATURES: Mapping[str, Feature] = {
    "additional fields": Feature(modules="codec.additional"),
    "aiohttp": Feature(
        summary="a transport on aiohttp",
        modules="http.aiohttp_transport",
        needs=("opened responses", "redirects", "trio"),
        transports={"http.aiohttp_transport": ("AiohttpTransport",)},
        extra=("aiohttp", "aiohttp>=3.11"),
    ),
    "api keys": Feature(modules="auth.api_key", needs=("cookies",)),
    "basic credentials": Feature(modules="auth.basic"),
    "batches": Feature(
        summary="operations on many inputs at once, with progress and journals",
        modules="""batch.__init__ batch.inputs batch.journal batch.match batch.operation batch.outcome
            batch.resource batch.run batch.steps""",
        needs=("error fields", "pointers", "progress", "trio"),
        mixin=("batch.resource", "Batch"),
        exports={
            "batch.journal": ("JournalError",),
            "batch.operation": ("BatchOptions", "find_by"),
            "batch.outcome": (
                "BatchError",
                "BatchItemError",
                "Failed",
                "Outcome",
                "Succeeded",
                "UnansweredError",
                "Unknown",
                "Unsent",
                "outcome_of",
            ),
        },
    ),
    "bodies of several types": Feature(modules="body.choices", needs=("charsets", "uploads")),
    "charsets": Feature(modules="body.charsets"),
    "command line": Feature(
        summary="a program that calls the methods of the client",
        modules="command_line words",
    ),
    "constants": Feature(modules="codec.constants"),
    "cookies": Feature(),
    "custom scalars": Feature(),
    "environment": Feature(modules="auth.environment"),
    "error fields": Feature(modules="codec.error_fields", needs=("pointers", "settings")),
    "files": Feature(
        summary="`File`, for what is sent with a name and a media type",
        modules="body.files",
        exports={"body.files": ("File",)},
    ),
    "forms": Feature(modules="body.forms", needs=("files",)),
    "forms with encodings": Feature(modules="body.encodings", needs=("forms", "styles")),
    "header models": Feature(modules="codec.header_model"),
    "hooks": Feature(summary="the options `on_request` and `on_response` of a client"),
    "http schemes": Feature(modules="auth.http_scheme"),
    "inputs": Feature(modules="call.inputs", needs=("constants", "tags")),
    "nulls": Feature(modules="call.nulls", needs=("pointers",)),
    "numeric strings": Feature(modules="codec.numeric_string", needs=("custom scalars",)),
    "oauth": Feature(
        summary="tokens of OAuth 2 that renew themselves",
        modules="auth.oauth auth.oauth_credential auth.tokens",
        needs=("basic credentials", "trio"),
        exports={
            "auth.tokens": ("FileTokenStore", "MemoryTokenStore", "Tokens"),
            "errors": ("OAuthError",),
        },
    ),
    "next urls": Feature(modules="paging.next_urls codec.next_url", needs=("paging",)),
    "link headers": Feature(modules="paging.link_header", needs=("next urls",)),
    "opened responses": Feature(),
    "opentelemetry": Feature(
        summary="spans of OpenTelemetry around calls",
        modules="call.telemetry",
        extra=("opentelemetry", "opentelemetry-api>=1.20"),
    ),
    "cursors in items": Feature(modules="paging.last_item", needs=("paging",)),
    "page numbers": Feature(modules="paging.numbers", needs=("paging",)),
    "paging": Feature(
        modules="paging.__init__ paging.pager paging.pagination",
        needs=("pointers",),
        mixin=("paging.pager", "Paged"),
        exports={"errors": ("PaginationError",)},
    ),
    "pointers": Feature(modules="codec.pointers"),
    "progress": Feature(
        summary="progress of batches and downloads, in the log or as a bar",
        modules="progress",
        exports={"progress": ("BarProgress", "LogProgress", "Progress", "track")},
        extra=("progress", "rich>=13"),
    ),
    "pyreqwest": Feature(
        summary="transports on pyreqwest",
        modules="http.pyreqwest_transport",
        needs=("opened responses", "redirects", "trio"),
        transports={"http.pyreqwest_transport": ("AsyncPyreqwestTransport", "PyreqwestTransport")},
        extra=("pyreqwest", "pyreqwest>=0.15"),
    ),
    "rate limits": Feature(
        summary="a client that waits so that it stays within rate limits",
        modules="rate_limit",
        needs=("settings",),
        exports={
            ".rate_limits": (
                "LocalRateLimiter",
                "RateLimit",
                "RateLimitState",
                "RateLimiter",
                "RateLimits",
            ),
        },
    ),
    "readers": Feature(modules="body.answers"),
    "redirects": Feature(
        summary="the option `follow_redirects`",
        modules="http.redirects",
    ),
    "redis": Feature(
        summary="rate limits that several processes share in Redis",
        modules="redis_store",
        needs=("rate limits", "trio"),
        exports={".rate_limits": ("RedisRateLimiter",)},
        extra=("redis", "redis>=5"),
    ),
    "requests": Feature(
        summary="`client.request`, for any path of the API",
        modules="call.any_request",
        needs=("forms", "readers"),
    ),
    "response size": Feature(
        summary="the option `max_response_size`",
        exports={"errors": ("ResponseTooLargeError",)},
    ),
    "scalars": Feature(modules="codec.scalars", needs=("custom scalars",)),
    "search windows": Feature(modules="paging.window", needs=("paging",)),
    "sequences": Feature(modules="sequences"),
    "servers": Feature(modules="http.servers"),
    "settings": Feature(modules="settings"),
    "split queries": Feature(modules="call.long_queries", needs=("pointers",)),
    "stream bodies": Feature(modules="body.stream_body", needs=("streaming",)),
    "streaming": Feature(
        summary="responses in portions: downloads, events, lines, and `streaming` for any call",
        modules="""streaming.__init__ streaming.calls streaming.decoders streaming.opening
            streaming.resource streaming.streams""",
        needs=("opened responses", "progress", "readers"),
        mixin=("streaming.resource", "Streaming"),
    ),
    "strict deadlines": Feature(
        summary="deadlines that end a sync call even if the server sends one byte at a time",
        modules="http.httpx2_backend",
    ),
    "styles": Feature(modules="codec.styles"),
    "support": Feature(modules="support"),
    "tags": Feature(modules="codec.tagged"),
    "trio": Feature(summary="async clients on trio"),
    "unions": Feature(
        summary="models with unions of models in handwritten modules",
        modules="codec.unions",
        needs=("tags",),
    ),
    "uploads": Feature(modules="body.uploads", needs=("files",)),
    "utc times": Feature(modules="codec.utc_time"),
    "xml": Feature(modules="body.xml", needs=("readers",)),
}
"""The optional features of a package."""

EXPORTS: Mapping[str, tuple[str, ...]] = {
    "errors": (
        "ApiConnectionError",
        "ApiError",
        "ApiStatusError",
        "ApiTimeoutError",
        "AuthenticationError",
        "BadRequestError",
        "ConflictError",
        "DecodingError",
        "InputError",
        "InternalServerError",
        "LockedError",
        "NotFoundError",
        "PermissionDeniedError",
        "RateLimitError",
        "UnprocessableEntityError",
    ),
    "http.mock_transport": ("AsyncMockTransport", "MockTransport", "json_response"),
    "options": ("RequestOptions", "Timing"),
    "call.response": ("RawResponse",),
    "retries": ("Retries",),
    "resource": ("UNSET", "UnsetType"),
    "secret": ("Secret",),
    "transport": ("Timeout",),
}
"""What every package exports, by module of the core."""

TRANSPORTS: Mapping[str, tuple[str, ...]] = {
    "http.httpx2_transport": ("AsyncHttpx2Transport", "Httpx2Transport"),
    "http.mock_transport": ("AsyncMockTransport", "MockTransport", "json_response"),
    "transport": ("AsyncTransport", "Headers", "Request", "Response", "Timeout", "Transport"),
}
"""The transports of every package, by module of the core."""

_HOMES = {
    module.rpartition(".")[2]: module
    for modules in [*(each.modules for each in FEATURES.values()), BASE]
    for module in modules.split()
}


def home_of(module: str) -> str:
    """Return the path of a module within the core. The module may be given by the last part of its path."""
    return module if "." in module else _HOMES[module]


def requested_features(names: Iterable[str]) -> tuple[frozenset[str], str, str]:
    """Return the features that a project file lists.

    If a name is unknown, return no features, that name, and the most similar known one.
    """
    known = {public_name(name): name for name, each in FEATURES.items() if each.summary}
    found: set[str] = set()
    for name in names:
        if name not in known:
            return frozenset(), name, next(iter(get_close_matches(name, known, 1, 0.0)), "")
        found.add(known[name])
    return frozenset(found), "", ""


def public_name(feature: str) -> str:
    """Return the name of a feature in project files."""
    return feature.replace(" ", "_")


def with_needs(features: Iterable[str]) -> tuple[str, ...]:
    """Return the features and all features that they require, sorted."""
    left, found = list(features), set[str]()
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += FEATURES[name].needs
    return tuple(sorted(found))


def features_of_modules(modules: Iterable[str]) -> frozenset[str]:
    """Return the features that contain core modules with these paths."""
    owners = {module: name for name, each in FEATURES.items() for module in each.modules.split()}
    return frozenset(owners[each] for each in modules if each in owners)


def modules_of(features: Iterable[str]) -> frozenset[str]:
    """Return the paths of the core modules in a package with these features."""
    found: set[str] = set(BASE.split())
    for name in features:
        found.update(FEATURES[name].modules.split())
    return frozenset(found)
