"""Repair the top-level properties of a document: `info`, servers, security, components."""

from __future__ import annotations

from difflib import get_close_matches

from specloom.documents.document import Json, kind_of
from specloom.documents.pointers import Missing
from specloom.documents.repairing.repairs import Repairs
from specloom.documents.repairing.values import text, texts

_OBJECTS = ("info", "paths", "components", "webhooks")


def repair_root(to: Repairs, name: str) -> None:
    """Repair `info`, the servers and the security of a document; `name` is the default title."""
    root = to.root
    for key in _OBJECTS:
        if key in root and not isinstance(root[key], dict):
            _wrong(to, (key,), root.pop(key), "an object")
    if "paths" not in root and "components" not in root and "webhooks" not in root:
        to.warn((), "no-paths", "the document has no paths", "add 'paths'")
        root["paths"] = {}
    _repair_info(to, root, name)
    _repair_servers(to, root, ("servers",))
    for path, item in _objects(root.get("paths")):
        _repair_servers(to, item, ("paths", path, "servers"))
        for method, operation in _objects(item):
            _repair_servers(to, operation, ("paths", path, method, "servers"))
    tags = root.get("tags")
    if "tags" in root and not isinstance(tags, list):
        _wrong(to, ("tags",), root.pop("tags"), "an array")


def repair_requirements(to: Repairs) -> None:
    """Repair the security requirements of the document and its operations; unknown schemes are omitted."""
    _repair_security(to, to.root, ("security",))
    for path, item in _objects(to.root.get("paths")):
        for method, operation in _objects(item):
            _repair_security(to, operation, ("paths", path, method, "security"))


def _objects(value: Json) -> list[tuple[str, dict[str, Json]]]:
    members = value.items() if isinstance(value, dict) else ()
    return [(key, each) for key, each in members if isinstance(each, dict)]


def _repair_info(to: Repairs, root: dict[str, Json], name: str) -> None:
    info = root.get("info")
    if not isinstance(info, dict):
        to.warn(
            (), "missing-info", "the document has no 'info'", "add 'info' with title and version"
        )
        info = root["info"] = {}
    for key, otherwise in (("title", name or "API"), ("version", "0")):
        found = text(info.get(key))
        if isinstance(found, str) and found is info.get(key):
            continue
        pointer = ("info", key) if key in info else ("info",) if root.get("info") else ()
        info[key] = otherwise if isinstance(found, Missing) else found
        to.warn(
            pointer,
            "missing-info" if isinstance(found, Missing) else "wrong-type",
            f"the {key} of the document is not a string; it is read as {info[key]!r}",
            f"write the {key} in quotes",
        )
    for key in ("description", "summary"):
        if key in info and not isinstance(info[key], str):
            found = text(info[key])
            _wrong(to, ("info", key), info.pop(key), "a string")
            if isinstance(found, str):
                info[key] = found


def _repair_servers(to: Repairs, holder: dict[str, Json], pointer: tuple[str, ...]) -> None:
    if "servers" not in holder:
        return
    servers = holder["servers"]
    if isinstance(servers, (dict, str)):
        _wrong(to, pointer, servers, "an array")
        servers = [servers]
    kept: list[Json] = []
    for index, written in enumerate(servers if isinstance(servers, list) else ()):
        at = (*pointer, str(index))
        each: Json = written
        if isinstance(written, str):
            each = {"url": written}
            _wrong(to, at, written, "an object")
        if not isinstance(each, dict) or not isinstance(each.get("url"), str):
            to.warn(at, "server-without-url", "the server has no URL and is ignored", "add 'url'")
            continue
        to.place((*pointer, str(len(kept))), at)
        _repair_variables(to, each, (*at, "variables"))
        if not isinstance(each.get("description", ""), str):
            _wrong(to, (*at, "description"), each.pop("description"), "a string")
        kept.append(each)
    holder["servers"] = kept
    if not kept:
        del holder["servers"]
        if not isinstance(servers, list):
            _wrong(to, pointer, servers, "an array")


def _repair_variables(to: Repairs, server: dict[str, Json], pointer: tuple[str, ...]) -> None:
    variables = server.get("variables")
    if variables is None:
        server.pop("variables", None)
        return
    if not isinstance(variables, dict):
        _wrong(to, pointer, server.pop("variables"), "an object")
        return
    for name, each in list(variables.items()):
        at = (*pointer, name)
        if not isinstance(each, dict):
            _wrong(to, at, each, "an object")
            each = variables[name] = {"default": each} if isinstance(each, str) else {}
        if "enum" in each:
            listed = texts(each["enum"])
            if listed != each["enum"]:
                _wrong(to, (*at, "enum"), each["enum"], "an array of strings")
                each["enum"] = [] if isinstance(listed, Missing) else listed
        default = text(each.get("default"))
        if default is each.get("default"):
            continue
        options = each.get("enum")
        first = options[0] if isinstance(options, list) and options else ""
        each["default"] = first if isinstance(default, Missing) else default
        to.warn(
            at,
            "variable-without-default",
            f"the variable has no default; it is read as {each['default']!r}",
            "add 'default'",
        )


def _repair_security(to: Repairs, holder: dict[str, Json], pointer: tuple[str, ...]) -> None:
    """Make security requirements a list of objects that map the names of schemes to scopes."""
    if "security" not in holder:
        return
    security = holder["security"]
    if isinstance(security, dict):
        _wrong(to, pointer, security, "an array")
        security = [security] if security else []
    if not isinstance(security, list):
        _wrong(to, pointer, holder.pop("security"), "an array")
        return
    components = to.root.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    known = schemes if isinstance(schemes, dict) else {}
    kept: list[Json] = []
    for index, written in enumerate(security):
        at = (*pointer, str(index))
        each: Json = written
        if isinstance(written, str):
            _wrong(to, at, written, "an object")
            each = _requirement(written)
        if not isinstance(each, dict):
            _wrong(to, at, each, "an object")
            continue
        unknown = [name for name in each if name not in known]
        if unknown:
            to.warn(
                at,
                "unknown-security-scheme",
                f"the security scheme {unknown[0]!r} does not exist; the requirement is ignored",
                _nearest_scheme(unknown[0], known),
            )
            continue
        for name, scopes in each.items():
            found = texts(scopes)
            if found != scopes:
                _wrong(to, (*at, name), scopes, "an array of strings")
                each[name] = [] if isinstance(found, Missing) else found
        kept.append(each)
    if kept or not security:
        holder["security"] = kept
    else:
        del holder["security"]


def _requirement(scheme: str) -> Json:
    scopes: list[Json] = []
    return {scheme: scopes}


def _wrong(to: Repairs, pointer: tuple[str, ...], value: Json, wanted: str) -> None:
    found = kind_of(value)
    code = "null-value" if value is None else "wrong-shape"
    to.warn(pointer, code, f"expected {wanted}, found {found}", f"write {wanted}")


def _nearest_scheme(name: str, known: dict[str, Json]) -> str:
    close = get_close_matches(name, known, n=1)
    return (
        f"did you mean {close[0]!r}?"
        if close
        else "define the scheme under components.securitySchemes"
    )
