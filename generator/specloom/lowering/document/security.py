"""Lower the security requirements and security schemes of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from specloom.documents.document import Document, Node
from specloom.ir import Place, SecurityRequirement, SecurityScheme
from specloom.lowering.common.extensions import ON_SECURITY_SCHEMES, check_extensions, oauth_flow
from specloom.lowering.common.texts import text

# The transport has the certificate for mutual TLS.
SILENT = ("mutualTLS",)

ResolvedSecurity = tuple[tuple[SecurityRequirement, ...], tuple[tuple[str, ...], ...]]


class Security:
    """Resolves the security requirements of the operations of a document.

    `credentials` contains the credential that a security scheme sends, if that is not the scheme's own.
    """

    def __init__(self, document: Document, credentials: Mapping[str, str]) -> None:
        root = document.root_node()
        self._default = root.get("security")
        self._carried = _carried(root, credentials)
        self._resolved: dict[str, ResolvedSecurity] = {}

    def resolved(self, operation: Node) -> ResolvedSecurity:
        """Return the resolved security requirement of an operation.

        It contains the requirements of the operation, or of the document, and the alternatives of
        credentials for them.
        """
        node = operation.get("security") or self._default
        if node is None:
            return (), ()
        key = repr(node.value)
        if key not in self._resolved:
            security = tuple(_requirements(node))
            self._resolved[key] = security, _credentials(security, self._carried)
        return self._resolved[key]


def _requirements(node: Node) -> Iterator[SecurityRequirement]:
    for requirement in node.elements():
        yield SecurityRequirement(
            tuple((name, requirement.texts(name)) for name, _ in requirement.items())
        )


def _credentials(
    security: tuple[SecurityRequirement, ...], carried: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    alternatives = (
        (carried.get(name, name) for name, _ in requirement.schemes) for requirement in security
    )
    needed = (tuple(name for name in dict.fromkeys(each) if name) for each in alternatives)
    return tuple(dict.fromkeys(needed))


def _carried(root: Node, credentials: Mapping[str, str]) -> dict[str, str]:
    """Return the credential of each scheme by its name, "" if requests do not contain one."""
    declared = root.at(("components", "securitySchemes"))
    schemes = {name: each.follow() for name, each in declared.items()} if declared else {}
    silent = {name: "" for name, each in schemes.items() if each.text("type") in SILENT}
    return {**credentials, **silent}


def _scheme_name(node: Node) -> str | None:
    """Return the name of an HTTP scheme as in the document. `basic` and `bearer` are in lower case."""
    name = (node.text("scheme") or "").strip()
    return (name.lower() if name.lower() in ("basic", "bearer") else name) or None


def lower_security_schemes(
    document: Document, credentials: Mapping[str, str], owner: str
) -> Iterator[SecurityScheme]:
    """Yield the security schemes of a document with the name `owner`."""
    declared = document.root_node().at(("components", "securitySchemes"))
    for name, each in declared.items() if declared else ():
        node = each.follow()
        check_extensions(node, ON_SECURITY_SCHEMES)
        place = node.text("in")
        if node.text("type") in SILENT:
            continue
        yield SecurityScheme(
            name=name,
            credential=credentials.get(name, name),
            type=node.text("type") or "",
            location=node.location,
            owner=owner,
            scheme=_scheme_name(node),
            place=cast(Place, place) if place in ("query", "header", "cookie") else None,
            parameter=node.text("name"),
            description=text(node, "description"),
            flow=oauth_flow(node),
        )
