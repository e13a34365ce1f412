"""Print the result of a call: JSON, lines of it, or bytes."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import Any

import msgspec

from ..batch.outcome import Outcome  # feature: batches
from ..call.raw import RawResponse
from ..codec.encoding import encode
from ..streaming.decoders import Event  # feature: streaming


def write(result: Any, settings: Namespace) -> int:
    """Write the result of a call to the standard output or a file, and return the exit code."""
    code = 0
    # feature: batches
    if isinstance(result, Outcome):
        code = 1 if result.failed or not result.complete else 0
        result = _summary(result)
    # end
    portions = _portions(result, getattr(settings, "max_items", None))
    if not hasattr(settings, "output"):
        for each in portions:
            sys.stdout.buffer.write(each)
            sys.stdout.buffer.flush()
    else:
        with open(settings.output, "wb") as file:
            file.writelines(portions)
    return code


def _portions(result: Any, limit: int | None) -> Iterator[bytes]:
    if isinstance(result, bytes):
        yield result
    elif isinstance(result, str):
        yield result.encode("utf-8", "surrogatepass") + b"\n"
    elif isinstance(result, RawResponse):
        head = "".join(f"{name}: {value}\n" for name, value in result.headers.pairs)
        yield f"{result.status}\n{head}\n".encode() + result.content + b"\n"
    elif _is_lazy(result):
        for each in islice(result, limit):
            # feature: streaming
            if isinstance(each, Event):
                each = {"event": each.event, "id": each.id, "data": each.parse()}
            # end
            is_whole = isinstance(each, (bytes, RawResponse))
            yield b"".join(_portions(each, None)) if is_whole else encode(each) + b"\n"
    elif result is not None:
        yield msgspec.json.format(encode(result), indent=2) + b"\n"


def _is_lazy(result: object) -> bool:
    """Return whether the result is a list or stream whose items are received one after another."""
    return isinstance(result, Iterable) and not isinstance(result, (Mapping, Sequence, Set))


# feature: batches
def _summary(outcome: Outcome[Any, Any]) -> dict[str, object]:
    def errors(group: Iterable[Any]) -> list[object]:
        return [{"index": each.index, "error": str(each.error)} for each in group]

    return {
        "results": outcome.results,
        "failed": errors(outcome.failed),
        "unknown": errors(outcome.unknown),
        "unsent": [each.index for each in outcome.unsent],
    }


# end
