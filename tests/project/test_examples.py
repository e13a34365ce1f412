"""The examples run offline and say what they did."""

from __future__ import annotations

import pytest

from examples import batch_tasks


def test_batch_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    batch_tasks.main()
    assert capsys.readouterr().out.splitlines() == [
        "created 2 tasks: 501, 502",
        "failed: input 2, A task needs a subject (category VALIDATION_ERROR)",
        "found 501: Call back",
        "found 502: Send the offer",
        "changed 501: COMPLETED",
        "archived 2 tasks",
        "404 OBJECT_NOT_FOUND, correlation id 5f3c4a10-7d2e-4b1a-9d5b-6a1c0e8f2b77",
        "the server answered 8 requests",
    ]
