"""Test the threads that work on batches: reused while idle, and never in a forked process."""

from __future__ import annotations

import os
import sys
from queue import SimpleQueue
from threading import get_ident

import pytest
from hubspot_crm._core.batch import run as batch_run


def ran_in(jobs: int) -> set[int]:
    """Return the threads of so many jobs, one after the other."""
    done: SimpleQueue[int] = SimpleQueue()
    seen: set[int] = set()
    for _ in range(jobs):
        batch_run._in_thread(
            lambda: None, lambda: done.put(get_ident())
        )  # pyright: ignore[reportPrivateUsage]
        seen.add(done.get(timeout=10))
    return seen


def test_a_thread_is_used_again() -> None:
    assert len(ran_in(20)) == 1


def test_one_that_lingered_too_long_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_run, "_LINGER", 0.0)
    monkeypatch.setattr(batch_run, "_idle", [])
    assert get_ident() not in ran_in(5)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_process_begins_its_own() -> None:
    ran_in(1)
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if len(ran_in(3)) == 1 else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
