"""Determine the server and the credentials of each document of a version.

Documents with the same server are one API and share their credentials. If their servers differ,
credentials are separate for each document, so that no token is sent to the host of another document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import PurePosixPath
from typing import TypeAlias

from msgspec import Struct

from specloom.diagnostics import Collector, Location, SpecloomError
from specloom.documents.document import Document
from specloom.ir import Host, SecurityScheme, Server, default_address, usual_server
from specloom.lowering.document.security import lower_security_schemes
from specloom.lowering.document.servers import lower_servers
from specloom.project.model import Project, Source

BEARER_TYPES = frozenset({"oauth2", "openIdConnect"})


_Sent: TypeAlias = tuple[str, ...]


class Member(Struct, frozen=True):
    """A document of a version: its name, its server, and its security schemes.

    `address` is the URL of the server with the defaults of its variables, "" if there is no server.
    """

    name: str
    document: str
    server: Server | None
    address: str
    schemes: tuple[SecurityScheme, ...]
    location: Location
    has_operations: bool


class Hosts(Struct, frozen=True):
    """The servers of a version whose documents have different ones, and the credentials of each document.

    `names` contains the name of each document by its path. `credentials` contains, by document, the
    credential that each scheme sends, if that is not the scheme's own.
    """

    hosts: tuple[Host, ...]
    names: Mapping[str, str]
    credentials: Mapping[str, Mapping[str, str]]


def find_hosts(
    sources: Sequence[tuple[Source, Document]], project: Project, collector: Collector
) -> Hosts:
    """Determine the servers and credentials of the documents of one version."""
    names = _names([source for source, _ in sources])
    members = [_member(name, document) for name, (_, document) in zip(names, sources, strict=True)]
    sending = [each for each in members if each.has_operations]
    differ = len({each.address for each in sending}) > 1
    if differ:
        for each in _without_server(sending):
            with collector.item():
                raise each
    senders: dict[str, dict[_Sent, Member]] = {}
    for member in members:
        for scheme in member.schemes:
            senders.setdefault(scheme.name, {}).setdefault(_sent(member, scheme), member)
    credentials = {
        each.document: _credentials(each, senders, project, collector) for each in members
    }
    hosts = (
        tuple(Host(each.name, each.document, each.server or Server("")) for each in members)
        if differ
        else ()
    )
    return Hosts(hosts, {each.document: each.name for each in members}, credentials)


def _member(name: str, document: Document) -> Member:
    root = document.root_node()
    servers = lower_servers(root)
    usual = usual_server(servers) or next(iter(servers), None)
    paths = root.get("paths")
    return Member(
        name=name,
        document=document.path,
        server=usual,
        address=default_address(usual) if usual else "",
        schemes=tuple(lower_security_schemes(document, {}, name)),
        location=root.location,
        has_operations=bool(paths and paths.value),
    )


def _without_server(members: Sequence[Member]) -> Iterator[SpecloomError]:
    """Yield an error for each document without a server, as another server would get its requests."""
    whole = [each for each in members if "://" in each.address]
    for each in members if whole else ():
        if "://" not in each.address:
            relative = f"only the relative server {each.address!r}" if each.address else ""
            yield SpecloomError.of(
                "ambiguous-server",
                f"the document has {relative or 'no server'}, but {whole[0].document} is served "
                f"from {whole[0].address}; clients cannot know which server to call",
                hint="add 'servers' with an absolute URL, in the document or by an overlay",
                location=each.location,
            )


def _credentials(
    member: Member,
    senders: Mapping[str, Mapping[_Sent, Member]],
    project: Project,
    collector: Collector,
) -> dict[str, str]:
    """Return the credential of each scheme of a document.

    It is the one in the project file, the one of the document, or the scheme's own.

    Args:
        member: the document.
        senders: by the name of a scheme, the first document with it for each way of sending it.
        project: the project.
        collector: collects errors.
    """
    chosen = {scheme: name for name, schemes in project.security.items() for scheme in schemes}
    found: dict[str, str] = {}
    for scheme in member.schemes:
        own = f"{member.name}: {scheme.name}"
        sent = _sent(member, scheme)
        other = next((each for way, each in senders[scheme.name].items() if way != sent), None)
        if own in chosen:
            found[scheme.name] = chosen[own]
        elif scheme.name in chosen and other is None:
            found[scheme.name] = chosen[scheme.name]
        elif other is not None and scheme.name in chosen:
            with collector.item():
                raise _ambiguous(chosen[scheme.name], member, scheme, other)
        elif other is not None:
            found[scheme.name] = f"{member.name}.{scheme.name}"
    return found


def _ambiguous(
    argument: str, member: Member, scheme: SecurityScheme, other: Member
) -> SpecloomError:
    each = [f'"{name}: {scheme.name}"' for name in sorted({member.name, other.name})]
    return SpecloomError.of(
        "ambiguous-credential",
        f"[security] uses {argument} for the scheme {scheme.name!r} of {other.document} "
        f"({other.address}) and of {member.document} ({member.address}), which are different "
        "hosts",
        hint=f"write an argument for each document, or {argument} = [{', '.join(each)}] to send "
        "one credential to both hosts",
        location=scheme.location,
    )


def _sent(member: Member, scheme: SecurityScheme) -> _Sent:
    """Return where the credential of a scheme is sent: the host, and the location in a request."""
    return (_origin(member.address), *map(str, placement(scheme)))


def _origin(address: str) -> str:
    """Return the scheme and the host of a URL. A token may be sent to any path of that host."""
    return "/".join(address.split("/")[:3]).lower() if "://" in address else ""


def placement(scheme: SecurityScheme) -> tuple[str | None, ...]:
    """Return the location of a credential in a request."""
    if scheme.type in BEARER_TYPES or (scheme.type, scheme.scheme) == ("http", "bearer"):
        return ("bearer",)
    return (scheme.type, scheme.scheme, scheme.place, scheme.parameter)


def _names(sources: Sequence[Source]) -> list[str]:
    """Return a name for each document: its resource, or as much of its path as makes it unique."""
    paths = [PurePosixPath(each.shown) for each in sources]
    plain = [each.resource or path.stem for each, path in zip(sources, paths, strict=True)]
    for depth in count(1):
        if len(set(plain)) == len(plain) or depth > max(len(each.parts) for each in paths):
            break
        plain = [_tail(path, depth) for path in paths]
    return list(_numbered(plain))


def _tail(path: PurePosixPath, depth: int) -> str:
    return "_".join([*path.parent.parts[-depth:], path.stem]).lstrip("/_")


def _numbered(names: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    for name in names:
        free = next(
            each
            for number in count(1)
            if (each := name if number == 1 else f"{name}_{number}") not in taken
        )
        taken.add(free)
        yield free
