"""What the record APIs answer: one record, lists, batches, merges, erasure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from ._answers import TRACE, Answer, page, run_batch
from ._documents import Call
from ._portal import Portal, iso
from ._refusal import Refusal, invalid, missing
from ._store import Row
from ._types import DEFAULT_PROPERTIES

Write = Callable[[], dict[str, Any]]


def answer_records(call: Call, portal: Portal) -> Answer | None:
    """The answer to a call of a record API; None where it is another one."""
    if call.place[:2] != ("crm", "objects") or len(call.place) < 3:
        return None
    records = Records(portal, call.place[2])
    query, body = call.query, call.body
    id_property = query.get("idProperty")
    match (call.method, *call.place[3:]):
        case ("POST",):
            return Answer(records.create(body, set())())
        case ("GET",):
            return records.list(query)
        case ("GET", id_):
            return Answer(records.get(id_, query))
        case ("PATCH", id_):
            return Answer(records.update({**body, "id": id_, "idProperty": id_property}, set())())
        case ("DELETE", id_):
            records.archive(id_)
            return Answer()
        case ("POST", "merge"):
            return Answer(records.merge(body["primaryObjectId"], body["objectIdToMerge"]))
        case ("POST", "gdpr-delete"):
            records.erase(body["objectId"], body.get("idProperty"))
            return Answer()
        case ("POST", "batch", "archive"):
            for each in body["inputs"]:
                records.archive(each["id"])
            return Answer()
        case ("POST", "batch", "read"):
            return records.read(body, archived=query.get("archived", False))
        case ("POST", "batch", ("create" | "update" | "upsert") as what):
            claimed: set[tuple[str, str]] = set()
            prepare = getattr(records, what)
            return run_batch(body["inputs"], lambda each: prepare(each, claimed), portal.now())
        case _:
            return None


class Records:
    """The records of one type. Methods that write check first and return what writes."""

    def __init__(self, portal: Portal, type_name: str) -> None:
        self.portal = portal
        self.type = portal.type(type_name)
        self.table = portal.table(self.type)
        basic = self.type in DEFAULT_PROPERTIES
        self._created = "createdate" if basic else "hs_createdate"
        self._updated = "lastmodifieddate" if self.type == "contacts" else "hs_lastmodifieddate"

    def create(self, given: dict[str, Any], claimed: set[tuple[str, str]]) -> Write:
        """Check a new record; `claimed` are the unique values that the batch has taken so far."""
        values = self.portal.properties(self.type).checked(given["properties"])
        self._claim(values, None, claimed)
        links = self.portal.links
        plans = [links.plan_new(self.type, each) for each in given.get("associations") or ()]

        def write() -> dict[str, Any]:
            now = self.portal.milliseconds()
            properties = {name: value for name, value in values.items() if value}
            row = Row(properties, now, now, trace=given.get(TRACE))
            index = self.table.add(row)
            id_ = self.table.id(index)
            self.portal.tell("creation", self.type, id_)
            for plan in plans:
                plan(id_)
            return self.shown(index, row)

        return write

    def update(self, given: dict[str, Any], claimed: set[tuple[str, str]]) -> Write:
        """Check a change of a record."""
        index = self.portal.existing(self.type, given["id"], given.get("idProperty"))
        values = self.portal.properties(self.type).checked(given["properties"])
        self._claim(values, index, claimed)
        return lambda: self._change(index, values, given.get(TRACE))

    def upsert(self, given: dict[str, Any], claimed: set[tuple[str, str]]) -> Write:
        """Check a record that is changed where it is there, and made where it is not."""
        name = given.get("idProperty")
        if name is None:
            raise invalid("idProperty is required", idProperty="")
        index = self.portal.index(self.type, given["id"], name)
        if index is None and name == "hs_object_id":
            raise missing("Object", given["id"])
        properties = {name: given["id"], **given["properties"]} if index is None else given["properties"]
        step = self.create if index is None else self.update
        write = step({**given, "properties": properties}, claimed)
        return lambda: {**write(), "new": index is None}

    def list(self, query: dict[str, Any]) -> Answer:
        """A page of records, in the order of their ids."""
        after = query.get("after") or "0"
        if not after.isdigit():
            raise invalid("after is not a cursor of this list", propertyName="after")
        last = max(-1, int(after) - self.table.first)
        limit = query.get("limit", 10)
        found = list(
            islice(self.table.rows(last + 1, archived=query.get("archived", False)), limit + 1)
        )
        results = [self.shown(index, row, query) for index, row in found[:limit]]
        more = len(found) > limit and bool(results)
        return page(results, results[-1]["id"] if more else None)

    def get(self, id_: str, query: dict[str, Any]) -> dict[str, Any]:
        """One record."""
        index = self.portal.index(self.type, id_, query.get("idProperty"))
        if index is None or (index in self.table.archived) is not query.get("archived", False):
            raise missing("Object", id_)
        return self.shown(index, self.table.row(index), query)

    def read(self, body: dict[str, Any], *, archived: bool) -> Answer:
        """Records by their ids, each once."""
        query = {"properties": (), "archived": archived, **body}

        def prepare(each: dict[str, Any]) -> Write:
            found = self.get(each["id"], query)
            return lambda: found

        inputs = {each["id"]: each for each in body["inputs"]}
        return run_batch([{"id": id_} for id_ in inputs], prepare, self.portal.now())

    def archive(self, id_: str) -> None:
        """Put a record into the recycling bin; one that is not there is none."""
        index = self.table.index(id_)
        if index is None or index in self.table.archived:
            return
        row = self.table.row(index)
        row.archived = self.portal.milliseconds()
        self.table.archived.add(index)
        self.table.replace(index, row)
        self.portal.links.part_all(self.table.id(index))
        self.portal.tell("deletion", self.type, self.table.id(index))

    def erase(self, id_: str, id_property: str | None) -> None:
        """Let a record go for good. An e-mail address that nobody has is no error."""
        index = self.portal.index(self.type, id_, id_property)
        if index is not None:
            found = self.table.id(index)
            self.portal.links.part_all(found)
            self.table.remove(index)
            self.portal.tell("privacyDeletion", self.type, found)
        elif id_property is None:
            raise missing("Object", id_)

    def merge(self, primary_id: str, other_id: str) -> dict[str, Any]:
        """Put one record into another, whose values hold where both have one."""
        primary = self.portal.existing(self.type, primary_id)
        other = self.portal.existing(self.type, other_id)
        if primary == other:
            raise invalid("A record cannot be merged with itself", objectIdToMerge=other_id)
        kept, merged = self.table.row(primary), self.table.row(other)
        gone = self.table.id(other)
        before = kept.properties.get("hs_merged_object_ids")
        kept.properties = {
            **merged.properties,
            **kept.properties,
            "hs_merged_object_ids": f"{before};{gone}" if before else gone,
        }
        kept.updated = self.portal.milliseconds()
        self.portal.links.move(gone, self.table.id(primary))
        self.table.remove(other)
        self.table.merged[other] = primary
        self.table.replace(primary, kept)
        self.portal.tell("merge", self.type, self.table.id(primary), mergedObjectIds=[int(gone)])
        return self.shown(primary, kept)

    def shown(
        self, index: int, row: Row, query: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """A record as answers have it: all of its properties, or those that the query asks for."""
        id_ = self.table.id(index)
        found: dict[str, Any] = {
            "id": id_,
            "properties": self._properties(id_, row, query),
            "createdAt": iso(row.created),
            "updatedAt": iso(row.updated),
            "archived": row.archived is not None,
        }
        if row.archived is not None:
            found["archivedAt"] = iso(row.archived)
        if query is None and row.trace is not None:
            found[TRACE] = row.trace
        for name in (query or {}).get("propertiesWithHistory") or ():
            found.setdefault("propertiesWithHistory", {})[name] = _versions(row, name)
        if query and query.get("associations"):
            found["associations"] = self.portal.links.shown(self.type, id_, query["associations"])
        return found

    def value(self, name: str, index: int, row: Row) -> str | None:
        """A property of a record, those included that the server keeps itself."""
        if name == "hs_object_id":
            return self.table.id(index)
        if name in ("createdate", "hs_createdate"):
            return iso(row.created)
        if name in ("hs_lastmodifieddate", "lastmodifieddate"):
            return iso(row.updated)
        return row.properties.get(name)

    def _properties(
        self, id_: str, row: Row, query: dict[str, Any] | None
    ) -> dict[str, str | None]:
        own: dict[str, str | None] = {
            "hs_object_id": id_,
            self._created: iso(row.created),
            self._updated: iso(row.updated),
        }
        if query is None:
            return {**row.properties, **own}
        asked: Iterable[str] = query.get("properties") or DEFAULT_PROPERTIES.get(self.type, ())
        known = self.portal.properties(self.type)
        names = [n for n in asked if n not in own and (not known.strict or n in known.definitions)]
        return {name: row.properties.get(name) for name in names} | own

    def _change(self, index: int, values: dict[str, str], trace: str | None) -> dict[str, Any]:
        row = self.table.row(index)
        now = self.portal.milliseconds()
        for name, value in values.items():
            before = row.properties.get(name)
            if value.startswith(";"):  # more of what may be several
                chosen = [each for each in f"{before or ''}{value}".split(";") if each]
                value = ";".join(dict.fromkeys(chosen))
            if value == (before or ""):
                continue
            row.history = row.history or {}
            row.history.setdefault(name, []).append((before, now))
            row.properties.pop(name, None)
            if value:
                row.properties[name] = value
            id_ = self.table.id(index)
            details = {"propertyName": name, "propertyValue": value}
            self.portal.tell("propertyChange", self.type, id_, **details)
        row.updated = now
        self.table.replace(index, row)
        row.trace = trace
        return self.shown(index, row)

    def _claim(
        self, values: dict[str, str], index: int | None, claimed: set[tuple[str, str]]
    ) -> None:
        """Refuse a value that another record has, or another input of the same batch."""
        wanted = [(name, values[name].lower()) for name in self.table.unique if values.get(name)]
        for name, value in wanted:
            owner = self.table.find(name, value)
            if (owner is not None and owner != index) or (name, value) in claimed:
                existing = "" if owner is None else f" Existing ID: {self.table.id(owner)}"
                message = f"{name} is already in use in {self.type}.{existing}"
                raise Refusal(409, "CONFLICT", message, context={"propertyName": [name]})
        claimed.update(wanted)


def _versions(row: Row, name: str) -> list[dict[str, Any]]:
    """What a property was, from now back to the beginning."""
    changes = (row.history or {}).get(name, [])
    values = [before for before, _ in changes] + [row.properties.get(name)]
    times = [row.created] + [when for _, when in changes]
    return [
        {"value": value, "timestamp": iso(when), "sourceType": "API"}
        for value, when in zip(reversed(values), reversed(times), strict=True)
        if value is not None or when != row.created
    ]

