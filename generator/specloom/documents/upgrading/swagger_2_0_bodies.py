"""Upgrade the parameters and responses of Swagger 2.0 to those of OpenAPI 3.0."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType

from specloom.diagnostics import Pointer, format_pointer
from specloom.documents.document import Json, Node
from specloom.documents.pointers import copied, parse_fragment
from specloom.documents.source_map import Moves

FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
_STRUCTURED = re.compile(r"[/+](?:json|xml)\b", re.IGNORECASE)
_OF_PARAMETER = frozenset(
    "name in description required deprecated allowEmptyValue style explode schema content examples "
    "$ref".split()
)
_FORM_STYLES = MappingProxyType(
    {"ssv": "spaceDelimited", "pipes": "pipeDelimited", "tsv": "tabDelimited"}
)


def media_types(node: Node, key: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the media types of `consumes` or `produces`, each once."""
    declared = node.get(key)
    if declared is None:
        return otherwise
    values = declared.value if isinstance(declared.value, list) else [declared.value]
    return tuple(dict.fromkeys(each for each in values if isinstance(each, str) and each))


class Bodies:
    """Converts the parameters and responses of a document."""

    def __init__(self, root: Node, moves: Moves) -> None:
        self._root = root
        self._moves = moves

    # --- parameters -------------------------------------------------------------------------

    def named(self, node: Node, section: str) -> Node | None:
        """Return the target of a reference into a section of the document, or None."""
        text = node.value.get("$ref") if isinstance(node.value, dict) else None
        if not isinstance(text, str) or not text.startswith(f"#/{section}/"):
            return None
        try:
            return self._root.at(parse_fragment(text[1:]))
        except ValueError:
            return None

    def listed(self, holder: Node) -> list[Node]:
        """Return the parameters of an operation or path."""
        found = holder.get("parameters")
        return list(found.elements()) if found and isinstance(found.value, list) else []

    def is_part_of_body(self, node: Node) -> bool:
        """Return whether a parameter, or the target of its reference, is a body or a form field."""
        return self._place(node) in ("body", "formData")

    def _place(self, node: Node) -> str:
        seen: set[Pointer] = set()
        found: Node | None = node
        while found is not None and found.pointer not in seen:
            seen.add(found.pointer)
            node, found = found, self.named(found, "parameters")
        place = node.value.get("in") if isinstance(node.value, dict) else None
        return place if isinstance(place, str) else ""

    def _resolved(self, node: Node) -> Node:
        for _ in range(20):
            found = self.named(node, "parameters")
            if found is None:
                break
            node = found
        return node

    def parameter(self, node: Node, pointer: Pointer = ()) -> Json:
        """Return a parameter or header, whose future location is `pointer` if that is known."""
        if not isinstance(node.value, dict) or "$ref" in node.value:
            return copied(node.value)
        members: dict[str, Json] = {}
        schema: dict[str, Json] = {}
        for key, value in node.value.items():
            if key in ("x-example", "example"):
                members["example"] = copied(value)
            elif key == "x-nullable":
                schema[key] = value
            elif key == "x-ms-skip-url-encoding":
                members["allowReserved"] = value
            elif key == "collectionFormat":
                continue
            elif key in _OF_PARAMETER or key.startswith("x-"):
                members[key] = copied(value)
            else:
                schema[key] = copied(value)
        if "schema" not in members and "content" not in members:
            members["schema"] = schema
            if pointer:
                self._moves.note((*pointer, "schema"), node.pointer)
        members.update(self._style(node))
        return members

    def _style(self, node: Node) -> dict[str, Json]:
        """Return the serialization of an array: the OpenAPI 3 terms for a `collectionFormat`.

        Some formats have no term there; `x-specloom-style` has them.
        """
        members = node.mapping()
        if members.get("type") != "array" or "style" in members:
            return {}
        place, form = members.get("in"), members.get("collectionFormat", "csv")
        if form == "multi" and place in ("query", "formData"):
            return {"explode": True}
        if form in ("ssv", "tsv", "pipes"):
            if place in ("query", "formData") and form != "tsv":
                return {"style": _FORM_STYLES[form], "explode": False}
            return {"x-specloom-style": _FORM_STYLES[form], "explode": False}
        return {"explode": False} if place in ("query", "formData") else {}

    # --- bodies -----------------------------------------------------------------------------

    def body(
        self,
        own: list[Node],
        shared: list[Node],
        consumes: tuple[str, ...],
        pointer: Pointer,
    ) -> Json:
        """Return the request body of parameters, or None if none of them is part of one."""
        names = {_name(self._resolved(each)) for each in own}
        inherited = [each for each in shared if _name(self._resolved(each)) not in names]
        parts = [each for each in (*own, *inherited) if self.is_part_of_body(each)]
        whole = [each for each in parts if self._place(each) == "body"]
        fields = [each for each in parts if self._place(each) == "formData"]
        for extra in (*whole[1:], *(fields if whole else ())):
            self._moves.warn(
                extra,
                "several-bodies",
                "the operation already has a body; this parameter is ignored",
                "use one parameter with 'in: body', or only parameters with 'in: formData'",
            )
        if whole:
            return self._whole(self._resolved(whole[0]), consumes or ("application/json",), pointer)
        return self._form([self._resolved(each) for each in fields], consumes, pointer)

    def _whole(self, node: Node, consumes: tuple[str, ...], pointer: Pointer) -> Json:
        self._moves.note(pointer, node.pointer)
        members: dict[str, Json] = {
            key: copied(value)
            for key, value in node.mapping().items()
            if key in ("description", "required") or key.startswith("x-")
        }
        schema = node.get("schema")
        return {**members, "content": self._content(schema, consumes, pointer)}

    def _form(self, fields: list[Node], consumes: tuple[str, ...], pointer: Pointer) -> Json:
        if not fields:
            return None
        self._moves.note(pointer, fields[0].pointer)
        forms = [each for each in consumes if each.split(";")[0].strip() in (FORM, MULTIPART)]
        media_type = forms[0] if forms else FORM
        if any(_is_file(each) for each in fields) and media_type.split(";")[0].strip() == FORM:
            media_type = MULTIPART
        schema: dict[str, Json] = {"type": "object"}
        properties: dict[str, Json] = {}
        required: list[Json] = []
        encoding: dict[str, Json] = {}
        at_schema = (*pointer, "content", media_type, "schema")
        for field in fields:
            name = _name(field)
            self._moves.note((*at_schema, "properties", name), field.pointer)
            made, style = self._field(field)
            properties[name] = made
            if field.mapping().get("required") is True:
                required.append(name)
            if style:
                encoding[name] = style
        schema["properties"] = properties
        if required:
            schema["required"] = required
        content: dict[str, Json] = {"schema": schema}
        if encoding:
            content["encoding"] = encoding
        return {"required": bool(required), "content": {media_type: content}}

    def _field(self, node: Node) -> tuple[Json, dict[str, Json]]:
        """Return the schema of a form field, and its encoding."""
        parameter = self.parameter(node)
        assert isinstance(parameter, dict)
        schema = parameter.get("schema")
        made: dict[str, Json] = dict(schema) if isinstance(schema, dict) else {}
        for key in ("description", "example"):
            if key in parameter:
                made[key] = parameter[key]
        style = self._style(node)
        if style == {"explode": True}:
            style["style"] = "form"
        return made, style

    # --- answers ----------------------------------------------------------------------------

    def response(self, node: Node, produces: tuple[str, ...], pointer: Pointer) -> Json:
        """Return a response; its media types are those that its operation produces."""
        if not isinstance(node.value, dict) or "$ref" in node.value:
            return copied(node.value)
        members: dict[str, Json] = {
            key: copied(value)
            for key, value in node.value.items()
            if key not in ("schema", "examples", "headers")
        }
        self._moves.note(pointer, node.pointer)
        headers = node.get("headers")
        if headers is not None:
            members["headers"] = self._headers(headers, (*pointer, "headers"))
        schema, examples = node.get("schema"), node.value.get("examples")
        if schema is not None and schema.value is not None:
            if _is_file(schema):
                # A string in JSON is what the schema means in OpenAPI 3.
                produces = tuple(each for each in produces if not _STRUCTURED.search(each))
                produces = produces or ("*/*",)
            content = self._content(schema, produces or ("application/json",), pointer)
            for media_type, example in examples.items() if isinstance(examples, dict) else ():
                described = content.get(media_type)
                if isinstance(described, dict):
                    described["example"] = copied(example)
            members["content"] = content
        return members

    def _headers(self, node: Node, pointer: Pointer) -> Json:
        if not isinstance(node.value, dict):
            return copied(node.value)
        return {name: self.parameter(header, (*pointer, name)) for name, header in node.items()}

    def _content(
        self, schema: Node | None, media_types: Iterable[str], pointer: Pointer
    ) -> dict[str, Json]:
        """Return the content of each media type; a schema without a name is only in the first one."""
        content: dict[str, Json] = {}
        for media_type in media_types:
            at_schema = (*pointer, "content", media_type, "schema")
            if schema is None:
                content[media_type] = {}
            elif content and isinstance(schema.value, dict) and "properties" in schema.value:
                first = (*pointer, "content", next(iter(content)), "schema")
                content[media_type] = {"schema": {"$ref": _escaped(first)}}
            else:
                content[media_type] = {"schema": copied(schema.value)}
                self._moves.note(at_schema, schema.pointer)
        return content


def _escaped(pointer: Pointer) -> str:
    return format_pointer(tuple(each.replace("%", "%25") for each in pointer))


def _name(node: Node) -> str:
    name = node.value.get("name") if isinstance(node.value, dict) else None
    place = node.value.get("in") if isinstance(node.value, dict) else None
    return "" if place == "body" else name if isinstance(name, str) else ""


def _is_file(node: Node) -> bool:
    if not isinstance(node.value, dict):
        return False
    items = node.value.get("items")
    inner = isinstance(items, dict) and items.get("type") == "file"
    return node.value.get("type") == "file" or inner
