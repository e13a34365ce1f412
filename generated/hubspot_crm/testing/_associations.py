"""Associations between records, and their APIs in the form of version 3 and in that of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from ._calls import Answer, Call, Json, Refusal, Write, batch, batch_answer, invalid, page
from ._definitions import defined_kinds, key, pair_of, singular

if TYPE_CHECKING:
    from ._portal import Portal


_FIRST_NUMBER = 200_000  # of those that are made here
SHOWN = 100  # of the associated records in the response to a record


@dataclass(slots=True)
class Kind:
    """An association type; `inverse` is the number of the reverse direction."""

    label: str | None
    inverse: int
    name: str
    own: bool = False

    @property
    def category(self) -> str:
        return "USER_DEFINED" if self.own else "HUBSPOT_DEFINED"


class Links:
    """The associations of all records: from an id by type to other ids, each with its association types."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._links: dict[str, dict[str, dict[str, set[int]]]] = {}
        self._kinds: dict[tuple[str, str], dict[int, Kind]] = {}
        self._count = _FIRST_NUMBER
        self.limits: dict[tuple[str, str, int], int] = {}

    def kinds(self, from_type: str, to_type: str) -> dict[int, Kind]:
        """Return the association types between two object types, by number; the unlabelled one is first."""
        pair = (from_type, to_type)
        if pair not in self._kinds:
            name = f"{singular(from_type)}_to_{singular(to_type)}"
            defined = defined_kinds(*pair)
            found = self._kinds[pair] = dict[int, Kind]()
            for label, there, back in defined:
                plain = name if label or len(defined) == 1 else f"{name}_unlabeled"
                found[there] = Kind(label, back, plain)
            if not defined:  # the numbers are not documented
                there, back = self._numbers(from_type == to_type)
                found[there] = Kind(None, back, name)
                reverse = f"{singular(to_type)}_to_{singular(from_type)}"
                self._kinds.setdefault((to_type, from_type), {back: Kind(None, there, reverse)})
        return self._kinds[pair]

    def label(self, from_type: str, to_type: str, given: Json) -> list[tuple[int, Kind]]:
        """Create a label and the one for the reverse direction."""
        inverse = given.get("inverseLabel")
        there, back = self._numbers(inverse is None and from_type == to_type)
        kind = Kind(given["label"], back, given["name"], own=True)
        self.kinds(from_type, to_type)[there] = kind
        if back == there:
            return [(there, kind)]
        reverse = Kind(inverse or given["label"], there, f"{given['name']}_inverse", own=True)
        self.kinds(to_type, from_type)[back] = reverse
        return [(there, kind), (back, reverse)]

    def plan(
        self,
        from_type: str,
        to_type: str,
        to_id: str,
        types: Sequence[Json] = (),
        from_id: str = "0",
    ) -> Callable[[str], set[int]]:
        """Check what to associate records with; the unlabelled type is always included.

        A type has to be one of the pair, with its category. Any number is taken for a pair of which none is
        listed.
        """
        kinds = self.kinds(from_type, to_type)
        numbers = {next(iter(kinds))}
        for each in types:
            number, category = each["associationTypeId"], each["associationCategory"]
            wanted = kinds.get(number)
            if wanted is None and category == "HUBSPOT_DEFINED" and pair_of(number) is None:
                if not defined_kinds(from_type, to_type):
                    first = next(iter(kinds.values()))
                    wanted = kinds[number] = Kind(None, first.inverse, str(number))
            if wanted is None or wanted.category != category:
                raise _wrong((from_type, from_id), (to_type, to_id), number)
            numbers.add(number)
        back = self._portal.existing(to_type, to_id)

        def write(from_id: str) -> set[int]:
            there = self._portal.existing(from_type, from_id)
            self._check_limits((from_type, to_type), there, back, numbers)
            if any(kinds[number].label == "Primary" for number in numbers):
                self._demote((there, to_type), (back, from_type))
            self._join(back, from_type, there, {kinds[number].inverse for number in numbers})
            self._portal.notify("associationChange", from_type, there, toObjectId=int(back))
            return self._join(there, to_type, back, numbers)

        return write

    def to(self, id_: str, to_type: str) -> dict[str, set[int]]:
        """Return the associated records of a type with the association types, by id."""
        return self._links.get(id_, {}).get(to_type, {})

    def disconnect(
        self, pair: tuple[str, str], from_id: str, to_id: str, only: Iterable[int] = ()
    ) -> None:
        """Remove all associations of two records, or those of some types."""
        kinds = self.kinds(*pair)
        wanted = set(only) or set(self.to(from_id, pair[1]).get(to_id, ()))
        back = {kinds[number].inverse for number in wanted if number in kinds}
        ends = ((from_id, pair[1], to_id, wanted), (to_id, pair[0], from_id, back))
        for start, type_, end, cut in ends:
            others = self.to(start, type_)
            if end in others and not others[end] - cut:
                del others[end]
            elif end in others:
                others[end] -= cut

    def disconnect_all(self, id_: str, successor: str | None = None, own_type: str = "") -> None:
        """Remove all associations of a deleted record, or give them to another of its type."""
        for type_, others in self._links.pop(id_, {}).items():
            for other, kinds in others.items():
                back = self.to(other, own_type).pop(id_, set())
                if successor is not None and other != successor:
                    self._join(successor, type_, other, kinds)
                    self._join(other, own_type, successor, back)

    def shown(self, from_type: str, id_: str, to_types: Iterable[str]) -> Json:
        """Return the associations of a record as in its response: the first hundred of each type, and a cursor."""
        types = map(self._portal.type, to_types)
        return {
            key(to_type): {"results": self.named(from_type, id_, to_type, 0, SHOWN)}
            | self.following(from_type, id_, to_type, SHOWN)
            for to_type in types
            if self.to(id_, to_type)
        }

    def named(self, from_type: str, id_: str, to_type: str, first: int, limit: int) -> list[Json]:
        """Return associations of a record by the type names of version 3."""
        kinds = self.kinds(from_type, to_type)
        found = islice(self.to(id_, to_type).items(), first, first + limit)
        return [{"id": other, "type": kinds[n].name} for other, ns in found for n in sorted(ns)]

    def following(self, from_type: str, id_: str, to_type: str, end: int) -> Json:
        """Return the cursor of the associations from an index on, if there are any."""
        if len(self.to(id_, to_type)) <= end:
            return {}
        names = map(self._portal.type_id, (from_type, to_type))
        path = f"/{next(names)}/{id_}/associations/{next(names)}"
        link = f"https://api.hubapi.com/crm/v4/objects{path}?after={end}"
        return {"paging": {"next": {"after": str(end), "link": link}}}

    def number(self, from_type: str, to_type: str, name: str) -> int:
        """Return the association type with a version 3 name or number. Raises Refusal."""
        for number, kind in self.kinds(from_type, to_type).items():
            if name in (str(number), kind.name):
                return number
        raise invalid(f"No association {name} from {from_type} to {to_type}", type=name)

    def _numbers(self, same: bool) -> tuple[int, int]:
        self._count += 2
        return self._count, self._count + (not same)

    def _check_limits(
        self, pair: tuple[str, str], from_id: str, to_id: str, numbers: Iterable[int]
    ) -> None:
        for number in numbers:
            most = self.limits.get((*pair, number))
            have = [other for other, kinds in self.to(from_id, pair[1]).items() if number in kinds]
            if most is not None and to_id not in have and len(have) >= most:
                text = f"{from_id} may have no more than {most} associations of type {number}"
                raise Refusal(400, "ASSOCIATION_LIMIT_EXCEEDED", text, {"fromObjectId": [from_id]})

    def _demote(self, *ends: tuple[str, str]) -> None:
        """Remove the label from the record that was the primary one of its type until now."""
        forwards = ends[0][1] == "companies" or ends[1][1] == "leads"
        (one, one_type), (other, other_type) = ends if forwards else ends[::-1]
        kinds = self.kinds(other_type, one_type)
        for company, numbers in self.to(one, one_type).items():
            for number in [n for n in numbers if kinds[n].label == "Primary"]:
                if company != other:
                    numbers.discard(number)
                    self.to(company, other_type)[one].discard(kinds[number].inverse)

    def _join(self, from_id: str, to_type: str, to_id: str, kinds: Iterable[int]) -> set[int]:
        others = self._links.setdefault(from_id, {}).setdefault(to_type, {})
        others.setdefault(to_id, set()).update(kinds)
        return others[to_id]


