"""The contents of one account: its records, and its settings with their APIs.

Listeners are notified of changes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from ._associations import Links
from ._calls import Answer, Call, Json, Refusal, Write, batch, invalid, missing, page
from ._definitions import TYPE_IDS, Properties, first_pipelines, object_type

if TYPE_CHECKING:
    from ._jobs import Export, Import
    from ._search_and_lists import List


FIRST_ID = 1_000_000_000
MORE_EMAILS = "hs_additional_emails"


class Row(msgspec.Struct, array_like=True, omit_defaults=True):
    """One record. Times are milliseconds since 1970. `history` has earlier values with their times."""

    properties: dict[str, str]
    created: int
    updated: int
    archived: int | None = None
    trace: str | None = None
    history: dict[str, list[tuple[str | None, int]]] = {}


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Row).decode


class Table:
    """The records of a type, about 150 bytes each. Each type has its own range of ids."""

    def __init__(self, number: int) -> None:
        self.first = FIRST_ID * number + 1
        self.version = 0
        self.listeners: list[Callable[[int, Row | None], None]] = []
        self.archived: set[int] = set()
        self.merged: dict[int, int] = {}
        self.unique: dict[str, dict[str, int]] = {}
        self._rows: list[bytes | None] = []

    def id(self, index: int) -> str:
        return str(self.first + index)

    def index(self, id_: str, id_property: str | None = None) -> int | None:
        """Return where the record with an id, or with a value of a unique property, is; None if nowhere."""
        if id_property is not None:
            return self.unique[id_property].get(id_.lower())
        index = int(id_) - self.first if id_.isdecimal() else -1
        while index in self.merged:
            index = self.merged[index]
        return index if 0 <= index < len(self._rows) and self._rows[index] is not None else None

    def row(self, index: int) -> Row:
        """Return a copy of the record at an index. Raises LookupError if it was deleted."""
        packed = self._rows[index]
        if packed is None:
            raise LookupError(index)
        return _decode(packed)

    def put(self, row: Row, index: int | None = None) -> int:
        """Add a record, or replace the one at an index."""
        if index is None:
            index = len(self._rows)
            self._rows.append(b"")
        else:
            self._forget(index)
        self._rows[index] = _encode(row)
        self._changed(index, row)
        for name, known in self.unique.items():
            if row.archived is None:
                known.update(dict.fromkeys(unique_values(name, row.properties), index))
        return index

    def remove(self, index: int) -> None:
        """Delete a record permanently."""
        self._forget(index)
        self._rows[index] = None
        self.archived.discard(index)
        self._changed(index, None)

    def rows(self, first: int = 0, *, archived: bool | None = False) -> Iterator[tuple[int, Row]]:
        """Yield the records from an index on: archived, not archived, or (None) all."""
        for index in range(first, len(self._rows)):
            packed = self._rows[index]
            if packed is not None and (archived is None or (index in self.archived) is archived):
                yield index, _decode(packed)

    def make_unique(self, name: str) -> None:
        """Make the values of a property unique from now on."""
        rows = ((index, unique_values(name, row.properties)) for index, row in self.rows())
        self.unique[name] = {value: index for index, values in rows for value in values}

    def _changed(self, index: int, row: Row | None) -> None:
        self.version += 1
        for listener in self.listeners:
            listener(index, row)

    def _forget(self, index: int) -> None:
        for name, known in self.unique.items() if self._rows[index] else ():
            for value in unique_values(name, self.row(index).properties):
                if known.get(value) == index:
                    del known[value]


class Index:
    """The records of a table that searches find: as they were `lag` seconds ago, without archived ones."""

    def __init__(self, table: Table, clock: Callable[[], float], lag: float) -> None:
        self._table, self._clock, self._lag = table, clock, lag
        self._rows: dict[int, Row] = {}
        self._pending: deque[tuple[float, int, Row | None]] = deque()
        self._version = 0
        table.listeners.append(self._note)

    @property
    def version(self) -> int:
        """The number of changes that searches find."""
        while self._pending and self._pending[0][0] <= self._clock() - self._lag:
            _, index, row = self._pending.popleft()
            self._version += 1
            self._rows.pop(index, None)
            if row is not None:
                self._rows[index] = row
        return self._version

    def row(self, index: int) -> Row:
        """Return the record at an index, as `rows` yields it."""
        return self._rows[index]

    def rows(self, first: int = 0) -> Iterator[tuple[int, Row]]:
        """Yield the records from an index on."""
        return ((index, self._rows[index]) for index in sorted(self._rows) if index >= first)

    def _note(self, index: int, row: Row | None) -> None:
        gone = row is None or row.archived is not None
        self._pending.append((self._clock(), index, None if gone else row))


def unique_values(name: str, properties: Mapping[str, str]) -> list[str]:
    """Return the values of a unique property in lower case; a contact may have several addresses."""
    found = [properties[name]] if properties.get(name) else []
    if name == "email" and properties.get(MORE_EMAILS):
        found += properties[MORE_EMAILS].split(";")
    return [value.lower() for value in found]


PORTAL = 1  # the id of the account
Listener = Callable[[str, str, str, Json], None]


class Portal:
    """Records, associations, definitions and settings of one account.

    `clock` returns the seconds since 1970. `strict`: properties without a definition are refused.
    `index_lag`: the seconds after which searches find a change.
    """

    def __init__(
        self, clock: Callable[[], float], *, strict: bool = False, index_lag: float = 0
    ) -> None:
        self.clock, self._strict, self._lag = clock, strict, index_lag
        self.listener: Listener | None = None
        self.links = Links(self)
        self.schemas: dict[str, Json] = {}
        self.owners: list[Json] = []
        self.lists: dict[str, List] = {}
        self.imports: list[Import] = []
        self.exports: list[Export] = []
        self._pipelines: dict[str, dict[str, Json]] = {}
        self.tables: dict[str, Table] = {}
        self.indexes: dict[str, Index] = {}
        self._properties: dict[str, Properties] = {}

    def type(self, name: str) -> str:
        """Return the canonical name of an object type. Raises Refusal.

        A custom object type is found by its fully qualified name, with or without the number of the
        account, and by its type id, but not by its name alone.
        """
        for custom, schema in self.schemas.items():
            if name in (custom, schema["objectTypeId"], f"p_{schema['name']}"):
                return custom
        known = object_type(name)
        if known is None or (self._strict and known not in TYPE_IDS):
            raise invalid(f"Unable to infer object type from: {name}", objectType=name)
        return known

    def named(self, name: str) -> str:
        """Return the canonical name of a type as `type` does, or that of a custom one by its name alone."""
        own = (custom for custom, schema in self.schemas.items() if schema["name"] == name)
        return next(own, None) or self.type(name)

    def type_id(self, name: str) -> str:
        """Return the number of a type."""
        custom = self.schemas.get(name)
        return str(custom["objectTypeId"]) if custom else TYPE_IDS.get(name, name)

    def table(self, name: str) -> Table:
        """Return the records of a type, by its canonical name."""
        if name not in self.tables:
            self.tables[name] = Table(len(self.tables) + 1)
            if self._lag:
                self.indexes[name] = Index(self.tables[name], self.clock, self._lag)
            for each, definition in self.properties(name).definitions.items():
                if definition["hasUniqueValue"]:
                    self.tables[name].make_unique(each)
        return self.tables[name]

    def properties(self, name: str) -> Properties:
        """Return the property definitions of a type, by its canonical name."""
        if name not in self._properties:
            self._properties[name] = Properties(name, self.now(), strict=self._strict)
        return self._properties[name]

    def pipelines(self, name: str) -> dict[str, Json]:
        """Return the pipelines of a type, by id; the first one is used for new records."""
        if name not in self._pipelines:
            self._pipelines[name] = first_pipelines(name, self.now())
        return self._pipelines[name]

    def define(self, name: str, given: Json) -> Json:
        """Define a property of a type."""
        made = self.properties(name).define(given, self.now())
        if made["hasUniqueValue"]:
            self.table(name).make_unique(made["name"])
        return made

    def type_of(self, id_: str) -> str:
        """Return the type of the record with an id. Raises Refusal (404)."""
        for name, table in self.tables.items():
            if table.index(id_) is not None:
                return name
        raise missing("Object", id_)

    def existing(self, name: str, id_: str) -> str:
        """Return the id of a record, or of the one it was merged into. Raises Refusal (404)."""
        table = self.table(name)
        index = table.index(id_)
        if index is None or index in table.archived:
            raise missing("Object", id_)
        return table.id(index)

    def milliseconds(self) -> int:
        """Return the current time as milliseconds since 1970."""
        return int(self.clock() * 1000)

    def now(self) -> str:
        """Return the current time in the format of the API."""
        return iso(self.milliseconds())

    def notify(self, happened: str, type_: str, id_: str, **details: Any) -> None:
        """Notify the listener of a change to a record."""
        if self.listener is not None:
            self.listener(happened, type_, id_, details)

    def add_owner(self, email: str, first_name: str = "", last_name: str = "") -> str:
        """Add a user who may own records; return the owner id."""
        number, now = len(self.owners) + 1, self.now()
        person = {"email": email, "firstName": first_name, "lastName": last_name}
        ids = {"id": str(1000 + number), "userId": number, "userIdIncludingInactive": number}
        dates = {"createdAt": now, "updatedAt": now}
        self.owners.append({**ids, **person, **dates, "type": "PERSON", "archived": False})
        return str(1000 + number)


@lru_cache(maxsize=1024)
def iso(milliseconds: int) -> str:
    """Return an instant in the format of the API."""
    text = datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def answer_settings(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about properties, owners and custom types, or None for any other call."""
    match (call.method, *call.segments):
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
