"""Lists of records: MANUAL ones, which requests fill, and those that filters fill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ._answers import Answer, Json, invalid, missing, page
from ._records import Records
from ._search import search

if TYPE_CHECKING:
    from ._documents import Call
    from ._portal import Portal

# The operators of filters as those of searches.
_OPERATORS = {
    name: operator
    for names, operator in (
        ("IS_EQUAL_TO IS_ANY_OF", "IN"),
        ("IS_NOT_EQUAL_TO IS_NONE_OF", "NOT_IN"),
        ("CONTAINS", "CONTAINS_TOKEN"),
        ("IS_KNOWN", "HAS_PROPERTY"),
        ("IS_UNKNOWN", "NOT_HAS_PROPERTY"),
        ("IS_GREATER_THAN", "GT"),
        ("IS_LESS_THAN", "LT"),
    )
    for name in names.split()
}


@dataclass(slots=True)
class List:
    """A list: what its responses contain, its object type, and when each record was added."""

    shown: Json
    type: str
    added: dict[str, str] = field(default_factory=dict[str, str])
    deleted: bool = False


def answer_lists(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about lists, or None for any other call."""
    if call.place[:2] != ("crm", "lists") or call.place[2:3] in (("folders",), ("idmapping",)):
        return None
    query, body, known = call.query, call.body, portal.lists
    match (call.method, *call.place[2:]):
        case ("POST",):
            return Answer({"list": _shown(portal, _create(portal, body))})
        case ("GET",):
            found = [_one(portal, id_) for id_ in query.get("listIds", ())]
            return Answer({"lists": [_shown(portal, each) for each in found]})
        case ("POST", "search"):
            return Answer(_found(portal, body))
        case ("GET", "object-type-id", type_, "name", name):
            for each in _named(portal, portal.type(type_), name):
                return Answer({"list": _shown(portal, each)})
            raise missing("List", name)
        case ("GET", "records", type_, id_, "memberships"):
            id_, own = portal.existing(portal.type(type_), id_), portal.type(type_)
            lists = [each for each in known.values() if each.type == own and not each.deleted]
            times = [(each.shown, members(portal, each).get(id_)) for each in lists]
            return page([_membership(shown, when) for shown, when in times if when])
        case ("PUT", id_, "restore"):
            _one(portal, id_, deleted=True).deleted = False
            return Answer()
        case (method, id_, *rest) if id_ != "records":
            return _answer_one(call, portal, _one(portal, id_), method, rest)
        case _:
            return None


def members(portal: Portal, chosen: List) -> dict[str, str]:
    """Return when each record of a list was added, by its id."""
    if chosen.shown["processingType"] == "DYNAMIC":
        return _matching(portal, chosen)
    table = portal.table(chosen.type)
    ids = ((id_, table.index(id_)) for id_ in sorted(chosen.added))
    return {i: chosen.added[i] for i, n in ids if n is not None and n not in table.archived}


def _answer_one(
    call: Call, portal: Portal, chosen: List, method: str, rest: list[str]
) -> Answer | None:
    shown, query = chosen.shown, call.query
    match (method, *rest):
        case ("GET",):
            answer = {"list": _shown(portal, chosen)}
            shown["processingStatus"] = "COMPLETE"  # the next time
            return Answer(answer)
        case ("DELETE",):
            chosen.deleted = True
            return Answer()
        case ("PUT", "update-list-name"):
            _refuse_taken(portal, chosen.type, query["listName"])
            shown["name"] = query["listName"]
        case ("PUT", "update-list-filters") if shown["processingType"] == "DYNAMIC":
            _groups(call.body["filterBranch"])
            shown |= {**call.body, "processingStatus": "PROCESSING"}
        case ("PUT", "update-list-filters"):
            raise invalid("Only a DYNAMIC list has filters that can be changed")
        case ("GET", "memberships", *_):
            after, limit = int(query.get("after") or 0), query.get("limit", 100)
            times = members(portal, chosen)
            found: list[Json] = [
                {"recordId": id_, "membershipTimestamp": when}
                for id_, when in times.items()
                if int(id_) > after
            ]
            more = len(found) > limit
            last = str(found[limit - 1]["recordId"]) if more else None
            return page(found[:limit], last, total=len(times))
        case (_, "memberships", *what):
            return _change(call, portal, chosen, what)
        case _:
            return None
    shown |= {"listVersion": shown["listVersion"] + 1, "updatedAt": portal.now()}
    return Answer({"updatedList": _shown(portal, chosen)})


