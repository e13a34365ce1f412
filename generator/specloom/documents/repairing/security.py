"""Repair security schemes: their type, their location and their flows."""

from __future__ import annotations

from specloom.documents.document import Json, Node
from specloom.documents.repairing.repairs import Repairs
from specloom.documents.specification import Kind
from specloom.documents.upgrading.swagger_2_0_security import upgrade_security_scheme

_TYPES = {each.lower(): each for each in ("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS")}
_HTTP = ("basic", "bearer", "digest")
# The required and optional properties of each type of scheme and each flow.
_MEMBERS = {
    "apiKey": {"name", "in"},
    "http": {"scheme", "bearerFormat"},
    "oauth2": {"flows", "oauth2MetadataUrl"},
    "openIdConnect": {"openIdConnectUrl"},
    "mutualTLS": set[str](),
}
_COMMON = {"type", "description", "deprecated", "$ref"}
_FLOW_URLS = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
    "deviceAuthorization": ("deviceAuthorizationUrl", "tokenUrl"),
}


def repair_security_scheme(node: Node, scheme: dict[str, Json], to: Repairs) -> None:
    """Repair a scheme in place; an incomplete scheme that cannot be used is omitted."""
    before = dict(scheme)
    declared = scheme.get("type")
    kind = declared.strip().lower().replace("_", "") if isinstance(declared, str) else ""
    if kind in _HTTP:
        scheme.update(type="http", scheme=kind)
    elif kind in _TYPES:
        scheme["type"] = _TYPES[kind]
    elif (not kind and "flows" in scheme) or "flow" in scheme:
        scheme["type"] = "oauth2"
    elif not kind and isinstance(scheme.get("scheme"), str):
        scheme["type"] = "http"
    elif not kind and "in" in scheme and "name" in scheme:
        scheme["type"] = "apiKey"
    if scheme.get("type") == "oauth2" and not isinstance(scheme.get("flows"), dict):
        scheme.pop("flows", None)
        upgraded = upgrade_security_scheme(Node(node.document, node.pointer, scheme))
        scheme.update(upgraded if isinstance(upgraded, dict) else {})
        for key in ("flow", "authorizationUrl", "tokenUrl", "refreshUrl", "scopes"):
            scheme.pop(key, None)
    _remove_superfluous(node, scheme, to)
    _normalize_flows(scheme)
    if scheme.get("type") == "openIdConnect" and not isinstance(
        scheme.get("openIdConnectUrl"), str
    ):
        scheme.pop("openIdConnectUrl", None)
        scheme.update(type="http", scheme="bearer")
    if scheme.get("type") == "http" and not isinstance(scheme.get("scheme"), str):
        scheme["scheme"] = "bearer"
    if scheme.get("type") == "apiKey":
        _repair_key(scheme)
    removed = before.keys() - scheme.keys()
    if scheme != {key: each for key, each in before.items() if key not in removed}:
        to.warn(
            node.pointer,
            "security-scheme",
            "the security scheme uses the syntax of another version; it is read as "
            f"{_words(scheme)}",
            "write the 'type' and the properties of that type",
        )
    _remove_incomplete_flows(node, scheme, to)
    if scheme.get("type") not in _TYPES.values() or not _is_whole(scheme):
        to.omit(
            Kind.SECURITY_SCHEME,
            node,
            "unsupported-security-scheme",
            "the security scheme does not say how to authenticate, and is ignored",
            "write the 'type' and the properties of that type",
        )


def _remove_superfluous(node: Node, scheme: dict[str, Json], to: Repairs) -> None:
    """Remove the properties that the type of a scheme does not have, each with a warning."""
    kind = scheme.get("type")
    known = _MEMBERS.get(kind) if isinstance(kind, str) else None
    if known is None:
        return
    for key in [each for each in scheme if each not in known | _COMMON]:
        if not key.startswith("x-"):
            del scheme[key]
            to.warn(
                (*node.pointer, key),
                "security-scheme",
                f"a security scheme of type {kind!r} has no property {key!r}; it is ignored",
                f"remove {key!r}, or correct the type of the scheme",
            )


def _remove_incomplete_flows(node: Node, scheme: dict[str, Json], to: Repairs) -> None:
    """Remove the flows without a URL, each with a warning: the credential is still a bearer token."""
    flows = scheme.get("flows")
    for name, flow in list(flows.items()) if isinstance(flows, dict) else ():
        missing = [each for each in _FLOW_URLS.get(name, ()) if each not in _mapping(flow)]
        if missing and isinstance(flows, dict):
            del flows[name]
            to.warn(
                (*node.pointer, "flows", name),
                "security-scheme",
                f"the flow {name!r} has no {' and '.join(map(repr, missing))}; the flow is "
                "ignored",
                f"add {' and '.join(map(repr, missing))}; without it, pass a token to the client",
            )


def _mapping(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _normalize_flows(scheme: dict[str, Json]) -> None:
    flows = scheme.get("flows")
    if not isinstance(flows, dict):
        return
    for name, flow in list(flows.items()):
        if name.startswith("x-"):
            continue
        if not isinstance(flow, dict):
            del flows[name]
            continue
        if not isinstance(flow.get("scopes"), dict):
            flow["scopes"] = {}
        for key in ("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"):
            if key in flow and not isinstance(flow[key], str):
                del flow[key]


def _repair_key(scheme: dict[str, Json]) -> None:
    place = scheme.get("in")
    if not isinstance(place, str) or place.lower() not in ("query", "header", "cookie"):
        scheme["in"] = "header"
    elif place != place.lower():
        scheme["in"] = place.lower()


def _is_whole(scheme: dict[str, Json]) -> bool:
    return scheme.get("type") != "apiKey" or isinstance(scheme.get("name"), str)


def _words(scheme: dict[str, Json]) -> str:
    keys = ("type", "scheme", "in", "name")
    return ", ".join(f"{key} {scheme[key]!r}" for key in keys if key in scheme)
