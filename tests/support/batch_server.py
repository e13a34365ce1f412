"""A batch API in memory behind a transport: it responds by a script or by a plan of faults."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from hubspot_crm._core.batch.operation import Batching, BatchOperation
from hubspot_crm._core.client import AsyncClient, Client
from hubspot_crm._core.operation import RequestBody
from hubspot_crm._core.retries import Retries
from hubspot_crm._core.transport import Headers, Request, Response

from tests.core.sample.models import Error

Body = dict[str, Any]
Answer = Response | Exception
TRACE = "traceId"

CREATE: BatchOperation[Any] = BatchOperation(
    "POST",
    "/create",
    request_body=RequestBody(required=True),
    responses={201: dict, "default": Error},
    batching=Batching(
        inputs="inputs",
        limit=3,
        results="/results",
        errors="/errors",
        correlation_id=TRACE,
        error_inputs=(f"/context/{TRACE}", "/context/ids"),
        repeat=("RATE_LIMITS",),
    ),
)
UPDATE: BatchOperation[Any] = BatchOperation(
    "POST",
    "/update",
    request_body=RequestBody(required=True),
    responses={200: dict, "default": Error},
    idempotent=True,
    batching=Batching(
        inputs="inputs",
        limit=3,
        limit_with=(("history", 2),),
        results="/results",
        errors="/errors",
        match=(("/id", "/id"),),
        match_by="by",
        match_in="/properties",
        match_ask="properties",
        error_inputs=("/context/ids",),
    ),
)
ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/archive",
    request_body=RequestBody(required=True),
    responses={204: None, "default": Error},
    idempotent=True,
    batching=Batching(
        inputs="inputs",
        limit=3,
        errors="/errors",
        match=(("/id", "/id"),),
        error_inputs=("/context/ids",),
    ),
)


def answer(body: object = None, status: int = 200) -> Response:
    """Return a response with a JSON body, or without one."""
    content = b"" if body is None else json.dumps(body).encode()
    return Response(status, Headers(), content)


def created(inputs: Iterable[Any], **more: Any) -> Body:
    """Return the response to a create that succeeded for all; ids are made of the names."""
    results = [{"id": f"r-{each['name']}", TRACE: each[TRACE]} for each in inputs]
    return {"results": results, **more}


def refusal(*traces: str, category: str = "VALIDATION_ERROR", **more: Any) -> Body:
    """Return an error inside a response, about the inputs with these trace ids."""
    return {"message": "no", "category": category, "context": {TRACE: list(traces)}, **more}


class BatchServer:
    """Responds to batches with a function of the inputs; a transport, sync and async.

    `requests` are the inputs of each request, `bodies` the whole bodies.
    """

    def __init__(self, respond: Callable[[list[Any]], Answer]) -> None:
        self._respond = respond
        self._lock = Lock()
        self.requests: list[list[Any]] = []
        self.bodies: list[Body] = []

    def receive(self, request: Request) -> Response:
        body = json.loads(request.content or b"null")
        with self._lock:
            self.bodies.append(body)
            self.requests.append(body["inputs"])
        found = self._respond(body["inputs"])
        if isinstance(found, Exception):
            raise found
        return found

    @property
    def sizes(self) -> list[int]:
        return [len(each) for each in self.requests]

    @property
    def sent(self) -> Counter[str]:
        """Return how often each name was sent."""
        return Counter(each.get("name") or each["id"] for part in self.requests for each in part)

    def client(self) -> Client:
        return Client(
            base_url="http://api.test",
            product="t/1",
            security={},
            transport=_Transport(self),
            retries=Retries(attempts=1),  # what the batch repeats is under test
        )

    def async_client(self) -> AsyncClient:
        return AsyncClient(
            base_url="http://api.test",
            product="t/1",
            security={},
            transport=_AsyncTransport(self),
            retries=Retries(attempts=1),
        )


class _Transport:
    def __init__(self, server: BatchServer) -> None:
        self.server = server

    def send(self, request: Request) -> Response:
        return self.server.receive(request)

    def close(self) -> None: ...


class _AsyncTransport:
    def __init__(self, server: BatchServer) -> None:
        self.server = server

    async def send(self, request: Request) -> Response:
        return self.server.receive(request)

    async def aclose(self) -> None: ...
