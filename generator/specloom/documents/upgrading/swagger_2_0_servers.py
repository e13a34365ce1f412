"""Upgrade the host, base path and schemes of Swagger 2.0 to the servers of OpenAPI 3.0."""

from __future__ import annotations

import re

from specloom.documents.document import Json, Node

_HOST = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//([^/]*)/?")


def servers(root: Node, operation: Node | None = None) -> list[Json]:
    """Return one server for each scheme, https first, or none if the document declares none.

    Without a host they are relative to the URL of the document. The default scheme is https.
    """
    azure = _parameterized(root)
    if azure is not None:
        return [azure]
    host, base = _text(root, "host").strip(), _text(root, "basePath").strip()
    whole = _HOST.fullmatch(host)
    host = (whole[1] if whole else host).strip("/")
    base = "/" + base.strip("/") if base.strip("/") else ""
    if not host:
        return [{"url": base}] if base else []
    schemes = _schemes(operation) if operation is not None else []
    schemes = schemes or _schemes(root) or ["https"]
    return [{"url": f"{scheme}://{host}{base}"} for scheme in schemes]


def _schemes(node: Node) -> list[str]:
    declared = node.get("schemes")
    if declared is None or not isinstance(declared.value, list):
        return []
    found = [each.lower() for each in declared.value if isinstance(each, str)]
    known: list[str] = [each for each in ("https", "http") if each in found]
    return known or [each for each in found if each in ("wss", "ws")]


def _parameterized(root: Node) -> Json:
    """Return the server of `x-ms-parameterized-host`, whose parameters become variables."""
    host = root.get("x-ms-parameterized-host")
    if host is None or not isinstance(host.value, dict):
        return None
    template, prefix = _text(host, "hostTemplate"), host.value.get("useSchemePrefix", True)
    scheme = (_schemes(root) or ["https"])[0] + "://" if prefix is True else ""
    base = _text(root, "basePath").strip("/")
    variables: dict[str, Json] = {}
    declared = host.get("parameters")
    for each in declared.elements() if declared and isinstance(declared.value, list) else ():
        shared = each.at(("$ref",))
        if shared is not None and isinstance(shared.value, str):
            found = root.at(("parameters", shared.value.rpartition("/")[2]))
            each = found if found is not None else each
        if not isinstance(each.value, dict):
            continue
        name, default = _text(each, "name"), each.value.get("default", "")
        variable: dict[str, Json] = {"default": default if isinstance(default, str) else ""}
        if isinstance(each.value.get("description"), str):
            variable["description"] = each.value["description"]
        variables[name] = variable
    url = f"{scheme}{template}".rstrip("/") + (f"/{base}" if base else "")
    return {"url": url, "variables": variables} if variables else {"url": url}


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    return found.value if found is not None and isinstance(found.value, str) else ""
