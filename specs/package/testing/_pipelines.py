"""Pipelines: those that every account has, their API, and the stages that records may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ._answers import Answer, Json, missing, page
from ._properties import invalid_option, not_valid

if TYPE_CHECKING:
    from ._documents import Call
    from ._portal import Portal

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
    match (call.method, *call.place):
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
