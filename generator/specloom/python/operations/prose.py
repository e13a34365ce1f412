"""Write the docstrings of methods, with sections in Google style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specloom.ir import Response
from specloom.naming.arguments import WHOLE_BODY, Argument
from specloom.python.code import flat
from specloom.python.code.docstrings import docstring, entries, limits, sentence
from specloom.python.code.imports import Imports
from specloom.python.operations.method import Method
from specloom.python.operations.scopes import scopes_needed

ERRORS: Mapping[str, str] = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "423": "LockedError",
    "429": "RateLimitError",
}
"""The error classes of all packages, by status."""

# Descriptions of responses that contain no information.
_EMPTY = frozenset(
    {
        "",
        "default response",
        "ok",
        "response",
        "success",
        "successful",
        "successful operation",
        "successful response",
    }
)


def method_docstring(method: Method, imports: Imports) -> str:
    """Return a docstring with the description of the call, its arguments, its result and its exceptions."""
    operation = method.operation
    lead = sentence(operation.summary) or f"{operation.method} {operation.path}."
    same = operation.description.strip() == operation.summary.strip()
    return docstring(
        lead,
        "" if same else operation.description.strip(),
        "Deprecated." if operation.deprecated else "",
        scopes_needed(operation).strip(),
        entries("Args", list(_arguments(method))),
        entries("Returns", [("", _returned(method, imports))]),
        entries("Raises", list(_errors(method))),
    )


def _arguments(method: Method) -> Iterator[tuple[str, str]]:
    for each in method.arguments():
        text = _described(each, is_split=method.is_inputs(each))
        if method.is_inputs(each):
            text = f"{text} {_splitting(method)}".strip()
        yield method.name(each), text or _place(each)
    if method.operation.batching:
        yield "batching", "How to send the inputs."
    yield "options", "Options for this call only."


def _splitting(method: Method) -> str:
    """Return a sentence with the number of inputs of a batch that are sent in one request."""
    batching = method.operation.batching
    assert batching is not None
    names = method.names.arguments
    lower = [f"{limit} with `{names['body', name]}`" for name, limit in batching.limit_with]
    most = f"at most {batching.limit}" + (f", {', '.join(lower)}" if lower else "")
    return f"The number of inputs is not limited; each request sends {most}."


def _described(argument: Argument, *, is_split: bool = False) -> str:
    default = argument.default
    notes = [
        sentence(argument.description),
        "" if is_split else limits(argument.constraints),
        f"The server uses {default} by default." if default not in (None, "", ()) else "",
        "Deprecated." if argument.deprecated else "",
    ]
    return " ".join(note for note in notes if note)


def _place(argument: Argument) -> str:
    """Return the location of an argument in the request, for arguments without a description."""
    match argument.place:
        case "path" | "query" | "header" | "cookie":
            return f"The {argument.place} parameter `{argument.wire_name}`."
        case "content":
            return "The media type of the body."
        case "stream":
            return "Whether the response is a stream."
        case _:
            is_whole = argument.wire_name == WHOLE_BODY
            return "The body." if is_whole else f"The property `{argument.wire_name}` of the body."


def _returned(method: Method, imports: Imports) -> str:
    """Return the description of the result of a call.

    For a batch or a list it explains how to use the result, otherwise it describes the result of each
    status.
    """
    if method.operation.batching:
        partial = any(each.status == "207" for each in method.operation.responses)
        note = " A response with status 207 contains errors." if partial else ""
        return (
            f"The result or the error of each input.{note} `raise_for_errors` raises BatchError "
            "if an input failed."
        )
    successes = list(_successes(method))
    if method.operation.pagination:
        lead = "An iterator over the items of all pages. It requests each page when it is needed."
        return f"{lead}{_headers(method)}"
    several = len(successes) > 1
    said = [_success(method, each, imports, with_status=several) for each in successes]
    lead = ""
    if method.is_always_streamed():
        lead, said = "A stream of the items of the response.", list(map(_description, successes))
    elif (asking := method.asks_for_stream()) is not None:
        lead = f"With `{method.name(asking)}`, a stream of the items of the response. Otherwise:"
    text = " ".join(each for each in [lead, *said] if each) or "The body of the response."
    return f"{text}{_headers(method)}"


def _successes(method: Method) -> Iterator[Response]:
    for each in method.operation.responses:
        is_redirect = each.status.startswith("3") and each in method.successes()
        if each.status.startswith("2") or is_redirect:
            yield each


def _success(method: Method, response: Response, imports: Imports, *, with_status: bool) -> str:
    kind = flat(method.answered(response, imports)).replace("builtins.", "")
    status = f" ({response.status})" if with_status else ""
    described = _description(response)
    return f"{kind}{status}: {described}" if described else f"`{kind}`{status}."


def _description(response: Response) -> str:
    text = response.description.strip()
    return "" if text.rstrip(".!").lower() in _EMPTY else sentence(text)


def _headers(method: Method) -> str:
    """Return the names of the models for the headers of successful responses."""
    keys = dict.fromkeys(each.headers for each in method.successes() if each.headers)
    named = ", ".join(f"`{method.layout.class_name(each)}`" for each in keys)
    return f" Headers: {named}." if named else ""


def _errors(method: Method) -> Iterator[tuple[str, str]]:
    """Yield the errors of the statuses that the document declares, and those that any call can raise."""
    if method.operation.batching:
        return
    known: dict[str, list[str]] = {}
    for each in method.operation.responses:
        if each.status[:1] in ("4", "5"):
            name = ERRORS.get(each.status)
            if name is None:
                is_server = each.status.startswith("5")
                name = "InternalServerError" if is_server else "ApiStatusError"
            known.setdefault(name, []).append(
                f"{each.status}: {sentence(each.description)}".strip()
            )
    others = known.pop("ApiStatusError", [])
    for name, said in known.items():
        yield name, " ".join(said)
    rest = "Any other error status." if known or others else "The response is an error."
    yield "ApiStatusError", " ".join([*others, rest])
    yield "ApiConnectionError", "No response was received."
