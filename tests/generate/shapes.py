"""Short documents, and values that are decoded to their models and encoded again."""

from __future__ import annotations

from tests.generate.support import HEAD

DONE = 'responses: {"204": {description: Done.}}'


def with_paths(text: str, rest: str = "") -> str:
    indented = "".join(f"  {line}\n" for line in text.strip().splitlines())
    return f"{HEAD}paths:\n{indented}{rest}"
