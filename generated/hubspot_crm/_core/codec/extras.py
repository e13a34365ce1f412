"""Store the unknown fields and the invalid values of a model in its `__dict__`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

_UNKNOWN = "unknown fields"  # the space prevents a conflict with attributes
_MISFITS = "misfits"
_NOTHING: Mapping[str, str] = MappingProxyType({})

M = TypeVar("M", bound=Struct)


class _Ever:
    """Whether any model of this process has had either. If not, no model has to be checked."""

    attached = False


def attach(model: Struct, unknown: Mapping[str, object], misfits: Mapping[str, str]) -> None:
    """Store unknown fields, by wire name, and reasons why fields are invalid, by attribute."""
    for name, found in ((_UNKNOWN, unknown), (_MISFITS, misfits)):
        if found:
            _Ever.attached = True
            vars(model)[name] = dict(found)


def ever_attached() -> bool:
    return _Ever.attached


def replaced(model: M, changes: Mapping[str, object]) -> M:
    """Return a copy with new values for some attributes, which no longer count as invalid."""
    copied = replace(model, **changes)
    if _Ever.attached:
        misfits = {k: v for k, v in misfits_of(model).items() if k not in changes}
        attach(copied, unknown_of(model), misfits)
    return copied


def unknown_of(model: Struct) -> Mapping[str, object]:
    """Return the unknown fields of a model, by wire name; usually empty. Do not modify it."""
    return cast(Mapping[str, object], vars(model).get(_UNKNOWN, _NOTHING))


def misfits_of(model: Struct) -> Mapping[str, str]:
    """Return the reasons why fields of a model are invalid, by attribute; usually empty."""
    return cast(Mapping[str, str], vars(model).get(_MISFITS, _NOTHING))
