"""Serialize a document as JSON or YAML."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml

from specloom.documents.document import Json
from specloom.documents.reading.yaml_scalars import NotJsonError, resolve_plain

_CORE = "tag:yaml.org,2002:str"
_Dumper: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_NEVER = 1_000_000  # the width at which lines are wrapped


def dump_json(value: Json) -> str:
    """Return a value as JSON with an indentation of two spaces."""
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n"


def dump_yaml(value: Json) -> str:
    """Return a value as YAML without anchors, which means the same in YAML 1.1 and YAML 1.2.

    A string is quoted if one of the two would read another value, such as `no`, `1e3` or `2026-01-31`.
    A string of several lines is a literal block where YAML can express it as one.
    """
    return yaml.dump(
        value, Dumper=_DocumentDumper, sort_keys=False, allow_unicode=True, width=_NEVER
    )


class _DocumentDumper(_Dumper):  # type: ignore[misc, valid-type, unused-ignore]
    """Serializes strings so that all readers agree on them. No value has an anchor."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the name of PyYAML's parameter
        return True


def _represent_string(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    untyped: Any = dumper
    represent: Callable[..., yaml.ScalarNode] = untyped.represent_scalar
    if "\n" in value:
        return represent(_CORE, value, style="|")
    return represent(_CORE, value, style=None if _is_plain(value) else "'")


def _is_plain(value: str) -> bool:
    """Return whether YAML 1.2 reads the unquoted string as itself. PyYAML checks YAML 1.1."""
    try:
        return resolve_plain(value) is value
    except NotJsonError:
        return False


_DocumentDumper.add_representer(str, _represent_string)
