"""Say what a call does: a method in, its docstring out."""

from __future__ import annotations

from specloom.naming.arguments import Argument
from specloom.python.docstrings import docstring, entries, limits, sentence
from specloom.python.method import Method
from specloom.python.scopes import scopes_needed


def method_docstring(method: Method) -> str:
    """What the call does, takes, answers, needs and raises."""
    operation = method.operation
    described = [
        (method.name(each), _described(each, is_split=method.is_inputs(each)))
        for each in method.arguments()
    ]
    lead = sentence(operation.summary) or f"{operation.method} {operation.path}."
    same = operation.description.strip() == operation.summary.strip()
    description = "" if same else operation.description.strip()
    splitting = _splitting(method)
    if (
        splitting and description and "\n" not in description
    ):  # after a list comes a paragraph of its own
        splitting, description = f"{sentence(description)} {splitting}", ""
    return docstring(
        lead,
        description,
        splitting,
        "Deprecated." if operation.deprecated else "",
        entries("Args", [entry for entry in described if entry[1]]),
        f"{_answers(method)}{scopes_needed(method.operation)}{_errors(method)}",
    )


def _splitting(method: Method) -> str:
    """How many requests a batch is, and what it gives."""
    batching = method.operation.batching
    if batching is None:
        return ""
    names = method.names.arguments
    lower = [f"{limit} with `{names['body', name]}`" for name, limit in batching.limit_with]
    most = f"at most {batching.limit}" + (f", {', '.join(lower)}" if lower else "")
    return f"Takes any number of inputs, {most} to a request. The outcome has each with its result or its error."


def _answers(method: Method) -> str:
    """What each successful status says, in a line; what a batch gives has been said."""
    if method.operation.batching:
        return ""
    said = [
        f"{each.status}: {sentence(each.description)}"
        for each in method.operation.responses
        if each.status.startswith("2") or (each.status[:1] == "3" and each in method.successes())
    ]
    return f"Answers {' '.join(said)}{_headers(method)}" if said else "Answers any success."


def _headers(method: Method) -> str:
    """The models of the headers of successes."""
    keys = dict.fromkeys(each.headers for each in method.successes() if each.headers)
    named = ", ".join(f"`{method.layout.class_name(each)}`" for each in keys)
    return f" Headers: {named}." if named else ""


def _errors(method: Method) -> str:
    if method.operation.batching is None:
        return " Raises ApiStatusError, ApiConnectionError."
    partial = any(each.status == "207" for each in method.operation.responses)
    return f"{' Partial failure: 207.' if partial else ''} Raises BatchError if the outcome is asked to."


def _described(argument: Argument, *, is_split: bool = False) -> str:
    default = argument.default
    notes = [
        sentence(argument.description),
        "" if is_split else limits(argument.constraints),
        f"The server takes {default} if it is left out." if default not in (None, "", ()) else "",
        "Deprecated." if argument.deprecated else "",
    ]
    return " ".join(note for note in notes if note)
