"""Return the handwritten calls of a package as scripts: those of the tables, and followed links."""

from __future__ import annotations

import importlib
import json
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from tests.conformance.derive import known, missing
from tests.conformance.packages import Operation, Package
from tests.conformance.steps import Follow, Script, Step
from tests.conformance.tables import REQUEST_ID, TABLE, Call, Scalar

_TERMINAL = ("succeeded", "failed", "canceled")
_MOST_STEPS = 15


def tabled(package: Package) -> list[tuple[str, Script]]:
    """Return the calls that the tables contain for a package, and those that are sent again."""
    by_id = {each.operation_id.lower(): each for each in package.operations}
    found = [
        (f"{call.operation_id} {call.arguments}"[:120], _called(package, by_id, call))
        for call in TABLE.get(package.document, ())
    ]
    again = [each for each in package.operations if "/http/retry/" in each.path]
    return [*found, *((f"again {each.method} {each.path}", _again(each)) for each in again)]


def followed(package: Package) -> list[tuple[str, Script]]:
    """Return the calls that take several requests: long-running operations and lists, by links in
    responses.

    OpenAPI cannot describe them, so they are followed as a user would: through raw responses.
    """
    found: list[tuple[str, Script]] = []
    for operation in package.operations:
        title = f"{operation.method} {operation.path}"
        if operation.path.startswith(("/lro", "/paging/multiple/lro")):
            found.append((f"poll {title}", _polled(operation)))
        elif "/paging" in operation.path:
            found += ((f"pages {title} {mode}", _paged(operation, mode)) for mode in _MODES)
    if package.document == "dpg-update1":
        found.append(("what no document has", _unknown()))
    return found


def _called(package: Package, by_id: dict[str, Operation], call: Call) -> Script:
    operation = by_id[call.operation_id.lower()]
    names = {each.wire_name: each.python_name for each in operation.arguments}
    arguments = {names[name]: _made(package, value) for name, value in call.arguments.items()}
    try:
        yield Step(operation, arguments, headers=call.headers)
    except Exception as error:
        if not (call.failing and hasattr(error, "status")):
            raise


def _made(package: Package, value: Any) -> Any:
    if isinstance(value, list):
        return [_made(package, each) for each in value]
    if not isinstance(value, Scalar):
        return value
    scalars = importlib.import_module(f"{package.module}._core.codec.scalars")
    kind, plain = getattr(scalars, value.kind), value.value
    if isinstance(plain, datetime):
        return kind.fromisoformat(plain.isoformat())
    if isinstance(plain, timedelta):
        return kind(plain.days, plain.seconds, plain.microseconds)
    return kind(plain)


def _again(operation: Operation) -> Script:
    yield Step(operation, known(operation), idempotent=True)


def _unknown() -> Script:
    yield Follow("/serviceDriven/glassbreaker")


def _polled(operation: Operation) -> Script:
    """Follow a long-running operation to its end, as its responses say."""
    headers = {"x-ms-client-request-id": REQUEST_ID} if "customheader" in operation.path else {}
    arguments = known(operation)
    if missing(operation, arguments):
        arguments |= {each.python_name: "1" for each in operation.arguments if each.required}
    answer = yield Step(operation, arguments, raw=True, headers=headers, idempotent=True)
    monitor = _monitor(answer) or answer.headers.get("location")
    last = answer.headers.get("location")
    for _ in range(_MOST_STEPS):
        if monitor is None and _state(answer) in _TERMINAL:
            return
        answer = yield Follow(_joined(monitor or operation.path), headers)
        last = answer.headers.get("location", last)
        if monitor and _monitored_end(answer, monitor):
            break
        monitor = _monitor(answer) or answer.headers.get("location") or monitor
    if operation.method in ("PUT", "PATCH"):
        yield Follow(operation.path, headers)
    elif operation.method == "POST" and last:
        yield Follow(_joined(last), headers)


def _monitor(answer: Any) -> str | None:
    headers = answer.headers
    found: str | None = headers.get("azure-asyncoperation") or headers.get("operation-location")
    return found


def _monitored_end(answer: Any, monitor: str) -> bool:
    return answer.status != 202 and (_state(answer) in _TERMINAL or _state(answer) == "")


def _state(answer: Any) -> str:
    """Return the state of a long-running operation, from its status monitor or from the resource."""
    try:
        body = json.loads(answer.content)
    except ValueError:
        return ""
    if not isinstance(body, dict):
        return ""
    properties = body.get("properties") or {}
    return str(body.get("status") or properties.get("provisioningState") or "").lower()


def _joined(url: str) -> str:
    return urljoin("http://localhost/", url)


_FIRST = {
    "requiredQueryParameter": 100,
    "offset": 100,
    "tenant": "test_user",
    "api_version": "1.6",
    "api-version": "1.0.0",
    "$filter": "foo",
    "filter": "foo",
}


_MODES = ("raw", "model")


def _paged(operation: Operation, mode: str) -> Script:
    """Follow the links of a list to its next pages."""
    arguments = known(operation) | {
        each.python_name: _FIRST[each.wire_name]
        for each in operation.arguments
        if each.wire_name in _FIRST
    }
    arguments |= {"mode": mode for each in operation.arguments if each.wire_name == "mode"}
    if missing(operation, arguments):
        return
    answer = yield Step(operation, arguments, raw=True, idempotent=True)
    base = operation.path
    for each in operation.arguments:
        base = base.replace(f"{{{each.wire_name}}}", str(arguments.get(each.python_name, "")))
    base = "/paging/customurl" if base.startswith("/paging/customurl/") else base
    wire = {each.wire_name: arguments.get(each.python_name) for each in operation.arguments}
    kept = {name: wire[name] for name in ("api_version", "api-version") if wire.get(name)}
    for _ in range(_MOST_STEPS):
        body = json.loads(answer.content)
        link = body.get("nextLink") or body.get("odata.nextLink")
        if not link:
            return
        query = "".join(f"&{name}={value}" for name, value in kept.items())
        answer = yield Follow(urljoin(f"http://localhost{base}/", link) + query)
