"""Property definitions, and the validation of values against them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from ._answers import Json, Refusal

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_EPOCH = re.compile(r"-?\d+")
_DAY = 86_400_000
_OWN = ("hs_object_id", "createdate", "hs_createdate", "hs_lastmodifieddate", "lastmodifieddate")
_DATETIMES = {*_OWN[1:], "closedate", "hs_timestamp"}


class Properties:
    """The properties of one object type. `strict`: those without a definition are refused."""

    def __init__(self, object_type: str, now: str, *, strict: bool) -> None:
        self.strict = strict
        self.definitions: dict[str, Json] = {}
        self._group = f"{object_type}_information"
        for name in (
            *_DATETIMES,
            "hs_object_id",
            *(["email"] if object_type == "contacts" else []),
        ):
            kind = "datetime" if name in _DATETIMES else "string"
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
        """Return the values to store, "" for none. Raises Refusal, naming every invalid property."""
        written = {name: value or "" for name, value in values.items()}
        faults = {name: self._fault(name, value) for name, value in written.items()}
        found = [(name, *fault) for name, fault in faults.items() if fault]
        if not found:
            return written
        errors = [
            {"message": text, "code": code, "context": {"propertyName": [name]}}
            for name, code, text in found
        ]
        told = json.dumps([{"name": n, "error": code, "message": text} for n, code, text in found])
        message = f"Property values were not valid: {told}"
        context = {"propertyName": [name for name, _, _ in found]}
        raise Refusal(400, "VALIDATION_ERROR", message, context, members={"errors": errors})

    def _fault(self, name: str, value: str) -> tuple[str, str] | None:
        definition = self.definitions.get(name)
        if definition is None or definition["archived"]:
            lenient = not self.strict and definition is None
            return None if lenient else ("PROPERTY_DOESNT_EXIST", f"{name} does not exist")
        if name in _OWN:
            return "READ_ONLY_VALUE", f"{name} is a read only property"
        kind = definition["type"]
        if kind == "enumeration" and definition["options"]:
            allowed = {option["value"] for option in definition["options"]}
            several = definition["fieldType"] == "checkbox"
            chosen = value.split(";") if several else [value]
            wrong = [each for each in chosen if each and each not in allowed]
            return ("INVALID_OPTION", f"{wrong[0]} is not one of the options") if wrong else None
        fits = value == "" or _fits(kind, value)
        return None if fits else (f"INVALID_{kind.upper()}", f"{value} is not a valid {kind}")


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
