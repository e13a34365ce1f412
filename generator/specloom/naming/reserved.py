"""Define the names that generated code must not use. Adding a name here renames users' attributes."""

from __future__ import annotations

import builtins
import keyword

KEYWORDS = frozenset(keyword.kwlist)

# If a class body assigned one of these, it would change the meaning of later annotations.
_ANNOTATION_WORDS = frozenset(
    {"bool", "bytes", "date", "datetime", "dict", "field", "float", "int", "list", "str"}
)
# Members of every model.
_MODEL_MEMBERS = frozenset(
    {"additional_fields", "error_fields", "from_dict", "from_json", "misfits", "to_dict"}
    | {"to_json", "unknown_fields", "with_unknown_fields"}
)
# Members of every client.
_CLIENT_MEMBERS = frozenset({"aclose", "base_url", "close", "raw", "timeout", "with_options"})

# Windows does not allow files with these names, with any suffix.
_DEVICES = frozenset({"aux", "con", "nul", "prn"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}

PROPERTIES = KEYWORDS | _ANNOTATION_WORDS | _MODEL_MEMBERS
"""No attribute of a model."""

HEADERS = PROPERTIES | {"from_headers"}
"""No attribute of a model of headers."""

METHODS = KEYWORDS
"""No method of a resource."""

RESOURCES = KEYWORDS | _CLIENT_MEMBERS | _DEVICES
"""No attribute of a client."""

ARGUMENTS = KEYWORDS | frozenset({"self", "options"})
"""No argument of a method."""

CLASSES = (
    KEYWORDS
    | frozenset(name for name in dir(builtins) if name[:1].isupper())
    | frozenset(
        {"Annotated", "Literal", "Mapping", "Model", "Sequence", "Tagged", "TypeAlias", "UNSET"}
        | {"UUID", "UnsetType"}
    )
)
"""No model class."""

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
"""No credential that a client is given."""
