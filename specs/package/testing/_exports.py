"""Exports: files of records, one step further with each request for their status."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ._answers import Answer, Json, Refusal, invalid, missing
from ._lists import members
from ._records import Records
from ._search import search

if TYPE_CHECKING:
    from ._documents import Call
    from ._portal import Portal

FILES = "exported-files/"  # the path of the files, which need no token
_SECONDS = 300  # that the URL of a file is valid
_REQUIRED = ("exportName", "exportType", "format", "language", "objectProperties", "objectType")
_STATES = (("PENDING", "ENQUEUED"), ("PROCESSING", "PROCESSING"), ("COMPLETE", "DONE"))


@dataclass(slots=True)
class Export:
    """An export: what was asked for, how many steps it went, and its file."""

    asked: Json
    created: str
    step: int = 0
    content: bytes = b""
    count: int = 0
    expiry: float = 0.0


def answer_exports(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about exports, or None for any other call."""
    match (call.method, *call.place):
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
            shown = {name: made.asked[name] for name in names}
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
        names, file = made.asked["objectProperties"], io.StringIO()
        records = Records(portal, made.asked["objectType"])
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["Record ID", *names])
        for index in _indexes(portal, made.asked, records):
            row = records.table.row(index)
            values = (records.value(name, index, row) or "" for name in names)
            writer.writerow([records.table.id(index), *values])
            made.count += 1
        made.content = file.getvalue().encode()


def _indexes(portal: Portal, asked: Json, records: Records) -> Iterable[int]:
    if asked["exportType"] == "LIST":
        ids = members(portal, portal.lists[asked["listId"]])
        found = (records.table.index(id_) for id_ in ids)
        return [index for index in found if index is not None]
    return search(records, asked.get("publicCrmSearchRequest") or {})
