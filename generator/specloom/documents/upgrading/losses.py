"""Report what an upgrade to OpenAPI 3.1 does not carry over."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diagnostics import Diagnostic, Severity
from specloom.documents.document import Document, Node
from specloom.documents.reading.dialects import Dialect, dialect_of
from specloom.documents.specification import REFERABLE, Kind, walk_objects
from specloom.documents.upgrading.swagger_2_0_bodies import FORM, MULTIPART, media_types

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")


def losses(document: Document) -> Iterator[Diagnostic]:
    """Yield what `upgrade` leaves out of a document, or can only express as an extension.

    What has no effect in the dialect of the document is included, such as a description beside a `$ref` of
    OpenAPI 3.0. The warnings that `upgrade` itself adds to the document are not.
    """
    match dialect_of(document):
        case Dialect.SWAGGER_2_0:
            yield from _of_swagger(document)
        case Dialect.OPENAPI_3_0:
            yield from _of_openapi(document)
        case _:
            pass


def _of_openapi(document: Document) -> Iterator[Diagnostic]:
    for kind, node in walk_objects(document):
        if not isinstance(node.value, dict):
            continue
        if kind in REFERABLE and kind is not Kind.PATH_ITEM and "$ref" in node.value:
            yield from _beside_reference(node)
        elif kind is Kind.SCHEMA and "example" in node.value and "examples" in node.value:
            yield _loss(
                node["example"],
                "'example' is removed, because the schema also has 'examples'",
                "move the value to 'examples'",
            )


def _beside_reference(node: Node) -> Iterator[Diagnostic]:
    for key, member in node.items():
        if key not in ("$ref", "nullable"):
            yield _loss(
                member,
                f"{key!r} is removed, because it has no effect next to '$ref'",
                "put the '$ref' into 'allOf' if the keyword should have an effect",
            )


def _of_swagger(document: Document) -> Iterator[Diagnostic]:
    root = document.root_node()
    yield from _of_parameters(root)
    for section in ("parameters", "responses"):
        found = root.get(section)
        for _, each in found.items() if found and isinstance(found.value, dict) else ():
            yield from _of_parameter(each)
    paths = root.get("paths")
    for _, path in paths.items() if paths and isinstance(paths.value, dict) else ():
        if not isinstance(path.value, dict):
            continue
        yield from _of_parameters(path)
        for method in _METHODS:
            operation = path.get(method)
            if operation is not None and isinstance(operation.value, dict):
                yield from _of_operation(root, operation)


def _of_operation(root: Node, operation: Node) -> Iterator[Diagnostic]:
    yield from _of_parameters(operation)
    yield from _of_form(root, operation)
    produces = media_types(operation, "produces", media_types(root, "produces"))
    responses = operation.get("responses")
    for _, response in responses.items() if responses and _is_object(responses) else ():
        yield from _of_examples(response, produces or ("application/json",))


def _of_parameters(holder: Node) -> Iterator[Diagnostic]:
    found = holder.get("parameters")
    for each in found.elements() if found and isinstance(found.value, list) else ():
        yield from _of_parameter(each)


def _of_parameter(node: Node) -> Iterator[Diagnostic]:
    if not isinstance(node.value, dict) or node.value.get("type") != "array":
        return
    form, place = node.value.get("collectionFormat"), node.value.get("in")
    has_style = place in ("query", "formData") and form in ("ssv", "pipes")
    if form in ("ssv", "tsv", "pipes") and not has_style:
        yield _loss(
            node["collectionFormat"],
            f"OpenAPI 3.1 has no style for {form!r} in {place!r}; it is written as the "
            "extension x-specloom-style",
            "other tools ignore the extension; let the server accept another format too",
        )


def _of_form(root: Node, operation: Node) -> Iterator[Diagnostic]:
    """Yield the media types of a form that are left out: an upgraded form has one."""
    consumes = media_types(operation, "consumes", media_types(root, "consumes"))
    forms = [each for each in consumes if each.split(";")[0].strip() in (FORM, MULTIPART)]
    parameters = operation.get("parameters")
    listed = parameters.value if parameters is not None else None
    fields = [
        each
        for each in (listed if isinstance(listed, list) else [])
        if isinstance(each, dict) and each.get("in") == "formData"
    ]
    if len(forms) < 2 or not fields:
        return
    has_file = any(each.get("type") == "file" for each in fields)
    used = MULTIPART if has_file else forms[0]
    left_out = ", ".join(repr(each) for each in forms if each != used)
    yield _loss(
        operation.get("consumes") or root["consumes"],
        f"the form is sent as {used!r}; {left_out} is removed",
        "list only one media type for forms, or add the other one to the upgraded document",
    )


def _of_examples(response: Node, produces: tuple[str, ...]) -> Iterator[Diagnostic]:
    if not isinstance(response.value, dict):
        return
    examples = response.get("examples")
    has_schema = response.value.get("schema") is not None
    for media_type, example in examples.items() if examples and _is_object(examples) else ():
        if not has_schema or media_type not in produces:
            reason = (
                "is not in 'produces'" if has_schema else "belongs to a response without schema"
            )
            yield _loss(
                example,
                f"the example is removed, because {media_type!r} {reason}",
                "add the media type to 'produces', and a schema to the response",
            )


def _is_object(node: Node) -> bool:
    return isinstance(node.value, dict)


def _loss(node: Node, message: str, hint: str) -> Diagnostic:
    return Diagnostic("not-carried-over", message, hint, node.location, Severity.WARNING)
