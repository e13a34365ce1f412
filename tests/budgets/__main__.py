"""Print each count next to its budget; with --write, set the budgets.

A budget is the count plus five percent, rounded up to two or three digits.
"""

from __future__ import annotations

import re
import sys

from tests.budgets.counts import NAMES, can_count_instructions, count, yardstick
from tests.budgets.test_budgets import TABLE, budgets

HEADROOM = 1.05


def main(*words: str) -> None:
    """Count everything, and print or write it."""
    text, known = TABLE.read_text("utf-8"), budgets()
    for name in NAMES:
        if name.startswith("instructions") and not can_count_instructions():
            print(f"{name:36} needs valgrind")
            continue
        counted = count(name)
        budget = known.get(name, 0)
        print(f"{name:36} {counted:>12,} of {budget:>12,}  {counted / max(budget, 1):.0%}")
        text = re.sub(rf"^{name} = [\d_]+", f"{name} = {_rounded(counted):_}", text, flags=re.M)
    if can_count_instructions():
        text = re.sub(r"^yardstick = [\d_]+", f"yardstick = {yardstick():_}", text, flags=re.M)
    if "--write" in words:
        TABLE.write_text(text, "utf-8")


def _rounded(counted: int) -> int:
    """Return the count plus some headroom: an integer below a hundred, otherwise rounded to three
    digits."""
    room = int(counted * HEADROOM) + 1
    step: int = 10 ** max(len(str(room)) - 3, 0)
    return -(-room // step) * step


if __name__ == "__main__":
    main(*sys.argv[1:])
