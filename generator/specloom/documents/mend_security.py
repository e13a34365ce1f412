"""A security scheme goes in; one whose type, place and flows are OpenAPI 3's comes out."""

from __future__ import annotations

from specloom.documents.document import Json, Node
from specloom.documents.grammar import Kind
from specloom.documents.mending import Mending
from specloom.documents.upgrade_2_0_security import upgrade_security_scheme

_TYPES = {each.lower(): each for each in ("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS")}
_HTTP = ("basic", "bearer", "digest")


def mend_security_scheme(node: Node, scheme: dict[str, Json], to: Mending) -> None:
    """Mend a scheme in place; one that says too little to be served is left out."""
    before = dict(scheme)
    declared = scheme.get("type")
    kind = declared.strip().lower().replace("_", "") if isinstance(declared, str) else ""
    if kind in _HTTP:
        scheme.update(type="http", scheme=kind)
    elif kind in _TYPES:
        scheme["type"] = _TYPES[kind]
    elif not kind and "flows" in scheme or "flow" in scheme:
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
    _mend_flows(scheme)
    if scheme.get("type") == "http" and not isinstance(scheme.get("scheme"), str):
        scheme["scheme"] = "bearer"
    if scheme.get("type") == "apiKey":
        _mend_key(scheme)
    if scheme != before:
        to.warn(
            node.pointer,
            "security-scheme",
            f"this is not how OpenAPI 3 describes a scheme; it is read as {_words(scheme)}",
            "write its type and what that type needs",
        )
    if scheme.get("type") not in _TYPES.values() or not _is_whole(scheme):
        to.omit(
            Kind.SECURITY_SCHEME,
            node,
            "unsupported-security-scheme",
            "the scheme does not say how to authenticate, and is left out",
            "write its type and what that type needs",
        )


def _mend_flows(scheme: dict[str, Json]) -> None:
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


def _mend_key(scheme: dict[str, Json]) -> None:
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
