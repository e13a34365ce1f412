"""What an account defines: object types, association types, properties and pipelines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from hubspot_crm.association_types import (
    UnknownAssociationError,
    association,
    name_of,
    type_ids,
)

from ._calls import Answer, Call, Json, Refusal, missing, page

if TYPE_CHECKING:
    from ._portal import Portal


_WITHOUT_ID = ("contracts", "deal_splits", "forecasts", "partner_clients", "partner_services")
TYPE_IDS = {**type_ids(), **dict.fromkeys(_WITHOUT_ID, "-")}
_CUSTOM = re.compile(r"2-\d+|p\d*_\w+")

# The default properties of a record, besides its id and its dates.
DEFAULT_PROPERTIES = {
    "contacts": ("email", "firstname", "lastname"),
    "companies": ("domain", "name"),
    "deals": ("amount", "closedate", "dealname", "dealstage", "pipeline"),
    "tickets": ("content", "hs_pipeline", "hs_pipeline_stage", "hs_ticket_priority", "subject"),
}


def object_type(name: str) -> str | None:
    """Return the canonical name of a type, or None if no account has it."""
    low = name_of(name).lower()
    forms = (low, f"{low}s", f"{low[:-1]}ies")
    known = next((form for form in forms if form in TYPE_IDS), None)
    return known or (name if _CUSTOM.fullmatch(name) else None)


def singular(type_name: str) -> str:
    """Return the name of one record of a type: company, for companies."""
    return f"{type_name[:-3]}y" if type_name.endswith("ies") else type_name.removesuffix("s")


# Association types that are not in association_types.py: label, number, and number of the reverse.
_LABELLED = {
    ("companies", "companies"): (("Child Company", 13, 14), ("Parent Company", 14, 13)),
    ("leads", "contacts"): (("Primary", 578, 100_578),),
    ("leads", "companies"): (("Primary", 580, 100_580),),
}


@cache
def defined_kinds(from_type: str, to_type: str) -> tuple[tuple[str | None, int, int], ...]:
    """Return the association types that are the same in every account: label, number, and number of the reverse.

    Where only one direction is documented, the number of the other one is made up.
    """
    found: list[tuple[str | None, int, int]] = []
    for primary, label in ((False, None), (True, "Primary")):
        there = _number(from_type, to_type, primary)
        back = _number(to_type, from_type, primary)
        if there or back:
            found.append((label, there or 100_000 + back, back or 100_000 + there))
    reverse = [(label, n, m) for label, m, n in _LABELLED.get((to_type, from_type), ())]
    return (*found, *_LABELLED.get((from_type, to_type), reverse))


def _number(from_type: str, to_type: str, primary: bool) -> int:
    try:
        return association(from_type, to_type, primary=primary).association_type_id
    except UnknownAssociationError:
        return 0


@cache
def pair_of(number: int) -> tuple[str, str] | None:
    """Return the object types that an association type leads from and to, if it is listed."""
    for start, to in product(TYPE_IDS, TYPE_IDS):
        if any(number == there for _, there, _ in defined_kinds(start, to)):
            return start, to
    return None


def key(type_name: str) -> str:
    """Return the name of a type as a key of the associations of a record."""
    return "line items" if type_name == "line_items" else type_name


_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_EPOCH = re.compile(r"-?\d+")
_DAY = 86_400_000
_OWN = ("hs_object_id", "createdate", "hs_createdate", "hs_lastmodifieddate", "lastmodifieddate")
_DATETIMES = (*_OWN[1:], "closedate", "hs_timestamp")
# No quotation marks before the @, and a top-level domain of letters behind it.
_EMAIL = re.compile(
    r"[^\s@\"(),:;<>\[\]\\.]+(\.[^\s@\"(),:;<>\[\]\\.]+)*@([\w-]+\.)+([^\W\d_]{2,24}|xn--[\w-]+)"
)

Fault = tuple[str, str, str]


def updated_property(object_type: str) -> str:
    """Return the name of the property that holds when a record of a type was last changed."""
    return "lastmodifieddate" if object_type == "contacts" else "hs_lastmodifieddate"


def not_valid(faults: Iterable[Fault]) -> Refusal:
    """Return the refusal of values: the name of each property, the code of its error, and the message."""
    found = list(faults)
    errors = [
        {"message": text, "code": code, "context": {"propertyName": [name]}}
        for name, code, text in found
    ]
    results = [{"isValid": False, "message": m, "error": code, "name": n} for n, code, m in found]
    message = f"Property values were not valid: {json.dumps(results)}"
    context = {"propertyName": [name for name, _, _ in found]}
    return Refusal(400, "VALIDATION_ERROR", message, context, members={"errors": errors})


class Properties:
    """The properties of one object type. `strict`: those without a definition are refused."""

    def __init__(self, object_type: str, now: str, *, strict: bool) -> None:
        self.strict = strict
        self.definitions: dict[str, Json] = {}
        self._group = f"{object_type}_information"
        self._emails = object_type == "contacts"
        others = {"lastmodifieddate", "hs_lastmodifieddate"} - {updated_property(object_type)}
        names = [name for name in _DATETIMES if name not in others]
        for name in (*names, "hs_object_id", *(["email"] if self._emails else [])):
            kind = "datetime" if name in names else "string"
            given = {"name": name, "type": kind, "hasUniqueValue": name == "email"}
            self.define(given, now, ours=True)

    def define(self, given: Json, now: str, *, ours: bool = False) -> Json:
        """Add or replace a definition."""
        name = given["name"]
        self.definitions[name] = {
            "label": name,
            "description": "",
            "groupName": self._group,
            "fieldType": "text",
            "options": [],
            "hasUniqueValue": False,
            "archived": False,
            "createdAt": now,
            "hubspotDefined": ours,
            "modificationMetadata": {
                "archivable": not ours,
                "readOnlyDefinition": ours,
                "readOnlyValue": name in _OWN,
            },
            **given,
            "updatedAt": now,
        }
        return self.definitions[name]

    def checked(self, values: Mapping[str, str | None]) -> dict[str, str]:
        """Return the values to store: "" clears a property, null leaves it as it is.

        Raises Refusal, naming every invalid property.
        """
        written = {name: value for name, value in values.items() if value is not None}
        faults = {name: self._fault(name, value) for name, value in written.items()}
        found = [(name, *fault) for name, fault in faults.items() if fault]
        if found:
            raise not_valid(found)
        if self._emails and "email" in written:
            written["email"] = written["email"].lower()
        return written

    def unknown(self, name: str) -> bool:
        """Return whether there is no such property; by default only some are known to be missing."""
        return name not in self.definitions and (self.strict or name in _OWN)

    def _fault(self, name: str, value: str) -> tuple[str, str] | None:
        definition = self.definitions.get(name)
        if definition is None or definition["archived"]:
            lenient = definition is None and not self.unknown(name)
            return None if lenient else ("PROPERTY_DOESNT_EXIST", f"{name} does not exist")
        if name in _OWN:
            return "READ_ONLY_VALUE", f"{name} is a read only property"
        if name == "email" and self._emails and value and not _EMAIL.fullmatch(value):
            return "INVALID_EMAIL", f"Email address {value} is invalid"
        kind = definition["type"]
        if kind == "enumeration" and definition["options"]:
            allowed = {option["value"] for option in definition["options"]}
            several = definition["fieldType"] == "checkbox"
            chosen = value.split(";") if several else [value]
            wrong = [each for each in chosen if each and each not in allowed]
            return invalid_option(wrong[0], allowed) if wrong else None
        fits = value == "" or _fits(kind, value)
        return None if fits else (f"INVALID_{kind.upper()}", f"{value} is not a valid {kind}")


def invalid_option(value: str, allowed: Iterable[str]) -> tuple[str, str]:
    """Return the code and the message of an error about a value that is not an option."""
    options = ", ".join(sorted(allowed))
    return "INVALID_OPTION", f"{value} was not one of the allowed options: [{options}]"


def milliseconds(value: str) -> int | None:
    """Return an instant as milliseconds since 1970; it is given so, or in ISO 8601."""
    if _EPOCH.fullmatch(value):
        return int(value)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


def _fits(kind: str, value: str) -> bool:
    match kind:
        case "bool":
            return value.lower() in ("true", "false")
        case "number":
            return _NUMBER.fullmatch(value) is not None
        case "date":
            moment = milliseconds(value)
            return moment is not None and moment % _DAY == 0
        case "datetime":
            return milliseconds(value) is not None
        case _:
            return True


# The first pipeline of an account: its id, its name, and the ids and names of its stages.
_FIRST = {
    "deals": (
        "default",
        "Sales Pipeline",
        "appointmentscheduled=Appointment Scheduled,qualifiedtobuy=Qualified To Buy,"
        "presentationscheduled=Presentation Scheduled,decisionmakerboughtin=Decision Maker Bought-In,"
        "contractsent=Contract Sent,closedwon=Closed Won,closedlost=Closed Lost",
    ),
    "tickets": (
        "0",
        "Support Pipeline",
        "1=New,2=Waiting on contact,3=Waiting on us,4=Closed",
    ),
}
_METADATA: dict[str, tuple[str, list[str]]] = {
    "deals": ("probability", ["0.2", "0.4", "0.6", "0.8", "0.9", "1.0", "0.0"]),
    "tickets": ("ticketState", ["OPEN", "OPEN", "OPEN", "CLOSED"]),
}


def placed(
    portal: Portal, type_: str, values: dict[str, str], before: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the values to store: a new record gets the first pipeline.

    Raises Refusal for a pipeline that does not exist, and for a stage of another pipeline. Properties that a
    test defined with options of its own are not checked.
    """
    known = portal.pipelines(type_)
    if not known:
        return values
    names = ("pipeline", "dealstage") if type_ == "deals" else ("hs_pipeline", "hs_pipeline_stage")
    where, stage = names
    if before is None and not values.get(where):
        values = {**values, where: next(iter(known))}
    if not (values.get(where) or values.get(stage)):
        return values
    defined = portal.properties(type_).definitions
    if where in defined or stage in defined:
        return values
    now = {**(before or {}), **values}
    if now.get(where) not in known:
        raise not_valid([(where, *invalid_option(now.get(where, ""), known))])
    stages = [each["id"] for each in known[now[where]]["stages"]]
    if now.get(stage) and now[stage] not in stages:
        raise not_valid([(stage, *invalid_option(now[stage], stages))])
    return values


