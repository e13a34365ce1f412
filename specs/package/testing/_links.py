"""Which records belong together and in which ways; the ways there are, labels among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._refusal import Refusal, invalid, missing
from ._types import defined_kinds

if TYPE_CHECKING:
    from ._portal import Portal

_FIRST_LABEL = 100_000
_FIRST_DEFAULT = 50_000


@dataclass(slots=True)
class Kind:
    """One way in which a record may belong to another; `inverse` is the number of the way back."""

    label: str | None
    inverse: int
    category: str = "HUBSPOT_DEFINED"
    name: str = ""


class Links:
    """The associations of all records: from an id by type to other ids, each with its kinds."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._links: dict[str, dict[str, dict[str, set[int]]]] = {}
        self._kinds: dict[tuple[str, str], dict[int, Kind]] = {}
        self._labels = 0
        self.limits: dict[tuple[str, str, int], int] = {}

    def kinds(self, from_type: str, to_type: str) -> dict[int, Kind]:
        """The kinds between two types, by number; the one without a label is the first."""
        pair = (from_type, to_type)
        if pair not in self._kinds:
            defined = defined_kinds(*pair)
            if not defined:  # nobody knows the number; two directions need two
                count = _FIRST_DEFAULT + 2 * len(self._kinds)
                self._kinds[to_type, from_type] = {count + 1: Kind(None, count)}
                self._kinds[pair] = {count: Kind(None, count + 1 if from_type != to_type else count)}
            else:
                self._kinds[pair] = {n: Kind(label, back) for n, (label, back) in defined.items()}
        return self._kinds[pair]

    def label(self, from_type: str, to_type: str, given: dict[str, Any]) -> list[int]:
        """Make a label, and the one for the way back; their numbers."""
        there = _FIRST_LABEL + 2 * self._labels + 1
        inverse = given.get("inverseLabel")
        back = there if inverse is None and from_type == to_type else there + 1
        self._labels += 1
        names = given["name"], f"{given['name']}_inverse"
        kinds = self.kinds(from_type, to_type)
        kinds[there] = Kind(given["label"], back, "USER_DEFINED", names[0])
        if back != there:
            kind = Kind(inverse or given["label"], there, "USER_DEFINED", names[1])
            self.kinds(to_type, from_type)[back] = kind
        return [there] if back == there else [there, back]

    def plan(
        self,
        from_type: str,
        from_id: str,
        to_type: str,
        to_id: str,
        types: Sequence[dict[str, Any]] | None = None,
    ) -> Callable[[], None]:
        """Check an association of two records that are there; None for the kind without a label."""
        there = self._portal.table(from_type).id(self._portal.existing(from_type, from_id))
        plan = self._plan(from_type, to_type, to_id, types)
        return lambda: plan(there)

    def plan_new(self, from_type: str, given: dict[str, Any]) -> Callable[[str], None]:
        """Check an association that a new record is to have; the ids of records tell their type."""
        to_id = given["to"]["id"]
        to_type = self._portal.type_of(to_id)
        if to_type is None:
            raise missing("Object", to_id)
        return self._plan(from_type, to_type, to_id, given.get("types"))

    def _plan(
        self, from_type: str, to_type: str, to_id: str, types: Sequence[dict[str, Any]] | None
    ) -> Callable[[str], None]:
        kinds = self.kinds(from_type, to_type)
        back = self._portal.table(to_type).id(self._portal.existing(to_type, to_id))
        numbers = {next(iter(kinds))}
        for each in types or ():
            number = int(each["associationTypeId"])
            if number not in kinds:
                known = any(number in other for other in self._kinds.values())
                if known or each["associationCategory"] != "HUBSPOT_DEFINED":
                    text = f"No association of type {number} from {from_type} to {to_type}"
                    raise invalid(text, "INVALID_ASSOCIATION_TYPE", associationTypeId=str(number))
                kinds[number] = Kind(None, next(iter(kinds.values())).inverse)
            numbers.add(number)

        def write(there: str) -> None:
            self._check_limits(from_type, there, to_type, back, numbers)
            self._join(there, to_type, back, numbers)
            self._join(back, from_type, there, {kinds[number].inverse for number in numbers})
            self._portal.tell("associationChange", from_type, there, toObjectId=int(back))

        return write

    def to(self, id_: str, to_type: str) -> dict[str, set[int]]:
        """The records of a type that one belongs to, and the kinds, by id."""
        return self._links.get(id_, {}).get(to_type, {})

    def part(self, from_type: str, from_id: str, to_type: str, to_id: str, only: Iterable[int] = ()) -> None:
        """Undo all associations of two records, or those of some kinds."""
        kinds = self.kinds(from_type, to_type)
        wanted = set(only) or set(self.to(from_id, to_type).get(to_id, ()))
        self._cut(from_id, to_type, to_id, wanted)
        self._cut(to_id, from_type, from_id, {kinds[n].inverse for n in wanted if n in kinds})

    def part_all(self, id_: str) -> None:
        """Undo all associations of a record that goes."""
        for others in self._links.pop(id_, {}).values():
            for other in others:
                for back in self._links.get(other, {}).values():
                    back.pop(id_, None)

    def move(self, from_id: str, to_id: str) -> None:
        """Let one record have the associations of another, for which it stands from now on."""
        moved = {t: dict(others) for t, others in self._links.get(from_id, {}).items()}
        own_type = self._portal.type_of(to_id) or ""
        for type_, others in moved.items():
            for other, kinds in others.items():
                if other != to_id:
                    self._join(to_id, type_, other, kinds)
                    back = self.to(other, own_type).get(from_id, set())
                    self._join(other, own_type, to_id, back)
        self.part_all(from_id)

    def shown(self, from_type: str, id_: str, to_types: Iterable[str]) -> dict[str, Any]:
        """The associations of a record as its answer has them."""
        found: dict[str, Any] = {}
        for name in to_types:
            to_type = self._portal.type(name)
            results = [
                {"id": other, "type": self.legacy(from_type, to_type, number)}
                for other, numbers in self.to(id_, to_type).items()
                for number in sorted(numbers)
            ]
            if results:
                found[to_type] = {"results": results}
        return found

    def legacy(self, from_type: str, to_type: str, number: int) -> str:
        """What version 3 calls a kind."""
        kind = self.kinds(from_type, to_type).get(number)
        if kind and kind.category != "HUBSPOT_DEFINED":
            return kind.name
        plain = f"{singular(from_type)}_to_{singular(to_type)}"
        primary = any(each.label == "Primary" for each in self.kinds(from_type, to_type).values())
        return f"{plain}_unlabeled" if primary and not (kind and kind.label) else plain

    def number(self, from_type: str, to_type: str, name: str) -> int:
        """The kind that version 3 calls so; it takes numbers too. Raises Refusal."""
        for number in self.kinds(from_type, to_type):
            if name in (str(number), self.legacy(from_type, to_type, number)):
                return number
        raise invalid(f"No association {name} from {from_type} to {to_type}", type=name)

    def _check_limits(
        self, from_type: str, from_id: str, to_type: str, to_id: str, numbers: Iterable[int]
    ) -> None:
        for number in numbers:
            most = self.limits.get((from_type, to_type, number))
            have = [other for other, kinds in self.to(from_id, to_type).items() if number in kinds]
            if most is not None and to_id not in have and len(have) >= most:
                text = f"{from_id} has {most} associations of type {number}, and may have no more"
                raise Refusal(400, "ASSOCIATION_LIMIT_EXCEEDED", text, context={"id": [from_id]})

    def _join(self, from_id: str, to_type: str, to_id: str, kinds: Iterable[int]) -> None:
        others = self._links.setdefault(from_id, {}).setdefault(to_type, {})
        others.setdefault(to_id, set()).update(kinds)

    def _cut(self, from_id: str, to_type: str, to_id: str, kinds: set[int]) -> None:
        others = self._links.get(from_id, {}).get(to_type, {})
        if to_id in others:
            others[to_id] -= kinds
            if not others[to_id]:
                del others[to_id]


def singular(type_name: str) -> str:
    """The name of one of a type: company, for companies."""
    return f"{type_name[:-3]}y" if type_name.endswith("ies") else type_name.removesuffix("s")

