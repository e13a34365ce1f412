"""Searches, and lists of records: MANUAL ones, which requests fill, and those that filters fill.

Searches have filters, a query and a sort order, with pages up to the 10,000th record. NEQ, NOT_IN and
NOT_CONTAINS_TOKEN also find records without a value. Strings are compared case-insensitively, numbers and
instants by their value. Without a sort order records come by id.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from ._calls import Answer, Call, Json, invalid, missing, page
from ._definitions import milliseconds
from ._portal import MORE_EMAILS, Index, Portal, Row, Table
from ._records import Records

CAP = 10_000
MOST_FILTERS, MOST_IN_ALL, MOST_CHARACTERS = 6, 18, 3000
_CACHED = 8
_LISTS = (MORE_EMAILS, "hs_merged_object_ids")
_WORDS = re.compile(r"\w+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?")

Key = tuple[int, float, str]
Test = Callable[[str | None], bool]


class Searches:
    """Responds to searches, and caches the latest results for the pages that follow."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._latest: dict[tuple[str, int, str], array[int]] = {}

    def answer(self, call: Call) -> Answer | None:
        """Return the response to a search of records, or None for any other call."""
        if (call.method, *call.segments[:2], *call.segments[3:]) != (
            "POST",
            "crm",
            "objects",
            "search",
        ):
            return None
        records, body = Records(self._portal, call.segments[2]), call.body
        _check_size(call.body)
        limit, after = body.get("limit", 10), body.get("after") or "0"
        if not after.isdecimal():
            raise invalid("after is not a cursor of this search", propertyName="after")
        first, end = int(after), int(after) + limit
        if end > CAP:
            raise invalid(f"A search returns at most {CAP} records", propertyName="after")
        found = self._found(records, body)
        query = {"properties": body.get("properties")}
        table = self._portal.indexes.get(records.type, records.table)
        shown = ((index, table.row(index)) for index in found[first:end])
        results = [records.shown(index, row, query) for index, row in shown]
        return page(results, str(end) if len(found) > end else None, total=len(found))

    def _found(self, records: Records, body: Json) -> array[int]:
        requested = [body.get(name) for name in ("filterGroups", "sorts", "query")]
        table = self._portal.indexes.get(records.type, records.table)
        key = (records.type, table.version, json.dumps(requested, sort_keys=True))
        found = self._latest.pop(key, None) or array("q", _search(records, table, body))
        self._latest[key] = found
        if len(self._latest) > _CACHED:
            del self._latest[next(iter(self._latest))]
        return found


def _check_size(body: Json) -> None:
    counts = [len(group["filters"]) for group in body.get("filterGroups") or ()]
    if max(counts, default=0) > MOST_FILTERS or sum(counts) > MOST_IN_ALL:
        text = f"A search has at most {MOST_FILTERS} filters in a group and {MOST_IN_ALL} in all"
        raise invalid(text, propertyName="filterGroups")
    if len(json.dumps(body, ensure_ascii=False, separators=(",", ":"))) > MOST_CHARACTERS:
        raise invalid(f"The body of a search has at most {MOST_CHARACTERS} characters")


def search(records: Records, body: Json) -> Iterable[int]:
    """Return where the records are that a search finds, in its order."""
    return _search(records, records.table, body)


def _search(records: Records, table: Table | Index, body: Json) -> Iterable[int]:
    groups = [group["filters"] for group in body.get("filterGroups") or ()]
    tests = [[(each["propertyName"], _test(records, each)) for each in group] for group in groups]
    words: list[str] = _WORDS.findall((body.get("query") or "").lower())

    def fits(index: int, row: Row) -> bool:
        return (
            not tests
            or any(all(t(records.value(n, index, row)) for n, t in group) for group in tests)
        ) and (not words or _mentions(row, words))

    rows = table.rows(_first(records, groups))
    found = [(index, row) for index, row in rows if fits(index, row)]
    for sort in body.get("sorts") or ():
        found = _sorted(records, found, sort)
    return [index for index, _ in found]


def _first(records: Records, groups: list[list[Json]]) -> int:
    """Return where to begin: all groups may require ids above some number."""
    lowest = [
        max(
            (
                int(each["value"])
                for each in group
                if (each["propertyName"], each["operator"][:2]) == ("hs_object_id", "GT")
                and each["value"].isdecimal()
            ),
            default=0,
        )
        for group in groups
    ]
    return max(0, min(lowest, default=0) - records.table.first)


