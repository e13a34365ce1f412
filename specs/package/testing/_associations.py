"""What the association APIs answer, in the form of version 3 and in that of the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._answers import Answer, batch_answer, page, run_batch
from ._documents import Call
from ._links import Links
from ._portal import Portal
from ._refusal import invalid, missing

Write = Callable[[], Any]


def answer_associations(call: Call, portal: Portal) -> Answer | None:
    """The answer to a call about associations; None where it is about something else."""
    match (call.method, *call.place):
        case (method, "crm", "objects", from_type, id_, "associations", *rest):
            pairs = _Pairs(call, portal, from_type, rest[-2 if rest[0] == "default" else 0])
            return pairs.of_record(method, id_, rest)
        case (_, "crm", "associations", "definitions", "configurations", "all"):
            return None
        case (method, "crm", "associations", "definitions", "configurations", start, to, *rest):
            return _Pairs(call, portal, start, to).configurations(method, rest)
        case (_, "crm", "associations", "usage", *_):
            return None
        case (method, "crm", "associations", start, to, "batch", *rest):
            return _Pairs(call, portal, start, to).batch(rest)
        case (method, "crm", "associations", start, to, ("labels" | "types") as what, *rest):
            return _Pairs(call, portal, start, to).labels(method, what, rest)
        case _:
            return None


class _Pairs:
    """The associations from one type to another."""

    def __init__(self, call: Call, portal: Portal, from_type: str, to_type: str) -> None:
        self.call, self.portal = call, portal
        self.links: Links = portal.links
        self.start, self.to = portal.type(from_type), portal.type(to_type)
        self.legacy = call.version == "v3"

    def of_record(self, method: str, id_: str, rest: list[str]) -> Answer | None:
        """What begins at one record."""
        match (method, *rest):
            case ("GET", _):
                self.portal.existing(self.start, id_)
                return self._page(id_, self.call.query.get("after"), self.call.query.get("limit", 500))
            case ("PUT", "default", _, to_id):
                return run_batch([{"from": {"id": id_}, "to": {"id": to_id}}], self._default, self._now())
            case ("PUT", _, to_id):
                return Answer(self._labelled(id_, to_id, self.call.body)())
            case ("PUT", _, to_id, name):
                self._named(id_, to_id, name)()
                return Answer(self._record(id_))
            case ("DELETE", _, to_id, *names):
                only = [self.links.number(self.start, self.to, name) for name in names]
                self.links.part(self.start, id_, self.to, to_id, only)
                return Answer()
            case _:
                return None

    def batch(self, rest: list[str]) -> Answer | None:
        """What is told of many pairs at once."""
        inputs: list[dict[str, Any]] = self.call.body["inputs"]
        match rest:
            case ["create"]:
                return run_batch(inputs, self._created, self._now())
            case ["associate", "default"]:
                return run_batch(inputs, self._default, self._now())
            case ["read"]:
                return run_batch(inputs, self._read, self._now())
            case ["archive"] | ["labels", "archive"]:
                for each in inputs:
                    self._archive(each)
                return Answer() if self.call.operation.success == 204 else batch_answer([], self._now())
            case _:
                return None

    def labels(self, method: str, what: str, rest: list[str]) -> Answer | None:
        """The kinds that there are; `types` is what version 3 calls them."""
        kinds = self.links.kinds(self.start, self.to)
        match method:
            case "GET" if what == "types":
                names = {number: self.links.legacy(self.start, self.to, number) for number in kinds}
                return page([{"id": str(n), "name": name} for n, name in names.items()], None)
            case "GET":
                return page([self._kind(number) for number in kinds], None)
            case "POST":
                there, *back = self.links.label(self.start, self.to, self.call.body)
                results = [self._kind(there)]
                reverse = self.links.kinds(self.to, self.start)
                results += [
                    {"category": reverse[n].category, "typeId": n, "label": reverse[n].label}
                    for n in back
                ]
                return page(results, None)
            case "PUT":
                kind = self._own(int(self.call.body["associationTypeId"]))
                kind.label = self.call.body["label"]
                if self.call.body.get("inverseLabel"):
                    self.links.kinds(self.to, self.start)[kind.inverse].label = self.call.body["inverseLabel"]
                return Answer()
            case "DELETE" if rest[0].isdigit():
                kind = self._own(int(rest[0]))
                self.links.kinds(self.to, self.start).pop(kind.inverse, None)
                del kinds[int(rest[0])]
                return Answer()
            case _:
                return None

    def configurations(self, method: str, rest: list[str]) -> Answer | None:
        """How many records one may belong to, by kind."""
        limits = self.links.limits
        if method == "GET":
            return page([self._limit(n) for (a, b, n) in limits if (a, b) == (self.start, self.to)], None)
        for each in self.call.body["inputs"]:
            key = (self.start, self.to, int(each["typeId"]))
            if rest[1] == "purge":
                limits.pop(key, None)
            else:
                limits[key] = each["maxToObjectIds"]
        inputs = self.call.body["inputs"] if rest[1] != "purge" else ()
        return batch_answer([self._limit(int(each["typeId"])) for each in inputs], self._now())

    def _limit(self, number: int) -> dict[str, Any]:
        most = self.links.limits[self.start, self.to, number]
        return {**self._kind(number), "userEnforcedMaxToObjectIds": most}

    def _own(self, number: int) -> Any:
        kind = self.links.kinds(self.start, self.to).get(number)
        if kind is None or kind.category == "HUBSPOT_DEFINED":
            raise invalid(f"{number} is not a label of this account", associationTypeId=str(number))
        return kind

    def _kind(self, number: int) -> dict[str, Any]:
        kind = self.links.kinds(self.start, self.to).get(number)
        found: dict[str, Any] = {"category": "HUBSPOT_DEFINED", "typeId": number}
        if kind is not None:
            found["category"] = kind.category
            if kind.label is not None:
                found["label"] = kind.label
        return found

    def _created(self, each: dict[str, Any]) -> Write:
        from_id, to_id = each["from"]["id"], each["to"]["id"]
        if not self.legacy:
            return self._labelled(from_id, to_id, each["types"])
        write = self._named(from_id, to_id, each["type"])
        return lambda: (write(), each)[1]

    def _named(self, from_id: str, to_id: str, name: str) -> Callable[[], None]:
        number = self.links.number(self.start, self.to, name)
        spec = self._kind(number)
        types = [{"associationCategory": spec["category"], "associationTypeId": number}]
        return self.links.plan(self.start, from_id, self.to, to_id, types)

    def _labelled(self, from_id: str, to_id: str, types: list[dict[str, Any]]) -> Write:
        plan = self.links.plan(self.start, from_id, self.to, to_id, types)

        def write() -> dict[str, Any]:
            plan()
            kinds = self.links.kinds(self.start, self.to)
            numbers = self.links.to(from_id, self.to).get(to_id, set())
            return {
                "fromObjectTypeId": self.portal.type_id(self.start),
                "fromObjectId": from_id,
                "toObjectTypeId": self.portal.type_id(self.to),
                "toObjectId": to_id,
                "labels": [str(kinds[n].label) for n in sorted(numbers) if kinds[n].label],
            }

        return write

    def _default(self, each: dict[str, Any]) -> Write:
        plan = self.links.plan(self.start, each["from"]["id"], self.to, each["to"]["id"])
        number = next(iter(self.links.kinds(self.start, self.to)))
        spec = {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": number}
        result = {"from": each["from"], "to": each["to"], "associationSpec": spec}
        return lambda: (plan(), result)[1]

    def _read(self, each: dict[str, Any]) -> Write:
        body = self._page(each["id"], each.get("after"), 500).body
        if not body["results"]:
            raise missing("Association", each["id"])
        found = {"from": {"id": each["id"]}, "to": body.pop("results"), **body}
        return lambda: found

    def _archive(self, each: dict[str, Any]) -> None:
        others = each["to"] if isinstance(each["to"], list) else [each["to"]]
        only = [int(kind["associationTypeId"]) for kind in each.get("types", ())]
        if "type" in each:
            only = [self.links.number(self.start, self.to, each["type"])]
        for other in others:
            self.links.part(self.start, each["from"]["id"], self.to, other["id"], only)

    def _page(self, id_: str, after: str | None, limit: int) -> Answer:
        others = list(self.links.to(id_, self.to).items())
        first = int(after) if after and after.isdigit() else 0
        listed = others[first : first + limit]
        more = str(first + limit) if len(others) > first + limit else None
        return page([shown for other, kinds in listed for shown in self._shown(other, kinds)], more)

    def _shown(self, other: str, numbers: set[int]) -> list[dict[str, Any]]:
        if self.legacy:
            names = (self.links.legacy(self.start, self.to, number) for number in sorted(numbers))
            return [{"id": other, "type": name} for name in names]
        kinds = [self._kind(number) for number in sorted(numbers)]
        return [{"toObjectId": other, "associationTypes": kinds}]

    def _record(self, id_: str) -> dict[str, Any]:
        from ._records import Records

        return Records(self.portal, self.start).get(id_, {"associations": [self.to]})

    def _now(self) -> str:
        return self.portal.now()