def first_pipelines(type_: str, now: str) -> dict[str, Json]:
    """Return the pipelines of a type in a new account, by id."""
    if type_ not in _FIRST:
        return {}
    id_, label, listed = _FIRST[type_]
    name, metadata = _METADATA[type_]
    stages = [
        {"stageId": stage, "label": text, "displayOrder": n, "metadata": {name: metadata[n]}}
        for n, (stage, text) in enumerate(each.split("=") for each in listed.split(","))
    ]
    given = {"pipelineId": id_, "label": label, "displayOrder": 0, "stages": stages}
    return {id_: _pipeline(given, id_, now)}


def answer_pipelines(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about pipelines, or None for any other call."""
    match (call.method, *call.segments):
        case (("GET" | "POST") as method, "crm", "pipelines", name, *rest) if len(rest) < 2:
            known = portal.pipelines(portal.type(name))
        case _:
            return None
    if rest and rest[0] not in known:
        raise missing("Pipeline", rest[0])
    if method == "GET":
        return Answer(known[rest[0]]) if rest else page(list(known.values()))
    id_ = call.body.get("pipelineId") or str(len(known) + 1)
    known[id_] = _pipeline(call.body, id_, portal.now())
    return Answer(known[id_])


def _pipeline(given: Json, id_: str, now: str) -> Json:
    dates = {"createdAt": now, "updatedAt": now}
    usual: Json = {**dates, "archived": False, "writePermissions": "CRM_PERMISSIONS_ENFORCEMENT"}
    stages = [
        {"id": each.get("stageId") or f"{id_}-{number}", **each, **usual}
        for number, each in enumerate(given["stages"], 1)
    ]
    return {**given, **dates, "id": id_, "archived": False, "stages": stages}
