"""Parse YAML 1.2 into JSON values, reporting the line and column of every error."""

from __future__ import annotations

import re
from typing import cast

import yaml
from msgspec import Struct, field

from specloom.diagnostics import Collector, Diagnostic, Location, Severity, SpecloomError
from specloom.documents.depth import DEEPEST, deepest_allowed, is_too_deep, too_deep
from specloom.documents.pointers import Json
from specloom.documents.reading.json_text import (
    as_warnings,
    duplicate_key,
    line_and_column,
    not_a_number,
)
from specloom.documents.reading.yaml_problems import explained
from specloom.documents.reading.yaml_scalars import (
    CORE,
    NotJsonError,
    resolve_plain,
    resolve_tagged,
)
from specloom.documents.reading.yaml_strings import LISTS, Written, keep_strings

MOST_ALIASED = 1_000_000
"""The maximum number of values that aliases can add to one file."""

# The parser written in C is an order of magnitude faster, but not in every build of PyYAML.
PARSER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)

_FORBIDDEN = re.compile(
    "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufeff\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TABS = re.compile(r"^[ ]*\t[ \t]*|(?<=[:,\-?])([ ]*\t[ \t]*)|(?<!\t)\t+$", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_yaml(text: str, shown: str, repaired: list[Diagnostic] | None = None) -> Json:
    """Parse YAML; `shown` is the name of the file in errors.

    Scalar keys become strings as written. `<<` is a key like any other, as in YAML 1.2. With a list
    for the `repaired` errors, it merges as in YAML 1.1, the last of equal keys is used, an invalid
    number becomes null, and tabs may indent.

    Raises `invalid-yaml`, `duplicate-key`, `invalid-number` or `too-deep`.
    """
    try:
        return _parse(text, shown, repaired)
    except SpecloomError:
        width = width_of_tabs(text)
        spaced = without_tabs(text, width)
        if repaired is None or spaced == text:
            raise
        try:
            value = _parse(spaced, shown, repaired)
        except SpecloomError:
            value = None
        if value is None:
            raise
        repaired.append(
            Diagnostic(
                "tabs-in-yaml",
                "tabs are used for indentation, which YAML forbids; each tab is read as "
                f"{width} spaces",
                "indent with spaces",
                Location(shown, (), *line_and_column(text, text.index("\t"))),
                Severity.WARNING,
            )
        )
        return value


def without_tabs(text: str, width: int = 2) -> str:
    """Return the text with spaces for each tab before its words, and one for each between them."""
    wide = " " * width
    return _TABS.sub(lambda found: found[0].replace("\t", wide if found[1] is None else " "), text)


def width_of_tabs(text: str) -> int:
    """Return how many spaces a tab stands for: the least with which lines below a key are deeper than it."""
    for width in (2, 4):
        above: int | None = None
        for line in text.splitlines():
            content = line.lstrip(" \t")
            if not content or content.startswith("#"):
                continue
            indentation = len(line[: len(line) - len(content)].replace("\t", " " * width))
            has_tab = "\t" in line[: len(line) - len(content)]
            if has_tab and above is not None and indentation <= above:
                break
            above = indentation if content.rstrip().endswith(":") else None
        else:
            return width
    return 8


def _parse(text: str, shown: str, repaired: list[Diagnostic] | None) -> Json:
    builder = _Builder(shown, merges=repaired is not None)
    try:
        for event in yaml.parse(text, Loader=PARSER):
            builder.take(event)
    except yaml.reader.ReaderError:
        found = _FORBIDDEN.search(text)
        line, column = line_and_column(text, found.start() if found else 0)
        raise SpecloomError.of(
            "invalid-yaml",
            "YAML does not allow control characters",
            hint='remove the character, or write it as an escape in double quotes: "\\x07"',
            location=Location(shown, (), line, column),
        ) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem, hint = explained(error)
        raise builder.error(f"the file is not valid YAML: {problem}", mark, hint) from None
    collector = builder.collector
    (collector if repaired is None else as_warnings(collector, repaired)).raise_if_errors()
    if is_too_deep(builder.root):  # through an alias; otherwise the builder saw it
        raise too_deep(Location(shown, deepest_allowed(builder.root)))
    return builder.root


class _Frame(Struct):
    """An array or object that is being read; `start` is the number of values before it.

    `within` is its key in its parent. `written` is the source form of its numbers and booleans.
    """

    container: list[Json] | dict[str, Json]
    anchor: str | None
    start: int
    within: str | None = None
    key: str | None = None
    written: Written = field(default_factory=lambda: cast(Written, {}))


class _Builder:
    """Builds the value from the events of the parser, in the order of the source."""

    def __init__(self, shown: str, *, merges: bool) -> None:
        self.root: Json = None
        self._merges = merges
        self.collector = Collector()
        self._shown = shown
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Json, int]] = {}
        self._values = 0
        self._aliased = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                self._take_alias(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self.error("the file contains a second document", event.start_mark)
            case _:
                pass

    def error(self, message: str, mark: object, hint: str = "correct the YAML") -> SpecloomError:
        return SpecloomError.of("invalid-yaml", message, hint=hint, location=self._location(mark))

    def _location(self, mark: object) -> Location:
        # The two parsers have different classes for a mark.
        line, column = getattr(mark, "line", None), getattr(mark, "column", None)
        if isinstance(line, int) and isinstance(column, int):
            return Location(self._shown, (), line + 1, column + 1)
        return Location(self._shown)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._values += 1
        text = event.value
        if event.style == '"' and _SURROGATE.search(text):
            raise self.error("a lone surrogate is not a character", event.start_mark)
        if self._expects_key():
            if not text and event.implicit[0]:
                raise self.error("a key is empty", event.start_mark)
            self._add_key(text, event)
            value: Json = text
        else:
            value = self._resolve(text, event)
            if self._frames and isinstance(value, (bool, int, float)):
                frame = self._frames[-1]
                place = len(frame.container) if frame.key is None else frame.key
                frame.written[place] = text
            self._add(value)
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)

    def _expects_key(self) -> bool:
        if not self._frames:
            return False
        frame = self._frames[-1]
        return frame.key is None and isinstance(frame.container, dict)

    def _add_key(self, key: str, event: yaml.NodeEvent) -> None:
        frame = self._frames[-1]
        if key in frame.container:
            self.collector.add(duplicate_key(key, self._location(event.start_mark)))
        frame.key = key

    def _add(self, value: Json) -> None:
        if not self._frames:
            self.root = value
            return
        frame = self._frames[-1]
        if isinstance(frame.container, list):
            frame.container.append(value)
        elif frame.key is not None:
            frame.container[frame.key] = value
            frame.key = None

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if self._expects_key():
            raise self.error("a key is an array or an object", event.start_mark)
        kind = "map" if isinstance(event, yaml.MappingStartEvent) else "seq"
        if event.tag not in (None, "!", CORE + kind):
            raise self.error(f"the tag {event.tag!r} is not a type of JSON", event.start_mark)
        if len(self._frames) >= DEEPEST:
            raise too_deep(self._location(event.start_mark))
        container: list[Json] | dict[str, Json] = {} if kind == "map" else []
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        within = self._frames[-1].key if self._frames else None
        self._add(container)
        self._frames.append(_Frame(container, event.anchor, self._values, within))
        self._values += 1

    def _close(self) -> None:
        frame = self._frames.pop()
        if isinstance(frame.container, list):
            if frame.written and frame.within in LISTS and self._frames:
                self._frames[-1].written[frame.within] = frame.written
        elif frame.written:
            keep_strings(frame.container, frame.within, frame.written)
        if self._merges and isinstance(frame.container, dict) and "<<" in frame.container:
            self._merge(frame.container)
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.container, self._values - frame.start)

    def _merge(self, members: dict[str, Json]) -> None:
        """Add the properties of the value of `<<` to an object; its own have priority."""
        merged = members["<<"]
        sources = merged if isinstance(merged, list) else [merged]
        if not all(isinstance(each, dict) for each in sources):
            return
        del members["<<"]
        for each in sources:
            for key, value in each.items() if isinstance(each, dict) else ():
                members.setdefault(key, value)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        if any(frame.anchor == name for frame in self._frames) and name not in self._anchors:
            raise self.error(f"the alias {name!r} is inside of its own anchor", event.start_mark)
        if name not in self._anchors:
            raise self.error(f"the alias {name!r} has no anchor before it", event.start_mark)
        value, size = self._anchors[name]
        self._values += size
        self._aliased += size
        if self._aliased > MOST_ALIASED:
            raise self.error(
                f"the aliases expand to more than {MOST_ALIASED:,} values", event.start_mark
            )
        if not self._expects_key():
            self._add(value)
        elif isinstance(value, str):
            self._add_key(value, event)
        else:
            raise self.error("a key is an alias of a value that is not a string", event.start_mark)

    def _resolve(self, text: str, event: yaml.ScalarEvent) -> Json:
        try:
            if event.tag is not None:
                return resolve_tagged(text, event.tag)
            return resolve_plain(text) if event.implicit[0] else text
        except NotJsonError as error:
            self.collector.add(not_a_number(str(error), self._location(event.start_mark)))
            return None
        except ValueError as error:
            raise self.error(str(error), event.start_mark) from None
