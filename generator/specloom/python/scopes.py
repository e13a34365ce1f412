"""Say which scopes a call needs: an operation in, a sentence for its docstring out."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.ir import Operation

FEWEST_ALIKE = 3
MOST_NAMED = 1


def scopes_needed(operation: Operation) -> str:
    """A sentence with a blank before it, empty where no scope is asked for.

    Resources that share an operation may each ask for a scope of its own. Then the sentence gives
    their form, ``crm.*.read``, and leaves the rest to the class of the resource.
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
    """The scopes, those that differ in their middle as one form, the form of most of them first."""
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
