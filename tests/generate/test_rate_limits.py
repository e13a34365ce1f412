"""Test rate limits of the project file and of documents in a generated package."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom.diagnostics import SpecloomError
from specloom.pipeline import generate

from tests.generate.support import HEAD, importable, made_of, project_of

DOCUMENT = HEAD + """\
paths:
  /things:
    get:
      responses: {"200": {description: Done.}}
  /things/search:
    post:
      x-specloom-rate-limit: {bucket: search}
      responses: {"200": {description: Done.}}
"""
LIMITS = """\
[rate_limits]
default = { requests = 100, seconds = 10 }
search = { requests = 4, seconds = 0.5 }
headers = { limit = "X-Limit", remaining = "X-Left" }
"""
FAULTS = {
    "text": ('default = "many"', "default must be a table"),
    "none": ("default = { requests = 0, seconds = 1 }", "requests must be a positive integer"),
    "half": (
        "default = { requests = 1.5, seconds = 1 }",
        "requests must be a positive integer",
    ),
    "no time": ("default = { requests = 1, seconds = 0 }", "seconds must be a number above 0"),
    "for ever": ("default = { requests = 1, seconds = inf }", "seconds must be finite"),
    "more": (
        "default = { requests = 1, seconds = 1, burst = 2 }",
        "[rate_limits.default] unknown setting 'burst'",
    ),
    "header": ('headers = { max = "X-Max" }', "[rate_limits.headers] unknown setting 'max'"),
}


def test_what_a_package_knows(tmp_path: Path) -> None:
    made = made_of(project_of(DOCUMENT, tmp_path, "limited_shop", LIMITS))
    with importable(made.folder, "limited_shop"):
        limits = made.module("_settings").SETTINGS.rate_limits
        assert {name: (each.requests, each.seconds) for name, each in limits.buckets.items()} == {
            "": (100, 10.0),
            "search": (4, 0.5),
        }
        assert (limits.headers.limit, limits.headers.remaining) == ("X-Limit", "X-Left")
        assert limits.headers.daily == ""
        limiter = made.module().LocalRateLimiter()
        assert limiter.state("search").requests == 4
    assert made.text("limited_shop/resources/things.py").count('bucket="search"') == 1


def test_documents_alone_have_no_limits(tmp_path: Path) -> None:
    made = made_of(project_of(DOCUMENT, tmp_path, "free_shop", features=("rate_limits",)))
    with importable(made.folder, "free_shop"):
        limiter = made.module().LocalRateLimiter()
        assert [limiter.reserve("search") for _ in range(1_000)] == [0.0] * 1_000


def refused(tmp_path: Path, document: str, settings: str) -> tuple[str, str]:
    with pytest.raises(SpecloomError) as caught:
        generate(project_of(document, tmp_path, "shop", settings))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.location is not None
    assert diagnostic.hint
    return diagnostic.code, diagnostic.message


@pytest.mark.parametrize("case", FAULTS)
def test_faults(case: str, tmp_path: Path) -> None:
    setting, message = FAULTS[case]
    code, said = refused(tmp_path, DOCUMENT, f"[rate_limits]\n{setting}\n")
    assert code == "invalid-project"
    assert message in said


def test_a_bucket_without_a_limit(tmp_path: Path) -> None:
    code, said = refused(tmp_path, DOCUMENT, LIMITS.replace("search", "find"))
    assert (code, said) == ("unknown-bucket", "the bucket 'search' has no rate limit")


def test_a_limit_without_an_operation(tmp_path: Path) -> None:
    document = DOCUMENT.replace("x-specloom-rate-limit: {bucket: search}", "deprecated: true")
    code, said = refused(tmp_path, document, LIMITS)
    assert (code, said) == ("unused-bucket", "no operation uses the bucket 'search'")