def _change(call: Call, portal: Portal, chosen: List, what: list[str]) -> Answer:
    """Add records to a list, and remove them."""
    if chosen.shown["processingType"] == "DYNAMIC":
        raise invalid("The records of a DYNAMIC list cannot be added or removed")
    if not what:
        chosen.added.clear()
        return Answer()
    if what[0] == "add-from":
        chosen.added = members(portal, _one(portal, what[1])) | chosen.added
        return Answer()
    both: Json = {"add": (call.body, []), "remove": ([], call.body)}
    add, remove = both.get(what[0]) or (call.body["recordIdsToAdd"], call.body["recordIdsToRemove"])
    table = portal.table(chosen.type)
    absent = [id_ for id_ in (*add, *remove) if table.index(id_) is None]
    added = [id_ for id_ in add if id_ not in absent and id_ not in chosen.added]
    removed = [id_ for id_ in remove if chosen.added.pop(id_, None)]
    chosen.added |= dict.fromkeys(added, portal.now())
    names = ("recordIdsMissing", "recordIdsRemoved", "recordsIdsAdded")
    return Answer(dict(zip(names, (absent, removed, added), strict=True)))


def _create(portal: Portal, given: Json) -> List:
    kind, type_ = given["processingType"], portal.type(given["objectTypeId"])
    if kind not in ("MANUAL", "DYNAMIC", "SNAPSHOT"):
        raise invalid(f"Unknown processing type: {kind}", processingType=kind)
    filters = given.get("filterBranch")
    if (kind == "MANUAL") is bool(filters):
        raise invalid(f"A {kind} list has {'no' if filters else 'a'} filterBranch")
    _refuse_taken(portal, type_, given["name"])
    id_, now = str(len(portal.lists) + 1), portal.now()
    shown: Json = {**given, "listId": id_, "listVersion": 1, "createdAt": now, "updatedAt": now}
    shown["processingStatus"] = "PROCESSING" if filters else "COMPLETE"
    made = List(shown | {"objectTypeId": portal.type_id(type_)}, type_)
    if filters:
        found = _matching(portal, made)
        made.added = found if kind == "SNAPSHOT" else {}
    portal.lists[id_] = made
    return made


def _matching(portal: Portal, chosen: List) -> dict[str, str]:
    """Return the records that the filters of a list find."""
    records, groups = Records(portal, chosen.type), _groups(chosen.shown["filterBranch"])
    indexes = search(records, {"filterGroups": groups}) if groups else ()
    return {records.table.id(index): chosen.shown["createdAt"] for index in indexes}


def _groups(branch: Json) -> list[Json]:
    """Return the groups of filters of a search. One with a filter that is not simulated finds nothing."""
    below: list[Json] = branch.get("filterBranches") or []
    kinds = {each.get("filterBranchType") for each in below}
    if branch.get("filterBranchType") != "OR" or branch.get("filters") or kinds != {"AND"}:
        raise invalid("The root of the filters is an OR branch with AND branches and no filters")
    found = [[_filter(each) for each in group.get("filters") or ()] for group in below]
    return [{"filters": group} for group in found if None not in group]


def _filter(given: Json) -> Json | None:
    operation: Json = given.get("operation") or {}
    operator = _OPERATORS.get(operation.get("operator", ""))
    if given.get("filterType") != "PROPERTY" or operator is None:
        return None
    values = [str(each) for each in operation.get("values") or [operation.get("value", "")]]
    value = f"*{values[0]}*" if operator == "CONTAINS_TOKEN" else values[0]
    name = {"propertyName": given["property"], "operator": operator}
    return {**name, "value": value, "values": values}


def _shown(portal: Portal, chosen: List) -> Json:
    return {**chosen.shown, "size": len(members(portal, chosen))}


def _found(portal: Portal, asked: Json) -> Json:
    """Return the response to a search of lists."""
    wanted = [("processingType", "processingTypes"), ("listId", "listIds")]
    lists = [each.shown for each in portal.lists.values() if not each.deleted]
    found: list[Json] = [
        {**each, "additionalProperties": {}}
        for each in lists
        if (asked.get("query") or "").lower() in each["name"].lower()
        and all(not asked.get(several) or each[one] in asked[several] for one, several in wanted)
        and asked.get("objectTypeId") in (None, each["objectTypeId"])
    ]
    first = asked.get("offset") or 0
    end = min(first + (asked.get("count") or 20), len(found))
    more = {"hasMore": end < len(found), "offset": end, "total": len(found)}
    return {"lists": found[first:end], **more}


def _membership(shown: Json, when: str) -> Json:
    times = dict.fromkeys(("firstAddedTimestamp", "lastAddedTimestamp"), when)
    return {"listId": shown["listId"], "listVersion": shown["listVersion"], **times}


def _one(portal: Portal, id_: str, *, deleted: bool = False) -> List:
    found = portal.lists.get(id_)
    if found is None or found.deleted is not deleted:
        raise missing("List", id_)
    return found


def _named(portal: Portal, type_: str, name: str) -> Iterator[List]:
    for each in portal.lists.values():
        if (each.type, each.shown["name"], each.deleted) == (type_, name, False):
            yield each


def _refuse_taken(portal: Portal, type_: str, name: str) -> None:
    if any(_named(portal, type_, name)):
        raise invalid(f"A list with the name {name} already exists", name=name)
