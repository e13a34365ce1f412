"""The record APIs: single records, lists, batches, merges and deletion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from ._calls import TRACE, Answer, Call, Json, Refusal, Write, batch, invalid, missing, page
from ._definitions import DEFAULT_PROPERTIES, not_valid, placed, updated_property
from ._portal import MORE_EMAILS, PORTAL, Portal, Row, iso, unique_values

Claims = set[tuple[str, str]]


def answer_records(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call of a record API, or None for any other call."""
    if call.segments[:2] != ("crm", "objects"):
        return None
    records = Records(portal, call.segments[2])
    query, body = call.query, call.body
    match (call.method, *call.segments[3:]):
        case ("POST",):
            return Answer(records.create(body, set())())
        case ("GET",):
            return records.list(query)
        case ("GET", id_):
            return Answer(records.get(id_, query))
        case ("PATCH", id_):
            return Answer(records.update({**query, **body, "id": id_}, set())())
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
            wanted: Json = {"properties": (), **query, **body}
            inputs = [{"id": id_} for id_ in dict.fromkeys(each["id"] for each in body["inputs"])]
            return batch(inputs, lambda each: records.found(each["id"], wanted), portal.now())
        case ("POST", "batch", ("create" | "update" | "upsert") as what):
            claims: Claims = set()
            if what != "create":
                _refuse_repeated(body["inputs"])
            prepare = {"create": records.create, "update": records.update_one}.get(
                what, records.upsert
            )
            return batch(body["inputs"], lambda each: prepare(each, claims), portal.now())
        case _:
            return None


