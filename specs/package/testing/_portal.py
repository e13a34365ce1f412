"""All that one account holds; what happens to it is told to whoever listens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone
from functools import lru_cache
from typing import Any

from ._links import Links
from ._properties import Properties
from ._refusal import invalid, missing
from ._store import Table
from ._types import OBJECT_TYPES, object_type

Listener = Callable[[str, str, str, dict[str, Any]], None]


class Portal:
    """Records, associations, definitions and settings of one account.

    `clock` gives seconds since 1970. `strict`: properties without a definition are refused.
    """

    def __init__(self, clock: Callable[[], float], *, strict: bool = False) -> None:
        self.clock = clock
        self.strict = strict
        self.listener: Listener | None = None
        self.links = Links(self)
        self.schemas: dict[str, dict[str, Any]] = {}
        self.owners: list[dict[str, Any]] = []
        self.pipelines: dict[str, dict[str, dict[str, Any]]] = {}
        self._tables: dict[str, Table] = {}
        self._properties: dict[str, Properties] = {}
        self.add_owner("owner@example.com", "Ada", "Owner")

    def type(self, name: str) -> str:
        """The one name of an object type. Raises Refusal."""
        known = object_type(name)
        if known is None or known.startswith(("2-", "p")) and known in self.schemas:
            wanted = [known or name, (known or name).rpartition("_")[2]]
            for custom, schema in self.schemas.items():
                if custom in wanted or schema["objectTypeId"] in wanted:
                    return custom
        if known is None:
            raise invalid(f"Unable to infer object type from: {name}", objectType=name)
        return known

    def type_id(self, name: str) -> str:
        """The number by which a type goes."""
        custom = self.schemas.get(name)
        return custom["objectTypeId"] if custom else OBJECT_TYPES.get(name, name)

    def table(self, name: str) -> Table:
        """The records of a type, by the one name of it."""
        found = self._tables.get(name)
        if found is None:
            found = self._tables[name] = Table(len(self._tables) + 1)
            for each, definition in self.properties(name).definitions.items():
                if definition["hasUniqueValue"]:
                    found.make_unique(each)
        return found

    def tables(self) -> dict[str, Table]:
        """The types that have had records, with these."""
        return self._tables

    def properties(self, name: str) -> Properties:
        """The definitions of properties of a type, by the one name of it."""
        if name not in self._properties:
            self._properties[name] = Properties(name, self.now(), strict=self.strict)
        return self._properties[name]

    def type_of(self, id_: str) -> str | None:
        """The type of the record with an id."""
        for name, table in self._tables.items():
            if table.index(id_) is not None:
                return name
        return None

    def index(self, name: str, id_: str, id_property: str | None = None) -> int | None:
        """Where the record with an id, or with a value of a unique property, is. Raises Refusal."""
        table = self.table(name)
        if id_property is None or id_property == "hs_object_id":
            return table.index(id_)
        if id_property not in table.unique:
            raise invalid(f"{id_property} does not have unique values", idProperty=id_property)
        return table.find(id_property, id_)

    def existing(self, name: str, id_: str, id_property: str | None = None) -> int:
        """As `index`, of a record that is not archived. Raises Refusal, 404."""
        index = self.index(name, id_, id_property)
        if index is None or index in self.table(name).archived:
            raise missing("Object", id_)
        return index

    def milliseconds(self) -> int:
        """Now, as milliseconds since 1970."""
        return int(self.clock() * 1000)

    def now(self) -> str:
        """Now, as the API writes it."""
        return iso(self.milliseconds())

    def tell(self, happened: str, type_: str, id_: str, **details: Any) -> None:
        """Tell the listener what happened to a record."""
        if self.listener is not None:
            self.listener(happened, type_, id_, details)

    def add_owner(self, email: str, first_name: str = "", last_name: str = "") -> str:
        """Add a user who may own records; their owner id."""
        number, now = len(self.owners) + 1, self.now()
        self.owners.append(
            {
                "id": str(1000 + number),
                "email": email,
                "firstName": first_name,
                "lastName": last_name,
                "type": "PERSON",
                "userId": number,
                "userIdIncludingInactive": number,
                "teams": [],
                "archived": False,
                "createdAt": now,
                "updatedAt": now,
            }
        )
        return str(1000 + number)


@lru_cache(maxsize=1024)
def iso(milliseconds: int) -> str:
    """An instant as the API writes it."""
    moment = datetime.fromtimestamp(milliseconds / 1000, timezone.utc)
    return moment.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
