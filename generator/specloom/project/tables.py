"""Read TOML tables, and check each setting."""

from __future__ import annotations

import keyword
import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path, PureWindowsPath
from typing import NoReturn, cast

from specloom.diagnostics import Location, SpecloomError
from specloom.project.model import line_of
from specloom.published import MANIFEST

Table = Mapping[str, object]

WILD = re.compile(r"[*?\[]|\{(?:version|resource)\}")
"""What makes a pattern of a path."""


def is_name(text: str) -> bool:
    """Return whether a string is a Python identifier and not a keyword."""
    return text.isidentifier() and not keyword.iskeyword(text)


def refuse_file(
    shown: str, code: str, message: str, hint: str, line: int | None = None
) -> NoReturn:
    """Raise an error about a file, at a line if it is known."""
    location = Location(shown, (), line, 1 if line else None)
    raise SpecloomError.of(code, message, hint=hint, location=location)


def split_pattern(pattern: str) -> tuple[str, str]:
    """Return the folder at the start of a pattern, and the pattern relative to it."""
    parts = pattern.split("/")
    fixed = 0
    while fixed < len(parts) - 1 and not WILD.search(parts[fixed]):
        fixed += 1
    base = "/".join(parts[:fixed])
    return (base or "/") if pattern.startswith("/") else (base or "."), "/".join(parts[fixed:])


class Tables:
    """Reads settings from the tables of one file, and raises errors that name the file and line."""

    def __init__(self, shown: str, text: str, folder: Path) -> None:
        self.shown, self.text, self.folder = shown, text, folder

    def known(self, table: Table, keys: set[str], where: str) -> None:
        """Raise an error for an unknown setting, with the nearest known one."""
        for key in table:
            if key not in keys:
                place = f"[{where}] " if where else ""
                nearest = get_close_matches(key, keys, n=1, cutoff=0.6)
                known = f"the settings are {', '.join(sorted(keys))}"
                hint = f"did you mean {nearest[0]!r}?" if nearest else known
                self.refuse(key, f"{place}unknown setting {key!r}; {hint}")

    def table(self, table: Table, key: str) -> Table:
        """Return a setting that is a table, empty if it is absent."""
        value = table.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, f"{key} must be a table")
        return cast(Table, value)

    def text_of(self, table: Table, key: str, *, required: bool = False) -> str:
        """Return a setting that is a string, empty if it is absent."""
        value = table.get(key, "")
        if not isinstance(value, str):
            self.refuse(key, f"{key} must be a string")
        if required and not value:
            self.refuse(key, f"{key} is missing")
        return value

    def one_of(self, table: Table, key: str, values: tuple[str, ...]) -> str:
        """Return a setting that has one of several values, by default the first one."""
        value = self.text_of(table, key) or values[0]
        if value not in values:
            self.refuse(key, f"{key}: must be one of {', '.join(values)}")
        return value

    def identifier(self, table: Table, key: str) -> str:
        """Return a setting that is a Python name, or "" if it is absent."""
        value = self.text_of(table, key)
        if value and not is_name(value):
            self.refuse(key, f"{key} = {value!r} is not a valid Python name")
        return value

    def identifiers(self, names: dict[str, str]) -> dict[str, str]:
        """Return a table whose values are Python names."""
        return {key: self.identifier({key: value}, key) for key, value in names.items()}

    def verbs(self, verbs: dict[str, str], known: tuple[str, ...]) -> dict[str, str]:
        """Return a table whose values are names of methods."""
        self.known(verbs, {*known, *(f"{each}_all" for each in known)}, "verbs")
        for key, value in verbs.items():
            if keyword.iskeyword(value) or not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", value):
                self.refuse(key, f"{key} = {value!r} is not a valid method name")
        return verbs

    def formats(self, formats: dict[str, str]) -> dict[str, str]:
        """Return a table whose values are formats, or classes as `package.module:Class` or `.module:Class`."""
        for key, value in formats.items():
            module, colon, name = value.partition(":")
            if colon and not all(map(is_name, [*module.removeprefix(".").split("."), name])):
                said = (
                    f"{key} = {value!r} is neither a format nor a class; write module:Class "
                    "for a class"
                )
                self.refuse(key, said)
        return formats

    def content_of(self, table: Table, key: str) -> str:
        """Return the content of the file that a setting names, empty if the setting is absent."""
        name = self.text_of(table, key)
        if not name:
            return ""
        try:
            return (self.folder / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.refuse(key, f"{key}: {name!r} cannot be read: {error}")

    def flag(self, table: Table, key: str) -> bool:
        """Return a boolean setting, False if it is absent."""
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.refuse(key, f"{key} must be true or false")
        return value

    def texts(self, table: Table, key: str) -> tuple[str, ...]:
        """Return a setting that is a list of strings, empty if it is absent."""
        value = table.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(item, str) for item in cast(list[object], value)
        ):
            self.refuse(key, f"{key} must be a list of strings")
        return tuple(cast(list[str], value))

    def found(self, key: str, pattern: str) -> list[Path]:
        """Return the paths that match a pattern, relative to the folder of the project file, sorted."""
        if os.name != "nt" and PureWindowsPath(pattern).drive and "\\" not in pattern:
            self.refuse(
                key, f"the pattern {pattern!r} has a drive, which this system does not support"
            )
        if "\\" in pattern:
            self.refuse(key, f"the pattern {pattern!r} has a backslash; separate folders by '/'")
        base, rest = split_pattern(pattern)
        try:
            paths = sorted(Path(os.path.normpath(self.folder / base)).glob(rest))
        except (ValueError, NotImplementedError) as error:
            self.refuse(key, f"{pattern!r} is not a valid pattern: {error}")
        # An output may be where the pattern looks.
        return [path for path in paths if path.name != MANIFEST]

    def names_of(self, table: Table, key: str) -> dict[str, str]:
        """Return a table whose values are strings that are not empty."""
        names = self.table(table, key)
        return {name: self.text_of(names, name, required=True) for name in names}

    def refuse(self, key: str, message: str) -> NoReturn:
        """Raise an error at the line of a setting."""
        hint = "docs/project-file.md lists all settings"
        refuse_file(self.shown, "invalid-project", message, hint, line_of(self.text, key))

    def number(self, table: Table, key: str) -> float:
        """Return a setting that is a number, 0 or more."""
        value = table[key]
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
            self.refuse(key, f"{key} must be a number of at least 0")
        return float(value)