def _sorted(
    records: Records, found: list[tuple[int, Row]], sort: str | Json
) -> list[tuple[int, Row]]:
    """Sort by a property; records without a value come last, and equal ones keep their order."""
    order = sort if isinstance(sort, str) else _order(sort)
    name = order.removeprefix("-")
    valued = [(records.value(name, index, row), index, row) for index, row in found]
    having = [(_key(value), index, row) for value, index, row in valued if value]
    having.sort(key=lambda each: each[0], reverse=order != name)
    without = [(index, row) for value, index, row in valued if not value]
    return [(index, row) for _, index, row in having] + without


def _order(sort: Json) -> str:
    """Return the short form of a sort order."""
    return f"{'-' if sort['direction'] == 'DESCENDING' else ''}{sort['propertyName']}"


def _mentions(row: Row, words: list[str]) -> bool:
    contained: list[str] = _WORDS.findall(" ".join(row.properties.values()).lower())
    return all(any(each.startswith(word) for each in contained) for word in words)


def _test(records: Records, given: Json) -> Test:
    name, operator = given["propertyName"], given["operator"]
    known = records.portal.properties(records.type)
    needed = {"IN": ["values"], "BETWEEN": ["value", "highValue"]}.get(
        operator.removeprefix("NOT_"), [] if "HAS_PROPERTY" in operator else ["value"]
    )
    if known.unknown(name):
        raise invalid(f"The property {name} does not exist", propertyName=name)
    if not all(given.get(each) for each in needed):
        raise invalid(f"{operator} requires {' and '.join(needed)}", propertyName=name)
    test = _positive(operator.removeprefix("NOT_").replace("NEQ", "EQ"), given)
    if name in _LISTS:
        test = _any_of(test)
    return (lambda value: not test(value)) if operator.startswith("N") else test


def _any_of(test: Test) -> Test:
    """Return whether a test is true for one of the values of a list."""
    return lambda value: any(map(test, value.split(";"))) if value else test(value)


def _positive(operator: str, given: Json) -> Test:
    low, high = _key(given.get("value") or ""), _key(given.get("highValue") or "")
    within = {_key(each) for each in given.get("values") or ()}
    compare: dict[str, Callable[[Key], bool]] = {
        "EQ": lambda key: key == low,
        "LT": lambda key: key < low,
        "LTE": lambda key: key <= low,
        "GT": lambda key: key > low,
        "GTE": lambda key: key >= low,
        "BETWEEN": lambda key: low <= key <= high,
        "IN": lambda key: key in within,
    }
    if operator == "HAS_PROPERTY":
        return bool
    if operator == "CONTAINS_TOKEN":
        return _contains(given["value"])
    chosen = compare[operator]
    return lambda value: chosen(_key(value)) if value else False


def _contains(wanted: str) -> Test:
    """Return whether all words are in a string; `*` stands for any letters."""
    words = [re.escape(each).replace(r"\*", r"\S*") for each in wanted.lower().split()]
    patterns = [re.compile(rf"(?<!\w){word}(?!\w)") for word in words]
    return lambda value: all(pattern.search((value or "").lower()) for pattern in patterns)


@lru_cache(maxsize=4096)
def _key(value: str) -> Key:
    """Return the sort key of a value: numbers and instants before strings."""
    if _NUMBER.fullmatch(value):
        return (0, float(value), "")
    moment = milliseconds(value)
    return (1, 0.0, value.lower()) if moment is None else (0, float(moment), "")


# The operators of filters, each with that of searches.
_TABLE = """IS_EQUAL_TO IN,IS_ANY_OF IN,IS_NOT_EQUAL_TO NOT_IN,IS_NONE_OF NOT_IN,CONTAINS CONTAINS_TOKEN,
IS_KNOWN HAS_PROPERTY,IS_UNKNOWN NOT_HAS_PROPERTY,IS_GREATER_THAN GT,IS_LESS_THAN LT"""
_OPERATORS = {name: of for name, of in map(str.split, _TABLE.split(","))}  # noqa: C416


@dataclass(slots=True)
class List:
    """A list: what its responses contain, its object type, and when each record was added."""

    shown: Json
    type: str
    added: dict[str, str] = field(default_factory=dict[str, str])
    deleted: bool = False


