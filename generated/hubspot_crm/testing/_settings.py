"""The APIs of properties, owners and custom object types."""

from __future__ import annotations

from ._answers import Answer, Json, Refusal, Write, batch, invalid, missing, page
from ._documents import Call
from ._portal import PORTAL, Portal


def answer_settings(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call of one of these APIs, or None for any other call."""
    match (call.method, *call.place):
        case (_, "crm", "properties", name, *rest) if rest[:1] != ["groups"]:
            return _properties(call, portal, portal.type(name), rest)
        case ("GET", "crm", "owners", *rest):
            return _owners(call, portal, rest)
        case ("GET", "crm-object-schemas", "schemas"):
            return page(list(portal.schemas.values()))
        case ("POST", "crm-object-schemas", "schemas"):
            return Answer(_custom_type(portal, call.body))
        case ("GET", "crm-object-schemas", "schemas", name) if portal.type(name) in portal.schemas:
            return Answer(portal.schemas[portal.type(name)])
        case _:
            return None


def _properties(call: Call, portal: Portal, type_: str, rest: list[str]) -> Answer | None:
    known, body = portal.properties(type_).definitions, call.body
    archived = (body if rest == ["batch", "read"] else call.query).get("archived", False)

    def read(given: Json) -> Write:
        found = known.get(given["name"])
        if found is None or found["archived"] is not archived:
            raise missing("Property", given["name"])
        return lambda: found

    def define(given: Json) -> Write:
        name = given["name"]
        if name in known and not known[name]["archived"]:
            text = f"A property named '{name}' already exists"
            raise Refusal(409, "CONFLICT", text, {"name": [name]})
        return lambda: portal.define(type_, given)

    def archive(names: list[str]) -> Answer:
        for name in [name for name in names if name in known]:
            if known[name]["hubspotDefined"]:
                raise invalid(f"{name} cannot be archived", propertyName=name)
            known[name] |= {"archived": True, "archivedAt": portal.now()}
        return Answer()

    match (call.method, *rest):
        case ("GET",):
            return page([each for each in known.values() if each["archived"] is archived])
        case ("POST",):
            return Answer(define(body)())
        case ("POST", "batch", ("create" | "read") as what):
            return batch(body["inputs"], define if what == "create" else read, portal.now())
        case ("POST", "batch", "archive"):
            return archive([each["name"] for each in body["inputs"]])
        case ("GET", name):
            return Answer(read({"name": name})())
        case ("PATCH", name):
            return Answer(portal.define(type_, {**read({"name": name})(), **body}))
        case ("DELETE", name):
            return archive([name])
        case _:
            return None


def _owners(call: Call, portal: Portal, rest: list[str]) -> Answer:
    query, key = call.query, call.query.get("idProperty", "id")
    archived = query.get("archived", False)
    owners = [owner for owner in portal.owners if owner["archived"] is archived]
    if rest:
        one = [owner for owner in owners if str(owner[key]) == rest[0]]
        if not one:
            raise missing("Owner", rest[0])
        return Answer(one[0])
    after, limit = int(query.get("after") or "0"), int(query.get("limit", 100))
    found: list[Json] = [o for o in owners if query.get("email") in (None, o["email"])]
    found = [owner for owner in found if int(owner["id"]) > after]
    return page(found[:limit], found[limit - 1]["id"] if len(found) > limit else None)


def _custom_type(portal: Portal, given: Json) -> Json:
    name, now, number = f"p{PORTAL}_{given['name']}", portal.now(), len(portal.schemas) + 1
    if name in portal.schemas:
        raise Refusal(409, "CONFLICT", f"The object type {name} already exists")
    ids = {"id": str(number), "objectTypeId": f"2-{number}", "fullyQualifiedName": name}
    dates = {"createdAt": now, "updatedAt": now}
    portal.schemas[name] = {**given, **ids, **dates, "archived": False, "associations": []}
    portal.schemas[name]["properties"] = [portal.define(name, each) for each in given["properties"]]
    return portal.schemas[name]
