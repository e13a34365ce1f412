"""What the tests of other clients' defects share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hubspot_crm import (
    Retries,
    Timing,
)
from hubspot_crm.testing import StandIn

from tests.support.ways import Way, crm, open_way

__all__ = ["crm"]


SUBJECT = {"hs_task_subject": "Call back"}


class Waits:
    """The seconds that a client would have waited."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.timing = Timing(sleep=self.seconds.append, random=lambda: 0.5)


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
def way(request: pytest.FixtureRequest, crm: StandIn, waits: Waits) -> Iterator[Way]:
    """Return a client with its default retries, which does not wait."""
    with ExitStack() as stack:
        yield open_way(request.param, crm, stack, retries=Retries(), timing=waits.timing)
