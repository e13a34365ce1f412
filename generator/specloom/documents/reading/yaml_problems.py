"""Explain the errors of the YAML parser to people who do not know YAML's grammar."""

from __future__ import annotations

import yaml

_HINT = "correct the YAML"
_EXPLANATIONS = (
    (
        "did not find expected key",
        "the indentation of the line does not match that of the lines above",
        "all keys of an object must begin in the same column; compare this line with those above",
    ),
    (
        "did not find expected '-' indicator",
        "the indentation of the line does not match that of the list above",
        "all elements of a list must begin with '-' in the same column; compare the lines above",
    ),
    (
        "could not find expected ':'",
        "the key on this line or on the line above has no ':'",
        "write 'key: value'; indent a line that continues a value more than its key",
    ),
    (
        "mapping values are not allowed in this context",
        "a ':' is not allowed here",
        "write a value that contains ': ' in quotes, or correct the indentation",
    ),
    (
        "found character that cannot start any token",
        "a value cannot begin with this character",
        "write the value in quotes",
    ),
    (
        "found unexpected end of stream",
        "a quoted string is not closed",
        "close the string, or remove the opening quote",
    ),
    (
        "did not find expected ',' or '}'",
        "an object in braces is not closed, or a comma is missing",
        "write {key: value, key: value}, and write values that contain any of ,[]{} in quotes",
    ),
    (
        "did not find expected ',' or ']'",
        "a list in brackets is not closed, or a comma is missing",
        "write [value, value], and write values that contain any of ,[]{} in quotes",
    ),
)


def explained(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """Return what is wrong, and a hint."""
    for problem, message, hint in _EXPLANATIONS:
        if error.problem and problem in error.problem:
            return message, hint
    context = f"{error.context}, " if error.context else ""
    return f"{context}{error.problem}", _HINT
