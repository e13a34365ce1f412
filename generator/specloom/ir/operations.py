"""Operations: requests, responses, and their extensions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal as OneOf
from typing import TypeAlias

from msgspec import Struct

from specloom.diagnostics import Location
from specloom.ir.bodies import MediaType
from specloom.ir.schemas import NO_CONSTRAINTS, Constraints
from specloom.ir.types import Scalar, SchemaId, Type

Place: TypeAlias = OneOf["path", "query", "header", "cookie"]


class Parameter(Struct, frozen=True):
    """A parameter in the path, the query, a header or a cookie.

    Attributes:
        media_type: set if the value is serialized as a document.
        allow_reserved: whether characters with a meaning in a URL are not escaped.
        allow_empty: whether an array without elements is sent.
        is_item: whether it is the path parameter that selects an item of its resource, if the project has a
            name for these parameters. Its own name is not used then.
    """

    wire_name: str
    place: Place
    type: Type
    required: bool
    style: str
    explode: bool
    location: Location
    description: str = ""
    constraints: Constraints = NO_CONSTRAINTS
    default: Scalar | tuple[Scalar, ...] = None
    deprecated: bool = False
    is_item: bool = False
    media_type: str = ""
    allow_reserved: bool = False
    allow_empty: bool = False


class RequestBody(Struct, frozen=True):
    """The request body of an operation, by media type."""

    required: bool
    content: tuple[MediaType, ...]
    location: Location
    description: str = ""


class Response(Struct, frozen=True):
    """The response of an operation for a status (`200`), a range (`2XX`) or otherwise (`default`).

    `headers` is the object schema that has its headers as properties.
    """

    status: str
    content: tuple[MediaType, ...]
    location: Location
    description: str = ""
    headers: SchemaId | None = None


class SecurityRequirement(Struct, frozen=True):
    """Schemes that are required together, each with its scopes. Without schemes, no authentication is needed."""

    schemes: tuple[tuple[str, tuple[str, ...]], ...]


class OAuthFlow(Struct, frozen=True):
    """The URLs of an OAuth 2 flow, and how it differs from the RFC: `x-specloom-oauth`."""

    token_url: str
    authorization_url: str | None = None
    refresh_url: str | None = None
    revocation_url: str | None = None
    introspection_url: str | None = None
    client_authentication: str | None = None
    optional_scopes: str | None = None
    error_code: str | None = None
    error_message: str | None = None


class SecurityScheme(Struct, frozen=True):
    """A way to authenticate.

    Attributes:
        credential: what it sends.
        owner: the name of the document that declares it.
    """

    name: str
    credential: str
    type: str
    location: Location
    owner: str = ""
    scheme: str | None = None
    place: Place | None = None
    parameter: str | None = None
    description: str = ""
    flow: OAuthFlow | None = None


class Window(Struct, frozen=True):
    """How to find all items with a search that limits its results: `x-specloom-pagination.window`.

    Names of properties and JSON pointers are those of the extension. The client core has the same defaults, so
    defaults are not generated.
    """

    cap: int
    key: str
    most: int
    groups: str
    present: str
    absent: str
    filters: str = "filters"
    property: str = "property"
    operator: str = "operator"
    value: str = "value"
    sorts: str = "sorts"
    sort_property: str = "property"
    sort_direction: str = "direction"
    descending: str = "DESCENDING"
    properties: str = "properties"
    size: str = "limit"
    total: str = "/total"
    id: str = "/id"
    values: str = "/properties"


PagingKind: TypeAlias = OneOf["cursor", "item", "page", "offset", "url", "link"]
"""How an API names the next page.

