"""Test the limiter of one process: never above the limit, evenly, in order, and following
responses."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hubspot_crm._core.rate_limit import (
    LocalRateLimiter,
    RateLimit,
    RateLimits,
    RateLimitState,
)
from hubspot_crm._core.transport import Headers
from hypothesis import given
from hypothesis import strategies as st

from tests.core.limited import LIMITS, Clock, clock, limiter

__all__ = ["clock", "limiter"]


def answer(
    limiter: LocalRateLimiter, status: int = 200, bucket: str = "", **fields: object
) -> None:
    headers = Headers((f"X-{name.replace('_', '-')}", str(each)) for name, each in fields.items())
    limiter.observe(bucket, status, headers)


def busiest(places: Sequence[float], seconds: float) -> int:
    """Return the maximum number of requests in any span of so many seconds."""
    ordered = sorted(places)
    return max(
        bisect_left(ordered, place + seconds - 1e-6) - index for index, place in enumerate(ordered)
    )


def send_by(limiter: LocalRateLimiter, clock: Clock, until: float, bucket: str = "") -> list[float]:
    """Return when requests are sent that follow each other as fast as the limiter permits."""
    places: list[float] = []
    while clock.now < until:
        clock.now += limiter.reserve(bucket)
        places.append(clock.now)
    return places


# --- places ----------------------------------------------------------------------------------


def test_a_short_run_does_not_wait(limiter: LocalRateLimiter) -> None:
    assert [limiter.reserve("") for _ in range(40)] == [0.0] * 40


def test_a_long_run_is_spread_and_uses_most_of_the_limit(
    limiter: LocalRateLimiter, clock: Clock
) -> None:
    places = send_by(limiter, clock, clock.now + 100)
    assert busiest(places, 10.0) == 90
    assert len(places) >= 880
    settled = [later - earlier for earlier, later in pairwise(places[400:])]
    assert max(settled) == pytest.approx(min(settled)) == pytest.approx(10 / 90)


def test_slots_of_one_moment_are_in_order_and_apart(limiter: LocalRateLimiter) -> None:
    waits = [limiter.reserve("search") for _ in range(50)]
    assert waits == sorted(waits)
    assert busiest(waits, 1.0) == 4
    assert waits[-1] == pytest.approx(12, abs=1)


def test_buckets_do_not_wait_for_each_other(limiter: LocalRateLimiter) -> None:
    for _ in range(20):
        limiter.reserve("search")
    assert limiter.reserve("search") > 1
    assert limiter.reserve("") == 0.0


def test_a_bucket_of_no_name_known_has_the_default_limit(limiter: LocalRateLimiter) -> None:
    for _ in range(60):
        limiter.reserve("exports")
    assert limiter.reserve("") > 0


def test_an_api_without_limits_is_not_limited() -> None:
    limiter = LocalRateLimiter(RateLimits())
    assert [limiter.reserve("") for _ in range(1000)] == [0.0] * 1000
    answer(limiter, 429, Max=1, Left=0)
    assert limiter.reserve("") == 0.0
    assert limiter.state() is None


def test_a_place_too_far_off_is_not_taken(limiter: LocalRateLimiter) -> None:
    for _ in range(20):
        limiter.reserve("search")
    assert limiter.reserve("search", 1.0) == limiter.reserve("search", 1.0) > 1.0
    far = limiter.reserve("search", 1.0)
    assert limiter.reserve("search", far) == far < limiter.reserve("search")


@given(
    requests=st.integers(1, 300),
    seconds=st.floats(0.01, 100),
    pauses=st.lists(st.floats(0, 30) | st.just(0.0), min_size=1, max_size=200),
)
def test_never_more_than_the_limit(requests: int, seconds: float, pauses: list[float]) -> None:
    clock = Clock()
    limits = RateLimits(buckets={"": RateLimit(requests, seconds)})
    limiter = LocalRateLimiter(limits, clock=clock)
    places: list[float] = []
    for pause in pauses:
        clock.now += pause
        places += [clock.now + limiter.reserve("") for _ in range(5)]
    assert places == sorted(places)
    assert busiest(places, seconds) <= requests


def test_many_threads(clock: Clock) -> None:
    limiter = LocalRateLimiter(LIMITS, clock=clock)
    places: dict[str, list[float]] = {"": [], "search": []}
    lock = threading.Lock()

    def work(number: int) -> None:
        bucket = "search" if number % 4 == 0 else ""
        for step in range(200):
            wait = limiter.reserve(bucket)
            with lock:
                places[bucket].append(clock.seen.now + wait)
                clock.now += 0.01 if (number + step) % 7 == 0 else 0.0

    with ThreadPoolExecutor(24) as pool:
        list(pool.map(work, range(24)))
    for bucket, limit in (("", 100), ("search", 5)):
        assert busiest(places[bucket], LIMITS.buckets[bucket].seconds) <= limit
        assert len(places[bucket]) == 200 * (18 if bucket == "" else 6)


# --- what answers say ------------------------------------------------------------------------


def test_a_larger_limit_is_used(limiter: LocalRateLimiter, clock: Clock) -> None:
    answer(limiter, Max=190, Left=189, Interval=10_000)
    assert busiest(send_by(limiter, clock, clock.now + 60), 10.0) == 171


def test_a_limit_of_another_interval_is_used(limiter: LocalRateLimiter, clock: Clock) -> None:
    answer(limiter, Max=50, Left=50, Interval=1_000)
    assert busiest(send_by(limiter, clock, clock.now + 10), 1.0) == 45


def test_what_others_used_is_left_to_them(limiter: LocalRateLimiter, clock: Clock) -> None:
    limiter.reserve("")
    answer(limiter, Max=100, Left=20)
    places = send_by(limiter, clock, clock.now + 9.9)
    assert len(places) <= 12
    assert len(send_by(limiter, clock, clock.now + 20)) > 100


def test_late_responses_and_those_out_of_order_take_nothing_away(
    limiter: LocalRateLimiter, clock: Clock
) -> None:
    for _ in range(5):
        limiter.reserve("")
    for number in (3, 1, 5, 2, 4):
        answer(limiter, Max=100, Left=100 - number)
    assert limiter.state() == RateLimitState(
        requests=100, seconds=10.0, used=5, remaining=96, daily=None, daily_remaining=None
    )
    clock.now += 10.5  # the response to what was sent ten seconds ago, and counted then
    answer(limiter, Max=100, Left=95)
    state = limiter.state()
    assert state and state.used == 0


def test_two_processes_that_know_only_the_headers_settle_within_the_limit() -> None:
    clock = Clock()
    both = [LocalRateLimiter(LIMITS, clock=clock) for _ in range(2)]
    due = [clock.now, clock.now]
    sent: list[float] = []
    refused = 0
    while clock.now < 1_200:
        turn = due.index(min(due))
        clock.now = due[turn]
        inside = sum(place > clock.now - 10 for place in sent)
        refused += inside >= 100
        if inside < 100:
            sent.append(clock.now)
        answer(both[turn], 200 if inside < 100 else 429, Max=100, Left=max(99 - inside, 0))
        due[turn] = clock.now + both[turn].reserve("") + 0.001
    assert refused <= 5
    assert len(sent) > 20 * 70


def test_responses_alone_fill_no_memory(limiter: LocalRateLimiter, clock: Clock) -> None:
    for _ in range(1_000):
        clock.now += 12
        answer(limiter, Max=100, Left=0)
    window = limiter._windows[""]  # pyright: ignore[reportPrivateUsage]
    assert len(window._places) <= 100  # pyright: ignore[reportPrivateUsage]


@pytest.mark.parametrize("text", ["", "many", "-1", "1.5", "9" * 40, "٣", "0"])
def test_headers_that_are_no_numbers_are_as_if_not_sent(
    limiter: LocalRateLimiter, text: str
) -> None:
    before = limiter.state()
    answer(limiter, Max=text, Interval=text)
    assert limiter.state() == before


def test_the_limit_of_a_day_is_reported_and_not_waited_for(limiter: LocalRateLimiter) -> None:
    answer(limiter, Daily=250_000, Daily_Left=0)
    answer(limiter, 429, Daily=250_000, Daily_Left=0)
    state = limiter.state("search")
    assert state and (state.daily, state.daily_remaining) == (250_000, 0)
    assert limiter.reserve("") == limiter.reserve("search") == 0.0


# --- refusals --------------------------------------------------------------------------------


def test_a_refusal_gives_rest_and_less_room(limiter: LocalRateLimiter, clock: Clock) -> None:
    for _ in range(10):
        answer(limiter, 429)  # all at the same moment: they count once
    assert limiter.reserve("") == pytest.approx(2.0)
    assert busiest(send_by(limiter, clock, clock.now + 10), 10.0) in range(45, 55)
    clock.now += 60
    assert busiest(send_by(limiter, clock, clock.now + 30), 10.0) == 90


def test_a_refusal_is_of_its_bucket(limiter: LocalRateLimiter) -> None:
    answer(limiter, 429, "search")
    assert limiter.reserve("search") == pytest.approx(0.2)
    assert limiter.reserve("") == 0.0


def test_retry_after_is_kept(limiter: LocalRateLimiter) -> None:
    limiter.observe("", 429, Headers([("Retry-After", "7")]))
    assert limiter.reserve("") == pytest.approx(7.0)


def test_a_limit_that_lasts_is_no_reason_for_others_to_wait(limiter: LocalRateLimiter) -> None:
    limiter.observe("", 429, Headers([("Retry-After", "3600")]))
    assert limiter.reserve("") == 0.0
