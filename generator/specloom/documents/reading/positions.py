"""Find the line and column of a part of a file."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import yaml
from msgspec import Struct, field

from specloom.diagnostics import Pointer, SpecloomError
from specloom.documents.depth import DEEPEST
from specloom.documents.reading.json_text import looks_like_json
from specloom.documents.reading.load import decode, is_json_file
from specloom.documents.reading.yaml_text import PARSER, without_tabs

Position: TypeAlias = tuple[int, int]
"""A line and a column; both start at 1."""

_NEWLINE = re.compile("\n")
_SPACE = re.compile(r"[ \t\r\n]*")


def position(path: Path, pointer: Pointer) -> Position | None:
    """Return the line and column where the part at `pointer` begins: its key, or the element itself.

    For a part that is not in the file, the position of its nearest parent is returned. Returns None
    if the file can no longer be read or parsed.
    """
    try:
        state = path.stat()
        return _finder(path, state.st_mtime_ns, state.st_size)(pointer)
    except (OSError, LookupError, ValueError, RecursionError, SpecloomError, yaml.YAMLError):
        return None


# A listing refers to the same few files repeatedly. The modification time and the size are
# part of the key of the cache.
@lru_cache(maxsize=2)
def _finder(path: Path, _modified: int, _size: int) -> Callable[[Pointer], Position]:
    text = decode(path.read_bytes(), str(path))
    if (is_json_file(path) or looks_like_json(text)) and _is_json(text):
        return _JsonFinder(text)
    try:
        return _YamlFinder(text)
    except yaml.YAMLError:
        return _YamlFinder(without_tabs(text))


def _is_json(text: str) -> bool:
    try:
        # It is not stored: a large document would take as much memory again as at first.
        json.loads(text, object_pairs_hook=_forget)
    except ValueError:
        return False
    return True


def _forget(members: list[tuple[str, object]]) -> None:
    """Discard an object."""


_DECODER = json.JSONDecoder(object_pairs_hook=_forget)


class _JsonFinder:
    """Parses only the objects and arrays on the way; the C decoder skips everything else."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [0, *(found.end() for found in _NEWLINE.finditer(text))]
        self._scanned: dict[int, dict[str, tuple[int, int]]] = {}

    def __call__(self, pointer: Pointer) -> Position:
        shown = value = self._skip_space(0)
        for token in pointer:
            if value not in self._scanned:
                self._scanned[value] = self._scan(value)
            found = self._scanned[value].get(token)
            if found is None:
                break
            shown, value = found
        # Counting from the start each time would take quadratic time for many positions.
        line = bisect_right(self._lines, shown)
        return line, shown - self._lines[line - 1] + 1

    def _scan(self, offset: int) -> dict[str, tuple[int, int]]:
        """Return, by token, where each property or element begins, and where its value begins."""
        parts: dict[str, tuple[int, int]] = {}
        opening = self._text[offset]
        if opening not in "{[":
            return parts
        offset = self._skip_space(offset + 1)
        while self._text[offset] not in "]}":
            shown = offset
            token = str(len(parts))
            if opening == "{":
                token, offset = _DECODER.raw_decode(self._text, offset)
                offset = self._skip_space(self._skip_space(offset) + 1)
            parts[token] = (shown, offset)
            _, offset = _DECODER.raw_decode(self._text, offset)
            offset = self._skip_space(offset)
            if self._text[offset] == ",":
                offset = self._skip_space(offset + 1)
        return parts

    def _skip_space(self, offset: int) -> int:
        found = _SPACE.match(self._text, offset)
        return offset if found is None else found.end()


class _Place(Struct):
    position: Position
    parts: dict[str, _Place] = field(default_factory=dict[str, "_Place"])
    is_object: bool = False


class _YamlFinder:
    """Records the position of every part, because YAML cannot be read from the middle."""

    def __init__(self, text: str) -> None:
        self._root = _Place((1, 1))
        self._open: list[_Place] = []
        self._key: list[tuple[str, Position] | None] = []
        self._anchors: dict[str, _Place] = {}
        for event in yaml.parse(text, Loader=PARSER):
            if isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
                self._key.pop()
            elif isinstance(event, yaml.NodeEvent):
                self._take(event)
            if (
                len(self._open) > DEEPEST
            ):  # documents have no such depth; the parser gets ever slower there
                break

    def __call__(self, pointer: Pointer) -> Position:
        place = self._root
        for token in pointer:
            if token not in place.parts:
                break
            place = place.parts[token]
        return place.position

    def _take(self, event: yaml.NodeEvent) -> None:
        mark = event.start_mark
        begins = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        if self._open and self._open[-1].is_object and self._key[-1] is None:
            self._key[-1] = (event.value if isinstance(event, yaml.ScalarEvent) else "", begins)
            return
        place = self._place(begins)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor in self._anchors:
                place.parts = self._anchors[event.anchor].parts
            return
        if event.anchor:
            self._anchors[event.anchor] = place
        if isinstance(event, yaml.CollectionStartEvent):
            place.is_object = isinstance(event, yaml.MappingStartEvent)
            self._open.append(place)
            self._key.append(None)

    def _place(self, begins: Position) -> _Place:
        if not self._open:
            self._root = _Place(begins)
            return self._root
        around, key = self._open[-1], self._key[-1]
        token, begins = key if key is not None else (str(len(around.parts)), begins)
        self._key[-1] = None
        place = _Place(begins)
        around.parts[token] = place
        return place
