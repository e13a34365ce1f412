"""A token endpoint, and a clock that tests set."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from hubspot_crm._core.auth.oauth import OAuth
from hubspot_crm._core.auth.security import Secret
from hubspot_crm._core.auth.tokens import OAuthFlow, Tokens

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

FLOW = OAuthFlow(token_url="/token", error_code="status")


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Server:
    """An authorization server whose refresh tokens are valid once; `a<n>` belongs to `r<n>`."""

    def __init__(self, *, delay: float = 0.0) -> None:
        self.count = 0
        self.delay = delay
        self.fault: Answer | None = None
        self.lock = threading.Lock()

    def __call__(self, request: RecordedRequest) -> Answer:
        with self.lock:
            if self.fault is not None:
                return self.fault
            if f"refresh_token=r{self.count}&" not in request.body.decode():
                return json_answer({"status": "BAD_REFRESH_TOKEN"}, status=400)
            self.count += 1
            answer = {"access_token": f"a{self.count}", "refresh_token": f"r{self.count}"}
            return json_answer({**answer, "expires_in": 1800}, delay=self.delay)


def tokens(number: int = 0, expires_at: float | None = 0.0) -> Tokens:
    return Tokens(
        access_token=Secret(f"a{number}"),
        refresh_token=Secret(f"r{number}"),
        expires_at=expires_at,
        lifetime=1800.0,
    )


def make(url: str, clock: Callable[[], float]) -> OAuth:
    return OAuth(client_id="i", flow=FLOW, base_url=url, clock=clock, sleep=lambda _: None)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def auth() -> Server:
    return Server()


@pytest.fixture
def url(auth: Server) -> Iterator[str]:
    with Loopback(auth) as running:
        yield running.url
