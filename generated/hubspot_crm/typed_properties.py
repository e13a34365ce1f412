"""Generate a Python module of typed record classes from an account's property definitions.

    HUBSPOT_ACCESS_TOKEN=... python -m hubspot_crm.typed_properties --output crm.py contacts deals

With --check nothing is written: if the account's properties differ from those in the file, the
differences are printed and the exit status is 1.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING

from ._core.errors import ApiError
from .typed_record import TypedRecord

if TYPE_CHECKING:
    from .v3.models import Property

_TOKEN = "HUBSPOT_ACCESS_TOKEN"
_MOST_OPTIONS = 100
_TYPES = {"bool": "bool", "date": "date", "datetime": "datetime", "number": "Decimal"}
_HOMES = {
    "dataclasses": ("dataclass",),
    "datetime": ("date", "datetime"),
    "decimal": ("Decimal",),
    "typing": ("ClassVar", "Literal"),
    "hubspot_crm": ("UnsetType",),
    "hubspot_crm.typed_record": ("TypedRecord", "prop"),
}
# What the code of a class uses or inherits cannot be the name of an attribute, too.
_TAKEN = {*dir(TypedRecord), "bool", "id", "list", "object_type", "str"}.union(*_HOMES.values())


@dataclass(frozen=True, slots=True)
class RecordClass:
    """A class to generate: its name, its object type, and the properties."""

    name: str
    object_type: str
    properties: Sequence[Property]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Exit status 0: written, or no difference; 1: a difference; 2: an error."""
    parser = ArgumentParser("python -m hubspot_crm.typed_properties", description=__doc__)
    parser.add_argument("types", nargs="+", metavar="TYPE[=CLASS]", help="contacts, 2-123=Car, …")
    parser.add_argument("--output", required=True, type=Path, help="the module to write")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if the module would change"
    )
    parser.add_argument(
        "--token-variable", default=_TOKEN, help="the environment variable with the access token"
    )
    parser.add_argument("--base-url", default="https://api.hubapi.com")
    given = parser.parse_args(arguments)
    token = os.environ.get(given.token_variable)
    if not token:
        parser.error(f"the environment variable {given.token_variable} is not set")
    try:
        names = class_names(given.types)
        text = render(_read(token, given.base_url, names))
        before = given.output.read_text("utf-8") if given.output.exists() else ""
        if not given.check and text != before:
            given.output.write_text(text, "utf-8", newline="\n")
    except (ApiError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return _report_drift(before, text, given.output.name) if given.check else 0


def class_names(types: Iterable[str]) -> dict[str, str]:
    """Return object types by class name. Raises ValueError if a name cannot be used."""
    names: dict[str, str] = {}
    for entry in types:
        object_type, _, name = entry.partition("=")
        name = name or _class_name(object_type)
        if not (name.isascii() and name.isidentifier()) or iskeyword(name) or name in _TAKEN:
            raise ValueError(f"{name!r} is not a valid class name; write {object_type}=Name")
        if name in names:
            raise ValueError(f"two classes would be named {name}; write {object_type}=Name")
        names[name] = object_type
    return dict(sorted(names.items()))


def render(classes: Iterable[RecordClass]) -> str:
    """Return the source of the module. It depends only on the definitions, not on their order."""
    bodies = [_class(each) for each in classes]
    tree = ast.parse("".join(bodies))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imports = [
        f"from {home} import {', '.join(each for each in names if each in used)}\n"
        for home, names in _HOMES.items()
        if used.intersection(names)
    ]
    return (
        "# Written by hubspot_crm.typed_properties from the property definitions of an account.\n"
        "# fmt: off\n"
        '"""Typed records."""\n\nfrom __future__ import annotations\n\n'
        f"{''.join(imports)}{''.join(bodies)}"
    )


def attribute_names(properties: Iterable[str]) -> dict[str, str]:
    """Return attribute names by property name: unique identifiers, the same as the property where possible."""
    plain = {name: _identifier(name) for name in properties}
    attributes: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(plain, key=lambda name: (plain[name] != name, name)):
        attribute, count = plain[name], 1
        while attribute in taken:
            count += 1
            attribute = f"{plain[name]}_{count}"
        taken.add(attribute)
        attributes[name] = attribute
    return attributes


def _read(token: str, base_url: str, names: dict[str, str]) -> list[RecordClass]:
    from .v2026_09 import HubSpot

    with HubSpot(token, base_url=base_url) as client:
        return [
            RecordClass(name, object_type, client.properties.list(object_type).results)
            for name, object_type in names.items()
        ]


def _class(kind: RecordClass) -> str:
    properties = {each.name: each for each in kind.properties}
    lines = [
        f"\n\n@dataclass(kw_only=True)\nclass {kind.name}(TypedRecord):\n"
        f"    object_type: ClassVar[str] = {_literal(kind.object_type)}\n"
    ]
    attributes = attribute_names(properties)
    for name in sorted(properties):
        each = properties[name]
        said = ". ".join(str(text) for text in (each.label, each.description) if text)
        metadata = each.modification_metadata
        read_only = getattr(metadata, "read_only_value", False) is True or each.calculated is True
        options = ", multiple=True" * _is_multiple(each) + ", read_only=True" * read_only
        lines.append(
            f"\n    {attributes[name]}: {_annotation(each)} | None | UnsetType = "
            f"prop({_literal(name)}, {_literal(each.type)}{options})\n"
        )
        if said:
            lines.append(f"    {_literal(' '.join(said.split()))}\n")
    return "".join(lines)


def _annotation(definition: Property) -> str:
    if definition.type != "enumeration":
        return _TYPES.get(definition.type, "str")
    values = sorted({str(option.value) for option in definition.options or ()})
    known = f"Literal[{', '.join(map(_literal, values))}] | str"
    scalar = known if 0 < len(values) <= _MOST_OPTIONS else "str"
    return f"list[{scalar}]" if _is_multiple(definition) else scalar


def _is_multiple(definition: Property) -> bool:
    return definition.type == "enumeration" and definition.field_type == "checkbox"


def _literal(text: str) -> str:
    """Return a Python literal on one line, with characters that cannot be seen escaped."""
    literal = repr(str(text))
    return literal if '"' in literal else f'"{literal[1:-1]}"'


def _identifier(name: str) -> str:
    word = re.sub(r"[^a-zA-Z0-9_]", "_", name).lstrip("_")
    if not word or word[0].isdigit():
        word = f"p_{word}"
    return f"{word}_" if iskeyword(word) or word in _TAKEN else word


def _class_name(object_type: str) -> str:
    """Return the class name in the singular: contacts: Contact, line_items: LineItem, 2-5: Object25."""
    words = re.findall("[a-zA-Z0-9]+", re.sub(r"^p[0-9]*_", "", object_type))
    name = "".join(word[:1].upper() + word[1:] for word in words)
    for plural, singular in (("ies", "y"), ("xes", "x"), ("ss", "ss"), ("s", "")):
        if name.endswith(plural):
            name = name.removesuffix(plural) + singular
            break
    return f"Object{name}" if name[:1].isdigit() else name


def _report_drift(before: str, after: str, name: str) -> int:
    lines = list(
        unified_diff(before.splitlines(), after.splitlines(), name, "account", n=0, lineterm="")
    )
    if not lines:
        return 0
    changes = [line[:1] for line in lines[2:]]
    print("\n".join(lines))
    print(
        f"{name} is out of date: {changes.count('+')} lines to add, {changes.count('-')} to "
        "remove"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
