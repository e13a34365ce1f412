"""A CRM server in memory for tests: `StandIn`, in the process or over HTTP, with faults on request.

    crm = StandIn(seed=7, faults=Faults(drop_after=0.05))
    with crm.client() as client:
        client.tasks.create(properties={"hs_task_subject": "Call back"})
    assert len(crm.records("tasks")) == 1

In pytest, the fixtures `hubspot_stand_in` and `hubspot_client` are available without an import.
"""

from __future__ import annotations

import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from email.utils import formatdate
from random import Random
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

import msgspec
from hubspot_crm._core.errors import ApiConnectionError, ApiTimeoutError
from hubspot_crm._core.transport import Headers, Request, Response

from ._associations import answer_associations
from ._calls import Answer, Call, Json, Refusal, documents, split
from ._definitions import answer_pipelines
from ._jobs import FILES, answer_exports, answer_imports, exported
from ._network import AsyncStandInTransport, Deliver, Reply, Server, StandInTransport, Webhooks
from ._portal import Portal, answer_settings
from ._records import Records, answer_records
from ._search_and_lists import Searches, answer_lists
from .faults import Chance, Fault, Faults, Limits, Meter, too_many
from .oauth import OAuth

if TYPE_CHECKING:
    from hubspot_crm import AsyncHubSpot, HubSpot

__all__ = ["Faults", "Handled", "Limits", "StandIn"]

_LOG = 1000


@dataclass(frozen=True, slots=True)
class Handled:
    """A request that was handled: the fault, if any, and the status of the response."""

    request: Request
    fault: Fault | Response | None
    status: int | None


class StandIn:
    """An account in memory, and the API for it. Safe to use from many threads.

    Args:
        seed: the seed of all random choices, and of the ids of requests and tokens.
        faults: the probabilities of faults.
        limits: the rate limits to enforce; None for no limits and no headers about them.
        strict: refuse properties without a definition; otherwise they are strings.
        clock: returns the seconds since 1970. Responses have it in the header `Date`.
        index_lag: the seconds after which searches find a change.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        faults: Faults | None = None,
        limits: Limits | None = None,
        strict: bool = False,
        clock: Callable[[], float] = time.time,
        index_lag: float = 0,
    ) -> None:
        self._settings = (seed, faults or Faults(), limits, strict, clock, index_lag)
        self._lock = threading.RLock()
        self.reset()

    def reset(self) -> None:
        """Start again with an empty account, the same settings and the same seed."""
        seed, faults, limits, strict, clock, index_lag = self._settings
        with self._lock:
            self._random = Random(seed)
            self._chance = Chance(faults, Random(seed))
            self._meter = Meter(limits) if limits else None
            self._portal = Portal(clock, strict=strict, index_lag=index_lag)
            self._searches = Searches(self._portal)
            self._webhooks = Webhooks(self._portal)
            self.oauth = OAuth(clock, self._random)
            self.requests: deque[Handled] = deque(maxlen=_LOG)
            self.request_count = 0

    # What tests look at and set up.

    def records(self, object_type: str, *, archived: bool | None = False) -> list[dict[str, Any]]:
        """Return the records of a type with all their properties, by id; with None, archived ones too."""
        with self._lock:
            records = Records(self._portal, self._portal.named(object_type))
            return [records.shown(i, row) for i, row in records.table.rows(archived=archived)]

    def writes(self, object_type: str, by: str | None = None) -> Counter[str]:
        """Return how many records were created with each trace id, or with each value of a property."""
        with self._lock:
            table = self._portal.table(self._portal.named(object_type))
            rows = table.rows(archived=None)
            found = ((row.properties.get(by) if by else row.trace) for _, row in rows)
            return Counter(each for each in found if each is not None)

    def create(self, object_type: str, properties: Mapping[str, str], *to: str) -> str:
        """Add a record without a request, associated with records by their ids; return its id."""
        with self._lock:
            associations = [{"to": {"id": id_}, "types": ()} for id_ in to]
            given = {"properties": properties, "associations": associations}
            records = Records(self._portal, self._portal.named(object_type))
            return str(records.create(given, set())()["id"])

    def define(self, object_type: str, name: str, type: str = "string", **members: Any) -> None:
        """Define a property: its type, and further members as in the properties API."""
        with self._lock:
            given = {"name": name, "type": type, **members}
            self._portal.define(self._portal.named(object_type), given)

    def add_owner(self, email: str, first_name: str = "", last_name: str = "") -> str:
        """Add a user who may own records; return the owner's id."""
        with self._lock:
            return self._portal.add_owner(email, first_name, last_name)

    def fail_next(self, *faults: Fault | Response, path: str = "") -> None:
        """Apply each of these faults, in turn, to one of the next requests with `path` in the URL."""
        with self._lock:
            for fault in faults:
                self._chance.plan(fault, path)

    def subscribe(
        self,
        target: str | Deliver,
        *,
        secret: str = "stand-in-secret",
        events: Collection[str] | None = None,
        url: str = "https://example.com/webhooks",
    ) -> None:
        """Send a signed webhook for each change to a URL, or to a function of headers and body.

        For a function, requests are signed for `url`. `events` selects the events, such as contact.creation.
        """
        self._webhooks.subscribe(target, url, secret, events)

    @property
    def webhook_failures(self) -> list[Exception]:
        """The exceptions that receivers of webhooks raised."""
        return self._webhooks.failures

    # How it is reached.

    def client(self, **options: Any) -> HubSpot:
        """Return a client of the newest version that is connected to this, without a socket."""
        from hubspot_crm import HubSpot

        return HubSpot("stand-in", transport=self.transport(), **options)

    def async_client(self, **options: Any) -> AsyncHubSpot:
        """Like `client`, async."""
        from hubspot_crm import AsyncHubSpot

        return AsyncHubSpot("stand-in", transport=self.async_transport(), **options)

    def transport(self) -> StandInTransport:
        """Return a transport for a client of any version; it never waits, not even for timeouts."""
        return StandInTransport(self.handle)

    def async_transport(self) -> AsyncStandInTransport:
        """Like `transport`, for an async client."""
        return AsyncStandInTransport(self.handle)

    def serve(self, port: int = 0) -> AbstractContextManager[str]:
        """Serve over HTTP on loopback; a context manager that returns the URL."""
        return Server(self.reply, port)

    def handle(self, request: Request) -> Response:
        """Respond to a request. Raises ApiConnectionError and ApiTimeoutError if there would be no response."""
        reply = self.reply(request)
        method, url = request.method, request.shown_url
        patience = request.timeout.read
        if patience is not None and reply.delay > patience:
            raise ApiTimeoutError(f"no response within {patience} s", method=method, url=url)
        if reply.response is None or reply.cut:
            raise ApiConnectionError("the server closed the connection", method=method, url=url)
        return reply.response

    def reply(self, request: Request) -> Reply:
        """Return the response to a request, including faults."""
        with self._lock:
            fault = self._chance.draw(request)
            reply = self._reply(request, fault)
            status = reply.response.status if reply.response else None
            self.requests.append(Handled(request, fault, status))
            self.request_count += 1
            webhooks = self._webhooks.take()
        self._webhooks.deliver(webhooks)
        return reply

    def _reply(self, request: Request, fault: Fault | Response | None) -> Reply:
        if isinstance(fault, Response) or fault == "drop_before":
            return Reply(fault if isinstance(fault, Response) else None)
        response = self._respond(request, fault)
        match fault:
            case "drop_after":
                return Reply(None)
            case "status_500_after":
                return Reply(self._refused(_REFUSALS["status_500"]))
            case "stall":
                return Reply(response, self._chance.faults.stall_seconds)
            case "truncated_body" if response.content:
                return Reply(response, cut=True)
            case "garbage_body" if response.content:
                return Reply(Response(response.status, response.headers, b"<html>\x00\xff"))
            case _:
                return Reply(response)

    def _respond(self, request: Request, fault: Fault | None) -> Response:
        if fault in _REFUSALS:
            return self._refused(_REFUSALS[fault])
        headers = {"Date": formatdate(self._portal.clock(), usegmt=True)}
        path, _ = split(request.url)
        try:
            if path.startswith("oauth/") and path.endswith("/token"):
                return _response(200, self.oauth.token(request.content), headers)
            if path.startswith(FILES):
                content = exported(self._portal, path.removeprefix(FILES))
                return Response(
                    200, Headers([("Content-Type", "text/csv"), *headers.items()]), content
                )
            self.oauth.check(request.headers)
            if self._meter:
                search = path.endswith("/search") and "/objects/" in path
                headers |= self._meter.count(self._portal.clock(), search=search)
            call = documents().call(request)
            if fault == "short_pages" and call.operation.pagination:
                paging = call.paging()
                paging["limit"] = self._random.randint(1, max(1, paging.get("limit", 10) - 1))
            answer = self._answer(call)
            _misplace(call, answer.body, fault, self._random)
            status = 207 if answer.partial else call.status
            return _response(status, None if status == 204 else answer.body, headers)
        except Refusal as refusal:
            return self._refused(refusal, headers)

    def _answer(self, call: Call) -> Answer:
        for behaviour in _BEHAVIOURS:
            found = behaviour(call, self._portal)
            if found is not None:
                return found
        return self._searches.answer(call) or Answer(call.operation.answer(call.body))

    def _refused(self, refusal: Refusal, headers: Mapping[str, str] | None = None) -> Response:
        number = str(UUID(int=self._random.getrandbits(128), version=4))
        sent = {**(headers or {}), **refusal.headers, "X-HubSpot-Correlation-Id": number}
        return _response(refusal.status, {**refusal.body, "correlationId": number}, sent)


