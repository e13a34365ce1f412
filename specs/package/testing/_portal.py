"""The contents of one account; listeners are notified of changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ._answers import Json, invalid, missing
from ._links import Links
from ._pipelines import first_pipelines
from ._properties import Properties
from ._store import Index, Table
from ._types import TYPE_IDS, object_type

if TYPE_CHECKING:
    from ._jobs import Export, Import
    from ._lists import List

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

    def tell(self, happened: str, type_: str, id_: str, **details: Any) -> None:
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
