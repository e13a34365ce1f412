"""Describe a request to any path of the API, for `client.request`."""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypedDict, cast
from urllib.parse import quote, urlsplit

from msgspec import UNSET, structs

from ..body.answers import Text
from ..body.answers import Any as AnyBody
from ..body.files import AnyFile, content_of
from ..body.forms import MULTIPART, URL_ENCODED, Form, check_files
from ..codec.urls import climbs
from ..errors import InputError
from ..operation import Operation, RequestBody, query
from ..options import Configuration, RequestOptions
from .request import Arguments

_METHOD = re.compile(r"(?!CONNECT$)[A-Z][A-Z-]*")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\#{}]")
_UNESCAPED = "".join(map(chr, range(0x21, 0x7F)))


class RequestParts(TypedDict, total=False):
    """What a request to any path may have. None is not sent.

    Attributes:
        params: Query parameters; a sequence is sent as several.
        headers: Header fields, which replace those of the client.
        json: A body of plain values or models.
        content: A body that is sent as it is. Set the header Content-Type.
        data: The fields of a form.
        files: The files of a multipart form, by name.
        security: The names of the credentials to send, by default the first of the client.
        options: Options for this call only.
    """

    params: Mapping[str, object] | None
    headers: Mapping[str, str] | None
    json: object
    content: AnyFile | str | Iterable[bytes] | AsyncIterable[bytes] | None
    data: Mapping[str, object] | None
    files: Mapping[str, AnyFile | Sequence[AnyFile]] | None
    security: Sequence[str] | None
    options: RequestOptions | None


@dataclass(frozen=True, slots=True)
class Content(RequestBody):
    """A body that is sent as it is."""

    def build(self, body: object) -> tuple[bytes, str]:
        # The transports accept portions where bytes are declared.
        return cast(bytes, content_of(body)), self.media_type


def describe_request(
    configuration: Configuration, method: str, url: str, kind: Any, parts: RequestParts
) -> tuple[Configuration, Operation[Any], Arguments, RequestOptions]:
    """Return the configuration, the operation, its arguments and the options of a request.

    Raises:
        InputError: The method or the URL is not valid, or the URL is on another server.
        TypeError: A part is unknown, or there are several bodies.
    """
    if unknown := parts.keys() - RequestParts.__optional_keys__:
        raise TypeError(f"request() got an unexpected argument {min(unknown)!r}")
    if not _METHOD.fullmatch(method.upper()):
        raise InputError(f"{method!r} is not a method of HTTP", parameter="method")
    base_url, path = _located(configuration, url)
    params = {
        name: value for name, value in (parts.get("params") or {}).items() if value is not None
    }
    declared, body = _body(parts)
    operation = Operation[Any](
        method.upper(),
        path,
        parameters=query(*params),
        request_body=declared,
        responses={"2XX": AnyBody() if kind is None else Text() if kind is str else kind},
        security=_security(configuration, parts.get("security")),
        accept="*/*" if kind in (bytes, str) else "application/json, */*;q=0.5",
    )
    options = parts.get("options") or RequestOptions()
    if headers := parts.get("headers"):
        options = replace(options, headers={**(options.headers or {}), **headers})
    configuration = structs.replace(configuration, base_url=base_url)
    return configuration, operation, Arguments("", query=params, body=body), options


def _located(configuration: Configuration, url: str) -> tuple[str, str]:
    """Return the base URL and the path of a URL, which may be relative to the base URL."""
    if found := _FORBIDDEN.search(url):
        raise _refused(url, f"contains {found[0]!r}; percent-encode it")
    try:
        url = quote(url, safe=_UNESCAPED)
    except UnicodeEncodeError:
        raise _refused(url, "has lone surrogates, which UTF-8 cannot encode") from None
    base_url = configuration.base_url
    if url.startswith("//"):
        raise _refused(url, "begins with two slashes")
    if _ABSOLUTE.match(url):
        base_url, url = _on_server(configuration, url)
    elif not base_url:
        raise _refused(url, "needs a scheme and host: the client has several servers")
    if climbs(url.partition("?")[0]):
        raise _refused(url, "has a segment '.' or '..', which would change the path")
    return base_url, url if url[:1] in ("/", "?", "") else f"/{url}"


def _on_server(configuration: Configuration, url: str) -> tuple[str, str]:
    """Return the origin and the rest of a URL on a server of the client."""
    known = [configuration.base_url]
    known += configuration.servers.values()  # feature: servers
    for base_url in filter(None, known):
        if _origin(base_url) == _origin(url):
            own, rest = urlsplit(base_url), urlsplit(url)._replace(scheme="", netloc="")
            return f"{own.scheme}://{own.netloc}", rest.geturl()
    raise _refused(url, "is not on the server of the client")


def _origin(url: str) -> tuple[str | int | None, ...]:
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:  # the port is not a number
        return ()
    return parts.scheme, parts.username, parts.hostname, port


def _refused(url: str, fault: str) -> InputError:
    # The query is left out: it may have secrets.
    return InputError(f"the URL {url.partition('?')[0]!r} {fault}", parameter="url")


def _body(parts: RequestParts) -> tuple[RequestBody | None, object]:
    """Return how to serialize the body, and its value."""
    given = [name for name in ("json", "content") if parts.get(name) is not None]
    data, files = parts.get("data"), parts.get("files")
    if len(given) + (data is not None or files is not None) > 1:
        raise TypeError("pass only one of json, content, and data with files")
    content = parts.get("content")
    if isinstance(content, str):
        return RequestBody("text/plain; charset=utf-8", required=True), content
    if content is not None:
        return Content("application/octet-stream", required=True), content
    if given:
        return RequestBody(required=True), parts.get("json")
    if files is not None:
        check_files(files, files)
        return Form(MULTIPART, required=True), {**(data or {}), **files}
    return (None, UNSET) if data is None else (Form(URL_ENCODED, required=True), data)


def _security(
    configuration: Configuration, names: Sequence[str] | None
) -> tuple[tuple[str, ...], ...] | None:
    """Return the alternatives of credentials for a request."""
    known = [name for name, each in configuration.security.items() if each.credential is not None]
    # feature: servers
    if names is None and len(configuration.servers) > 1 and len(known) > 1:
        choice = f"the client has several servers; choose security=[...] from {', '.join(known)}"
        raise InputError(choice, parameter="security")
    # end
    if names is None:
        return None
    if missing := [name for name in names if name not in known]:
        raise InputError(f"the client has no credential {missing[0]!r}", parameter="security")
    return (tuple(names),)
