"""Define the names that generated code must not use. Adding a name here renames users' attributes."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Iterable

from specloom.project.model import DEVICES

KEYWORDS = frozenset(keyword.kwlist)

# A class with an attribute `list` writes its annotations as `builtins.list[str]`.
_ANNOTATION_WORDS = frozenset({"builtins"})
# Members of every model.
_MODEL_MEMBERS = frozenset(
    {"additional_fields", "error_fields", "from_dict", "from_json", "misfits", "to_dict"}
    | {"to_json", "unknown_fields", "with_unknown_fields"}
)
# Members of every client.
_CLIENT_MEMBERS = frozenset({"aclose", "base_url", "close", "raw", "timeout", "with_options"})

PROPERTIES = KEYWORDS | _ANNOTATION_WORDS | _MODEL_MEMBERS
"""Names that attributes of models cannot have."""

HEADERS = PROPERTIES | {"from_headers"}
"""Names that attributes of models of headers cannot have."""

METHODS = KEYWORDS
"""Names that methods of resources cannot have."""

RESOURCES = KEYWORDS | _CLIENT_MEMBERS | DEVICES
"""Names that attributes of clients cannot have."""

_OF_FEATURES = {"requests": "request"}


def resources(features: Iterable[str]) -> frozenset[str]:
    """Return the names that attributes of clients cannot have in a package with these features."""
    return RESOURCES.union(_OF_FEATURES[each] for each in features if each in _OF_FEATURES)


ARGUMENTS = KEYWORDS | frozenset({"self", "options"})
"""Names that arguments of methods cannot have."""

CLASSES = (
    KEYWORDS
    | frozenset(name for name in dir(builtins) if name[:1].isupper())
    | frozenset(
        {"Annotated", "Literal", "Mapping", "Model", "Sequence", "Tagged", "TypeAlias", "UNSET"}
        | {"UUID", "UnsetType"}
    )
)
"""Names that model classes cannot have."""

CREDENTIALS = KEYWORDS | frozenset(
    {
        "base_url",
        "date",
        "filled",
        "headers",
        "on_request",
        "on_response",
        "options",
        "product",
        "proxy",
        "rate_limiter",
        "retries",
        "security",
        "self",
        "settings",
        "super",
        "timeout",
        "timing",
        "transport",
        "user_agent",
        "verify",
        "warn_after",
    }
)
"""Names that arguments for credentials of a client cannot have."""
