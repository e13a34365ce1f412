"""Read the `x-specloom-` extensions for batches, rate limits, streams and errors."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from specloom.documents.document import Node
from specloom.ir import (
    Array,
    Batching,
    ErrorFields,
    Nulls,
    OAuthFlow,
    Parameter,
    Split,
    Type,
    Union,
)
from specloom.lowering.common.members import (
    PREFIX,
    read_count,
    read_limits,
    read_members,
    read_pointer,
    read_pointers,
    read_text,
)

ON_SECURITY_SCHEMES = frozenset({"oauth"})
BATCH_MEMBERS = {
    "correlationId",
    "emptyErrors",
    "emptyResult",
    "errorInputs",
    "errors",
    "inputs",
    "limit",
    "limitWith",
    "match",
    "matchAlso",
    "matchBy",
    "matchValues",
    "repeat",
    "results",
}
_ERROR_MEMBERS = {"message", "category", "correlationId", "context", "details", "existingId"}
ON_OPERATIONS = frozenset(
    {"pagination", "batch", "rate-limit", "idempotent", "null", "split", "stream", "docs"}
)


def check_extensions(node: Node, known: frozenset[str]) -> None:
    """Check that all extensions of specloom are known. An unknown one is probably misspelt."""
    for key, extension in node.extensions().items():
        if key.startswith(PREFIX) and key.removeprefix(PREFIX) not in known:
            raise extension.error(
                "unknown-extension",
                f"the extension '{key}' has no meaning here",
                hint="extensions that are valid here: "
                + ", ".join(PREFIX + name for name in sorted(known)),
            )


def batching(node: Node) -> Batching | None:
    """Read `x-specloom-batch` of an operation."""
    found = read_members(node, "batch", BATCH_MEMBERS)
    if found is None:
        return None
    match = found.get("match")
    values, empty = found.get("matchValues"), found.get("emptyErrors")
    by = read_members(found, "matchBy", {"member", "in", "ask"}, prefix="")
    return Batching(
        inputs=read_text(found, "inputs"),
        limit=read_count(found, "limit"),
        limit_with=read_limits(found, "limitWith"),
        results=read_pointer(found, "results") if found.get("results") else None,
        errors=read_pointer(found, "errors") if found.get("errors") else None,
        correlation_id=found.text("correlationId"),
        match=tuple((each, read_pointer(match, each)) for each in match.mapping()) if match else (),
        match_by=read_text(by, "member") if by else None,
        match_in=read_pointer(by, "in") if by else "",
        match_ask=by.text("ask") if by else None,
        match_also=read_pointers(found, "matchAlso"),
        match_values=(
            tuple((each, read_pointer(values, each)) for each in values.mapping()) if values else ()
        ),
        error_inputs=found.texts("errorInputs"),
        empty_errors=tuple((each, empty.texts(each)) for each in empty.mapping()) if empty else (),
        empty_result=_object(found, "emptyResult"),
        repeat=found.texts("repeat"),
    )


def _object(node: Node, name: str) -> str:
    """Return an object as JSON; one that is absent is empty."""
    found = node.get(name)
    return json.dumps({} if found is None else found.mapping(), sort_keys=True)


def rate_limit_bucket(node: Node) -> str:
    """Read `x-specloom-rate-limit` of an operation, the bucket that counts it."""
    found = read_members(node, "rate-limit", {"bucket"})
    return "" if found is None else read_text(found, "bucket")


def nulls(node: Node) -> Nulls | None:
    """Read `x-specloom-null` of an operation."""
    found = read_members(node, "null", {"at", "as"})
    if found is None:
        return None
    if "at" not in found.mapping():
        raise found.error(
            "invalid-extension",
            "at is missing",
            hint="list the pointers of the mappings in the body",
        )
    paths = tuple(tuple(each.split("/")[1:]) for each in read_pointers(found, "at"))
    return Nulls(paths, found.text("as") or "")


def split(node: Node, parameters: Sequence[Parameter], items: str) -> Split | None:
    """Read `x-specloom-split` of an operation.

    Args:
        node: The operation.
        parameters: The parameters of the operation.
        items: The JSON pointer of the items in its pages; "" if it has no pages.
    """
    found = read_members(node, "split", {"limit", "parameters", "key"})
    if found is None:
        return None
    lists = {
        each.wire_name for each in parameters if each.place == "query" and _has_array(each.type)
    }
    declared = found["parameters"]
    for name, member in declared.items():
        if name not in lists:
            raise member.error(
                "invalid-extension",
                f"the operation has no array {name!r} in the query",
                hint="arrays in the query: " + (", ".join(sorted(lists)) or "none"),
            )
    return Split(
        limit=read_count(found, "limit"),
        parameters=tuple((name, read_pointer(declared, name)) for name in declared.mapping()),
        items=items,
        key=read_pointer(found, "key"),
    )


def _has_array(type_: Type) -> bool:
    members = type_.members if isinstance(type_, Union) else (type_,)
    return any(isinstance(each, Array) for each in members)


def stream(node: Node) -> tuple[str, tuple[str, ...] | None] | None:
    """Read `x-specloom-stream` of an operation.

    Returns:
        The argument that requests a stream, and the data that ends the stream.
    """
    found = read_members(node, "stream", {"argument", "end"})
    if found is None:
        return None
    end = found.get("end")
    listed: tuple[str, ...] | None = None
    if end is not None:
        listed = (end.value,) if isinstance(end.value, str) else found.texts("end")
    return found.text("argument") or "stream", listed


def error_fields(node: Node) -> ErrorFields | None:
    """Read `x-specloom-error` of a schema."""
    if not isinstance(node.value, dict):
        return None
    found = read_members(node, "error", _ERROR_MEMBERS)
    if found is None:
        return None
    pattern = found.text("existingId")
    if pattern is not None and not _has_group(pattern):
        raise found["existingId"].error(
            "invalid-extension",
            f"{pattern!r} is not a regular expression with a group",
            hint="write the part of the message that is the id in parentheses",
        )
    return ErrorFields(
        message=found.text("message"),
        category=found.text("category"),
        correlation_id=found.text("correlationId"),
        context=found.text("context"),
        details=found.text("details"),
        existing_id=pattern,
    )


def _has_group(pattern: str) -> bool:
    try:
        return re.compile(pattern).groups > 0
    except re.error:
        return False


def idempotent(node: Node) -> bool | None:
    """Read `x-specloom-idempotent` of an operation."""
    found = node.get(f"{PREFIX}idempotent")
    if found is None:
        return None
    if not isinstance(found.value, bool):
        raise found.error(
            "invalid-extension",
            f"'{PREFIX}idempotent' must be a boolean, found {found.value!r}",
            hint="write true if a repeated request has no further effect, otherwise false",
        )
    return found.value


def oauth_flow(node: Node) -> OAuthFlow | None:
    """Return the supported flow of a security scheme.

    That is the one with an authorization code, or else the one with client credentials.
    """
    flows = node.get("flows")
    flow = flows and (flows.get("authorizationCode") or flows.get("clientCredentials"))
    if not flow:
        return None
    found = read_members(
        node,
        "oauth",
        {
            "revocationUrl",
            "introspectionUrl",
            "clientAuthentication",
            "optionalScopes",
            "errorCode",
            "errorMessage",
        },
    )
    place = found.text("clientAuthentication") if found else None
    if found and place not in (None, "body", "basic"):
        raise found["clientAuthentication"].error(
            "invalid-extension",
            f"unknown 'clientAuthentication' {place!r}",
            hint="write body or basic",
        )
    return OAuthFlow(
        token_url=read_text(flow, "tokenUrl"),
        authorization_url=flow.text("authorizationUrl"),
        refresh_url=flow.text("refreshUrl"),
        revocation_url=found.text("revocationUrl") if found else None,
        introspection_url=found.text("introspectionUrl") if found else None,
        client_authentication=place,
        optional_scopes=found.text("optionalScopes") if found else None,
        error_code=found.text("errorCode") if found else None,
        error_message=found.text("errorMessage") if found else None,
    )
