"""Plan the servers of versions and operations: their base URLs and the arguments for their variables."""

from __future__ import annotations

from specloom.ir import ApiVersion, Server, Variable, default_address, is_whole
from specloom.ir import usual_server as first_whole
from specloom.naming.reserved import CREDENTIALS
from specloom.naming.words import snake_case
from specloom.python import code
from specloom.python.code.docstrings import sentence
from specloom.python.code.imports import Imports
from specloom.python.operations.method import Method


def usual_server(version: ApiVersion) -> Server | None:
    """Return the server of all documents of a version: the first one with an absolute URL.

    Return None if the documents have different servers.
    """
    return None if version.hosts else first_whole(version.servers)


def usual_url(version: ApiVersion) -> str:
    """Return the URL of the usual server, "" if there is none."""
    server = usual_server(version)
    return server.url.rstrip("/") if server else ""


def default_url(version: ApiVersion) -> str:
    """Return the URL of the usual server with the defaults of its variables."""
    server = usual_server(version)
    return default_address(server) if server else ""


def host_of(version: ApiVersion, document: str) -> str:
    """Return the name of a document, by which a client selects its server.

    Return "" if all documents have the same server.
    """
    return next((each.name for each in version.hosts if each.document == document), "")


def host_arguments(version: ApiVersion, taken: set[str]) -> dict[tuple[str, str], str]:
    """Return the arguments of a client for the variables of its documents' servers.

    They are listed by document and wire name.
    """
    names: dict[tuple[str, str], str] = {}
    for host in version.hosts:
        for each in host.server.variables:
            name = snake_case(host.name, each.name)
            while name in taken or name in CREDENTIALS or name in names.values():
                name += "_server"
            names[host.name, each.name] = name
    return names


def host_notes(version: ApiVersion, names: dict[tuple[str, str], str]) -> list[tuple[str, str]]:
    """Return the entries for the variables of the documents' servers in a client's docstring."""
    return [
        (names[host.name, each.name], _variable_note(each))
        for host in version.hosts
        for each in host.server.variables
    ]


def hosts_value(
    version: ApiVersion, filled: code.Name | None, names: dict[tuple[str, str], str]
) -> code.Dict:
    """Return the servers of a client by their documents. `filled` is the function that fills in variables."""
    entries: list[tuple[code.Expression, code.Expression]] = []
    for host in version.hosts:
        url: code.Expression = code.Constant(host.server.url.rstrip("/"))
        chosen = tuple(
            (code.Constant(each.name), code.Name(names[host.name, each.name]))
            for each in host.server.variables
        )
        if chosen and filled is not None:
            url = code.call(filled, url, code.Dict(chosen))
        entries.append((code.Constant(host.name), url))
    return code.Dict(tuple(entries))


def knows_hosts(version: ApiVersion) -> bool:
    """Return whether the servers of all documents of a version have absolute URLs."""
    return all(is_whole(each.server) for each in version.hosts)


def hosts_note(version: ApiVersion) -> str:
    """Return the description of the base URL in the docstring of a client with several servers."""
    documents = ", ".join(f"{each.name} ({each.server.url or '/'})" for each in version.hosts)
    known = knows_hosts(version)
    return (
        f"The base URL. Each document has its own server: {documents}. A mapping sets the base "
        "URL of some documents by name; a string sets it for all"
        + ("." if known else ", and the path of each document's server is added.")
    )


def variable_arguments(version: ApiVersion, taken: set[str]) -> dict[str, str]:
    """Return the arguments of a client for the variables of its usual server, by their wire names."""
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
    """Return the entries for the variables in a client's docstring."""
    server = usual_server(version)
    return [
        (names[each.name], _variable_note(each)) for each in (server.variables if server else ())
    ]


def _variable_note(variable: Variable) -> str:
    """Return the description of one variable in the docstring of a client."""
    said = sentence(variable.description) or "A part of the base URL."
    return said + (f" One of {', '.join(variable.values)}." if variable.values else "")


def server_note(version: ApiVersion) -> str:
    """Return the description of the base URL in a client's docstring."""
    usual = usual_server(version)
    others = [each for each in version.servers if each != usual and each.url.strip("/")]
    said = "The base URL. A path in it is preserved."
    whole = [_named(each) for each in others if is_whole(each)]
    relative = [each.url for each in others if not is_whole(each)]
    if whole:
        said += f" Others: {', '.join(whole)}."
    if relative and usual is None:
        said += f" The documents declare the relative URL {' or '.join(relative)}."
    return said


def server_value(method: Method, imports: Imports) -> code.Call:
    """Return the server of an operation that declares its own.

    That is the first one with an absolute URL, or else the first one.
    """
    servers = method.operation.servers
    own = next((each for each in servers if is_whole(each)), servers[0])
    values = {each.name: each.default for each in own.variables if each.default}
    addresses = [code.Constant(own.url)]
    addresses += [code.Constant(method.operation.usual_address)] if is_whole(own) else []
    options = {"values": code.constant(values)} if values else {}
    return code.call(method.core("servers", "Server", imports), *addresses, **options)


def _named(server: Server) -> str:
    described = sentence(server.description).rstrip(".")
    return f"{server.url} ({described})" if described else server.url
