"""Apply OpenAPI Overlays to documents."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery
from jsonpath_rfc9535.function_extensions import Match
from msgspec import Struct

from specloom.diagnostics import Collector, Location, Pointer, SpecloomError, format_pointer
from specloom.documents.depth import DEEPEST, deepest_allowed, is_too_deep, too_deep
from specloom.documents.document import Document, Node
from specloom.documents.overlays.edit import Editor, IncompatibleError
from specloom.documents.overlays.prefilter import (
    Contents,
    Needs,
    Scope,
    needs_of,
    scope_of,
    texts_of,
)
from specloom.documents.parts import Parts
from specloom.documents.reading.load import load_source

_VERSION = re.compile(r"1\.0\.\d+")
_OVERLAY_MEMBERS = frozenset(("overlay", "info", "extends", "actions"))
_ACTION_MEMBERS = frozenset(("target", "description", "update", "remove"))


class _Match(Match):
    """The function `match` of JSONPath, with compiled patterns cached."""

    def __call__(self, string: object, pattern: object) -> bool:
        return isinstance(string, str) and isinstance(pattern, str) and _matches(string, pattern)


_matches = lru_cache(maxsize=50_000)(Match().__call__)


class _Environment(JSONPathEnvironment):
    # An overlay can make a document deeper before its depth is checked again.
    max_recursion_depth = 2 * DEEPEST

    def setup_function_extensions(self) -> None:
        super().setup_function_extensions()
        self.function_extensions["match"] = _Match()


_ENVIRONMENT = _Environment()


class Action(Struct, frozen=True, eq=False):
    """One change: its target, a JSONPath, and the value to merge, or the removal.

    If an action has both, the target is removed.
    """

    target: str
    description: str | None
    update: Node | None
    remove: bool
    location: Location
    query: JSONPathQuery
    needs: Needs
    scope: Scope | None
    inserted: frozenset[str]


class Overlay(Struct, frozen=True):
    """An overlay: its display path, its title, and the document that it extends, if any."""

    path: str
    title: str
    extends: str | None
    actions: tuple[Action, ...]
    location: Location


def load_overlay(path: Path, shown: str) -> Overlay:
    """Load the Overlay 1.0 document at `path`; `shown` is its name in diagnostics.

    Raises what `load_source` and `read_overlay` raise, and `not-an-object`.
    """
    return read_overlay(load_source(path, shown).as_document("an Overlay document"))


def read_overlay(document: Document) -> Overlay:
    """Read a document as an overlay.

    Raises:
        SpecloomError: `not-an-overlay`, `unsupported-dialect`, `wrong-type`, `missing-property`,
            `unknown-property`, `invalid-action` or `invalid-jsonpath`.
    """
    root = document.root_node()
    _check_version(root)
    collector = Collector()
    actions: list[Action] = []
    title, extends = "", None
    with collector.item():
        _check_members(root, _OVERLAY_MEMBERS)
        title = _required_text(root["info"], "title")
        _required_text(root["info"], "version")
        extends = root.text("extends")
    with collector.item():
        for each in root["actions"].elements():
            with collector.item():
                actions.append(_read_action(each))
        if not actions:
            collector.raise_if_errors()
            raise root["actions"].error(
                "invalid-action",
                "the overlay has no actions",
                hint="add an action, or remove the file",
            )
    collector.raise_if_errors()
    return Overlay(document.path, title, extends, tuple(actions), root.location)


def apply_overlays(
    documents: tuple[Document, ...], overlays: tuple[Overlay, ...]
) -> tuple[Document, ...]:
    """Apply the overlays to the documents, in order, each action to the result of the earlier ones.

    An object is merged recursively: a new property is inserted, a scalar is replaced, an array in
    the update is concatenated. If the target is an array, the update becomes another element. An
    overlay with `extends` applies to the document of that path, relative to the overlay. What an
    action inserts keeps its location in the overlay.

    Raises `overlay-action-unused` for each action that matches nothing in any document,
    `overlay-document-unknown`, `overlay-conflict` or `too-deep`.
    """
    application = Application(overlays, [each.path for each in documents])
    changed = [application.apply(document)[0] for document in documents]
    application.finish()
    return tuple(changed)


def _check_version(root: Node) -> None:
    version = root.get("overlay")
    if version is None:
        raise root.error(
            "not-an-overlay",
            "the property 'overlay' is missing, so the file is not an Overlay document",
            hint="an Overlay document begins with a line like 'overlay: 1.0.0'",
        )
    text = root.text("overlay") or ""
    if not _VERSION.fullmatch(text):
        raise version.error(
            "unsupported-dialect",
            f"Overlay {text!r} is not supported; only version 1.0.0 is",
            hint="write 'overlay: 1.0.0' and use only features of that version",
        )


def _read_action(node: Node) -> Action:
    node.mapping()
    _check_members(node, _ACTION_MEMBERS)
    target = _required_text(node, "target")
    update, remove = node.get("update"), node.flag("remove")
    if update is None and not remove:
        raise node.error(
            "invalid-action",
            "the action has neither 'update' nor 'remove'",
            hint="add 'update' with a value, or 'remove: true'",
        )
    query = _compile(target, node["target"])
    return Action(
        target=target,
        description=node.text("description"),
        update=update,
        remove=remove,
        location=node.location,
        query=query,
        needs=needs_of(query),
        scope=scope_of(query),
        inserted=frozenset(texts_of(update.value) if update is not None else ()),
    )


def _compile(target: str, node: Node) -> JSONPathQuery:
    try:
        return _ENVIRONMENT.compile(target)
    except (JSONPathError, RecursionError) as error:
        reason = (
            str(error)
            if isinstance(error, JSONPathError)
            else "the expression is nested too deeply"
        )
        raise node.error(
            "invalid-jsonpath",
            f"{target!r} is not a valid JSONPath expression: {reason}",
            hint="write it as RFC 9535 defines, for example $.components.schemas.Name",
        ) from None


def _check_members(node: Node, known: frozenset[str]) -> None:
    for key, member in node.items():
        if key not in known and not key.startswith("x-"):
            raise member.error(
                "unknown-property",
                f"Overlay 1.0 has no property {key!r} here",
                hint=f"the properties are {', '.join(sorted(known))}, and extensions that begin "
                "with 'x-'",
            )


def _required_text(node: Node, key: str) -> str:
    node[key]  # raises missing-property
    return node.text(key) or ""


def _is_for(overlay: Overlay, path: str) -> bool:
    if overlay.extends is None:
        return True
    beside = posixpath.join(posixpath.dirname(overlay.path), overlay.extends)
    return posixpath.normpath(beside) == posixpath.normpath(path)


class Application:
    """Apply overlays to documents one by one, and record which actions matched."""

    def __init__(
        self, overlays: tuple[Overlay, ...], paths: Sequence[str], parts: Parts | None = None
    ) -> None:
        self._parts = parts
        self._collector = Collector()
        self._overlays = overlays
        self._actions = {
            action.location: number
            for number, action in enumerate(each for one in overlays for each in one.actions)
        }
        self._used: set[Location] = set()
        self._failed: set[Location] = set()
        for overlay in overlays:
            if overlay.extends is not None and not any(_is_for(overlay, each) for each in paths):
                self._fail(*overlay.actions)
                with self._collector.item():
                    raise _unknown_document(overlay)

    def apply(self, document: Document) -> tuple[Document, tuple[int, ...]]:
        """Return a document with every action applied, and the numbers of the actions that matched."""
        editor = Editor(document)
        contents = Contents(document.root, self._parts)
        used: list[int] = []
        for overlay in self._overlays:
            for action in overlay.actions if _is_for(overlay, document.path) else ():
                if action.location in self._failed or not contents.may_match(action.needs):
                    continue
                if self._apply_action(editor, action, document, contents):
                    used.append(self._actions[action.location])
                    contents.insert(action.inserted)
        self.use(used)
        edited = editor.finish()
        if edited is not document and is_too_deep(edited.root):
            location = edited.location(deepest_allowed(edited.root))
            self._collector.add(*too_deep(location).diagnostics)
        return edited, tuple(used)

    def use(self, numbers: Iterable[int]) -> None:
        """Record that actions matched in a document that was cached after they were applied."""
        locations = tuple(self._actions)
        self._used.update(locations[number] for number in numbers)

    def finish(self, *, is_complete: bool = True) -> None:
        """Raise all errors, including one for each action that matched nothing in any document."""
        for overlay in self._overlays if is_complete else ():
            for action in overlay.actions:
                with self._collector.item():
                    self._check_used(action)
        self._collector.raise_if_errors()

    def _fail(self, *actions: Action) -> None:
        """Ignore these actions from now on, so that their failure is reported once."""
        self._failed.update(action.location for action in actions)

    def _check_used(self, action: Action) -> None:
        if action.location not in self._used | self._failed:
            raise SpecloomError.of(
                "overlay-action-unused",
                f"the target {action.target!r} does not match anything in any document",
                hint="correct the target, or remove the action if it is no longer needed",
                location=action.location,
            )

    def _apply_action(
        self, editor: Editor, action: Action, document: Document, contents: Contents
    ) -> bool:
        pointer: Pointer = ()
        matches: list[tuple[int | str, ...]] = []
        try:
            root = contents.narrowed(action.scope, editor.root)
            matches = list(dict.fromkeys(each.location for each in action.query.find(root)))
            if action.remove:
                # From the end, so that a removal does not move the targets that follow.
                matches.sort(reverse=True)
            for match in matches:
                pointer = tuple(str(token) for token in match)
                if action.remove:
                    editor.remove(pointer)
                elif action.update is not None:
                    editor.update(pointer, action.update)
        except (IncompatibleError, JSONPathError) as error:
            self._fail(action)
            place = f"{document.path} {format_pointer(pointer)}"
            with self._collector.item():
                raise SpecloomError.of(
                    "overlay-conflict",
                    f"the action cannot be applied to {place}: {error}",
                    hint="let the target be the enclosing object or array, or remove the value "
                    "first",
                    location=action.location,
                ) from None
        return bool(matches)


def _unknown_document(overlay: Overlay) -> SpecloomError:
    return SpecloomError.of(
        "overlay-document-unknown",
        f"the overlay extends {overlay.extends!r}, which is not one of the documents",
        hint="write the path of the document relative to the overlay, or remove 'extends'",
        location=Location(overlay.path, (*overlay.location.pointer, "extends")),
    )
