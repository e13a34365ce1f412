"""Send requests to an authorisation server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import uniform
from typing import Literal, cast
from urllib.parse import urlencode

from ..codec.decoding import parse
from ..errors import ApiConnectionError, DecodingError
from ..secret import Secret
from ..transport import Request, Response, Timeout, Transport
from .oauth_error import OAuthError
from .basic import basic

_WAITS = (0.5, 2.0)  # maximum seconds before each retry
_REFUSED = (423, 429)  # statuses which report that nothing was done


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthFlow:
    """The URLs of an authorisation server, and its differences from RFC 6749.

    Attributes:
        token_url: Grants tokens.
        authorization_url: The page at which users authorise an application.
        refresh_url: Refreshes tokens; None means `token_url`.
        revocation_url: Revokes tokens.
        introspection_url: Returns the state of a token.
        client_authentication: Whether client id and secret are in the body or in a Basic header.
        optional_scopes: The query parameter for scopes that a user need not grant.
        error_code: The property of an error that holds its code, besides that of the RFC.
        error_message: The property of an error that holds its message, besides that of the RFC.
    """

    token_url: str
    authorization_url: str | None = None
    refresh_url: str | None = None
    revocation_url: str | None = None
    introspection_url: str | None = None
    client_authentication: Literal["body", "basic"] = "body"
    optional_scopes: str | None = None
    error_code: str = "error"
    error_message: str = "error_description"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TokenEndpoint:
    """The connection of an application to its authorisation server.

    If `transport` is None, each call creates its own.
    """

    flow: OAuthFlow
    client_id: str
    client_secret: Secret | None
    user_agent: str
    timeout: Timeout
    transport: Transport | None
    sleep: Callable[[float], None]

    def post(
        self, url: str, form: Mapping[str, str], *, repeatable: bool = True
    ) -> dict[str, object]:
        """Send a form, and return the properties of the response.

        Transient errors are retried up to two times. If the request is not repeatable, only
        responses which report that nothing was done are retried.

        Raises:
            OAuthError: The request failed. The secrets of the form are redacted in its message.
        """
        secrets = [each for each in (*form.values(), self.client_secret) if type(each) is Secret]
        request = self._request(url, form)
        transport = self.transport or _new_transport()
        try:
            outcome = self._once(transport, request, secrets)
            for wait in _WAITS:
                if isinstance(outcome, dict) or not _is_safe(outcome, repeatable):
                    break
                self.sleep(uniform(wait / 2, wait))
                outcome = self._once(transport, request, secrets)
        finally:
            if self.transport is None:
                transport.close()
        if isinstance(outcome, OAuthError):
            raise outcome
        return outcome

    def _request(self, url: str, form: Mapping[str, str]) -> Request:
        headers = {
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": self.user_agent,
        }
        members = dict(form)
        if self.client_secret is not None and self.flow.client_authentication == "basic":
            headers["Authorization"] = basic(_form(self.client_id), _form(self.client_secret))
        else:
            members["client_id"] = self.client_id
            if self.client_secret is not None:
                members["client_secret"] = self.client_secret
        return Request(
            "POST",
            url,
            url,
            tuple(headers.items()),
            urlencode(members).encode("ascii"),
            self.timeout,
        )

    def _once(
        self, transport: Transport, request: Request, secrets: list[Secret]
    ) -> dict[str, object] | OAuthError:
        """Send the request once.

        An error is returned, not raised, because its traceback would show what the transport holds.
        """
        try:
            response = transport.send(request)
        except ApiConnectionError as error:
            return OAuthError(_redacted(str(error), secrets), transient=True)
        members = _members(response)
        if 200 <= response.status < 300 and not isinstance(members.get("error"), str):
            return members
        code = _first_text(members, self.flow.error_code, "error")
        text = _first_text(members, self.flow.error_message, "error_description")
        return OAuthError(
            _redacted(text or "the authorization server rejected the request", secrets),
            code=_redacted(code, secrets) or None,
            status=response.status,
            transient=response.status >= 500 or response.status in _REFUSED,
        )


def _is_safe(error: OAuthError, repeatable: bool) -> bool:
    """Return whether another attempt may help and cannot do harm."""
    return error.transient and (repeatable or error.status in _REFUSED)


def _new_transport() -> Transport:
    from ..http.httpx2_transport import Httpx2Transport

    return Httpx2Transport()


def _form(text: str) -> str:
    """Encode a part of a Basic header like a property of a form, as RFC 6749 requires."""
    return Secret(urlencode({"": text})[1:])


def _members(response: Response) -> dict[str, object]:
    try:
        body = parse(response.content)
    except DecodingError:
        return {}
    return cast("dict[str, object]", body) if isinstance(body, dict) else {}


def _first_text(members: Mapping[str, object], *names: str) -> str:
    texts = (members.get(name) for name in names)
    return next((each for each in texts if isinstance(each, str)), "")


def _redacted(text: str, secrets: list[Secret]) -> str:
    for each in secrets:
        text = text.replace(each, "REDACTED") if each else text
    return text
