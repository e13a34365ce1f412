"""Explain the errors of the YAML parser to people who do not know YAML's grammar."""

from __future__ import annotations

import yaml

_HINT = "correct the YAML"
_EXPLANATIONS = (
    (
        "did not find expected key",
        "the line does not fit the indentation of the lines above it",
        "keys of one object begin in the same column; compare this line with those above",
    ),
    (
        "did not find expected '-' indicator",
        "the line does not fit the indentation of the list above it",
        "elements of one list begin with '-' in the same column; compare this line with those above",
    ),
    (
        "could not find expected ':'",
        "a key without a ':' stands here or on the line above",
        "write 'key: value'; if this is part of a value of several lines, indent it more than its key",
    ),
    (
        "mapping values are not allowed in this context",
        "there is a ':' where no key can be",
        "put a value that contains ': ' in quotation marks, or correct the indentation",
    ),
    (
        "found character that cannot start any token",
        "a value cannot begin with this character",
        "put the value in quotation marks",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is never closed",
        "close it, or remove the opening one",
    ),
    (
        "did not find expected ',' or '}'",
        "an object in braces is not closed, or a comma is missing",
        "write {key: value, key: value}; put a value that contains one of ,[]{} in quotation marks",
    ),
    (
        "did not find expected ',' or ']'",
        "a list in brackets is not closed, or a comma is missing",
        "write [value, value]; put a value that contains one of ,[]{} in quotation marks",
    ),
)


def explained(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """Return what is wrong, and a hint."""
    for problem, message, hint in _EXPLANATIONS:
        if error.problem and problem in error.problem:
            return message, hint
    context = f"{error.context}, " if error.context else ""
    return f"{context}{error.problem}", _HINT