def answer_lists(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about lists, or None for any other call."""
    query, body = call.query, call.body
    lists = [each for each in portal.lists.values() if not each.deleted]
    match (call.method, *call.segments):
        case ("POST", "crm", "lists"):
            return Answer({"list": _shown(portal, _create(portal, body))})
        case ("GET", "crm", "lists"):
            found = [_one(portal, id_) for id_ in query.get("listIds", ())]
            return Answer({"lists": [_shown(portal, each) for each in found]})
        case ("POST", "crm", "lists", "search"):
            return _search_lists(lists, body)
        case ("GET", "crm", "lists", "object-type-id", type_, "name", name):
            if not (found := _named(portal, portal.type(type_), name)):
                raise missing("List", name)
            return Answer({"list": _shown(portal, found[0])})
        case ("GET", "crm", "lists", "records", type_, id_, "memberships"):
            id_, own = portal.existing(portal.type(type_), id_), portal.type(type_)
            names = ("firstAddedTimestamp", "lastAddedTimestamp")
            known = [(e.shown, members(portal, e).get(id_)) for e in lists if e.type == own]
            return page([{**list_, **dict.fromkeys(names, when)} for list_, when in known if when])
        case (_, "crm", "lists", ("folders" | "idmapping" | "records"), *_):
            return None
        case ("PUT", "crm", "lists", id_, "restore"):
            _one(portal, id_, deleted=True).deleted = False
            return Answer()
        case (method, "crm", "lists", id_, *rest):
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
        case ("PUT", "update-list-filters"):
            if shown["processingType"] != "DYNAMIC":
                raise invalid("Only a DYNAMIC list has filters that can be changed")
            _groups(call.body["filterBranch"])
            shown |= {**call.body, "processingStatus": "PROCESSING"}
        case ("GET", "memberships", *_):
            after, limit = int(query.get("after") or 0), query.get("limit", 100)
            times = members(portal, chosen)
            ids = [id_ for id_ in times if int(id_) > after]
            last = ids[:limit][-1] if len(ids) > limit else None
            found = [{"recordId": i, "membershipTimestamp": times[i]} for i in ids[:limit]]
            return page(found, last, total=len(times))
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
    index = portal.table(chosen.type).index
    absent = [id_ for id_ in (*add, *remove) if index(id_) is None]
    added = [id_ for id_ in add if id_ not in absent and id_ not in chosen.added]
    removed = [id_ for id_ in remove if chosen.added.pop(id_, None)]
    chosen.added |= dict.fromkeys(added, portal.now())
    ids = {"recordIdsMissing": absent, "recordIdsRemoved": removed, "recordsIdsAdded": added}
    return Answer(ids)


def _create(portal: Portal, given: Json) -> List:
    kind, type_ = given["processingType"], portal.type(given["objectTypeId"])
    filters = given.get("filterBranch")
    if kind not in ("MANUAL", "DYNAMIC", "SNAPSHOT") or (kind == "MANUAL") is bool(filters):
        text = "A list is DYNAMIC or SNAPSHOT and has a filterBranch, or is MANUAL and has none"
        raise invalid(text, processingType=kind)
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
    kinds = {each.get("filterBranchType") for each in (branch, *below)}
    if kinds != {"OR", "AND"} or branch["filterBranchType"] != "OR" or branch.get("filters"):
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
    name = given["property"]
    return {"propertyName": name, "operator": operator, "value": value, "values": values}


def _shown(portal: Portal, chosen: List) -> Json:
    return {**chosen.shown, "size": len(members(portal, chosen))}


def _search_lists(lists: list[List], requested: Json) -> Answer:
    found: list[Json] = [
        {**each, "additionalProperties": {}}
        for each in (known.shown for known in lists)
        if (requested.get("query") or "").lower() in each["name"].lower()
        and each["processingType"] in (requested.get("processingTypes") or [each["processingType"]])
        and each["listId"] in (requested.get("listIds") or [each["listId"]])
        and requested.get("objectTypeId") in (None, each["objectTypeId"])
    ]
    first = requested.get("offset") or 0
    end = min(first + (requested.get("count") or 20), len(found))
    more = {"hasMore": end < len(found), "offset": end, "total": len(found)}
    return Answer({"lists": found[first:end], **more})


def _one(portal: Portal, id_: str, *, deleted: bool = False) -> List:
    found = portal.lists.get(id_)
    if found is None or found.deleted is not deleted:
        raise missing("List", id_)
    return found


def _named(portal: Portal, type_: str, name: str) -> list[List]:
    wanted = (type_, name, False)
    lists = portal.lists.values()
    return [each for each in lists if (each.type, each.shown["name"], each.deleted) == wanted]


def _refuse_taken(portal: Portal, type_: str, name: str) -> None:
    if _named(portal, type_, name):
        raise invalid(f"A list with the name {name} already exists", name=name)
