"""The association APIs, in the form of version 3 and in that of the others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from ._answers import Answer, Json, Refusal, Write, batch, batch_answer, invalid, page
from ._documents import Call
from ._links import SHOWN, Kind
from ._portal import Portal
from ._records import Records
from ._types import singular


def answer_associations(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about associations, or None for any other call."""
    match (call.method, *call.place):
        case (_, "crm", "objects", start, id_, "associations", "default", to, to_id):
            return _Pairs(call, portal, start, to).default_batch(id_, to_id)
        case (method, "crm", "objects", start, id_, "associations", to, *rest):
            return _Pairs(call, portal, start, to).of_record(method, id_, rest)
        case (method, "crm", "associations", "definitions", "configurations", start, to, *rest):
            return _Pairs(call, portal, start, to).limits(method, rest)
        case (_, "crm", "associations", start, to, "batch", *rest):
            return _Pairs(call, portal, start, to).batch(rest)
        case ("GET", "crm", "associations", start, to, "types"):
            kinds = portal.links.kinds(portal.type(start), portal.type(to)).items()
            return page([{"id": str(number), "name": kind.name} for number, kind in kinds])
        case (method, "crm", "associations", start, to, "labels", *rest):
            return _Pairs(call, portal, start, to).labels(method, rest)
        case _:
            return None


