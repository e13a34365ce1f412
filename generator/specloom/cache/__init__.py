"""State between runs: a store of entries, and what is stored about runs, documents and modules."""

from __future__ import annotations

from specloom.cache.store import VARIABLE, Cache, user_cache
from specloom.keys import digest_of, key_of, tool_key, version_of

__all__ = ["VARIABLE", "Cache", "digest_of", "key_of", "tool_key", "user_cache", "version_of"]
