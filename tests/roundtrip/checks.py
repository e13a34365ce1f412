"""Decode and encode values of a schema, and compare them."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from tests.roundtrip.instances import instances
from tests.support.json_equal import same


def check_round_trip(
    kind: Any, schema: Any, root: dict[str, Any], core: Callable[[str], ModuleType], examples: int
) -> None:
    """Fail with the smallest value of the schema that changes in a round trip.

    `core` imports a module of the package's core.
    """
    decode, encode = core("codec.decoding").decode, core("codec.encoding").encode

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )
    @given(instances(schema, root))
    def check(value: Any) -> None:
        # In a list, because a value alone has to fit.
        again = json.loads(encode(decode(json.dumps([value]), list[kind])))
        assert same(again, [value]), f"{value!r} became {again[0]!r}"

    check()
