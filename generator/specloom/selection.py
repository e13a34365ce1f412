"""Select operations: take those that the project leaves out of a document, with what only they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Location, Pointer, Severity, SpecloomError
from specloom.documents.document import Document, Json, Node
from specloom.project.model import Match, Project, Rule, Selection, Source
from specloom.project.selection import matches
from specloom.pruning import prune, with_targets

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_MORE = "additionalOperations"


class _Operation(Struct, frozen=True):
    """An operation, and what rules compare."""

    path: str
    method: str
    member: Pointer
    node: Node
    version: str


class Selector:
    """Applies the rules of a project to its documents, and remembers which values of rules matched.

    The values are numbered over all rules, so that what matched in a document can be cached with it.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._selection: Selection = project.selection
        self._rules = (*self._selection.include, *self._selection.exclude)
        values = [each for rule in self._rules for each in _matches(rule)]
        self._numbers = {id(each): number for number, each in enumerate(values)}
        self._values = values
        versions = {each.version for each in project.left_out}
        self._used = {
            self._numbers[id(each)]
            for rule in self._rules
            for each in rule.conditions.get("version", ())
            if any(matches(each.value, version) for version in versions)
        }

    def use(self, numbers: Iterable[int]) -> None:
        """Count values as matched, which they were in a document that was cached."""
        self._used.update(numbers)

    def select(self, document: Document, source: Source) -> tuple[Document, tuple[int, ...]]:
        """Return a document with the selected operations, and the numbers of the values that matched.

        Each operation that is left out is a note among the findings of the document.
        """
        used: set[int] = set()
        removed: list[_Operation] = []
        findings: list[Diagnostic] = []
        for operation in _operations(document, source.version):
            reason = self._reason(operation, used)
            if reason is not None:
                removed.append(operation)
                message = f"{operation.method} {operation.path} is omitted: {reason}"
                hint = "change [select] in the project file to generate it"
                findings.append(
                    Diagnostic(
                        "not-selected", message, hint, operation.node.location, Severity.NOTE
                    )
                )
        self.use(used)
        if removed:
            document = _without(document, removed)
        return document.with_findings(findings), tuple(sorted(used))

    def finish(self) -> None:
        """Check that every value of every rule matched an operation.

        Raises:
            SpecloomError: with each that did not, at its line.
        """
        found: list[Diagnostic] = []
        for rule in self._rules:
            for key, values in rule.conditions.items():
                for each in values:
                    if self._numbers[id(each)] not in self._used:
                        location = Location(self._project.file or "", (), each.line, 1)
                        found.append(_unused(key, each, len(rule.conditions) > 1, location))
        if found:
            raise SpecloomError(found)

    def _reason(self, operation: _Operation, used: set[int]) -> str | None:
        """Why an operation is left out; None if it is selected."""
        included = [self._match(rule, operation, used) for rule in self._selection.include]
        if included and not any(included):
            return "no rule of [select] include matches it"
        excluded = [rule for rule in self._selection.exclude if self._match(rule, operation, used)]
        if not excluded:
            return None
        rule = excluded[0]
        return rule.reason or f"{_shown(rule)} is excluded in line {rule.line} of the project file"

    def _match(self, rule: Rule, operation: _Operation, used: set[int]) -> bool:
        numbers: list[int] = []
        for key, values in rule.conditions.items():
            found = [self._numbers[id(each)] for each in values if _holds(key, each, operation)]
            if not found:
                return False
            numbers += found
        used.update(numbers)
        return True


def _matches(rule: Rule) -> Iterator[Match]:
    for values in rule.conditions.values():
        yield from values


def _unused(key: str, match: Match, has_others: bool, location: Location) -> Diagnostic:
    others = " that also matches the other conditions of its rule" if has_others else ""
    return Diagnostic(
        "unused-selection",
        f"{key} = '{match.value}' matches no operation{others}",
        "correct the value, or remove it; specloom inspect --table lists the operations",
        location,
    )


def _shown(rule: Rule) -> str:
    parts = (
        f"{key} {' or '.join(each.value for each in values)}"
        for key, values in rule.conditions.items()
    )
    return ", ".join(parts)


