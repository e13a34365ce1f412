"""Fixtures for tests of the command line."""

from tests.generate.conftest import generated, server, shared_cache

__all__ = ["generated", "server", "shared_cache"]
