"""What the APIs of properties, owners, pipelines and custom object types answer."""

from __future__ import annotations

from ._answers import Answer, Json, Refusal, Write, batch, invalid, missing, page
from ._documents import Call
from ._portal import Portal


def answer_settings(call: Call, portal: Portal) -> Answer | None:
    """The answer to a call of one of these APIs; None where it is another one."""
    match (call.method, *call.place):
        case (_, "crm", "properties", name, *rest) if rest[:1] != ["groups"]:
            return _Properties(call, portal, name).answer(rest)
        case ("GET", "crm", "owners", *rest):
            return _owners(call, portal, rest)
        case (_, "crm", "pipelines", name, *rest) if len(rest) < 2:
            return _pipelines(call, portal, portal.type(name), rest)
        case ("GET", "crm-object-schemas", "schemas"):
            return page(list(portal.schemas.values()))
        case ("POST", "crm-object-schemas", "schemas"):
            return Answer(_custom_type(portal, call.body))
        case _:
            return None


class _Properties:
    """The definitions of the properties of one type."""

    def __init__(self, call: Call, portal: Portal, name: str) -> None:
        self._call, self._portal = call, portal
        self._type = portal.type(name)
        self._known = portal.properties(self._type).definitions

    def answer(self, rest: list[str]) -> Answer | None:
        body, now = self._call.body or {}, self._portal.now()
        archived = bool((body if rest == ["batch", "read"] else self._call.query).get("archived"))
        match (self._call.method, *rest):
            case ("GET",):
                return page([each for each in self._known.values() if each["archived"] is archived])
            case ("POST",):
                return Answer(self._define(body)())
            case ("POST", "batch", "create"):
                return batch(body["inputs"], self._define, now)
            case ("POST", "batch", "read"):
                return batch(body["inputs"], lambda each: self._read(each["name"], archived), now)
            case ("POST", "batch", "archive"):
                for each in body["inputs"]:
                    self._archive(each["name"])
                return Answer()
            case ("GET", name):
                return Answer(self._read(name, archived)())
            case ("PATCH", name):
                return Answer(self._portal.define(self._type, {**self._read(name)(), **body}))
            case ("DELETE", name):
                self._archive(name)
                return Answer()
            case _:
                return None

    def _read(self, name: str, archived: bool = False) -> Write:
        found = self._known.get(name)
        if found is None or found["archived"] is not archived:
            raise missing("Property", name)
        return lambda: found

    def _define(self, given: Json) -> Write:
        if self._known.get(given["name"], {"archived": True})["archived"] is False:
            text = f"A property named '{given['name']}' already exists"
            raise Refusal(409, "CONFLICT", text, {"name": [given["name"]]})
        return lambda: self._portal.define(self._type, given)

    def _archive(self, name: str) -> None:
        found = self._known.get(name, {"hubspotDefined": False})
        if found["hubspotDefined"]:
            raise invalid(f"{name} cannot be archived", propertyName=name)
        found |= {"archived": True, "archivedAt": self._portal.now()}


def _owners(call: Call, portal: Portal, rest: list[str]) -> Answer:
    query, key = call.query, call.query.get("idProperty", "id")
    archived = query.get("archived", False)
    owners = [owner for owner in portal.owners if owner["archived"] is archived]
    if rest:
        found = [owner for owner in owners if str(owner[key]) == rest[0]]
        if not found:
            raise missing("Owner", rest[0])
        return Answer(found[0])
    after, limit = int(query.get("after") or "0"), query.get("limit", 100)
    found = [owner for owner in owners if query.get("email") in (None, owner["email"])]
    found = [owner for owner in found if int(owner["id"]) > after]
    return page(found[:limit], found[limit - 1]["id"] if len(found) > limit else None)


def _pipelines(call: Call, portal: Portal, type_: str, rest: list[str]) -> Answer:
    known = portal.pipelines.setdefault(type_, {})
    now, body = portal.now(), call.body or {}
    if not rest and call.method == "GET":
        return page(list(known.values()))
    id_ = rest[0] if rest else body.get("pipelineId") or str(len(known) + 1)
    if rest and id_ not in known:
        raise missing("Pipeline", id_)
    if call.method == "DELETE":
        del known[id_]
        return Answer()
    if call.method != "GET":
        usual: Json = {"archived": False, "createdAt": now, "updatedAt": now}
        given = {name: value for name, value in body.items() if name != "pipelineId"}
        if "stages" in given:
            rights = {"writePermissions": "CRM_PERMISSIONS_ENFORCEMENT"}
            given["stages"] = [
                {"id": each.get("stageId") or f"{id_}-{number}", **each, **usual, **rights}
                for number, each in enumerate(given["stages"], 1)
            ]
        known[id_] = {**usual, **known.get(id_, {"id": id_}), **given, "updatedAt": now}
    return Answer(known[id_])


def _custom_type(portal: Portal, given: Json) -> Json:
    name, now, number = given["name"], portal.now(), len(portal.schemas) + 1
    if name in portal.schemas:
        raise Refusal(409, "CONFLICT", f"There is an object type {name} already")
    ids = {"id": str(number), "objectTypeId": f"2-{number}", "fullyQualifiedName": f"p_{name}"}
    dates = {"createdAt": now, "updatedAt": now}
    portal.schemas[name] = {**given, **ids, **dates, "archived": False, "associations": []}
    portal.schemas[name]["properties"] = [portal.define(name, each) for each in given["properties"]]
    return portal.schemas[name]
