"""Upgrade the security definitions of Swagger 2.0 to the security schemes of OpenAPI 3.0."""

from __future__ import annotations

from types import MappingProxyType

from specloom.documents.document import Json, Node

_FLOWS = MappingProxyType(
    {
        "accesscode": "authorizationCode",
        "authorizationcode": "authorizationCode",
        "application": "clientCredentials",
        "clientcredentials": "clientCredentials",
        "implicit": "implicit",
        "password": "password",
    }
)
_OF_FLOW = ("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")


def upgrade_security_scheme(node: Node) -> Json:
    """Return a scheme in the terms of OpenAPI 3.0; only basic and OAuth 2 schemes change."""
    if not isinstance(node.value, dict):
        return node.value
    members: dict[str, Json] = dict(node.value)
    kind = members.get("type")
    if isinstance(kind, str) and kind.lower() == "basic":
        members.update(type="http", scheme="basic")
    elif isinstance(kind, str) and kind.lower() == "oauth2" and "flows" not in members:
        flow = members.pop("flow", None)
        details: dict[str, Json] = {key: members.pop(key) for key in _OF_FLOW if key in members}
        if not isinstance(details.get("scopes"), dict):
            details["scopes"] = {}
        name = _FLOWS.get(flow.lower().replace("_", "")) if isinstance(flow, str) else None
        if name is None:
            name = "authorizationCode" if "authorizationUrl" in details else "clientCredentials"
            name = "implicit" if name[0] == "a" and "tokenUrl" not in details else name
        members.update(type="oauth2", flows={name: details})
    return members
