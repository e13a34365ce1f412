"""Plan servers: those of a version or an operation in, base URLs and what is chosen in them out."""

from __future__ import annotations

from specloom.ir import ApiVersion, Server
from specloom.naming.reserved import CREDENTIALS
from specloom.naming.words import snake_case
from specloom.python.docstrings import literal, sentence
from specloom.python.imports import Imports
from specloom.python.method import Method


def usual_server(version: ApiVersion) -> Server | None:
    """The first server that is a whole address; a relative one says nothing to a client."""
    absolute = [each for each in version.servers if _is_whole(each)]
    return absolute[0] if absolute else None


def usual_url(version: ApiVersion) -> str:
    """The address of the usual server, "" where there is none."""
    server = usual_server(version)
    return server.url.rstrip("/") if server else ""


def default_url(version: ApiVersion) -> str:
    """The address of the usual server with all that is left open as it is by default."""
    server = usual_server(version)
    return _filled(server).rstrip("/") if server else ""


def variable_arguments(version: ApiVersion, taken: set[str]) -> dict[str, str]:
    """The arguments of a client for the variables of its usual server, by their wire names."""
    server = usual_server(version)
    names: dict[str, str] = {}
    for each in server.variables if server else ():
        name = snake_case(each.name)
        name = name if name.isidentifier() else f"server_{name}".rstrip("_")
        while name in taken or name in CREDENTIALS or name in names.values():
            name += "_" if name in CREDENTIALS and f"{name}_" not in taken else "_server"
        names[each.name] = name
    return names


def variable_notes(version: ApiVersion, names: dict[str, str]) -> list[tuple[str, str]]:
    """What the client's docstring says of the variables."""
    server = usual_server(version)
    return [
        (
            names[each.name],
            f"{sentence(each.description) or 'A part of the address.'}"
            + (f" One of {', '.join(each.values)}." if each.values else ""),
        )
        for each in (server.variables if server else ())
    ]


def server_note(version: ApiVersion) -> str:
    """What the client's docstring says of the base URL."""
    usual = usual_server(version)
    others = [each for each in version.servers if each != usual and each.url.strip("/")]
    said = "Where the API is; a path in it is kept."
    whole = [_named(each) for each in others if _is_whole(each)]
    relative = [each.url for each in others if not _is_whole(each)]
    if whole:
        said += f" Others: {', '.join(whole)}."
    if relative and usual is None:
        said += f" In its document it ends in {' or '.join(relative)}."
    return said


def server_text(method: Method, imports: Imports) -> str:
    """The server of an operation that has its own: the first whole address, or the first of all."""
    servers = method.operation.servers
    own = next((each for each in servers if _is_whole(each)), servers[0])
    name = imports.name(method.layout.core("servers"), "Server", otherwise="_")
    values = {each.name: each.default for each in own.variables if each.default}
    settings = [literal(own.url)]
    if _is_whole(own):
        urls = map(default_url, method.layout.interned.api.versions)
        settings.append(literal(next((url for url in urls if url), "")))
    settings += [f"values={literal(values)}"] if values else []
    return f"{name}({', '.join(settings)})"


def _named(server: Server) -> str:
    described = sentence(server.description).rstrip(".")
    return f"{server.url} ({described})" if described else server.url


def _filled(server: Server) -> str:
    url = server.url
    for each in server.variables:
        url = url.replace(f"{{{each.name}}}", each.default or f"{{{each.name}}}")
    return url


def _is_whole(server: Server) -> bool:
    """Whether a client knows where to send requests, once it is told what is left open."""
    url, open_ones = _filled(server), [each.name for each in server.variables if not each.default]
    for name in open_ones:
        url = url.replace(f"{{{name}}}", "x")
    host = url.partition("://")[2].strip("/")
    return url.startswith(("http://", "https://")) and host != "" and "{" not in url