class _Pairs:
    """The associations from one type to another."""

    def __init__(self, call: Call, portal: Portal, start: str, to: str) -> None:
        self._call, self._portal, self._links = call, portal, portal.links
        self._start, self._to = self._pair = portal.type(start), portal.type(to)
        self._kinds = self._links.kinds(*self._pair)
        self._now = portal.now()
        self._legacy = call.version == "v3"

    def of_record(self, method: str, id_: str, rest: list[str]) -> Answer:
        """Return the associations of one record."""
        id_ = self._portal.existing(self._start, id_)
        if method == "GET":
            query = self._call.query
            return self._page(id_, query.get("after"), query.get("limit", 500))
        to_id, *names = rest
        numbers = [self._links.number(*self._pair, name) for name in names]
        if method == "DELETE":
            self._links.part(self._pair, id_, to_id, numbers)
            return Answer()
        if not names:
            return Answer(self._labelled(id_, to_id, self._call.body)())
        self._links.plan(*self._pair, to_id, self._specs(numbers))(id_)
        return Answer(Records(self._portal, self._start).get(id_, {"associations": [self._to]}))

    def default_batch(self, id_: str, to_id: str) -> Answer:
        """Associate pairs without a label."""
        return batch([{"from": {"id": id_}, "to": {"id": to_id}}], self._default, self._now)

    def batch(self, rest: list[str]) -> Answer:
        """Handle a batch of pairs."""
        inputs: list[Json] = self._call.body["inputs"]
        if rest[-1] != "archive":
            prepare = {"create": self._create, "read": self._read}.get(rest[0], self._default)
            return batch(inputs, prepare, self._now)
        for each in inputs:
            only = [kind["associationTypeId"] for kind in each.get("types", ())]
            only += [self._links.number(*self._pair, each["type"])] if "type" in each else []
            others: Any = each["to"]
            for other in [others] if "id" in others else others:
                self._links.part(self._pair, each["from"]["id"], other["id"], only)
        return batch_answer([], self._now)

    def labels(self, method: str, rest: list[str]) -> Answer:
        """List, create and change the association types, those of the account among them."""
        body = self._call.body
        if method == "GET":
            return page([_told(number, kind) for number, kind in self._kinds.items()])
        if method == "POST":
            made = self._links.label(*self._pair, body)
            return page([_told(number, kind) for number, kind in made])
        text = rest[0] if rest else str(body["associationTypeId"])
        number = int(text) if text.isdecimal() else 0
        kind = self._kinds.get(number)
        if kind is None or not kind.own:
            raise invalid("The account has no such label", associationTypeId=str(number))
        reverse = self._links.kinds(self._to, self._start)
        if method == "DELETE":
            self._kinds.pop(number)
            reverse.pop(kind.inverse, None)
        else:
            kind.label = body["label"]
            reverse[kind.inverse].label = body.get("inverseLabel") or reverse[kind.inverse].label
        return Answer()

    def limits(self, method: str, rest: list[str]) -> Answer:
        """Return how many records one may be associated with, by type."""
        known = self._links.limits
        if method == "GET":
            return page([self._limit(n) for (*pair, n) in known if tuple(pair) == self._pair])
        inputs: list[Json] = self._call.body["inputs"]
        for each in inputs:
            known.pop((*self._pair, each["typeId"]), None)
        if rest[-1] == "purge":
            return batch_answer([], self._now)
        known.update({(*self._pair, each["typeId"]): each["maxToObjectIds"] for each in inputs})
        return batch_answer([self._limit(each["typeId"]) for each in inputs], self._now)

    def _limit(self, number: int) -> Json:
        most = self._links.limits[(*self._pair, number)]
        told = (
            _told(number, self._kinds[number])
            if number in self._kinds
            else _HUBSPOT | {"typeId": number}
        )
        return {**told, "userEnforcedMaxToObjectIds": most}

    def _create(self, each: Json) -> Write:
        from_id, to_id = each["from"]["id"], each["to"]["id"]
        if not self._legacy:
            return self._labelled(from_id, to_id, each["types"])
        types = self._specs([self._links.number(*self._pair, each["type"])])
        return self._planned(from_id, to_id, types, each)

    def _default(self, each: Json) -> Write:
        [spec] = self._specs([next(iter(self._kinds))])
        return self._planned(
            each["from"]["id"], each["to"]["id"], (), each | {"associationSpec": spec}
        )

    def _planned(self, from_id: str, to_id: str, types: Sequence[Json], result: Json) -> Write:
        from_id = self._portal.existing(self._start, from_id)
        plan = self._links.plan(*self._pair, to_id, types, from_id)
        return lambda: (plan(from_id), result)[1]

    def _labelled(self, from_id: str, to_id: str, types: Sequence[Json]) -> Write:
        from_id = self._portal.existing(self._start, from_id)
        plan = self._links.plan(*self._pair, to_id, types, from_id)
        ids = {"fromObjectId": from_id, "toObjectId": to_id}
        type_ids = map(self._portal.type_id, self._pair)
        ids |= dict(zip(("fromObjectTypeId", "toObjectTypeId"), type_ids, strict=True))

        def write() -> Json:
            labels = (self._kinds[number].label for number in sorted(plan(from_id)))
            return {**ids, "labels": [label for label in labels if label]}

        return write

    def _read(self, each: Json) -> Write:
        limit = SHOWN if self._legacy else 500
        found: Json = self._page(each["id"], each.get("after"), limit).body
        if not found["results"]:
            start, to = map(singular, self._pair)
            ids = {"fromObjectId": [each["id"]], "fromObjectType": [start], "toObjectType": [to]}
            text = f"No {to} is associated with {start} {each['id']}."
            none = {"subCategory": "crm.associations.NO_ASSOCIATIONS_FOUND"}
            raise Refusal(404, "OBJECT_NOT_FOUND", text, ids, members=none)
        result = {"from": {"id": each["id"]}, "to": found.pop("results"), **found}
        return lambda: result

    def _page(self, id_: str, after: str | None, limit: int) -> Answer:
        first = int(after) if after and after.isdecimal() else 0
        following = self._links.following(self._start, id_, self._to, first + limit)
        if self._legacy:
            results = self._links.named(self._start, id_, self._to, first, limit)
        else:
            found = islice(self._links.to(id_, self._to).items(), first, first + limit)
            results = [{"toObjectId": o, "associationTypes": self._told(ns)} for o, ns in found]
        return Answer({"results": results, **following})

    def _told(self, numbers: set[int]) -> list[Json]:
        return [_told(number, self._kinds[number]) for number in sorted(numbers)]

    def _specs(self, numbers: Sequence[int]) -> list[Json]:
        named = ((number, self._kinds[number].category) for number in numbers)
        return [{"associationTypeId": n, "associationCategory": category} for n, category in named]


_HUBSPOT: Json = {"category": "HUBSPOT_DEFINED"}


def _told(number: int, kind: Kind) -> Json:
    label = {"label": kind.label} if kind.label is not None else {}
    return {"category": kind.category, "typeId": number, **label}
