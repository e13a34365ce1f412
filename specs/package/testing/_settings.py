"""What the APIs of properties, pipelines, owners and custom object types answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._answers import Answer, page, run_batch
from ._documents import Call
from ._portal import Portal
from ._properties import Properties
from ._refusal import Refusal, invalid, missing
from ._types import OBJECT_TYPES

_STAGE = {"writePermissions": "CRM_PERMISSIONS_ENFORCEMENT", "archived": False}


def answer_settings(call: Call, portal: Portal) -> Answer | None:
    """The answer to a call of one of these APIs; None where it is another one."""
    match call.place:
        case ("crm", "properties", name, *rest):
            return _properties(call, portal, portal.type(name), rest)
        case ("crm", "owners", *rest):
            return _owners(call, portal, rest)
        case ("crm", "pipelines", name, *rest):
            known = portal.pipelines.setdefault(portal.type(name), {})
            return _pipelines(call, portal, known, rest)
        case ("crm-object-schemas", "schemas", *rest):
            return _schemas(call, portal, rest)
        case _:
            return None


def _properties(call: Call, portal: Portal, type_: str, rest: list[str]) -> Answer | None:
    known = portal.properties(type_)
    archived = bool(call.query.get("archived", False))
    inputs: Any = call.body["inputs"] if isinstance(call.body, dict) and "inputs" in call.body else ()
    match (call.method, *rest):
        case (_, "groups", *names):
            return _groups(call, known, names)
        case ("GET",):
            found = known.definitions.values()
            return page([each for each in found if each["archived"] is archived], None)
        case ("POST",):
            return Answer(_define(portal, type_, call.body)())
        case ("POST", "batch", "create"):
            return run_batch(inputs, lambda each: _define(portal, type_, each), portal.now())
        case ("POST", "batch", "read"):
            archived = call.body.get("archived", False)
            return run_batch(
                inputs, lambda each: _returning(_defined(known, each["name"], archived)), portal.now()
            )
        case ("POST", "batch", "archive"):
            for each in inputs:
                _archive(portal, known, each["name"])
            return Answer()
        case ("GET", name):
            return Answer(_defined(known, name, archived))
        case ("PATCH", name):
            known.define({**_defined(known, name), **call.body}, portal.now())
            return Answer(known.definitions[name])
        case ("DELETE", name):
            _archive(portal, known, name)
            return Answer()
        case _:
            return None


def _returning(value: Any) -> Callable[[], Any]:
    return lambda: value


def _define(portal: Portal, type_: str, given: dict[str, Any]) -> Callable[[], Any]:
    known, name = portal.properties(type_), given["name"]
    present = known.definitions.get(name)
    if present is not None and not present["archived"]:
        text = f"A property named '{name}' already exists"
        raise Refusal(409, "CONFLICT", text, context={"name": [name]})
    if given["groupName"] not in known.groups:
        raise invalid(f"There is no group {given['groupName']}", groupName=given["groupName"])

    def write() -> dict[str, Any]:
        made = known.define(given, portal.now())
        if made["hasUniqueValue"]:
            portal.table(type_).make_unique(name)
        return made

    return write


def _defined(known: Properties, name: str, archived: bool = False) -> dict[str, Any]:
    found = known.definitions.get(name)
    if found is None or found["archived"] is not archived:
        raise missing("Property", name)
    return found


def _archive(portal: Portal, known: Properties, name: str) -> None:
    found = known.definitions.get(name)
    if found is None:
        return
    if found["hubspotDefined"]:
        raise invalid(f"{name} cannot be archived", propertyName=name)
    found |= {"archived": True, "archivedAt": portal.now()}


def _groups(call: Call, known: Properties, names: list[str]) -> Answer:
    groups, name = known.groups, names[0] if names else ""
    if name and name not in groups:
        raise missing("Group", name)
    match call.method:
        case "GET":
            return Answer(groups[name]) if name else page(list(groups.values()), None)
        case "POST" if call.body["name"] in groups:
            raise Refusal(409, "CONFLICT", f"There is a group {call.body['name']} already")
        case "DELETE":
            del groups[name]
            return Answer()
        case _:
            return Answer(known.add_group({**groups.get(name, {}), **call.body}))


def _owners(call: Call, portal: Portal, rest: list[str]) -> Answer:
    query = call.query
    if rest:
        key = "userId" if query.get("idProperty") == "userId" else "id"
        for owner in portal.owners:
            if str(owner[key]) == rest[0] and owner["archived"] is query.get("archived", False):
                return Answer(owner)
        raise missing("Owner", rest[0])
    found = [
        owner
        for owner in portal.owners
        if owner["archived"] is query.get("archived", False)
        and query.get("email", owner["email"]) == owner["email"]
        and int(owner["id"]) > int(query.get("after", "0"))
    ]
    shown = found[: query.get("limit", 100)]
    return page(shown, shown[-1]["id"] if shown and len(found) > len(shown) else None)


def _pipelines(
    call: Call, portal: Portal, known: dict[str, dict[str, Any]], rest: list[str]
) -> Answer | None:
    """Pipelines, and within one of them its stages, which are kept and answered alike."""
    match rest:
        case [] if call.method == "GET":
            return page([_pipeline(each) for each in known.values()], None)
        case [] | [_]:
            return _kept(call, portal, known, rest, "pipelineId", _pipeline)
        case [id_, "stages", *below] if len(below) < 2:
            if id_ not in known:
                raise missing("Pipeline", id_)
            stages: dict[str, dict[str, Any]] = known[id_]["stages"]
            if call.method == "GET" and not below:
                return page(list(stages.values()), None)
            return _kept(call, portal, stages, below, "stageId", lambda stage: stage)
        case _:
            return None


def _pipeline(kept: dict[str, Any]) -> dict[str, Any]:
    return {**kept, "stages": list(kept["stages"].values())}


def _kept(
    call: Call,
    portal: Portal,
    known: dict[str, dict[str, Any]],
    rest: list[str],
    id_name: str,
    shown: Callable[[dict[str, Any]], dict[str, Any]],
) -> Answer:
    id_ = rest[0] if rest else (call.body or {}).get(id_name) or str(len(known) + 1)
    if rest and id_ not in known:
        raise missing(id_name.removesuffix("Id"), id_)
    if not rest and id_ in known:
        raise Refusal(409, "CONFLICT", f"{id_name} {id_} is taken")
    match call.method:
        case "GET":
            return Answer(shown(known[id_]))
        case "DELETE":
            del known[id_]
            return Answer()
        case _:
            known[id_] = _setting(portal, known.get(id_, {"id": id_}), call.body, id_name)
            return Answer(shown(known[id_]))


def _setting(
    portal: Portal, before: dict[str, Any], given: dict[str, Any], id_name: str
) -> dict[str, Any]:
    """A pipeline or a stage as it is kept."""
    now = portal.now()
    dates = {"createdAt": before.get("createdAt", now), "updatedAt": now}
    changes = {name: value for name, value in given.items() if name != id_name}
    if id_name == "stageId":
        return {**_STAGE, "metadata": {}, **before, **changes, **dates}
    if "stages" in changes:
        stages: dict[str, dict[str, Any]] = {}
        for number, each in enumerate(changes["stages"], 1):
            id_ = each.get("stageId") or f"{before['id']}-{number}"
            stages[id_] = _setting(portal, {"id": id_}, each, "stageId")
        changes["stages"] = stages
    return {"archived": False, "stages": {}, **before, **changes, **dates}


def _schemas(call: Call, portal: Portal, rest: list[str]) -> Answer | None:
    match (call.method, *rest):
        case ("GET",):
            return page(list(portal.schemas.values()), None)
        case ("POST",):
            return Answer(_custom_type(portal, call.body))
        case ("GET", name):
            found = portal.schemas.get(portal.type(name))
            if found is None:
                raise missing("Schema", name)
            return Answer(found)
        case ("DELETE", name):
            portal.schemas.pop(portal.type(name), None)
            return Answer()
        case _:
            return None


def _custom_type(portal: Portal, given: dict[str, Any]) -> dict[str, Any]:
    name, now = given["name"], portal.now()
    if name in portal.schemas or name in OBJECT_TYPES:
        raise Refusal(409, "CONFLICT", f"There is an object type {name} already")
    type_id = f"2-{len(portal.schemas) + 1}"
    schema = {
        "id": type_id.removeprefix("2-"),
        "objectTypeId": type_id,
        "fullyQualifiedName": f"p_{name}",
        "associations": [],
        "archived": False,
        "createdAt": now,
        "updatedAt": now,
        **{key: given[key] for key in given if key not in ("properties", "associatedObjects")},
    }
    portal.schemas[name] = schema
    group = next(iter(portal.properties(name).groups))
    for each in given["properties"]:
        _define(portal, name, {"groupName": group, **each})()
    schema["properties"] = list(portal.properties(name).definitions.values())
    return schema

