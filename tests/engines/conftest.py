"""Tests against pyarrow, Spark and Dask, in an environment of their own: `make engines-test`."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pyarrow") else ["test_*.py"]
