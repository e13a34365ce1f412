"""The words of names of schemas: names from the document, and marks for parts without a name.

An inline schema is named after its owner, for example `("POST /customers", "<request>", "tags", "[]")`:
the operation, its body, a property and the items of an array. Once the calls are known, the call replaces the
operation: `"customers/create()"`.
"""

from __future__ import annotations

from collections.abc import Iterable

Words = tuple[str, ...]

ITEM = "[]"
"""The items of an array."""
VALUE = "{}"
"""The values of an object with arbitrary keys."""
REQUEST = "<request>"
"""The body of a request."""


def response_mark(status: str) -> str:
    """Return the mark of the responses with a status."""
    return f"<{status}>"


def status_of(word: str) -> str:
    """Return the status of the mark of a response, or "" if the word is not such a mark."""
    is_mark = word.startswith("<") and word.endswith(">") and word != REQUEST
    return word[1:-1] if is_mark else ""


def operation_mark(method: str, path: str) -> str:
    """Return the mark of an operation. Without a method, it is that of all operations of a path."""
    return f"{method} {path}"


def call_mark(resource: Iterable[str], name: str) -> str:
    """Return the mark of a call."""
    return f"{'/'.join([*resource, name])}()"


def call_of(word: str) -> Words:
    """Return the words of the mark of a call, the last one being its method, or () if the word is not such a mark."""
    return tuple(word.removesuffix("()").split("/")) if word.endswith("()") else ()


def shown(words: Words) -> str:
    """Return words for messages: `customers.create.tags`."""
    first, *others = words
    named = [*(call_of(first) or (first,)), *(each.strip("<>") for each in others)]
    return ".".join(each for each in named if each and each not in (ITEM, VALUE))
