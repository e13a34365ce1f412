"""A verified batch run: records are created by number, and compared with the outcome."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from hubspot_crm import BatchOptions, Failed, Succeeded, Unknown, Unsent, find_by

from tests.soak.account import AMOUNT, NUMBER
from tests.soak.memory import Watch
from tests.support.ways import Way

SUCCEEDED, FAILED, UNSENT, UNKNOWN = 1, 2, 3, 4
FATES = {Succeeded: SUCCEEDED, Failed: FAILED, Unsent: UNSENT, Unknown: UNKNOWN}
NAMES = {SUCCEEDED: "succeeded", FAILED: "failed", UNSENT: "unsent", UNKNOWN: "unknown"}


def is_bad(number: int) -> bool:
    """Return whether the account rejects the record with this number."""
    return number % 997 == 13


def inputs(count: int) -> Iterator[dict[str, object]]:
    """Yield numbered records, some of which are rejected."""
    for number in range(count):
        amount = "many" if is_bad(number) else str(number % 50)
        properties = {NUMBER: str(number), AMOUNT: amount, "hs_task_subject": f"Task {number}"}
        yield {"properties": properties}


class Tally:
    """What a run reported of each input, by its number, in a few bytes each."""

    def __init__(self, count: int) -> None:
        self.fates, self.ids = bytearray(count), array("Q", bytes(8 * count))
        self.wrong: list[str] = []
        self.watch = Watch(count)

    def settled(self, each: Any) -> None:
        """Record the result of an input; called once for each."""
        if self.fates[each.index]:
            self.wrong.append(f"{each.index} is told of twice")
        self.fates[each.index] = FATES[type(each)]
        if isinstance(each, Succeeded):
            self.ids[each.index] = int(each.result.id)
            if each.result.properties[NUMBER] != each.input["properties"][NUMBER]:
                self.wrong.append(f"{each.index} has the result of another input")
        self.watch.record()

    def faults(self, times: bytearray, ids: array[int], *, skipped: int = 0) -> list[str]:
        """Return where the account contradicts the outcome; an unreported input was done before."""
        found = list(self.wrong)
        untold = 0
        for number, (fate, made) in enumerate(zip(self.fates, times, strict=True)):
            untold += not fate
            right = made == 1 if fate in (0, SUCCEEDED) else made <= (fate == UNKNOWN)
            if not right:
                found.append(f"{number} {NAMES.get(fate, 'skipped')}, made {made} times")
            if fate == SUCCEEDED and ids[number] != self.ids[number]:
                found.append(f"{number} has the id of another record")
            if is_bad(number) and fate in (0, SUCCEEDED):
                found.append(f"{number} succeeded though it is refused")
        return found if untold == skipped else [*found, f"{untold} untold, {skipped} skipped"]

    def counts(self) -> dict[str, int]:
        """Return how many inputs have each result."""
        seen = Counter(self.fates)
        return {name: seen[fate] for fate, name in NAMES.items()}


def create(way: Way, count: int, tally: Tally, *, find: bool, **options: Any) -> Any:
    """Create numbered records in batches; return the outcome."""
    waits = {"repeats": 5, "repeat_wait": options.pop("repeat_wait", 0.2)}
    read = partial(
        way.client.tasks.batch.read,
        id_property=NUMBER,
        properties=[NUMBER],
        batching=BatchOptions(**waits),
    )
    batching = BatchOptions(
        keep_succeeded=False,
        on_settled=tally.settled,
        find=find_by(read, f"/properties/{NUMBER}") if find else None,
        **waits,
        **options,
    )
    return way(lambda client: client.tasks.batch.create(inputs(count), batching=batching))
