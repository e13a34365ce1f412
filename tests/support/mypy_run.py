"""mypy over some files: its arguments in, what it says out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from mypy import api


def run_mypy(arguments: Sequence[str]) -> tuple[str, str, int]:
    """Its output, errors and exit code. It leaves the process the recursion limit that it had."""
    limit = sys.getrecursionlimit()
    try:
        return api.run([*arguments])
    finally:
        sys.setrecursionlimit(limit)
