"""Compile modules with the same source once, wherever they are imported from.

Hundreds of tests import a generated package of their own, each with its copy of the same client core.
"""

from __future__ import annotations

import _imp
import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from types import CodeType
from typing import Any

import pytest


@contextmanager
def compiled_once() -> Iterator[None]:
    """Keep the code of the modules that are imported, by the digest of their source.

    The code that is taken again names the file of the new module, as that of a `.pyc` file which was
    moved does.
    """
    known: dict[bytes, bytes] = {}
    original = SourceFileLoader.source_to_code

    def source_to_code(self: SourceFileLoader, data: Any, path: Any, **options: Any) -> CodeType:
        if not isinstance(data, bytes) or options:
            return original(self, data, path, **options)
        key = sha256(data).digest()
        if key not in known:
            code: CodeType = original(self, data, path)
            known[key] = marshal.dumps(code)
            return code
        code = marshal.loads(known[key])
        _imp._fix_co_filename(code, str(path))  # type: ignore[attr-defined]
        return code

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SourceFileLoader, "source_to_code", source_to_code)
        yield
