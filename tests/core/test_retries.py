"""Test retries: what is sent again, what never is, and how long a call waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hubspot_crm import DailyLimitError
from hubspot_crm._core.errors import (
    ApiConnectionError,
    ApiStatusError,
    ApiTimeoutError,
    LockedError,
    RateLimitError,
)
from hubspot_crm._core.operation import Operation
from hubspot_crm._core.options import RequestOptions
from hubspot_crm._core.rate_limit import LocalRateLimiter, RateLimit, RateLimits
from hubspot_crm._core.retries import Retries, is_repeatable, retry_after
from hubspot_crm._core.settings import RetryRules
from hubspot_crm._core.transport import Headers
from hypothesis import given
from hypothesis import strategies as st

from .scripted import Answer, Drive, Script, answer

FAULTS = [500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526]
LOST = ApiConnectionError("reset", method="POST", url="https://a.example/")
REFUSED = ApiConnectionError("refused", maybe_sent=False)
STALLED = ApiTimeoutError("stalled")


def get(client: Any) -> Any:
    return client.records.get("1")


def create(client: Any, options: RequestOptions | None = None) -> Any:
    return client.records.create(properties={"a": "b"}, options=options)


def archive(client: Any) -> Any:
    return client.records.archive("1")


class TestWhatIsSentAgain:
    @pytest.mark.parametrize("status", [*FAULTS, 408, 423, 429])
    def test_a_read_after_what_passes(self, scripted: Drive, status: int) -> None:
        script = Script([answer(status, {}), answer()])
        assert scripted(script, get).id == "1"
        assert len(script.requests) == 2

    @pytest.mark.parametrize("lost", [LOST, REFUSED, STALLED])
    def test_a_read_after_no_response(self, scripted: Drive, lost: Answer) -> None:
        script = Script([lost, answer()])
        assert scripted(script, get).id == "1"

    @pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 414, 422, 477, 501, 505, 302])
    def test_nothing_after_what_stays(self, scripted: Drive, status: int) -> None:
        script = Script([answer(status, {})])
        with pytest.raises(ApiStatusError) as caught:
            scripted(script, get)
        assert caught.value.status == status and script.slept == []

    @pytest.mark.parametrize("status", [*FAULTS, 408])
    def test_no_create_that_may_have_been_done(self, scripted: Drive, status: int) -> None:
        script = Script([answer(status, {}), answer(201)])
        with pytest.raises(ApiStatusError):
            scripted(script, create)
        assert len(script.requests) == 1 and script.slept == []

    @pytest.mark.parametrize("lost", [LOST, STALLED])
    def test_no_create_whose_response_was_lost(self, scripted: Drive, lost: Answer) -> None:
        script = Script([lost, answer(201)])
        with pytest.raises(ApiConnectionError) as caught:
            scripted(script, create)
        assert caught.value is lost and len(script.requests) == 1

    @pytest.mark.parametrize("refusal", [answer(423, {}), answer(429, {}), REFUSED])
    def test_a_create_that_was_surely_not_done(self, scripted: Drive, refusal: Answer) -> None:
        script = Script([refusal, answer(201)])
        assert scripted(script, create).id == "1"
        assert [request.content for request in script.requests] == 2 * [b'{"properties":{"a":"b"}}']

    def test_a_create_that_the_caller_knows_to_be_safe(self, scripted: Drive) -> None:
        script = Script([LOST, answer(500, {}), answer(201)])
        options = RequestOptions(idempotent=True)
        assert scripted(script, lambda c: create(c, options)).id == "1"

    def test_no_read_that_the_caller_knows_not_to_be(self, scripted: Drive) -> None:
        script = Script([LOST, answer()])
        options = RequestOptions(idempotent=False)
        with pytest.raises(ApiConnectionError):
            scripted(script, lambda c: c.records.get("1", options=options))

    def test_a_delete(self, scripted: Drive) -> None:
        script = Script([answer(503, {}), answer(204)])
        assert scripted(script, archive) is None and len(script.requests) == 2

    @pytest.mark.parametrize(
        ("method", "said", "repeatable"),
        [
            ("GET", None, True),
            ("HEAD", None, True),
            ("PUT", None, True),
            ("DELETE", None, True),
            ("OPTIONS", None, True),
            ("POST", None, False),
            ("PATCH", None, False),
            ("POST", True, True),
            ("PUT", False, False),
        ],
    )
    def test_what_is_known_of_an_operation(
        self, method: str, said: bool | None, repeatable: bool
    ) -> None:
        operation: Operation[object] = Operation(method, "/x", idempotent=said)
        assert is_repeatable(operation, None) is repeatable
        assert is_repeatable(operation, not repeatable) is not repeatable

    def test_each_attempt_has_the_credential_of_its_time(self, scripted: Drive) -> None:
        tokens = iter(["first", "second"])
        script = Script([answer(500, {}), answer()])
        scripted(script, get, access_token=lambda: next(tokens))
        sent = [dict(request.headers)["Authorization"] for request in script.requests]
        assert sent == ["Bearer first", "Bearer second"]

    def test_as_often_as_allowed(self, scripted: Drive) -> None:
        script = Script([answer(500, {"message": str(n)}) for n in range(3)])
        with pytest.raises(ApiStatusError, match="2"):
            scripted(script, get, retries=Retries(attempts=3))
        assert len(script.requests) == 3

    def test_as_often_as_allowed_for_the_call(self, scripted: Drive) -> None:
        script = Script([answer(500, {})])
        options = RequestOptions(retries=Retries(attempts=1))
        with pytest.raises(ApiStatusError):
            scripted(script, lambda c: c.records.get("1", options=options))

    def test_the_page_of_a_list(self, scripted: Drive) -> None:
        first = {"results": [{"id": "1"}], "paging": {"next": {"after": "x"}}}
        script = Script([answer(200, first), answer(502, {}), answer(200, {"results": []})])

        async def ids(pager: Any) -> list[str]:
            return [record.id async for record in pager]

        def act(client: Any) -> Any:
            pager = client.records.list()
            return [r.id for r in pager] if hasattr(pager, "__iter__") else ids(pager)

        assert scripted(script, act) == ["1"]
        assert [r.url.partition("?")[2] for r in script.requests] == ["", "after=x", "after=x"]


class TestHowLongACallWaits:
    def test_twice_as_long_each_time_up_to_the_cap(self, scripted: Drive) -> None:
        script = Script([*[answer(500, {})] * 5, answer()], random=0.5)
        scripted(script, get, retries=Retries(attempts=6, backoff=1, cap=5))
        assert script.slept == [0.5, 1, 2, 2.5, 2.5]

    def test_at_least_two_seconds_for_a_lock(self, scripted: Drive) -> None:
        script = Script([answer(423, {}), answer(423, {}), answer()], random=0.5)
        scripted(script, get, retries=Retries(backoff=1))
        assert script.slept == [2.5, 3]

    @pytest.mark.parametrize("status", [429, 503, 423])
    def test_as_long_as_the_server_says(self, scripted: Drive, status: int) -> None:
        script = Script([answer(status, {}, retry_after="7"), answer()])
        scripted(script, get)
        assert script.slept == [7]

    def test_not_longer_than_the_cap(self, scripted: Drive) -> None:
        script = Script([answer(429, {}, retry_after="61")])
        with pytest.raises(RateLimitError, match=r"retry after 61 s") as caught:
            scripted(script, get, retries=Retries(cap=60))
        assert caught.value.retry_after == 61 and script.slept == []

    def test_not_beyond_the_deadline(self, scripted: Drive) -> None:
        script = Script([answer(429, {}, retry_after="4"), answer(429, {}, retry_after="6")])
        with pytest.raises(RateLimitError, match=r"retry after 6 s"):
            scripted(script, get, retries=Retries(deadline=10))
        assert script.slept == [4]

    def test_not_beyond_the_deadline_of_the_call(self, scripted: Drive) -> None:
        script = Script([answer(500, {})], random=1)
        with pytest.raises(ApiStatusError):
            scripted(script, lambda c: c.records.get("1", options=RequestOptions(deadline=0.5)))

    def test_no_step_takes_longer_than_what_is_left(self, scripted: Drive) -> None:
        script = Script([answer(500, {}), answer()], seconds_per_answer=3)
        scripted(script, get, retries=Retries(deadline=10), timeout=8)
        assert [request.timeout.read for request in script.requests] == [8, 7]

    def test_a_date(self) -> None:
        later = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
        seconds = retry_after(Headers([("Retry-After", later)]))
        assert seconds is not None and 90 < seconds <= 100
        past = "Sun, 06 Nov 1994 08:49:37 GMT"
        assert retry_after(Headers([("retry-after", past)])) == 0

    def test_a_date_by_the_clock_of_the_server(self) -> None:
        later = ("Retry-After", "Sun, 06 Nov 1994 08:49:57 GMT")
        assert retry_after(Headers([later, ("Date", "Sun, 06 Nov 1994 08:49:37 GMT")])) == 20
        assert retry_after(Headers([later, ("Date", "yesterday")])) is None

    @given(st.text(max_size=40))
    def test_any_header_can_be_read(self, text: str) -> None:
        seconds = retry_after(Headers([("Retry-After", text)]))
        assert seconds is None or 0 <= seconds < float("inf")

    @given(
        attempt=st.integers(1, 10_000),
        status=st.sampled_from([*FAULTS, 408, 423, 429]),
        asked=st.none() | st.floats(0, 1e6),
        random=st.floats(0, 1),
    )
    def test_never_less_than_requested_and_never_far_more(
        self, attempt: int, status: int, asked: float | None, random: float
    ) -> None:
        error = ApiStatusError(status=status, method="GET", url="/", retry_after=asked)
        policy, rules = Retries(attempts=20_000, cap=30), RetryRules(wait={423: 2.0})
        wait = policy.pause(
            error, rules=rules, attempt=attempt, repeatable=True, random=lambda: random
        )
        least = max(asked or 0, 2.0 if status == 423 else 0)
        assert (wait is None) == (least > 30)
        assert wait is None or least <= wait <= least + 30


class TestRefusals:
    def test_a_daily_limit_is_raised_at_once(self, scripted: Drive) -> None:
        body = {"message": "Daily.", "policyName": "DAILY", "category": "RATE_LIMITS"}
        script = Script([answer(429, body, retry_after="3600")])
        with pytest.raises(DailyLimitError) as caught:
            scripted(script, get)
        error = caught.value
        assert (error.policy, error.retry_after, script.slept) == ("DAILY", 3600, [])
        assert "policy DAILY, retry after 3600 s" in str(error)

    @pytest.mark.parametrize("policy", ["TEN_SECONDLY_ROLLING", "SECONDLY", 5, None, ["DAILY"]])
    def test_another_limit_passes(self, scripted: Drive, policy: object) -> None:
        script = Script([answer(429, {"policyName": policy}), answer()])
        assert scripted(script, get).id == "1"

    @pytest.mark.parametrize(
        ("policy", "headers", "wait"),
        [
            ("TEN_SECONDLY", {}, 10.0),
            ("TEN_SECONDLY", {"retry_after": "3"}, 3.0),
            ("TEN_SECONDLY", {"retry_after": "soon"}, 10.0),
            ("UNKNOWN", {}, 0.0),
            (None, {}, 0.0),
        ],
    )
    def test_a_limit_is_waited_for(
        self, scripted: Drive, policy: object, headers: dict[str, str], wait: float
    ) -> None:
        refused = answer(429, {"policyName": policy}, **headers)
        script = Script([refused, refused, answer()])
        assert scripted(script, get, rate_limiter=None).id == "1"
        assert script.slept == [wait, wait]

    def test_the_error_says_how_long_the_limit_lasts(self, scripted: Drive) -> None:
        for policy, seconds in [("HOURLY", 3600.0), ("TEN_SECONDLY", 10.0)]:
            script = Script([answer(429, {"policyName": policy})])
            with pytest.raises(RateLimitError, match=f"retry after {seconds:g} s") as caught:
                scripted(script, get, retries=Retries(cap=5.0))
            assert caught.value.retry_after == seconds and script.slept == []

    @pytest.mark.parametrize("body", [{"policyName": "TEN_SECONDLY"}, {"policyName": 1}, []])
    def test_other_calls_wait_for_the_limit_too(self, scripted: Drive, body: object) -> None:
        script = Script([answer(429, body), answer()])
        limiter = LocalRateLimiter(
            RateLimits(buckets={"": RateLimit(100, 1.0)}), clock=lambda: script.now
        )
        options = {"rate_limiter": limiter, "retries": Retries(attempts=1)}
        with pytest.raises(RateLimitError):
            scripted(script, get, **options)
        assert scripted(script, get, **options).id == "1"
        named = body == {"policyName": "TEN_SECONDLY"}
        assert script.slept == pytest.approx([10.0 if named else 0.2])

    def test_a_lock_that_stays_is_raised(self, scripted: Drive) -> None:
        with pytest.raises(LockedError):
            scripted(Script([answer(423, {})] * 5), get)


class TestPolicies:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"attempts": 0},
            {"backoff": -1},
            {"cap": float("inf")},
            {"deadline": 0},
            {"deadline": float("nan")},
        ],
    )
    def test_that_make_no_sense(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="attempts|seconds"):
            Retries(**wrong)

    def test_options_of_a_call_that_make_no_sense(self) -> None:
        with pytest.raises(ValueError, match="deadline"):
            RequestOptions(deadline=-1)