class Records:
    """The records of one type. Writing methods check first and return a function that writes."""

    def __init__(self, portal: Portal, type_name: str) -> None:
        self.portal = portal
        self.type = portal.type(type_name)
        self.table = portal.table(self.type)
        basic = self.type in DEFAULT_PROPERTIES
        self._created = "createdate" if basic else "hs_createdate"
        self._updated = updated_property(self.type)

    def create(self, given: Json, claims: Claims) -> Write:
        """Check a new record; `claims` are the unique values that the batch has used so far."""
        values = self.portal.properties(self.type).checked(given["properties"])
        values = placed(self.portal, self.type, values)
        self._claim(values, None, claims)
        links, type_of = self.portal.links, self.portal.type_of
        others = [(each["to"]["id"], each["types"]) for each in given.get("associations") or ()]
        plans = [links.plan(self.type, type_of(id_), id_, types) for id_, types in others]

        def write() -> Json:
            now = self.portal.milliseconds()
            properties = {name: value for name, value in values.items() if value}
            row = Row(properties, now, now, trace=given.get(TRACE))
            index = self.table.put(row)
            id_ = self.table.id(index)
            self.portal.notify("creation", self.type, id_)
            for plan in plans:
                plan(id_)
            return self.shown(index, row)

        return write

    def update(self, given: Json, claims: Claims) -> Write:
        """Check a change of a record."""
        index = self._index(given["id"], given.get("idProperty"))
        if index is None or index in self.table.archived:
            raise missing("Object", given["id"])
        values = self.portal.properties(self.type).checked(given["properties"])
        if self.portal.pipelines(self.type):
            values = placed(self.portal, self.type, values, self.table.row(index).properties)
        self._claim(values, index, claims)
        return lambda: self._change(index, values, given.get(TRACE))

    def update_one(self, given: Json, claims: Claims) -> Write:
        """Check a change of a record in a batch, which does not find contacts by e-mail address."""
        if given.get("idProperty") == "email":
            raise self._not_unique("email", "update/upsert")
        return self.update(given, claims)

    def upsert(self, given: Json, claims: Claims) -> Write:
        """Check a record that is updated if it exists, and created otherwise."""
        name = given.get("idProperty")
        new = self._index(given["id"], name) is None
        if new and name is None:
            raise missing("Object", given["id"])
        # The address may be an additional one of the contact, whose first one stays.
        properties = {name: given["id"]} if name and (new or name != "email") else {}
        step = self.create if new else self.update
        write = step({**given, "properties": {**properties, **given["properties"]}}, claims)
        return lambda: {**write(), "new": new}

    def list(self, query: Json) -> Answer:
        """Return a page of records in the order of their ids; the cursor is the last id."""
        after, limit = query.get("after") or "0", query.get("limit", 10)
        if not after.isdecimal():
            raise invalid("after is not a cursor of this list", propertyName="after")
        first = max(0, int(after) - self.table.first + 1)
        rows = self.table.rows(first, archived=query.get("archived", False))
        found = list(islice(rows, limit + 1))
        results = [self.shown(index, row, query) for index, row in found[:limit]]
        return page(results, results[-1]["id"] if len(found) > limit else None)

    def get(self, id_: str, query: Json) -> Json:
        """One record."""
        index = self._index(id_, query.get("idProperty"), "read")
        if index is None or (index in self.table.archived) is not query.get("archived", False):
            raise missing("Object", id_)
        return self.shown(index, self.table.row(index), query)

    def found(self, id_: str, query: Json) -> Write:
        """Like `get`, for a batch."""
        record = self.get(id_, query)
        return lambda: record

    def archive(self, id_: str) -> None:
        """Move a record to the recycling bin; a record that does not exist is ignored."""
        index = self.table.index(id_)
        if index is not None and index not in self.table.archived:
            row = self.table.row(index)
            row.archived = self.portal.milliseconds()
            self.table.put(row, index)
            self.table.archived.add(index)
            self._disconnect(index, "deletion")

    def erase(self, id_: str, id_property: str | None) -> None:
        """Delete a record permanently. An unknown e-mail address is not an error."""
        index = self._index(id_, id_property, "delete")
        if index is not None:
            self.table.remove(index)
            self._disconnect(index, "privacyDeletion")
        elif id_property is None:
            raise missing("Object", id_)

    def merge(self, primary_id: str, other_id: str) -> Json:
        """Merge one record into another, whose values take precedence."""
        primary_id, gone = (self.portal.existing(self.type, id_) for id_ in (primary_id, other_id))
        primary, other = self.table.index(primary_id), self.table.index(gone)
        if primary is None or other is None or primary == other:
            raise invalid("A record cannot be merged with itself", objectIdToMerge=other_id)
        surviving, merged = self.table.row(primary), self.table.row(other)
        before = [each.properties.get("hs_merged_object_ids") for each in (surviving, merged)]
        trail = {"hs_merged_object_ids": ";".join(each for each in (*before, gone) if each)}
        addresses = [*unique_values("email", surviving.properties)]
        addresses += unique_values("email", merged.properties)
        if addresses[1:]:
            trail[MORE_EMAILS] = ";".join(addresses[1:])
        surviving.properties = {**merged.properties, **surviving.properties, **trail}
        surviving.updated = self.portal.milliseconds()
        self.portal.links.disconnect_all(gone, primary_id, self.type)
        self.table.remove(other)
        self.table.merged[other] = self.table.put(surviving, primary)
        self.portal.notify("merge", self.type, primary_id, mergedObjectIds=[int(gone)])
        return self.shown(primary, surviving)

    def shown(self, index: int, row: Row, query: Json | None = None) -> Json:
        """Return a record as in responses: with all its properties, or the requested ones."""
        id_, created, updated = self.table.id(index), iso(row.created), iso(row.updated)
        found: Json = {"id": id_, "createdAt": created, "updatedAt": updated}
        own = {"hs_object_id": id_, self._created: created, self._updated: updated}
        found["archived"] = row.archived is not None
        if row.archived is not None:
            found["archivedAt"] = iso(row.archived)
        if query is None:
            found["properties"] = {**row.properties, **own}
            return found | ({TRACE: row.trace} if row.trace is not None else {})
        found["properties"] = {**self._requested(row, query), **own}
        if query.get("propertiesWithHistory"):
            names = query["propertiesWithHistory"]
            found["propertiesWithHistory"] = {name: _versions(row, name) for name in names}
        if query.get("associations"):
            found["associations"] = self.portal.links.shown(self.type, id_, query["associations"])
        return found

    def value(self, name: str, index: int, row: Row) -> str | None:
        """Return a property of a record, including those that the server computes."""
        if name == "hs_object_id":
            return self.table.id(index)
        if name in ("createdate", "hs_createdate"):
            return iso(row.created)
        if name in ("hs_lastmodifieddate", "lastmodifieddate"):
            return iso(row.updated)
        return row.properties.get(name)

    def _index(self, id_: str, id_property: str | None, doing: str = "update/upsert") -> int | None:
        """Return where a record is. Only properties with unique values can be used instead of the id."""
        if id_property is not None and id_property not in self.table.unique:
            raise self._not_unique(id_property, doing)
        return self.table.index(id_, id_property)

    def _not_unique(self, name: str, doing: str) -> Refusal:
        kind = self.portal.type_id(self.type)
        text = (
            f"Unable to perform {doing} by non-unique {kind} property {name} in portal ID {PORTAL}"
        )
        return invalid(text, idProperty=name)

    def _requested(self, row: Row, query: Json) -> dict[str, str | None]:
        known = self.portal.properties(self.type)
        names = query.get("properties") or DEFAULT_PROPERTIES.get(self.type, ())
        return {
            name: row.properties.get(name)
            for name in names
            if not known.strict or name in known.definitions
        }

    def _disconnect(self, index: int, happened: str) -> None:
        self.portal.links.disconnect_all(self.table.id(index), own_type=self.type)
        self.portal.notify(happened, self.type, self.table.id(index))

    def _change(self, index: int, values: dict[str, str], trace: str | None) -> Json:
        row, now = self.table.row(index), self.portal.milliseconds()
        for name, value in values.items():
            before = row.properties.get(name)
            if value.startswith(";"):  # the property that may have several values
                chosen = [each for each in f"{before or ''}{value}".split(";") if each]
                value = ";".join(dict.fromkeys(chosen))
            if value == (before or ""):
                continue
            row.history.setdefault(name, []).append((before, now))
            row.properties.pop(name, None)
            row.properties |= {name: value} if value else {}
            described = {"propertyName": name, "propertyValue": value}
            self.portal.notify("propertyChange", self.type, self.table.id(index), **described)
        row.updated = now
        self.table.put(row, index)
        return {**self.shown(index, row), **({TRACE: trace} if trace is not None else {})}

    def _claim(self, values: dict[str, str], index: int | None, claims: Claims) -> None:
        """Refuse a value that another record has, or another input of the same batch."""
        wanted = [(n, value) for n in self.table.unique for value in unique_values(n, values)]
        for name, value in wanted:
            owner = self.table.index(value, name)
            if (owner is None or owner == index) and (name, value) not in claims:
                continue
            existing = None if owner is None else self.table.id(owner)
            if name == "email":
                text = "Contact already exists." + (f" Existing ID: {existing}" if existing else "")
                raise Refusal(409, "CONFLICT", text, {"propertyName": [name]})
            text = f"Cannot set {name} to {value}. {existing or 'Another input'} already has that value."
            raise not_valid([(name, "CONFLICTING_UNIQUE_VALUE", text)])
        claims.update(wanted)


def _refuse_repeated(inputs: Sequence[Json]) -> None:
    """Refuse a batch that changes a record twice."""
    ids = [each["id"].lower() for each in inputs]
    if len(set(ids)) < len(ids):
        repeated = [id_ for id_, count in Counter(ids).items() if count > 1]
        text = f"Duplicate IDs found in batch input: [{', '.join(repeated)}]. IDs must be unique"
        raise Refusal(400, "VALIDATION_ERROR", text, {"ids": repeated})


def _versions(row: Row, name: str) -> list[Json]:
    """Return the values of a property, newest first."""
    changes = row.history.get(name, [])
    values = [*(before for before, _ in changes), row.properties.get(name)]
    times = [row.created, *(when for _, when in changes)]
    versions = zip(reversed(values), reversed(times), strict=True)
    return [{"value": v, "timestamp": iso(t), "sourceType": "API"} for v, t in versions]
