"""Definitions of properties: kept, answered, and held against the values that are written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from ._refusal import Refusal

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_EPOCH = re.compile(r"-?\d+")
_DAY = 86_400_000
_READ_ONLY = ("hs_object_id", "createdate", "hs_createdate", "hs_lastmodifieddate", "lastmodifieddate")

# What is known of properties that no test defines; others are texts.
_KNOWN = {
    "amount": "number",
    "closedate": "datetime",
    "hs_timestamp": "datetime",
    "hs_meeting_start_time": "datetime",
    "hs_meeting_end_time": "datetime",
}


class Properties:
    """The properties of one object type, by name. `strict`: those without a definition are refused."""

    def __init__(self, object_type: str, now: str, *, strict: bool) -> None:
        self.strict = strict
        self.groups: dict[str, dict[str, Any]] = {}
        self.definitions: dict[str, dict[str, Any]] = {}
        self.add_group({"name": f"{object_type}_information", "label": "Information"})
        for name in _READ_ONLY:
            kind = "number" if name == "hs_object_id" else "datetime"
            self.define({"name": name, "type": kind, "fieldType": "text"}, now, ours=True)
        if object_type == "contacts":
            email = {"name": "email", "type": "string", "fieldType": "text", "hasUniqueValue": True}
            self.define(email, now, ours=True)

    def kind(self, name: str) -> str:
        """The type of a property."""
        found = self.definitions.get(name)
        return found["type"] if found else _KNOWN.get(name, "string")

    def define(self, given: Mapping[str, Any], now: str, *, ours: bool = False) -> dict[str, Any]:
        """Add or replace a definition."""
        name = given["name"]
        definition = {
            "label": name,
            "description": "",
            "groupName": next(iter(self.groups)),
            "options": [],
            "hasUniqueValue": False,
            "hidden": False,
            "displayOrder": -1,
            "archived": False,
            "calculated": False,
            "externalOptions": False,
            "formField": False,
            "createdAt": now,
            **given,
            "updatedAt": now,
            "hubspotDefined": ours,
            "modificationMetadata": {
                "archivable": not ours,
                "readOnlyDefinition": ours,
                "readOnlyValue": name in _READ_ONLY,
            },
        }
        self.definitions[name] = definition
        return definition

    def add_group(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Add or replace a group of properties."""
        group = {"displayOrder": -1, "archived": False, **given}
        self.groups[group["name"]] = group
        return group

    def checked(self, values: Mapping[str, str | None]) -> dict[str, str]:
        """The values to write, "" for none. Raises Refusal, naming every property at fault."""
        written: dict[str, str] = {}
        faults: list[dict[str, Any]] = []
        for name, value in values.items():
            text = "" if value is None else value
            fault = self._fault(name, text)
            if fault:
                code, message = fault
                faults.append({"isValid": False, "message": message, "error": code, "name": name})
            written[name] = text
        if faults:
            raise _not_valid(faults)
        return written

    def _fault(self, name: str, value: str) -> tuple[str, str] | None:
        definition = self.definitions.get(name)
        if definition is None or definition["archived"]:
            if self.strict or definition is not None:
                return "PROPERTY_DOESNT_EXIST", f'Property "{name}" does not exist'
        elif definition["modificationMetadata"]["readOnlyValue"]:
            return "READ_ONLY_VALUE", f'"{name}" is a read only property'
        if value == "":
            return None
        kind = self.kind(name)
        if definition and kind == "enumeration" and definition["options"]:
            allowed = {option["value"] for option in definition["options"]}
            several = definition["fieldType"] == "checkbox"
            chosen = [each for each in value.split(";") if each] if several else [value]
            wrong = [each for each in chosen if each not in allowed]
            return ("INVALID_OPTION", f"{wrong[0]} was not one of the allowed options") if wrong else None
        if not _fits(kind, value):
            return _CODES[kind], f"{value} was not a valid {kind}"
        return None


_CODES = {
    "bool": "INVALID_BOOLEAN",
    "number": "INVALID_NUMBER",
    "date": "INVALID_DATE",
    "datetime": "INVALID_LONG",
}


def milliseconds(value: str) -> int | None:
    """The instant that a text names, as milliseconds since 1970: one itself, or ISO 8601."""
    if _EPOCH.fullmatch(value):
        return int(value)
    if len(value) < 10 or value[4:5] != "-":
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return round(zoned.timestamp() * 1000)


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


def _not_valid(faults: list[dict[str, Any]]) -> Refusal:
    errors = [
        {"message": each["message"], "code": each["error"], "context": {"propertyName": [each["name"]]}}
        for each in faults
    ]
    message = f"Property values were not valid: {json.dumps(faults)}"
    return Refusal(400, "VALIDATION_ERROR", message, members={"errors": errors})

