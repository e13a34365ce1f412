"""Describe the scopes that a call requires, for its docstring."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.ir import Operation

FEWEST_ALIKE = 3
MOST_NAMED = 1


def scopes_needed(operation: Operation) -> str:
    """Return a sentence that begins with a blank, or an empty string if no scope is required.

    Resources that share an operation may require different scopes. In that case the sentence contains a
    pattern such as ``crm.*.read`` and refers to the class of the resource.
    """
    if operation.scopes:
        forms = _forms(operation.scopes)
        others = ", …" if len(forms) > MOST_NAMED else ""
        named = ", ".join(forms[:MOST_NAMED])
        return f" Scope: {named}{others}; see the resource's class."
    alternatives = dict.fromkeys(
        " and ".join(dict.fromkeys(scope for _, names in each.schemes for scope in names))
        for each in operation.security
    )
    wanted = " or ".join(each for each in alternatives if each)
    return f" Scope: {wanted}." if wanted else ""


def _forms(scopes: Iterable[str]) -> list[str]:
    """Return the scopes, the most frequent patterns first.

    Scopes that differ only in the middle are combined into one pattern.
    """
    alike: dict[str, list[str]] = {}
    for scope in scopes:
        words = scope.split(".")
        form = ".".join([*words[:2], "*", *words[3:]]) if len(words) > 3 else scope
        alike.setdefault(form, []).append(scope)
    kept: dict[str, int] = {}
    for form, members in alike.items():
        for each in [form] if len(members) >= FEWEST_ALIKE else members:
            kept[each] = len(members)
    return sorted(kept, key=lambda each: (-kept[each], each))
