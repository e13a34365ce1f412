"""Convert the declarations of calls that stream, and of what ends a stream."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.documents.document import Node
from specloom.initializing.configuration import Configuration, Method
from specloom.initializing.document import content_of, operation_at, success
from specloom.initializing.findings import Findings
from specloom.initializing.settings import Settings, Update, at

_EVENTS = "text/event-stream"
_DEFAULT_END = ["[DONE]"]
_METHOD = {"stream_event_model", "param_discriminator"}


def take_streaming(
    configuration: Configuration, document: Node, settings: Settings, findings: Findings
) -> None:
    """Add to the overlay what the document does not declare about its streams."""
    ends = list(_ends(configuration.root, findings))
    schemas = {each.qualified: each.pointer for each in configuration.models}
    for method in configuration.methods:
        operation = operation_at(document, method.method, method.path)
        if method.streaming is None or operation is None or method.streaming.value is None:
            continue
        findings.leave_others(method.streaming, _METHOD, {})
        target = at("paths", method.path, method.method)
        _take_events(method, operation, schemas, settings, findings)
        extension: Update = {}
        argument = method.streaming.text("param_discriminator")
        if argument and argument != "stream":
            extension["argument"] = argument
        if ends and ends != _DEFAULT_END:
            extension["end"] = [*ends]
        if extension:
            settings.change(
                target, "How a stream starts and ends.", {"x-specloom-stream": extension}
            )


def _take_events(
    method: Method, operation: Node, schemas: dict[str, str], settings: Settings, findings: Findings
) -> None:
    """Declare the events in the overlay. A document with other events is reported."""
    assert method.streaming is not None
    response = success(operation)
    declared = content_of(response, _EVENTS)
    model = method.streaming.text("stream_event_model")
    pointer = schemas.get(model) if model is not None else None
    if model is not None and pointer is None:
        findings.leave(
            method.streaming["stream_event_model"],
            f"the configuration has no model {model!r}",
            "declare the schema of text/event-stream in an overlay",
        )
    elif declared is None and pointer is None:
        findings.leave(
            method.streaming,
            f"the type of the events of {'.'.join(method.words)} is not specified",
            "declare a response with text/event-stream in an overlay",
        )
    current = declared.at(("schema", "$ref")) if declared is not None else None
    if pointer is None or (current is not None and current.value == pointer):
        return
    if response is None or (declared is not None and declared.get("schema") is not None):
        findings.leave(
            method.streaming,
            f"the document declares another schema for the events of {'.'.join(method.words)}",
            "change it in an overlay if the configuration is right",
        )
        return
    settings.change(
        at(*response.pointer),
        "The events of a stream.",
        {"content": {_EVENTS: {"schema": {"$ref": pointer}}}},
    )


def _ends(root: Node, findings: Findings) -> Iterator[str]:
    """Yield the data of events that end a stream. Any other handling of events is reported."""
    rules = root.at(("streaming", "on_event"))
    for each in rules.elements() if rules is not None else ():
        data = each.text("data_starts_with") or each.text("data_equals")
        if each.text("handle") == "done" and data:
            yield data
        elif each.text("kind") != "fallthrough" or each.text("handle") != "yield":
            findings.leave(
                each, "this handling of events is not converted", "see docs/media-types.md#streams"
            )
        error = each.get("error_property")
        if error is not None:
            findings.leave(
                error,
                f"an event with a property {error.value!r} is returned as an item and does not "
                "raise an error",
                "check 'event.data' before 'event.parse()'",
            )
