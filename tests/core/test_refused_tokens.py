"""Test what clients do when the API refuses an access token that has not expired by its lifetime."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hubspot_crm._core.auth.oauth import OAuth
from hubspot_crm._core.auth.oauth_credential import OAuthCredential
from hubspot_crm._core.auth.security import Bearer, Secret
from hubspot_crm._core.auth.tokens import MemoryTokenStore, OAuthFlow, Tokens
from hubspot_crm._core.batch.operation import BatchOptions
from hubspot_crm._core.body.files import content_of
from hubspot_crm._core.call.request import Arguments
from hubspot_crm._core.client import Client
from hubspot_crm._core.errors import ApiTimeoutError, AuthenticationError, OAuthError
from hubspot_crm._core.http.mock_transport import MockTransport, json_response
from hubspot_crm._core.operation import Operation, RequestBody
from hubspot_crm._core.options import RequestOptions
from hubspot_crm._core.retries import Retries
from hubspot_crm._core.transport import Request, Response
from hubspot_crm.streaming import download, download_async

from tests.core.transport.drivers import KINDS
from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

from .authorised import Clock
from .sample.client import AsyncSample, Sample
from .scripted import RECORD, Drive, Script, answer

FLOW = OAuthFlow(token_url="https://auth.example/token")


class Server(Script):
    """Responds with a function of the request."""

    def __init__(self, respond: Callable[[Request], Response]) -> None:
        super().__init__(())
        self.respond = respond

    def answer(self, request: Request) -> Response:
        self.requests.append(request)
        return self.respond(request)


class Account:
    """An API that accepts the access token `valid`, and grants it for any refresh token."""

    def __init__(self, valid: str = "token-1") -> None:
        self.valid = valid
        self.fault: tuple[int, object] | None = None
        self.refreshes: list[str] = []
        self.sent: list[str] = []
        self.transport = MockTransport(self._token)
        self.clock = Clock()
        self.oauth = OAuth(
            client_id="i",
            client_secret="client-secret",
            flow=FLOW,
            transport=self.transport,
            clock=self.clock,
            sleep=lambda _: None,
        )

    def credential(self, **changed: Any) -> OAuthCredential:
        given = {"access_token": Secret("token-0"), "refresh_token": Secret("refresh-0")}
        return self.oauth.credential(Tokens(**{**given, **changed}))

    def accept(self, token: str) -> bool:
        self.sent.append(token)
        return token == self.valid

    def script(self, *answers: Response) -> Script:
        """Return responses for requests with the valid token; others are refused."""
        wanted = iter(answers or (answer(),))

        def respond(request: Request) -> Response:
            header = dict(request.headers)["Authorization"]
            if not self.accept(header.removeprefix("Bearer ")):
                return answer(401, {"message": f"{header} is expired"})
            return next(wanted)

        return Server(respond)

    def _token(self, request: Request) -> Response:
        form = dict(parse_qsl(bytes(request.content or b"").decode()))
        self.refreshes.append(form.get("refresh_token", form["grant_type"]))
        if self.fault is not None:
            return json_response(self.fault[1], status=self.fault[0])
        return json_response({"access_token": self.valid, "expires_in": 1800})


@pytest.fixture
def account() -> Account:
    return Account()


class Chunked(RequestBody):
    def build(self, body: Any) -> Any:
        return content_of(body), self.media_type


def get(client: Any) -> Any:
    return client.records.get("1")


def create(client: Any) -> Any:
    return client.records.create(properties={"a": "b"})


class TestOneCall:
    @pytest.mark.parametrize("retries", [Retries(), Retries(attempts=1)])
    def test_is_sent_again_with_a_renewed_token(
        self, scripted: Drive, account: Account, retries: Retries
    ) -> None:
        script = account.script(answer(201))
        credential = account.credential()
        assert scripted(script, create, access_token=credential, retries=retries).id == "1"
        assert account.sent == ["token-0", "token-1"] and account.refreshes == ["refresh-0"]
        assert [each.content for each in script.requests] == 2 * [b'{"properties":{"a":"b"}}']
        assert script.slept == []

    def test_has_all_its_retries_afterwards(self, scripted: Drive, account: Account) -> None:
        script = account.script(answer(500, {}), answer())
        retries = Retries(attempts=2)
        assert scripted(script, get, access_token=account.credential(), retries=retries).id == "1"

    def test_of_an_application(self, scripted: Drive, account: Account) -> None:
        credential = account.oauth.app_credential()
        assert scripted(account.script(), get, access_token=credential).id == "1"
        account.valid = "token-2"
        assert scripted(account.script(), get, access_token=credential).id == "1"
        assert account.refreshes == 2 * ["client_credentials"]

    def test_uses_a_token_that_was_renewed_meanwhile(
        self, scripted: Drive, account: Account
    ) -> None:
        credential = account.credential()

        def act(client: Any) -> Any:
            credential()  # the call reads the old token
            return client.records.get("1")

        def renew(request: Request) -> None:
            if not account.refreshes:
                credential.renew()

        assert scripted(account.script(), act, access_token=credential, on_request=renew).id == "1"
        assert account.sent == ["token-0", "token-1"] and len(account.refreshes) == 1

    def test_uses_a_token_that_another_process_stored(
        self, scripted: Drive, account: Account
    ) -> None:
        tokens = Tokens(access_token=Secret("token-0"), refresh_token=Secret("r"))
        store = MemoryTokenStore(tokens)
        credential = account.oauth.credential(store)
        credential()
        store.save(Tokens(access_token=Secret("token-1"), refresh_token=Secret("r")))
        assert scripted(account.script(), get, access_token=credential).id == "1"
        assert account.refreshes == []

    def test_a_download(self, account: Account) -> None:
        def respond(request: Request) -> Response:
            token = dict(request.headers)["Authorization"].removeprefix("Bearer ")
            return json_response(RECORD, status=200 if account.accept(token) else 401)

        with Sample(account.credential(), transport=MockTransport(respond)) as client:
            with download(client.records.get, "1") as portions:
                assert b"".join(portions).startswith(b"{")
            account.valid = "token-2"
            assert client.raw(client.records.get, "1").status == 200
        assert account.sent == ["token-0", "token-1", "token-1", "token-2"]


class TestRefusedAgain:
    def test_a_new_token_is_not_renewed_in_a_loop(self, scripted: Drive, account: Account) -> None:
        credential = account.credential()
        script = Script([answer(401, {}) for _ in range(9)])
        for requests, refreshes in [(2, 1), (3, 1), (4, 1)]:
            with pytest.raises(AuthenticationError):
                scripted(script, get, access_token=credential)
            assert (len(script.requests), len(account.refreshes)) == (requests, refreshes)
        account.clock.now += 60
        with pytest.raises(AuthenticationError):
            scripted(script, get, access_token=credential)
        assert len(account.refreshes) == 2

    def test_a_token_that_served_is_renewed_at_once(
        self, scripted: Drive, account: Account
    ) -> None:
        credential = account.credential()
        for number in range(1, 4):
            account.valid = f"token-{number}"
            assert scripted(account.script(), get, access_token=credential).id == "1"
        assert len(account.refreshes) == 3

    def test_a_server_that_grants_the_same_token(self, scripted: Drive, account: Account) -> None:
        account.valid = "token-0"
        credential, script = account.credential(), Script([answer(401, {}) for _ in range(9)])
        for _ in range(3):
            with pytest.raises(AuthenticationError):
                scripted(script, get, access_token=credential)
        assert (len(script.requests), len(account.refreshes)) == (4, 1)

    @pytest.mark.parametrize("kind", ["string", "callable", "no refresh token"])
    def test_a_credential_that_cannot_be_renewed(
        self, scripted: Drive, account: Account, kind: str
    ) -> None:
        given: Any = {
            "string": "token-0",
            "callable": lambda: "token-0",
            "no refresh token": account.credential(refresh_token=None),
        }[kind]
        script = account.script()
        with pytest.raises(AuthenticationError):
            scripted(script, get, access_token=given)
        assert len(script.requests) == 1 and account.refreshes == []

    def test_headers_that_replace_the_credential(self, scripted: Drive, account: Account) -> None:
        options = RequestOptions(headers={"Authorization": "Bearer mine"})
        with pytest.raises(AuthenticationError):
            scripted(
                account.script(),
                lambda client: client.records.get("1", options=options),
                access_token=account.credential(),
            )
        assert account.sent == ["mine"] and account.refreshes == []

    def test_another_origin(self, account: Account) -> None:
        """A redirect to another host loses the token, so that host cannot refuse it."""
        with Loopback(lambda _: json_answer({}, status=401)) as other:
            target = other.url.replace("127.0.0.1", "localhost")
            with Loopback(lambda _: Answer(307, b"", {"Location": f"{target}/x"})) as api:
                credential = account.credential()
                options: Any = {"base_url": api.url, "follow_redirects": True}
                with Sample(credential, **options) as client, pytest.raises(AuthenticationError):
                    client.records.get("1")
            assert [each.headers.get("authorization") for each in other.requests] == [None]
        assert account.refreshes == []


class TestFailures:
    def test_a_renewal_that_is_refused(
        self, scripted: Drive, account: Account, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        account.fault = (400, {"error": "invalid_grant", "error_description": "no refresh-0"})
        with pytest.raises(OAuthError, match="invalid_grant: no REDACTED") as caught:
            scripted(account.script(), get, access_token=account.credential())
        cause = caught.value.__cause__
        assert isinstance(cause, AuthenticationError) and cause.status == 401
        assert "expired" in str(cause) and "(401)" in caught.value.__notes__[0]
        shown = f"{caught.value!r} {caught.value} {cause!r} {cause} {cause.body} {caplog.text}"
        for secret in ("token-0", "refresh-0", "client-secret"):
            assert secret not in shown.replace(str(cause.body), "")

    def test_a_renewal_that_passes_later(self, scripted: Drive, account: Account) -> None:
        account.fault = (503, {})
        credential = account.credential(expires_at=9999.0)
        for _ in range(2):
            with pytest.raises(OAuthError) as caught:
                scripted(account.script(), get, access_token=credential)
            assert caught.value.transient
        assert len(account.refreshes) == 3  # the attempts of one renewal
        account.fault, account.clock.now = None, account.clock.now + 5
        assert scripted(account.script(), get, access_token=credential).id == "1"

    def test_a_body_that_cannot_be_sent_again(self, account: Account) -> None:
        upload: Operation[object] = Operation(
            "POST",
            "/files",
            request_body=Chunked("application/octet-stream", required=True),
            responses={200: object},
        )
        security = {"o": Bearer(account.credential())}

        def respond(request: Request) -> Response:
            assert request.content == b"ab"
            token = dict(request.headers)["Authorization"].removeprefix("Bearer ")
            return json_response({}, status=200 if account.accept(token) else 401)

        with Client(
            base_url="https://api.example",
            product="t",
            security=security,
            transport=MockTransport(respond),
        ) as client:
            with pytest.raises(AuthenticationError) as caught:
                client(upload, Arguments("", body=iter([b"a", b"b"])))
            assert "can be sent once" in caught.value.__notes__[0] and account.refreshes == []
            client(upload, Arguments("", body=iter([b"a", b"b"])))
        assert account.sent == ["token-0", "token-1"]

    def test_a_renewal_that_takes_too_long(self, account: Account) -> None:
        ended = threading.Event()

        def hang(_: Request) -> Response:
            ended.wait(5)
            return json_response({"access_token": "token-1"})

        oauth = OAuth(client_id="i", flow=FLOW, transport=MockTransport(hang))
        tokens = Tokens(access_token=Secret("token-0"), refresh_token=Secret("r"))
        transport = MockTransport([json_response({}, status=401)])
        options = RequestOptions(deadline=0.1)
        with Sample(oauth.credential(tokens), transport=transport) as client:
            with pytest.raises(ApiTimeoutError) as caught:
                client.records.get("1", options=options)
        ended.set()
        assert isinstance(caught.value.__cause__, AuthenticationError)


class TestManyCalls:
    def test_at_once_share_one_renewal(self) -> None:
        account, barrier = Account(), threading.Barrier(20)

        def respond(request: RecordedRequest) -> Answer:
            token = request.headers["authorization"].removeprefix("Bearer ")
            if token == "token-0":
                barrier.wait(10)
            accepted = account.accept(token)
            return json_answer(RECORD if accepted else {}, status=200 if accepted else 401)

        credential = account.credential()

        async def tasks(url: str) -> None:
            async with AsyncSample(credential, base_url=url) as client:
                await asyncio.gather(*(client.records.get("1") for _ in range(10)))

        with Loopback(respond) as api, Sample(credential, base_url=api.url) as client:
            with ThreadPoolExecutor(11) as pool:
                loop = pool.submit(asyncio.run, tasks(api.url))
                list(pool.map(client.records.get, 10 * ["1"]))
                loop.result()
        assert sorted(account.sent) == 20 * ["token-0"] + 20 * ["token-1"]
        assert account.refreshes == ["refresh-0"]

    @pytest.mark.parametrize("kind", KINDS)
    def test_on_every_transport(self, account: Account, kind: str) -> None:
        def respond(request: RecordedRequest) -> Answer:
            accepted = account.accept(request.headers["authorization"].removeprefix("Bearer "))
            return json_answer(RECORD, status=201 if accepted else 401)

        async def tasks(url: str) -> None:
            transport = KINDS[kind]()
            client = AsyncSample(account.credential(), base_url=url, transport=transport)
            assert (await create(client)).id == "1"
            account.valid = "token-2"
            portions = b"".join([p async for p in download_async(client.records.get, "1")])
            assert portions.startswith(b"{")
            await transport.aclose()

        with Loopback(respond) as api:
            if kind.startswith("async") or kind == "aiohttp":
                asyncio.run(tasks(api.url))
            else:
                transport = KINDS[kind]()
                client = Sample(account.credential(), base_url=api.url, transport=transport)
                assert create(client).id == "1"
                account.valid = "token-2"
                assert b"".join(download(client.records.get, "1")).startswith(b"{")
                transport.close()
        assert account.sent == ["token-0", "token-1", "token-1", "token-2"]


INPUTS = [{"name": str(number)} for number in range(250)]


def created(request: Request) -> Response:
    inputs = json.loads(bytes(request.content or b""))["inputs"]
    results = [{**RECORD, "objectWriteTraceId": each["objectWriteTraceId"]} for each in inputs]
    return answer(201, {"results": results})


def run_batch(drive: Drive, account: Account, credential: OAuthCredential, lives: int) -> Any:
    """Create 250 records, while each token lives for so many requests."""
    left: dict[str, int] = {}

    def respond(request: Request) -> Response:
        token = dict(request.headers)["Authorization"].removeprefix("Bearer ")
        account.sent.append(token)
        left[token] = left.get(token, lives) - 1
        if left[token] == 0:
            account.valid = f"token-{int(token[-1]) + 1}"
        return created(request) if left[token] >= 0 else answer(401, {"message": "expired"})

    def act(client: Any) -> Any:
        return client.records.batch.create(INPUTS, batching=BatchOptions(concurrency=1))

    return drive(Server(respond), act, access_token=credential)


class TestBatches:
    def test_chunks_that_are_refused_are_sent_again(
        self, scripted: Drive, account: Account
    ) -> None:
        outcome = run_batch(scripted, account, account.credential(), lives=1)
        assert outcome.succeeded_count == 250 and not outcome.failed
        assert account.sent == ["token-0", "token-0", "token-1", "token-1", "token-2"]

    def test_a_renewal_that_fails_ends_the_batch(self, scripted: Drive, account: Account) -> None:
        account.fault = (400, {"error": "invalid_grant"})
        outcome = run_batch(scripted, account, account.credential(), lives=1)
        assert outcome.succeeded_count == 100 and len(outcome.unsent) == 150
        assert not outcome.unknown and not outcome.failed
        assert isinstance(outcome.stopped_by, OAuthError)
        assert isinstance(outcome.stopped_by.__cause__, AuthenticationError)


def sync_renew(credential: OAuthCredential) -> Tokens:
    return credential.renew()


def async_renew(credential: OAuthCredential) -> Tokens:
    return asyncio.run(credential.renew_async())


def trio_renew(credential: OAuthCredential) -> Tokens:
    trio = pytest.importorskip("trio")
    tokens: Tokens = trio.run(credential.renew_async)
    return tokens


@pytest.mark.parametrize("renew", [sync_renew, async_renew, trio_renew])
class TestByHand:
    def test_new_tokens_are_returned_and_stored(
        self, account: Account, renew: Callable[[OAuthCredential], Tokens]
    ) -> None:
        store = MemoryTokenStore(Tokens(access_token=Secret("token-0"), refresh_token=Secret("r")))
        credential = account.oauth.credential(store)
        assert credential() == "token-0"
        assert renew(credential).access_token == "token-1" == credential()
        assert store.load() == renew(credential)
        assert len(account.refreshes) == 2

    def test_a_failure_leaves_the_old_token(
        self, account: Account, renew: Callable[[OAuthCredential], Tokens]
    ) -> None:
        account.fault = (400, {"error": "invalid_grant"})
        credential = account.credential()
        for _ in range(2):
            with pytest.raises(OAuthError, match="invalid_grant"):
                renew(credential)
            assert credential() == "token-0"
        assert len(account.refreshes) == 2

    def test_a_refresh_token_alone(
        self, account: Account, renew: Callable[[OAuthCredential], Tokens]
    ) -> None:
        credential = account.oauth.credential(Tokens(refresh_token=Secret("refresh-9\n")))
        assert renew(credential).refresh_token == "refresh-9"
        assert account.refreshes == ["refresh-9"]


class TestARefreshTokenAlone:
    def test_the_first_call_gets_an_access_token(self, scripted: Drive, account: Account) -> None:
        stored = Tokens.from_json(Tokens(refresh_token=Secret("refresh-9")).to_json())
        credential = account.oauth.credential(stored)
        for _ in range(2):
            assert scripted(account.script(), get, access_token=credential).id == "1"
        assert account.sent == 2 * ["token-1"] and account.refreshes == ["refresh-9"]
        assert "refresh-9" not in repr(stored)

    def test_no_token_at_all(self, scripted: Drive, account: Account) -> None:
        with pytest.raises(OAuthError, match="no refresh token"):
            scripted(account.script(), get, access_token=account.oauth.credential(Tokens()))
        with pytest.raises(OAuthError, match="valid tokens"):
            Tokens.from_json(Tokens().to_json())
