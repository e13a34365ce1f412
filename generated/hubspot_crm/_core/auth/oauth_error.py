"""The error of requests that get no access token."""

from __future__ import annotations

from ..errors import ApiError, one_line, status_line


class OAuthError(ApiError):
    """There is no valid access token.

    Attributes:
        code: The error code of the API, such as "invalid_grant", or None.
        status: The status of the response, or None if there was no response.
        transient: Whether the same request may succeed later.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        status: int | None = None,
        transient: bool = False,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.status = status
        self.transient = transient

    def __str__(self) -> str:
        parts = (status_line(self.status) if self.status else "", self.code, str(self.args[0]))
        return one_line(": ".join(each for each in parts if each))
