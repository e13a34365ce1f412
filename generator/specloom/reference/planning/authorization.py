"""Plan how a call is authorized: schemes, scopes, and the credentials of an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specloom.documents.document import Node
from specloom.ir import ApiVersion, Operation, SecurityRequirement, SecurityScheme
from specloom.project.model import Project
from specloom.python.clients.credentials import variables_of
from specloom.reference.calls.curl import Credential
from specloom.reference.planning.sources import Sources
from specloom.reference.views import SchemeView


def scopes_of(operation: Operation) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives, each with the scopes that are needed together."""
    alternatives = dict.fromkeys(
        tuple(sorted({scope for _, names in each.schemes for scope in names}))
        for each in operation.security
    )
    return tuple(each for each in alternatives if each)


def schemes_of(
    requirement: SecurityRequirement, operation: Operation, version: ApiVersion, sources: Sources
) -> Iterator[SchemeView]:
    """Yield the schemes of a requirement, as the document of the operation declares them."""
    for name, scopes in requirement.schemes:
        scheme = _declared(name, operation.document, version)
        if scheme is None:
            continue
        described = _descriptions(scheme, operation.document, sources)
        yield SchemeView(
            name=name,
            description=scheme.description,
            kind=scheme.type,
            sent=_sent(scheme),
            place=scheme.place or "header",
            scopes=tuple((each, described.get(each, "")) for each in scopes),
        )


def _declared(name: str, document: str, version: ApiVersion) -> SecurityScheme | None:
    named = [each for each in version.security_schemes if each.name == name]
    own = [each for each in named if each.location.document == document]
    return next(iter([*own, *named]), None)


def _descriptions(scheme: SecurityScheme, document: str, sources: Sources) -> dict[str, str]:
    """Return what the scopes of a scheme allow."""
    root = sources.root(document)
    place = ("components", "securitySchemes", scheme.name, "flows")
    flows = None if root is None else root.at(place)
    found: dict[str, str] = {}
    for _, flow in _items(flows):
        for name, each in _items(flow.at(("scopes",))):
            if isinstance(each.value, str):
                found.setdefault(name, each.value.strip())
    return found


def _items(node: Node | None) -> Iterator[tuple[str, Node]]:
    if node is not None and isinstance(node.value, dict):
        yield from node.items()


def _sent(scheme: SecurityScheme) -> str:
    """Return what a request sends."""
    if scheme.type == "apiKey":
        separator = "=" if scheme.place in ("query", "cookie") else ": "
        return f"{scheme.parameter}{separator}<key>"
    if scheme.type == "mutualTLS":
        return ""
    if scheme.scheme == "basic":
        return "Authorization: Basic <user:password>"
    kind = "Bearer" if scheme.scheme in (None, "bearer") else scheme.scheme
    return f"Authorization: {kind} <token>"


def credentials_of(
    operation: Operation, version: ApiVersion, project: Project, arguments: Mapping[str, str]
) -> Iterator[Credential]:
    """Yield the credentials of the first alternative of an operation; `arguments` are those of the client."""
    first = operation.credentials[0] if operation.credentials else ()
    for name in first:
        scheme = next((each for each in version.security_schemes if each.credential == name), None)
        argument = arguments.get(name)
        if scheme is None or argument is None or scheme.type == "mutualTLS":
            continue
        yield Credential(scheme, argument, variables_of(scheme, argument, project))
