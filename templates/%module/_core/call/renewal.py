"""Send a call again with a renewed credential, after the API refused the one that it had."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Protocol

from ..auth.security import Placement
from ..errors import ApiConnectionError, ApiStatusError
from ..secret import secrets_of
from ..transport import Request

LOG = logging.getLogger(__name__.partition("._core")[0])


class Attempts(Protocol):
    """The attempts of a call, as far as its credentials concern them."""

    placements: Sequence[Placement]
    sent: Request | None
    refusal: ApiStatusError | None


def refuse_credentials(attempts: Attempts, error: ApiConnectionError | ApiStatusError) -> bool:
    """Report a 401 to the credentials that the request was sent with.

    A call is sent again once at most, and not if its body can be sent only once.

    Returns:
        Whether to send the call again. Its credentials are read anew, which renews them.
    """
    request = attempts.sent
    if request is None or not isinstance(error, ApiStatusError) or error.status != 401:
        return False
    again, secrets = attempts.refusal is not None, secrets_of(request)
    renewed = [
        each.source.refuse(each.credential, again=again)
        for each in attempts.placements
        if each.source is not None and each.value in secrets  # another origin does not get it
    ]
    if not any(renewed):
        return False
    if getattr(request.content, "spent", False):
        error.add_note("The call was not repeated: its body is a stream, which can be sent once.")
        return False
    attempts.refusal = error
    LOG.info("%s %s: 401, renewing the credential", request.method, request.shown_url)
    return True
