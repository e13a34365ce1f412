"""Property definitions, and the validation of values against them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from ._answers import Json, Refusal

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
