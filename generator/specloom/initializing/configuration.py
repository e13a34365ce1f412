"""Read the parts of a Stainless configuration that a project file can express."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from specloom.documents.document import Document, Node
from specloom.initializing.findings import Findings

_TOP = {
    *("resources", "security", "security_schemes", "client_settings", "environments"),
    *("pagination", "streaming", "unspecified_endpoints", "targets", "settings"),
    *("organization", "edition"),
}
_TOP_HINTS = {
    "openapi": "change the document by an overlay; see docs/documents.md",
    "readme": "write a guide in Markdown, and set its path in [package] guide",
    "query_settings": "describe arrays with 'style' and 'explode' of the parameters",
}
_RESOURCE = {"models", "methods", "subresources", "name"}
_METHOD = {"endpoint", "type", "paginated", "streaming"}
_HERE = ("$client", "$shared")
"""Resources that are not part of a call: methods of the client, and shared models."""


class Method(Struct, frozen=True):
    """A call: its words, the HTTP method and path of its operation, and how it pages and streams."""

    words: tuple[str, ...]
    method: str
    path: str
    node: Node
    paginated: Node | None = None
    streaming: Node | None = None


class Model(Struct, frozen=True):
    """A schema by its JSON pointer, and the words of the name of its model."""

    name: str
    pointer: str
    qualified: str
    node: Node


class Configuration(Struct, frozen=True):
    """The parts of a configuration, each with its location."""

    root: Node
    methods: tuple[Method, ...]
    models: tuple[Model, ...]


def read_configuration(document: Document, findings: Findings) -> Configuration:
    """Read a configuration.

    Raises:
        SpecloomError: it has no `resources`, or a part of it has a form that Stainless does not accept.
    """
    root = document.root_node()
    resources = root["resources"]
    findings.leave_others(root, _TOP, _TOP_HINTS)
    methods: list[Method] = []
    models: list[Model] = []
    for words, resource in _resources(resources, ()):
        findings.leave_others(resource, _RESOURCE, {})
        called = tuple(each for each in words if each not in _HERE)
        methods += _methods(resource, called, findings)
        models += _models(resource, called, findings)
    return Configuration(root, tuple(methods), tuple(models))


def _resources(node: Node, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Yield the resources and their sub-resources, each with its words."""
    for name, resource in node.items():
        if resource.value is None:
            continue
        yield (*above, name), resource
        below = resource.get("subresources")
        if below is not None and below.value is not None:
            yield from _resources(below, (*above, name))


def _members(node: Node, key: str) -> Iterator[tuple[str, Node]]:
    found = node.get(key)
    if found is not None and found.value is not None:
        yield from found.items()


def _methods(resource: Node, words: tuple[str, ...], findings: Findings) -> Iterator[Method]:
    for name, node in _members(resource, "methods"):
        details = isinstance(node.value, dict)
        if details:
            hint = "docs/from-stainless.md lists the alternatives"
            findings.leave_others(node, _METHOD, dict.fromkeys(node.mapping(), hint))
        endpoint = node.text("endpoint") if details else node.value
        if not isinstance(endpoint, str) or len(endpoint.split()) != 2:
            findings.leave(
                node,
                f"the method {'.'.join((*words, name))!r} has no endpoint",
                "write it like 'get /pets/{id}'",
            )
            continue
        method, path = endpoint.split()
        yield Method(
            words=(*words, name),
            method=method.lower(),
            path=path,
            node=node,
            paginated=node.get("paginated") if details else None,
            streaming=node.get("streaming") if details else None,
        )


def _models(resource: Node, words: tuple[str, ...], findings: Findings) -> Iterator[Model]:
    for name, node in _members(resource, "models"):
        given = node.value
        if isinstance(given, dict):
            given = given.get("openapi_uri", given.get("$ref"))
        if not isinstance(given, str):
            findings.leave(
                node,
                f"the model {name!r} has no schema",
                "write the name of a schema of the document",
            )
            continue
        pointer = given if given.startswith("#/") else f"#/components/schemas/{given}"
        yield Model(name, pointer, ".".join((*words, name)), node)
