"""Collect everything that tools may show of an error, for tests that look for secrets."""

from __future__ import annotations

import traceback
from pathlib import Path

TESTS = str(Path(__file__).parents[1])


def everything(error: BaseException) -> str:
    """Return strings, attributes, and tracebacks with the local variables of all frames except
    those of tests."""
    lines = [str(error), repr(error), repr(vars(error))]
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is not None:
            waiting += [each.__cause__, each.__context__]
            shown = traceback.TracebackException.from_exception(each, capture_locals=True)
            frames = [frame for frame in shown.stack if not frame.filename.startswith(TESTS)]
            lines += traceback.StackSummary.from_list(frames).format()
            lines += shown.format_exception_only()
    return "\n".join(lines)