def _wrong(start: tuple[str, str], end: tuple[str, str], number: int) -> Refusal:
    """Return the refusal of an association type that is not one of a pair."""
    of = pair_of(number) or (start[0], "")
    # The record at the end that does not fit is looked up as one of the type that would.
    (_, id_), wanted = (start, of[0]) if of[0] != start[0] else (end, of[1])
    name = singular(wanted or end[0]).upper()
    context = {
        "INVALID_OBJECT_IDS": [f"{name}={id_} is not valid"],
        "objectId": [id_],
        "objectType": [name],
        "associationTypeId": [str(number)],
    }
    return Refusal(400, "VALIDATION_ERROR", "One or more associations are invalid", context)


def answer_associations(call: Call, portal: Portal) -> Answer | None:
    """Return the response to a call about associations, or None for any other call."""
    match (call.method, *call.segments):
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
            self._links.disconnect(self._pair, id_, to_id, numbers)
            return Answer()
        if not names:
            return Answer(self._labelled(id_, to_id, self._call.body)())
        self._links.plan(*self._pair, to_id, self._specs(numbers))(id_)
        from ._records import Records

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
                self._links.disconnect(self._pair, each["from"]["id"], other["id"], only)
        return batch_answer([], self._now)

    def labels(self, method: str, rest: list[str]) -> Answer:
        """List, create and change the association types, those of the account among them."""
        body = self._call.body
        if method == "GET":
            return page([_described(number, kind) for number, kind in self._kinds.items()])
        if method == "POST":
            made = self._links.label(*self._pair, body)
            return page([_described(number, kind) for number, kind in made])
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
        described = (
            _described(number, self._kinds[number])
            if number in self._kinds
            else _HUBSPOT | {"typeId": number}
        )
        return {**described, "userEnforcedMaxToObjectIds": most}

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
            results = [
                {"toObjectId": o, "associationTypes": self._described(ns)} for o, ns in found
            ]
        return Answer({"results": results, **following})

    def _described(self, numbers: set[int]) -> list[Json]:
        return [_described(number, self._kinds[number]) for number in sorted(numbers)]

    def _specs(self, numbers: Sequence[int]) -> list[Json]:
        named = ((number, self._kinds[number].category) for number in numbers)
        return [{"associationTypeId": n, "associationCategory": category} for n, category in named]


_HUBSPOT: Json = {"category": "HUBSPOT_DEFINED"}


def _described(number: int, kind: Kind) -> Json:
    label = {"label": kind.label} if kind.label is not None else {}
    return {"category": kind.category, "typeId": number, **label}
