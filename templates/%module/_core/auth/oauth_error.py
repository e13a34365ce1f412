"""The error of calls that get no access token."""

from __future__ import annotations

from ..errors import ApiError, one_line, status_line


class OAuthError(ApiError):
    """No access token could be had.

    `code` is the reason as the API names it ("invalid_grant"), `status` that of its answer; None
    where there was none. `transient` says whether the same may work later.
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