def _holds(key: str, match: Match, operation: _Operation) -> bool:
    if key == "path":
        return path_pattern(match.value).fullmatch(operation.path) is not None
    if key == "method":
        return match.value.upper() == operation.method
    if key == "version":
        return matches(match.value, operation.version)
    members = operation.node.value
    if not isinstance(members, dict):
        return False
    if key == "deprecated":
        return (members.get("deprecated") is True) == (match.value == "true")
    value = members.get("tags" if key == "tag" else "operationId")
    values = value if isinstance(value, list) else [value]
    return any(isinstance(each, str) and matches(match.value, each) for each in values)


@lru_cache(maxsize=1024)
def path_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of paths: `*` is a part of a segment, `**` is anything, `{}` any parameter.

    `/pets/**` matches `/pets` as well.
    """
    end = ""
    if pattern.endswith("/**"):
        pattern, end = pattern[:-3], "(?:/.*)?"
    parts = re.split(r"(\*\*|\*|\{\})", pattern)
    known = {"**": ".*", "*": "[^/]*", "{}": r"\{[^/{}]*\}"}
    return re.compile("".join(known.get(each, re.escape(each)) for each in parts) + end, re.DOTALL)


def _operations(document: Document, version: str) -> Iterator[_Operation]:
    """The operations of a document, which may be invalid in any way."""
    paths = document.root.get("paths")
    for path, value in paths.items() if isinstance(paths, dict) else ():
        item = _item(document, ("paths", path))
        if path.startswith("x-") or not isinstance(value, dict) or item is None:
            continue
        for method, node in item.items():
            if method.lower() in _METHODS and isinstance(node.value, dict):
                yield _Operation(path, method.upper(), (method,), node, version)
            elif method == _MORE and isinstance(node.value, dict):
                for name, each in node.items():
                    if isinstance(each.value, dict):
                        yield _Operation(path, name, (_MORE, name), each, version)


def _item(document: Document, pointer: Pointer) -> Node | None:
    """A path item, wherever it is defined; None where that is nowhere."""
    node = document.root_node().at(pointer)
    try:
        found = None if node is None else node.follow()
    except SpecloomError:  # which is reported when references are repaired
        return None
    return found if found is not None and isinstance(found.value, dict) else None


def _without(document: Document, removed: list[_Operation]) -> Document:
    """A document without operations, and without the components that only they refer to."""
    by_path: dict[str, list[_Operation]] = {}
    for each in removed:
        by_path.setdefault(each.path, []).append(each)
    paths = document.root["paths"]
    assert isinstance(paths, dict)
    kept: dict[str, Json] = {}
    origins = dict(document.origins)
    for path, value in paths.items():
        if path not in by_path:
            kept[path] = value
            continue
        item = _item(document, ("paths", path))
        assert item is not None
        remaining = _reduced(item, by_path[path])
        if remaining is None:
            continue
        kept[path] = remaining
        if item.pointer != ("paths", path):  # it is written elsewhere, and may be shared
            for key in remaining:
                origins.setdefault(("paths", path, key), document.location((*item.pointer, key)))
    root: dict[str, Json] = {**document.root, "paths": kept}
    gone = [each.node.value for each in removed] + _shared_by(document, by_path, kept)
    root = with_targets(root, document.root)
    prune(root, gone)
    return replace(document, root=root, origins=origins)


def _shared_by(
    document: Document, by_path: dict[str, list[_Operation]], kept: dict[str, Json]
) -> list[Json]:
    """What the path items that are left out altogether hold for all their operations."""
    found: list[Json] = []
    for path in by_path:
        item = None if path in kept else _item(document, ("paths", path))
        if item is not None:
            found.append(item.value)
    return found


def _reduced(item: Node, removed: list[_Operation]) -> dict[str, Json] | None:
    """A path item without some operations; None if none remain."""
    gone = {each.member for each in removed}
    value = {key: each for key, each in item.mapping().items() if (key,) not in gone}
    more = value.get(_MORE)
    if isinstance(more, dict):
        value[_MORE] = {key: each for key, each in more.items() if (_MORE, key) not in gone}
        if not value[_MORE]:
            del value[_MORE]
    has_operation = _MORE in value or any(key.lower() in _METHODS for key in value)
    return value if has_operation else None
