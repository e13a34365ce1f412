"""Name the alternatives of a schema by what distinguishes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from specloom.documents.document import Node
from specloom.ir.words import Words
from specloom.lowering.schemas.allof import Merged, is_closed_and_empty
from specloom.lowering.schemas.words import words_at

MOST_WORDS = 5
"""The number of words of the longest title that is a name."""
MOST_VALUES = 3
_SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})


def option_words(
    node: Node, options: Sequence[Node], owner: Words, *, is_named: bool
) -> list[Words]:
    """Return the words that distinguish alternatives, in their order.

    They are the value of the discriminator, the title, the value of a property that can have only one,
    or a property that only one of them has. The only object among scalars and arrays needs no words.

    Args:
        node: The schema with the alternatives.
        options: The alternatives. Those that are references have names of their own.
        owner: The words for the name of the schema.
        is_named: Whether the schema has a class or an alias with its name.
    """
    inline = [each for each in options if not _is_reference(each)]
    kinds = [_kind(each) for each in inline]
    structured = [each for each in kinds if each not in ("scalar", "array")]
    found: dict[int, Words] = {}
    if len(structured) == 1 and len(inline) == len(options):
        index = next(i for i, each in enumerate(kinds) if each not in ("scalar", "array"))
        found[index] = ("object",) if is_named else ()
    if kinds.count("array") == 1:
        found.setdefault(kinds.index("array"), ())
    for names in (
        [_discriminated(node, each) for each in inline],
        [_title(each, owner) for each in inline],
        _by_parts(inline, owner),
        _by_values(inline),
        _by_properties(inline),
        ["empty" if is_closed_and_empty(each) else "" for each in inline],
    ):
        counted = Counter(each.lower() for each in names if each)
        for index, each in enumerate(names):
            if each and counted[each.lower()] == 1:
                found.setdefault(index, (each,))
    named = iter(_distinct([found.get(index) for index in range(len(inline))], kinds))
    return [() if _is_reference(each) else next(named) for each in options]


def shape_words(node: Node, shapes: Sequence[Merged], owner: Words) -> list[Words]:
    """Return the words that distinguish the sets of properties of an object, in their order.

    A set is named after the alternatives that it includes.
    """
    options = list({each.pointer: each for shape in shapes for each in shape.choices}.values())
    named = option_words(node, options, owner, is_named=True)
    words = {each.pointer: each_words for each, each_words in zip(options, named, strict=True)}
    found: list[Words] = []
    for index, shape in enumerate(shapes, 1):
        own: list[str] = []
        for each in shape.choices:
            target = each.reference()
            own += [words_at(target.pointer)[-1]] if target is not None else words[each.pointer]
        if not own or tuple(own) in found:
            own = [f"option{index}"]
        found.append(tuple(own))
    return found


def _distinct(found: list[Words | None], kinds: Sequence[str]) -> list[Words]:
    """Return unique words, numbers where nothing distinguishes an alternative."""
    unknown = [i for i, each in enumerate(found) if each is None and kinds[i] != "scalar"]
    names: list[Words] = []
    seen: set[tuple[str, ...]] = set()
    for index, each in enumerate(found):
        if each is None:
            each = ("other",) if unknown == [index] and len(found) > 1 else (f"option{index + 1}",)
        key = tuple(word.lower() for word in each)
        if key in seen and key:
            each = (*each, f"option{index + 1}")
        seen.add(key)
        names.append(each)
    return names


def _is_reference(node: Node) -> bool:
    return isinstance(node.value, dict) and "$ref" in node.value


def _kind(node: Node) -> str:
    value = node.value if isinstance(node.value, dict) else {}
    declared = value.get("type")
    names = declared if isinstance(declared, list) else [declared]
    if {"properties", "allOf", "oneOf", "anyOf"} & value.keys():
        return "object"
    if names == ["array"] or "items" in value:
        return "array"
    is_scalar = all(each in _SCALARS for each in names) or "enum" in value or "const" in value
    return "scalar" if is_scalar else "object"


def _discriminated(node: Node, option: Node) -> str:
    declared = node.get("discriminator")
    value = declared.value if declared is not None else None
    name = value.get("propertyName") if isinstance(value, dict) else None
    if not isinstance(name, str):
        return ""
    values = _values(_properties(option).get(name))
    return _as_name(name, values) if len(values) == 1 else ""


def _title(option: Node, owner: Words) -> str:
    """Return the title, without what it repeats of the name of its owner."""
    value = option.value if isinstance(option.value, dict) else {}
    title = value.get("title")
    if not isinstance(title, str) or not 0 < len(title.split()) <= MOST_WORDS:
        return ""
    return _left(title, owner)


def _left(name: str, owner: Words) -> str:
    """Return a name without the words that it repeats of its owner at the beginning."""
    words = [each for each in re.split(r"[^\w'’]+|_", name) if each]
    repeated = {word.lower() for each in owner for word in re.findall("[A-Z]?[a-z]+|[A-Z]+", each)}
    left = list(words)
    while left and left[0].lower() in repeated:
        left.pop(0)
    return "_".join(left or words)


def _by_parts(options: Sequence[Node], owner: Words) -> list[str]:
    """Return for each alternative the component that only it includes by `allOf`."""
    included = [list(_included(each)) for each in options]
    return [_left(_only(included, index), owner) for index in range(len(options))]


def _included(node: Node) -> Iterator[str]:
    among = node.get("allOf") if isinstance(node.value, dict) else None
    for part in among.elements() if among is not None and isinstance(among.value, list) else ():
        target = part.reference() if _is_reference(part) else None
        if target is not None and target.pointer[:2] == ("components", "schemas"):
            yield target.pointer[-1]


def _by_values(options: Sequence[Node]) -> list[str]:
    """Return for each alternative the value that only it allows for a property."""
    allowed = [
        {name: _values(each) for name, each in _properties(option).items()} for option in options
    ]
    names: list[str] = []
    for index, own in enumerate(allowed):
        others = [each for i, each in enumerate(allowed) if i != index]
        fitting = [
            (len(values), _as_name(name, values))
            for name, values in own.items()
            if 0 < len(values) <= MOST_VALUES
            and any(each.get(name) for each in others)
            and not any(set(values) & set(each.get(name, ())) for each in others)
        ]
        names.append(min(fitting, key=lambda each: each[0])[1] if fitting else "")
    return names


def _as_name(name: str, values: Sequence[str]) -> str:
    """Return the words for values of a property. Those of a boolean are named after the property."""
    said = {"True": name, "False": f"not_{name}"}
    return "_or_".join(said.get(each, each) for each in values)


def _by_properties(options: Sequence[Node]) -> list[str]:
    """Return for each alternative a property that only it requires, or else one that only it has."""
    having = [list(_properties(each)) for each in options]
    required = [list(_required(each)) for each in options]
    names: list[str] = []
    for index in range(len(options)):
        own = _only(required, index) or _only(having, index)
        names.append(f"with_{own}" if own else "")
    return names


def _only(names: Sequence[Sequence[str]], index: int) -> str:
    """Return the first name that no other alternative has."""
    others = {name for i, each in enumerate(names) if i != index for name in each}
    return next((each for each in names[index] if each not in others), "")


def _properties(node: Node) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for part in _parts(node):
        properties = part.get("properties")
        if properties is not None and isinstance(properties.value, dict):
            for name, each in properties.items():
                found.setdefault(name, each)
    return found


def _required(node: Node) -> Iterator[str]:
    for part in _parts(node):
        declared = part.value.get("required") if isinstance(part.value, dict) else None
        if isinstance(declared, list):
            yield from (each for each in declared if isinstance(each, str))


def _parts(node: Node) -> Iterator[Node]:
    """Yield a schema and the inline parts of its `allOf`."""
    if not isinstance(node.value, dict):
        return
    yield node
    among = node.get("allOf")
    for part in among.elements() if among is not None and isinstance(among.value, list) else ():
        if not _is_reference(part):
            yield from _parts(part)


def _values(node: Node | None) -> tuple[str, ...]:
    """Return the values that a property allows, by const or enum, as words."""
    value = node.value if node is not None and isinstance(node.value, dict) else {}
    listed = [value["const"]] if "const" in value else value.get("enum")
    if not isinstance(listed, list):
        return ()
    return tuple(
        str(each)
        for each in listed
        if isinstance(each, str | int) and any(map(str.isalnum, str(each)))
    )
