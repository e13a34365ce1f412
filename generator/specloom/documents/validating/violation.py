"""Convert errors of the JSON Schema validator to located diagnostics in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from specloom.diagnostics import Diagnostic, Pointer
from specloom.documents.document import Document, kind_of

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def describe(
    errors: list[ValidationError], document: Document, base: Pointer
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of all errors in the part of the document at `base`.

    If the specification has alternatives, the message is about the closest one.
    """
    # The order of the validator is partly that of sets.
    found = sorted(map(_deepest, errors), key=lambda each: (each.json_path, each.message))
    at_fault = {tuple(error.absolute_path) for error in found}
    for error in found:
        names = _unknown_members(error)
        # A property with an error of its own matches no alternative, so it and its siblings seem
        # unknown too; that is not a second error.
        if not any((*error.absolute_path, name) in at_fault for name in names):
            pointer = (*base, *(str(token) for token in error.absolute_path))
            if len(names) == 1:
                pointer = (*pointer, names[0])
            message, hint = _words(error, names)
            yield Diagnostic("invalid-openapi", message, hint, document.location(pointer))


def _deepest(error: ValidationError) -> ValidationError:
    """Descend into the failed alternative that matched best."""
    while error.context and not _is_choice_of_members(error):
        error = max(
            error.context, key=lambda each: (len(each.absolute_path), each.validator != "type")
        )
    return error


def _is_choice_of_members(error: ValidationError) -> bool:
    return error.validator in ("anyOf", "oneOf") and bool(_choice(error))


def _choice(error: ValidationError) -> list[str]:
    """Return the properties of which one is required, if that is what the alternatives require."""
    names: list[str] = []
    for alternative in cast("list[dict[str, list[str]] | bool]", error.validator_value):
        if not isinstance(alternative, dict) or list(alternative) != ["required"]:
            return []
        names.extend(alternative["required"])
    return names


def _unknown_members(error: ValidationError) -> list[str]:
    """Return the properties that the specification does not define, if that is the error."""
    instance: Any = error.instance
    if error.validator not in ("unevaluatedProperties", "additionalProperties"):
        return []
    # The validator lists them only in its message.
    return [key for key in instance if repr(key) in error.message]


def _words(error: ValidationError, unknown: list[str]) -> tuple[str, str]:
    """Return the message and the hint."""
    value: Any = error.validator_value
    instance: Any = error.instance
    if unknown:
        names = " and ".join(repr(each) for each in unknown)
        message = f"the specification does not define {names} here"
        if list(error.absolute_path) == ["paths"]:
            return message, "a path must begin with '/'"
        return message, "correct or remove the name, or begin it with 'x-' to make it an extension"
    if error.validator == "required":
        name = error.message.removesuffix(" is a required property")
        return f"the required property {name} is missing", f"add {name}"
    if error.validator == "type":
        wanted = _alternatives(value)
        is_scalar = isinstance(instance, (bool, int, float))
        quote = wanted == "a string" and is_scalar
        hint = "write the value in quotes" if quote else f"write {wanted}"
        return f"expected {wanted}, found {kind_of(instance)}", hint
    if _is_choice_of_members(error):
        names = ", ".join(repr(each) for each in _choice(error))
        present = "none" if error.context else "more than one"
        return f"expected one of {names}, found {present}", f"write one of {names}"
    return error.message, "correct the value; the OpenAPI 3.1 specification defines what is valid"


def _alternatives(types: str | list[str]) -> str:
    names = [types] if isinstance(types, str) else types
    return " or ".join(f"an {name}" if name[0] in "aio" else f"a {name}" for name in names)