def _response(status: int, body: Any, headers: Mapping[str, str]) -> Response:
    if body is None:
        return Response(status, Headers(headers.items()), b"")
    sent = [("Content-Type", "application/json;charset=utf-8"), *headers.items()]
    return Response(status, Headers(sent), msgspec.json.encode(body))


_BEHAVIOURS = (
    *(answer_associations, answer_settings, answer_pipelines, answer_records),
    *(answer_lists, answer_imports, answer_exports),
)
_REFUSALS: dict[Fault | None, Refusal] = {
    "status_500": Refusal(500, "INTERNAL_ERROR", "Something went wrong"),
    "storm_429": too_many("TEN_SECONDLY_ROLLING"),
    "daily_429": too_many("DAILY"),
    "lock_423": Refusal(423, "LOCKED", "The resource is locked; try again in two seconds"),
    "migration_477": Refusal(
        477, "MIGRATION_IN_PROGRESS", "The account is being moved", headers={"Retry-After": "3600"}
    ),
}


def _misplace(call: Call, body: Any, fault: Fault | None, random: Random) -> None:
    """Move what a response contains."""
    if not isinstance(body, dict):
        return
    answer = cast(Json, body)
    results: list[Any] = answer.get("results", [])
    if fault == "empty_pages" and call.operation.pagination and results:
        after = f"0{call.paging().get('after') or ''}"  # the same location, by another name
        answer |= {"results": [], "paging": {"next": {"after": after}}}
    if fault == "duplicate_answers" and results and "batch" in call.segments:
        results.append(random.choice(results))
    if fault in ("duplicate_answers", "reordered_answers") and "batch" in call.segments:
        random.shuffle(results)
