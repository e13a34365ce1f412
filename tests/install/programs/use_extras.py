"""Use the extras: spans of OpenTelemetry, a progress bar by rich, rate limits in Redis."""

import sys

import pets
from opentelemetry import trace
from pets import Pets
from pets._core.call.telemetry import tracer
from pets._core.progress import BarProgress


def main(url: str) -> None:
    assert tracer() is None  # OpenTelemetry is installed, but not set up
    assert trace.get_tracer_provider()
    bar = BarProgress()
    bar.start("pets", 2)
    bar.advance(2)
    bar.stop()
    limiter = pets.RedisRateLimiter("redis://127.0.0.1:1", account="1")
    with Pets(key="secret", base_url=url, rate_limiter=limiter) as client:
        assert client.pets.get("1").id == "1"
    limiter.close()


if __name__ == "__main__":
    main(sys.argv[1])
