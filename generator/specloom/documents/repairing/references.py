"""Check and repair references: the target must exist, have the right kind, and not lead back to the reference."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from specloom.diagnostics import Diagnostic, Pointer, SpecloomError, format_pointer
from specloom.documents.document import Document, Json, Node, kind_of
from specloom.documents.omission import omit_part
from specloom.documents.parts import Parts
from specloom.documents.repairing.repairs import Repairs
from specloom.documents.specification import REFERABLE, Kind, walk_from, walk_objects

_MOST_SHOWN = 8
_DEFINITION = 3  # the tokens of a pointer such as #/components/schemas/Name
_MOST_ROUNDS = 20
MOST_PARTS = 10_000
"""The maximum number of schemas that `allOf` combines into one; repeated ones count each time."""
MOST_CHAINED = 100
"""The maximum length of a chain of schemas that are references, items, parts or options of one another."""


class Fault(Struct, frozen=True):
    """A faulty reference: the object that contains it, and the kind that is required there."""

    kind: Kind
    pointer: Pointer
    finding: Diagnostic


def check_references(document: Document) -> None:
    """Check every `$ref`, and every discriminator's mapping to a part of the document.

    Examples, defaults, constants and extensions are data and are not checked. A schema may reach itself
    through its properties or items; a schema that is itself by `$ref`, or contains itself by `allOf`, has
    no meaning.

    Raises:
        SpecloomError: with every `dangling-reference`, `external-reference`, `invalid-reference`,
            `mismatched-reference` and `circular-reference`.
    """
    faults = find_faults(document)
    if faults:
        raise SpecloomError(dict.fromkeys(each.finding for each in faults))


def repair_references(document: Document, parts: Parts | None = None) -> Document:
    """Return the document without invalid references, each with a finding.

    `omit_part` determines the consequences of each.
    """
    faults = find_faults(document, parts)
    if not faults:
        return document
    to = Repairs(document)
    for _ in range(_MOST_ROUNDS):
        for fault in faults:
            to.findings.extend(omit_part(to.root, fault.kind, fault.pointer, fault.finding))
        # Other references may lead to an omitted part.
        faults = find_faults(to.document)
        if not faults:
            return to.finish()
    raise SpecloomError(each.finding for each in faults)


def find_faults(document: Document, parts: Parts | None = None) -> list[Fault]:
    """Return the errors of `check_references`, in the document's order.

    Of each of the shared parts, only the references are examined, which are searched for once.
    """
    if parts is not None and not _faults(_Graph(document, parts)):
        return []
    return _faults(_Graph(document, Parts()))


def _faults(graph: _Graph) -> list[Fault]:
    faults: list[Fault] = []
    pending = list(_examine(graph.objects(), graph, faults))
    # A target may be where no object is expected, for example in an extension.
    while pending:
        kind, target = pending.pop()
        if not graph.knows(target.pointer):
            pending.extend(_examine(walk_from(kind, target), graph, faults))
    faults.extend(graph.mismatches())
    cycles = list(graph.cycles())
    return [*faults, *(cycles or [*graph.bombs(), *graph.chains()])]


def _examine(
    objects: Iterator[tuple[Kind, Node]], graph: _Graph, faults: list[Fault]
) -> Iterator[tuple[Kind, Node]]:
    """Add objects to the graph; yield the targets of their references, with the required kind."""
    for kind, node in objects:
        graph.kinds[node.pointer] = kind
        if kind not in REFERABLE or not isinstance(node.value, dict):
            continue
        try:
            target = node.reference()
        except SpecloomError as error:
            faults.extend(Fault(kind, node.pointer, each) for each in error.diagnostics)
            target = None
        if target is not None:
            graph.references[node.pointer] = target
            yield kind, target
        if kind is Kind.SCHEMA:
            graph.add_all_of(node)
            _check_mapping(node, faults)


def _check_mapping(node: Node, faults: list[Fault]) -> None:
    mapping = node.at(("discriminator", "mapping"))
    if mapping is None or not isinstance(mapping.value, dict):
        return
    for _, each in mapping.items():
        # Without the hash sign it is the name of a schema, or else a file.
        if isinstance(each.value, str) and each.value.startswith("#"):
            try:
                each.target()
            except SpecloomError as error:
                # A link, and this property, can be removed without consequences.
                faults.extend(Fault(Kind.LINK, each.pointer, found) for found in error.diagnostics)


class _Graph:
    """The kind of each object, and its targets by `$ref` or `allOf`."""

    def __init__(self, document: Document, parts: Parts) -> None:
        self.kinds: dict[Pointer, Kind] = {}
        self.references: dict[Pointer, Node] = {}
        self._document = document
        self._all_of: dict[Pointer, tuple[Pointer, ...]] = {}
        self._parts = parts
        self._closed: dict[Pointer, tuple[Kind, Node]] = {}

    def objects(self) -> Iterator[tuple[Kind, Node]]:
        """Yield the objects of the document; of those in a shared part, only the ones with references."""
        parts = self._parts
        for kind, node in walk_objects(self._document, closed=parts.identities):
            yield kind, node
            if parts.has(node.value):
                self._closed[node.pointer] = kind, node
                for inner, pointer, value in parts.result(_REFERRING[kind], node.value):
                    yield inner, Node(node.document, node.pointer + pointer, value)

    def knows(self, pointer: Pointer) -> bool:
        """Return whether there is an object at a pointer; all objects of the part around it become known."""
        if pointer in self.kinds:
            return True
        for length in range(len(pointer)):
            closed = self._closed.pop(pointer[:length], None)
            for kind, node in walk_from(*closed) if closed is not None else ():
                self.kinds.setdefault(node.pointer, kind)
        return pointer in self.kinds

    def add_all_of(self, node: Node) -> None:
        parts = node.get("allOf")
        if parts is not None and isinstance(parts.value, list):
            self._all_of[node.pointer] = tuple(each.pointer for each in parts.elements())

    def mismatches(self) -> Iterator[Fault]:
        """Yield an error for each reference to an object of another kind."""
        for pointer, target in self.references.items():
            wanted = self.kinds[pointer]
            found = self.kinds.get(target.pointer)
            if found is not wanted:
                name = kind_of(target.value) if found is None else _words(found)
                finding = Diagnostic(
                    "mismatched-reference",
                    f"{format_pointer(target.pointer)} is {name} instead of {_words(wanted)}",
                    f"refer to {_words(wanted)}",
                    self._document.location((*pointer, "$ref")),
                )
                yield Fault(wanted, pointer, finding)

    def cycles(self) -> Iterator[Fault]:
        """Yield an error for each cycle of `$ref` and `allOf` alone, found depth first."""
        done: set[Pointer] = set()
        for start in (*self.references, *self._all_of):
            way: dict[Pointer, Iterator[Pointer]] = {}
            following: Pointer | None = start
            while following is not None or way:
                if following is not None and following in way:
                    passed = tuple(way)
                    yield self._circular(passed[passed.index(following) :])
                elif following is not None and following not in done:
                    way[following] = self._following(following)
                at, ahead = next(reversed(way.items()), ((), iter(())))
                following = next(ahead, None)
                if following is None and way:
                    done.add(at)
                    del way[at]

    def _following(self, pointer: Pointer) -> Iterator[Pointer]:
        target = self.references.get(pointer)
        if target is not None:
            yield target.pointer
        yield from self._all_of.get(pointer, ())

    def bombs(self) -> Iterator[Fault]:
        """Yield an error for each schema that combines too many others by `allOf`; there are no cycles."""
        sizes: dict[Pointer, int] = {}
        for start in self._all_of:
            stack = [start]
            while stack:
                at = stack[-1]
                missing = [each for each in self._following(at) if each not in sizes]
                if missing:
                    stack.extend(missing)
                    continue
                stack.pop()
                if at in sizes:
                    continue
                sizes[at] = 1 + sum(sizes[each] for each in self._following(at))
                if sizes[at] > MOST_PARTS:
                    sizes[at] = 1
                    finding = Diagnostic(
                        "reference-bomb",
                        f"'allOf' combines more than {MOST_PARTS:,} schemas",
                        "combine fewer schemas",
                        self._document.location(at),
                    )
                    yield Fault(self.kinds.get(at, Kind.SCHEMA), at, finding)

    def chains(self) -> Iterator[Fault]:
        """Yield an error for each definition at the top of a chain of definitions that is too long.

        The properties of a definition do not count, because they become classes of their own.
        """
        below: dict[Pointer, dict[Pointer, int]] = {}
        for pointer, target in self.references.items():
            steps = pointer[_DEFINITION:]
            if self.kinds.get(pointer) is Kind.SCHEMA and "properties" not in steps:
                edges = below.setdefault(pointer[:_DEFINITION], {})
                there = target.pointer[:_DEFINITION]
                edges[there] = max(edges.get(there, 0), 1 + len(steps) // 2)
        if sum(max(edges.values()) for edges in below.values()) <= MOST_CHAINED:
            return
        lengths: dict[Pointer, int] = {}
        for start in below:
            yield from self._lengths(start, below, lengths)

    def _lengths(
        self,
        start: Pointer,
        below: dict[Pointer, dict[Pointer, int]],
        lengths: dict[Pointer, int],
    ) -> Iterator[Fault]:
        """Return the length of the longest chain below each definition; a cycle ends a chain."""
        stack, entered = [start], set[Pointer]()
        while stack:
            at = stack[-1]
            edges = below.get(at, {})
            if at not in lengths and at not in entered:
                entered.add(at)
                stack.extend(each for each in edges if each not in lengths and each not in entered)
                continue
            stack.pop()
            if at in lengths:
                continue
            lengths[at] = max((lengths.get(to, 0) + by for to, by in edges.items()), default=0)
            if lengths[at] > MOST_CHAINED:
                lengths[at] = 0
                finding = Diagnostic(
                    "too-deep",
                    f"the chain of references is longer than {MOST_CHAINED}; the schema is "
                    "omitted",
                    "refer to the last schema of the chain",
                    self._document.location(at),
                )
                yield Fault(Kind.SCHEMA, at, finding)

    def _circular(self, cycle: tuple[Pointer, ...]) -> Fault:
        targets = {self.references[each].pointer for each in cycle if each in self.references}
        names = [format_pointer(each) for each in cycle if each in targets]
        if len(names) > _MOST_SHOWN:
            names[_MOST_SHOWN // 2 : -_MOST_SHOWN // 2] = ["…"]
        first = cycle[0]
        circle = " → ".join((*names, names[0]))
        finding = Diagnostic(
            "circular-reference",
            f"the references are circular: {circle}; the last one is ignored",
            "remove one of these references; only a property or an element may refer to its "
            "own schema",
            self._document.location((*first, "$ref") if first in self.references else first),
        )
        # The link that closes the cycle: the part of an allOf, if there is one, and not the whole schema.
        broken = next((each for each in reversed(cycle) if each in self.references), first)
        return Fault(self.kinds.get(broken, Kind.SCHEMA), broken, finding)


def _referring(kind: Kind, part: Json) -> tuple[tuple[Kind, Pointer, Json], ...]:
    """Return the objects in a part that may refer to others, each with its kind and pointer."""
    inside = walk_from(kind, Node(Document("", {}), (), part))
    next(inside, None)
    return tuple((kind, node.pointer, node.value) for kind, node in inside if _may_refer(node))


def _may_refer(node: Node) -> bool:
    value = node.value
    return isinstance(value, dict) and not _REFERRING_KEYS.isdisjoint(value)


_REFERRING_KEYS = frozenset(("$ref", "allOf", "discriminator"))
_REFERRING = {kind: partial(_referring, kind) for kind in Kind}


def _words(kind: Kind) -> str:
    words = kind.name.lower().replace("_", " ")
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"
