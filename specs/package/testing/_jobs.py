"""Exports and imports: jobs that are one step further with each request for their state."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from email import message_from_bytes
from itertools import combinations
from typing import Any

import msgspec

from ._calls import Answer, Call, Json, Refusal, invalid, missing, page
from ._definitions import singular
from ._portal import Portal
from ._records import Records
from ._search_and_lists import members, search

FILES = "exported-files/"  # the path of the files, which need no token
_SECONDS = 300  # that the URL of a file is valid
_REQUIRED = ("exportName", "exportType", "format", "language", "objectProperties", "objectType")
_STATES = (("PENDING", "ENQUEUED"), ("PROCESSING", "PROCESSING"), ("COMPLETE", "DONE"))


@dataclass(slots=True)
class Export:
    """An export: its request, the number of steps done, and its file."""

    requested: Json
    created: str
    step: int = 0
    content: bytes = b""
    count: int = 0
    expiry: float = 0.0


def answer_exports(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about exports, or None for any other call."""
    match (call.method, *call.segments):
        case ("POST", "crm", "exports", "export", "async"):
            absent = [name for name in _REQUIRED if name not in call.body]
            if absent:
                raise invalid(f"Some required fields were not set: {absent}")
            if call.body["exportType"] == "LIST" and call.body.get("listId") not in portal.lists:
                raise missing("List", call.body.get("listId", ""))
            portal.exports.append(Export(call.body, portal.now()))
            return Answer({"id": str(len(portal.exports))})
        case ("GET", "crm", "exports", "export", "async", "tasks", id_, "status"):
            made = _one(portal, id_)
            dates = {"requestedAt": made.created, "startedAt": made.created}
            answer = {**dates, "status": _STATES[made.step][0], "completedAt": portal.now()}
            if made.step == 2:
                made.expiry = portal.clock() + _SECONDS
                answer["result"] = f"{call.origin}/{FILES}{id_}.csv"
            else:
                _go_on(portal, made)
            return Answer(answer)
        case ("GET", "crm", "exports", "export", id_):
            made = _one(portal, id_)
            names = ("exportName", "exportType", "objectProperties", "objectType")
            shown = {name: made.requested[name] for name in names}
            shown |= {"id": id_, "createdAt": made.created, "updatedAt": portal.now()}
            state = {"exportState": _STATES[made.step][1], "recordCount": made.count}
            return Answer(shown | state)
        case _:
            return None


def exported(portal: Portal, name: str) -> bytes:
    """Return the file of an export. Raises Refusal."""
    made = _one(portal, name.removesuffix(".csv"))
    if portal.clock() >= made.expiry:
        raise Refusal(403, "FORBIDDEN", "The URL of the file is no longer valid")
    return made.content


def _one(portal: Portal, id_: str) -> Export:
    if not id_.isdecimal() or not 0 < int(id_) <= len(portal.exports):
        raise missing("Export", id_)
    return portal.exports[int(id_) - 1]


def _go_on(portal: Portal, made: Export) -> None:
    made.step += 1
    if made.step == 2:
        names, file = made.requested["objectProperties"], io.StringIO()
        records = Records(portal, made.requested["objectType"])
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["Record ID", *names])
        for index in _indexes(portal, made.requested, records):
            row = records.table.row(index)
            values = (records.value(name, index, row) or "" for name in names)
            writer.writerow([records.table.id(index), *values])
            made.count += 1
        made.content = file.getvalue().encode()


def _indexes(portal: Portal, requested: Json, records: Records) -> Iterable[int]:
    if requested["exportType"] == "LIST":
        ids = members(portal, portal.lists[requested["listId"]])
        found = (records.table.index(id_) for id_ in ids)
        return [index for index in found if index is not None]
    return search(records, requested.get("publicCrmSearchRequest") or {})