By a cursor, a value in the last item, a page number, the number of preceding items, a URL in the page, or
a URL in the `Link` header.
"""


class Pagination(Struct, frozen=True):
    """How to get the next page from a page: `x-specloom-pagination`.

    Attributes:
        cursor: the argument for the cursor, the page number or the offset; "" if pages contain URLs.
        place: the location of this argument and of `size`.
        next: the JSON pointer to the next cursor or URL in a page, or to the cursor in its last item; the
            relation type of the `Link` header; or "".
        items: the JSON pointer to the items; "" if the page itself is an array.
        kind: what the argument or `next` is.
        start: the number of the first page, or the offset of the first item.
        pages: the JSON pointer to the number of pages.
    """

    cursor: str
    place: OneOf["query", "body"]
    next: str
    items: str
    more: str | None = None
    total: str | None = None
    size: str | None = None
    size_with: tuple[tuple[str, int], ...] = ()
    window: Window | None = None
    kind: PagingKind = "cursor"
    start: int = 0
    pages: str | None = None


class Batching(Struct, frozen=True):
    """How many inputs one request may contain, and how to match results with them: `x-specloom-batch`.

    `results`, `errors`, `error_inputs` and `match_also` are JSON pointers, `match` and `match_values` pairs of
    JSON pointers. `empty_errors` contains pairs of a pointer and its values. `empty_result` is a JSON object.
    """

    inputs: str
    limit: int
    limit_with: tuple[tuple[str, int], ...] = ()
    results: str | None = None
    errors: str | None = None
    correlation_id: str | None = None
    match: tuple[tuple[str, str], ...] = ()
    match_by: str | None = None
    match_in: str = ""
    match_ask: str | None = None
    match_also: tuple[str, ...] = ()
    match_values: tuple[tuple[str, str], ...] = ()
    error_inputs: tuple[str, ...] = ()
    empty_errors: tuple[tuple[str, tuple[str, ...]], ...] = ()
    empty_result: str = "{}"
    repeat: tuple[str, ...] = ()


class Nulls(Struct, frozen=True):
    """Mappings in a request body in which None is sent as another value: `x-specloom-null`.

    `at` contains the path of names to each; "*" stands for each element of a list.
    """

    at: tuple[tuple[str, ...], ...]
    value: str = ""


class Split(Struct, frozen=True, kw_only=True):
    """How to split a query that is too long for one URL: `x-specloom-split`.

    `parameters` contains pairs of a wire name and the JSON pointer of an object in an item, to which the values
    of the parameter add properties. `items` and `key` are JSON pointers, of the items and of the id of an item.
    """

    limit: int
    parameters: tuple[tuple[str, str], ...]
    items: str = ""
    key: str


class Streaming(Struct, frozen=True):
    """How a call requests a stream, and how a stream ends: `x-specloom-stream`.

    Attributes:
        argument: the wire name of the boolean that requests it.
        by_default: whether the server streams if the argument is omitted.
        end: items that end the stream and are not returned; None leaves it to the client.
    """

    argument: str = "stream"
    end: tuple[str, ...] | None = None
    by_default: bool = False


class Call(Struct, frozen=True):
    """The words by which a client calls an operation.

    Attributes:
        path: the path relative to `root`, which is the root of its resource with the index `mount`.
        derived: the key of the call in the table `[calls]` of the project: its words before a rename.
        chosen: whether that table contains its name.
        arguments: published Python names of arguments, by location and wire name: `path id`.
    """

    resource: tuple[str, ...]
    name: str
    root: str
    path: str
    mount: int = 0
    derived: str = ""
    chosen: bool = False
    arguments: tuple[tuple[str, str], ...] = ()


class Variable(Struct, frozen=True):
    """A variable of a server URL. `values` are the allowed values; empty if any value is allowed."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str = ""


class Server(Struct, frozen=True):
    """The URL of an API, which may be relative, with the names of variables in braces."""

    url: str
    variables: tuple[Variable, ...] = ()
    description: str = ""


def default_address(server: Server) -> str:
    """Return the URL of a server with the defaults of its variables, without a slash at the end."""
    url = server.url
    for each in server.variables:
        url = url.replace(f"{{{each.name}}}", each.default or f"{{{each.name}}}")
    return url.rstrip("/")


def is_whole(server: Server) -> bool:
    """Return whether the URL is absolute once variables without a default are set."""
    url = default_address(server)
    for each in server.variables:
        if not each.default:
            url = url.replace(f"{{{each.name}}}", "x")
    host = url.partition("://")[2].strip("/")
    return url.startswith(("http://", "https://")) and host != "" and "{" not in url


def usual_server(servers: Iterable[Server]) -> Server | None:
    """Return the first server with an absolute URL; a client cannot use a relative one."""
    return next((each for each in servers if is_whole(each)), None)


class UncalledOperation(Struct, frozen=True, kw_only=True):
    """One method of one path, before it has a call.

    Attributes:
        security: the requirements of the document, with scopes.
        credentials: alternatives, each with the credentials that are required together. Schemes that share
            one argument of the client are one credential.
        scopes: the scopes of all resources that share the operation, if they differ; `security` is then empty.
        idempotent: whether sending it again has no further effects; None if the HTTP method decides.
        bucket: the rate limit that counts it, "" for the default one.
        streaming: how it streams; None if no success is a stream.
        servers: the servers of the operation or its path.
        usual_address: the default URL of the server of the document, if there are `servers`.
    """

    document: str
    method: str
    path: str
    location: Location
    operation_id: str | None = None
    summary: str = ""
    description: str = ""
    parameters: tuple[Parameter, ...] = ()
    request_body: RequestBody | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[SecurityRequirement, ...] = ()
    credentials: tuple[tuple[str, ...], ...] = ()
    scopes: tuple[str, ...] = ()
    pagination: Pagination | None = None
    batching: Batching | None = None
    idempotent: bool | None = None
    bucket: str = ""
    nulls: Nulls | None = None
    split: Split | None = None
    streaming: Streaming | None = None
    servers: tuple[Server, ...] = ()
    usual_address: str = ""
    tags: tuple[str, ...] = ()
    deprecated: bool = False


class Operation(UncalledOperation, frozen=True, kw_only=True):
    """One method of one path, and the call by which clients reach it."""

    call: Call


def with_call(operation: UncalledOperation, call: Call) -> Operation:
    """Return the operation with its call."""
    members = {name: getattr(operation, name) for name in UncalledOperation.__struct_fields__}
    return Operation(call=call, **members)
