"""Keep compiled templates for the next package that the same process generates."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

LIMIT = 1000
"""The most templates that are kept; specloom has far fewer, but a program may change its own often."""


class CompiledTemplates(BytecodeCache):
    """The code of templates, by their names and the digests of their texts.

    It depends on the options of the environment too, so that only environments with the same options
    may share one cache.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template, if it was compiled before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if len(self._codes) >= LIMIT:
            self._codes.clear()
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


COMPILED = CompiledTemplates()
"""What the environments of `render` share."""
