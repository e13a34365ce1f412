"""What the API refuses: a status, a category and a message in, the body of an error out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Context = Mapping[str, Sequence[str]]


class Refusal(Exception):
    """An error answer. `members` are further members of its body, `code` names a single fault."""

    def __init__(
        self,
        status: int,
        category: str,
        message: str,
        *,
        code: str | None = None,
        context: Context | None = None,
        headers: Mapping[str, str] | None = None,
        members: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.category = category
        self.message = message
        self.code = code
        self.context: dict[str, list[str]] = {k: list(v) for k, v in (context or {}).items()}
        self.headers = dict(headers or {})
        self.members = dict(members or {})

    def body(self, correlation_id: str) -> dict[str, Any]:
        """The body of an answer that is this error and nothing else."""
        return {**self.error(), "correlationId": correlation_id, **self.members}

    def error(self, context: Context | None = None) -> dict[str, Any]:
        """One of the errors in the answer to a batch."""
        found: dict[str, Any] = {
            "status": "error",
            "category": self.category,
            "message": self.message,
            "context": {**self.context, **(context or {})},
        }
        if self.code:
            fault = {"message": self.message, "code": self.code, "context": self.context}
            found["errors"] = [fault]
        return found


def invalid(message: str, code: str | None = None, **context: str) -> Refusal:
    """400, VALIDATION_ERROR."""
    values = {name: [value] for name, value in context.items()}
    return Refusal(400, "VALIDATION_ERROR", message, code=code, context=values)


def missing(what: str, *ids: str) -> Refusal:
    """404, OBJECT_NOT_FOUND."""
    context = {"ids": ids} if ids else None
    return Refusal(404, "OBJECT_NOT_FOUND", f"{what} could not be found", context=context)