_NEXT = {"STARTED": "PROCESSING", "PROCESSING": "DONE"}
# What the codes of invalid values are called in the errors of an import.
_ERRORS = {
    "CONFLICT": "DUPLICATE_UNIQUE_PROPERTY_VALUE",
    "CONFLICTING_UNIQUE_VALUE": "DUPLICATE_UNIQUE_PROPERTY_VALUE",
    "INVALID_DATE": "COULD_NOT_PARSE_DATE",
    "INVALID_EMAIL": "INVALID_EMAIL",
    "INVALID_NUMBER": "COULD_NOT_PARSE_NUMBER",
    "INVALID_OPTION": "INVALID_ENUMERATION_OPTION",
    "PROPERTY_DOESNT_EXIST": "PROPERTY_DEFINITION_NOT_FOUND",
}


@dataclass(slots=True)
class Import:
    """An import: its response, its request, and the files that it reads at its end."""

    shown: Json
    requested: Json
    files: dict[str, bytes]
    errors: list[Json] = field(default_factory=list[Json])


def answer_imports(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about imports, or None for any other call."""
    query, now = call.query, portal.now()
    match (call.method, *call.segments):
        case ("POST", "crm", "imports"):
            return Answer(_start(portal, call.body).shown)
        case ("GET", "crm", "imports"):
            return page([each.shown for each in portal.imports])
        case (_, "crm", "imports", id_, *rest):
            if not id_.isdecimal() or not 0 < int(id_) <= len(portal.imports):
                raise missing("Import", id_)
        case _:
            return None
    chosen = portal.imports[int(id_) - 1]
    if rest == ["errors"]:
        first, limit = int(query.get("after") or 0), query.get("limit") or 100
        more = str(first + limit) if len(chosen.errors) > first + limit else None
        return page([_error(each, query) for each in chosen.errors[first : first + limit]], more)
    state = chosen.shown["state"]
    answer = Answer({**chosen.shown})
    if rest and state not in _NEXT:
        raise invalid(f"The import is {state} and cannot be canceled")
    if rest:
        answer = Answer({"status": "COMPLETE", "startedAt": now, "completedAt": now})
    chosen.shown |= {"state": "CANCELED" if rest else _NEXT.get(state, state), "updatedAt": now}
    if not rest and state == "PROCESSING":
        _read(portal, chosen)
    return answer


def _start(portal: Portal, content: bytes) -> Import:
    """Check what was uploaded, as importRequest and as files."""
    head = b'Content-Type: multipart/form-data; boundary="%s"\r\n\r\n'
    message = message_from_bytes(head % content.partition(b"\r\n")[0][2:] + content)
    uploads: dict[str, Any] = {
        each.get_filename() or "importRequest": each.get_payload(decode=True)
        for each in message.walk()
        if not each.is_multipart()
    }
    try:
        requested: Json = msgspec.json.decode(uploads.pop("importRequest", b""))
        columns = [c for f in requested["files"] for c in f["fileImportPage"]["columnMappings"]]
        named = {file["fileName"] for file in requested["files"]}
        types = {portal.type(column["columnObjectTypeId"]) for column in columns}
    except (KeyError, TypeError, msgspec.DecodeError) as error:
        raise invalid(f"The importRequest is not valid: {error!r}") from None
    if named != set(uploads):
        raise invalid(f"The importRequest names {sorted(named)}, not {sorted(uploads)}")
    shown: Json = {"id": str(len(portal.imports) + 1), "state": "STARTED", "optOutImport": False}
    shown |= {"importName": requested.get("name", ""), "importSource": "API"}
    shown |= {
        "importRequestJson": requested,
        **dict.fromkeys(("createdAt", "updatedAt"), portal.now()),
    }
    shown["mappedObjectTypeIds"] = sorted(map(portal.type_id, types))
    ids = [str(number) for number, _ in enumerate(uploads, 1)]
    shown["metadata"] = {"counters": {}, "fileIds": ids, "objectLists": []}
    portal.imports.append(Import(shown, requested, uploads))
    return portal.imports[-1]


def _read(portal: Portal, chosen: Import) -> None:
    names = ("TOTAL_ROWS", "CREATED_OBJECTS", "UPDATED_OBJECTS")
    counters = chosen.shown["metadata"]["counters"] = dict.fromkeys(names, 0)
    for number, file in enumerate(chosen.requested["files"], 1):
        if file.get("fileFormat", "CSV") != "CSV":
            chosen.shown["state"] = "FAILED"
            return
        sheet = file["fileImportPage"]
        text = chosen.files[file["fileName"]].decode("utf-8-sig", "replace")
        for line, cells in enumerate(csv.reader(io.StringIO(text)), 1):
            if line > 1 or not sheet.get("hasHeader"):
                counters["TOTAL_ROWS"] += 1
                source = {"fileId": number, "lineNumber": line, "rowData": cells}
                _write(portal, chosen, source, sheet["columnMappings"])


def _write(portal: Portal, chosen: Import, source: Json, columns: list[Json]) -> None:
    """Create or update the records of a row, and associate them with each other."""
    cells = source["rowData"]
    if len(cells) != len(columns):
        text = f"{len(columns)} columns are expected"
        _fail(portal, chosen, source, "INCORRECT_NUMBER_OF_COLUMNS", text)
        return
    mapped = [(c, n) for n, c in enumerate(columns) if not c.get("ignored") and cells[n]]
    ends: list[tuple[str, str]] = []
    for type_id in dict.fromkeys(column["columnObjectTypeId"] for column, _ in mapped):
        records = Records(portal, portal.type(type_id))
        own = {c["propertyName"]: n for c, n in mapped if c["columnObjectTypeId"] == type_id}
        kinds = {c.get("columnType") or c.get("idColumnType"): c["propertyName"] for c, _ in mapped}
        operation = chosen.requested.get("importOperations", {}).get(type_id, "UPSERT")
        try:
            values = {name: cells[n] for name, n in own.items()}
            id_ = _record(records, values, kinds.get("HUBSPOT_OBJECT_ID"), operation)
            counters = chosen.shown["metadata"]["counters"]
            counters["UPDATED_OBJECTS" if id_[1] else "CREATED_OBJECTS"] += 1
            ends.append((records.type, id_[0]))
        except Refusal as refusal:
            names = refusal.context.get("propertyName", ())
            errors: list[Json] = refusal.body.get("errors") or [refusal.body]
            for error, name in zip(errors, [*names, ""], strict=False):
                code = error.get("code") or error["category"]
                kind = _ERRORS.get(code, code if code.endswith("IMPORT") else "FAILED_VALIDATION")
                more: Json = {"objectTypeId": type_id, "objectType": singular(records.type).upper()}
                if name in own:
                    more |= {"invalidValue": cells[own[name]], "knownColumnNumber": own[name] + 1}
                _fail(portal, chosen, source, kind, error["message"], more)
    for (start, one), (to, other) in combinations(ends, 2):
        portal.links.plan(start, to, other)(one)


def _record(
    records: Records, values: dict[str, str], key: str | None, operation: str
) -> tuple[str, bool]:
    """Write a record; return its id, and whether it existed."""
    found = records.table.index(values[key]) if key in values else None
    for name in () if key in values else [n for n in records.table.unique if n in values]:
        found = records.table.index(values[name], name)
    if operation != "UPSERT" and (found is None) is (operation == "UPDATE"):
        raise invalid(
            "The record exists" if found else "No such record", f"{operation}_ONLY_IMPORT"
        )
    if key in values:
        id_ = values.pop(key)
        if found is None:
            raise missing("Object", id_)
    if found is None:
        return str(records.create({"properties": values}, set())()["id"]), False
    id_ = records.table.id(found)
    records.update({"id": id_, "properties": values}, set())()
    return id_, True


def _fail(
    portal: Portal, chosen: Import, source: Json, kind: str, text: str, more: Json | None = None
) -> None:
    found: Json = {"id": str(len(chosen.errors) + 1), "createdAt": portal.milliseconds()}
    found |= {"errorType": kind, "errorMessage": text, "sourceData": source, **(more or {})}
    chosen.errors.append(found)


def _error(found: Json, query: Json) -> Json:
    """Return an error with its optional parts if they were requested."""
    source: Json = {**found["sourceData"], "additionalRowData": []}
    source |= {"containsEncryptedProperties": False}
    source |= {} if query.get("includeRowData") else {"rowData": []}
    shown: Json = {**found, "sourceData": source}
    if not query.get("includeErrorMessage"):
        del shown["errorMessage"]
    return shown
