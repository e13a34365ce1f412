"""OAuth 2.0 grants for one application (RFC 6749, 6750, 7009, 7636, 7662)."""

from __future__ import annotations

import re
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, ClassVar
from urllib.parse import quote, urlencode, urlsplit

from ..errors import OAuthError
from ..http.addresses import checked_base_url
from ..secret import Secret
from ..transport import DEFAULT_TIMEOUT, Timeout, Transport
from .oauth_credential import OAuthCredential
from .tokens import MemoryTokenStore, OAuthFlow, TokenEndpoint, Tokens, TokenStore, read_tokens

_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")
LEEWAY = 60.0


class OAuth:
    """An application that is registered with an API and can get tokens.

    Args:
        client_id: The id of the application.
        client_secret: The secret of the application; None for a public client.
        redirect_uri: The URL to which the API redirects users with a code.
        base_url: The base URL of the token endpoints in place of the API's host, such as a mock
            server or a proxy.
        flow: The URLs of another authorisation server.
        transport: A sync transport for the requests. Async calls use it on a thread.
        timeout: Seconds for each phase of a request, a Timeout, or None for no limit.
        clock: Returns the seconds since the epoch.
        sleep: Waits between attempts, in seconds.

    Raises:
        ValueError: The URLs of the authorisation server are missing, relative or not valid.

    Methods raise OAuthError if no tokens are granted.
    """

    preset: ClassVar[OAuthFlow | None] = None
    user_agent: ClassVar[str] = "python"

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str | None = None,
        redirect_uri: str | None = None,
        base_url: str | None = None,
        flow: OAuthFlow | None = None,
        transport: Transport | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        client_secret = None if client_secret is None else Secret(client_secret)
        flow = flow or self.preset
        if flow is None:
            raise ValueError("pass the URLs of the authorization server: flow=OAuthFlow(...)")
        self.flow = flow if base_url is None else _moved(flow, checked_base_url(base_url))
        if not urlsplit(self.flow.token_url).scheme:
            raise ValueError("the URLs of the flow are relative: pass a base_url")
        self.client_id, self.redirect_uri, self._clock = client_id, redirect_uri, clock
        self._endpoint = TokenEndpoint(
            flow=self.flow,
            client_id=client_id,
            client_secret=client_secret,
            user_agent=self.user_agent,
            timeout=Timeout.of(timeout),
            transport=transport,
            sleep=sleep,
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}(client_id={self.client_id!r})"

    @staticmethod
    def new_verifier() -> Secret:
        """Return a secret for one authorisation (PKCE).

        Store it in the user's session until the code arrives.
        """
        return Secret(token_urlsafe(48))

    def authorization_url(
        self,
        *,
        scopes: Iterable[str],
        state: str,
        optional_scopes: Iterable[str] = (),
        code_verifier: str | None = None,
        parameters: Mapping[str, str] | None = None,
    ) -> str:
        """Return the URL at which users authorise the application in their browser.

        Args:
            scopes: The scopes that the application requires.
            state: A value that is returned with the code. Make it unguessable, and reject a code
                that comes with another value.
            optional_scopes: Scopes that users need not grant.
            code_verifier: The result of `new_verifier`; pass the same one to `exchange`.
            parameters: Other query parameters, by wire name.

        Raises:
            ValueError: The API has no authorisation page or no optional scopes, the verifier is not
                valid, or one of `parameters` has an argument of its own.
        """
        url = _needed(self.flow.authorization_url, "authorisation page")
        query = {
            "response_type": "code",
            "client_id": self.client_id,
            **({} if self.redirect_uri is None else {"redirect_uri": self.redirect_uri}),
            "scope": " ".join(scopes),
            "state": state,
        }
        if optional := " ".join(optional_scopes):
            name = _needed(self.flow.optional_scopes, "parameter for optional scopes")
            query[name] = optional
        if code_verifier is not None:
            query["code_challenge"] = code_challenge(code_verifier)
            query["code_challenge_method"] = "S256"
        if taken := sorted(query.keys() & (parameters or {}).keys()):
            raise ValueError(f"these parameters have arguments of their own: {', '.join(taken)}")
        query |= parameters or {}
        return f"{url}{'&' if '?' in url else '?'}{urlencode(query, quote_via=quote)}"

    def exchange(self, code: str, *, code_verifier: str | None = None) -> Tokens:
        """Return the tokens for an authorisation code.

        A code can be used once. The request is not repeated if the server may have used it.

        Raises:
            OAuthError: No tokens are granted.
        """
        form = {"grant_type": "authorization_code", "code": Secret(code)}
        code = form["code"]
        if self.redirect_uri is not None:
            form["redirect_uri"] = self.redirect_uri
        if code_verifier is not None:
            form["code_verifier"] = code_verifier = Secret(code_verifier)
        return self._granted(self.flow.token_url, form, repeatable=False)

    def refresh(self, tokens: Tokens) -> Tokens:
        """Return new tokens for a refresh token.

        The refresh token and the scopes stay the same unless the response has others.

        Raises:
            OAuthError: There is no refresh token, or no tokens are granted.
        """
        if tokens.refresh_token is None:
            raise OAuthError("a new access token is required, and there is no refresh token")
        refresh_token = Secret(tokens.refresh_token.strip())  # files often end in a newline
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        new = self._granted(self.flow.refresh_url or self.flow.token_url, form)
        return replace(
            new,
            refresh_token=new.refresh_token or refresh_token,
            scopes=new.scopes or tokens.scopes,
            extra={**tokens.extra, **new.extra},
        )

    def client_credentials(self, *, scopes: Iterable[str] = ()) -> Tokens:
        """Return tokens for the application itself, if the API supports that grant.

        Raises:
            OAuthError: No tokens are granted.
        """
        form = {"grant_type": "client_credentials"}
        if scope := " ".join(scopes):
            form["scope"] = scope
        return self._granted(self.flow.token_url, form)

    def revoke(self, token: str, *, kind: str = "refresh_token") -> None:
        """Revoke a token.

        Args:
            token: The token.
            kind: "refresh_token" or "access_token".

        Raises:
            OAuthError: The request failed.
            ValueError: The API has no revocation endpoint.
        """
        url = _needed(self.flow.revocation_url, "address to revoke tokens")
        token = Secret(token)
        self._endpoint.post(url, {"token": token, "token_type_hint": kind})

    def introspect(self, token: str, *, kind: str = "access_token") -> dict[str, object]:
        """Return the state of a token by wire name, such as `active` and its scopes.

        Args:
            token: The token.
            kind: "refresh_token" or "access_token".

        Raises:
            OAuthError: The request failed.
            ValueError: The API has no introspection endpoint.
        """
        url = _needed(self.flow.introspection_url, "address to introspect tokens")
        token = Secret(token)
        return self._endpoint.post(url, {"token": token, "token_type_hint": kind})

    async def exchange_async(self, code: str, *, code_verifier: str | None = None) -> Tokens:
        """Return the tokens for an authorisation code, as `exchange` does, on a thread.

        Use `asyncio.to_thread` for the other methods.
        """
        from ..event_loop import in_thread

        return await in_thread(partial(self.exchange, code, code_verifier=code_verifier))

    def credential(self, store: TokenStore | Tokens, *, leeway: float = LEEWAY) -> OAuthCredential:
        """Return a credential for sync and async clients that refreshes its access token.

        Args:
            store: A store in which refreshed tokens are saved, and which several processes may
                share; or the tokens themselves, or a refresh token alone, as
                `Tokens(refresh_token=Secret(...))`. They are then stored in memory.
            leeway: The seconds before expiry at which the token is refreshed.
        """
        kept = MemoryTokenStore(store) if isinstance(store, Tokens) else store
        return OAuthCredential(kept, self._refreshed, leeway=leeway, clock=self._clock)

    def app_credential(
        self,
        *,
        scopes: Iterable[str] = (),
        store: TokenStore | None = None,
        leeway: float = LEEWAY,
    ) -> OAuthCredential:
        """Return a credential for the application itself, with the client credentials grant.

        Args:
            scopes: The scopes to request.
            store: Where tokens are saved; None stores them in memory.
            leeway: The seconds before expiry at which the token is renewed.
        """
        wanted = tuple(scopes)
        return OAuthCredential(
            store or MemoryTokenStore(),
            lambda _: self.client_credentials(scopes=wanted),
            leeway=leeway,
            clock=self._clock,
            needs_refresh_token=False,
        )

    def _refreshed(self, tokens: Tokens | None) -> Tokens:
        if tokens is None:
            raise OAuthError("the token store is empty; store the tokens of a code exchange first")
        return self.refresh(tokens)

    def _granted(self, url: str, form: Mapping[str, str], *, repeatable: bool = True) -> Tokens:
        now = self._clock()  # before sending, so that the expiry is never too late
        tokens = read_tokens(self._endpoint.post(url, form, repeatable=repeatable), now)
        if tokens is None:
            raise OAuthError("the response contains no access token")
        return tokens


def code_challenge(verifier: str) -> str:
    """Return the S256 challenge of a code verifier (RFC 7636).

    Raises:
        ValueError: The code verifier is not valid.
    """
    verifier = Secret(verifier)
    if not _VERIFIER.fullmatch(verifier):
        raise ValueError(
            "a code verifier must have 43 to 128 characters of: letters, digits and . _ ~ -"
        )
    digest = sha256(verifier.encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _needed(value: str | None, what: str) -> str:
    if value is None:
        raise ValueError(f"this API has no {what}")
    return value


def _moved(flow: OAuthFlow, base_url: str) -> OAuthFlow:
    """Return the flow with its endpoints at another host, but the same authorisation page."""
    names = ("token_url", "refresh_url", "revocation_url", "introspection_url")
    urls: dict[str, str | None] = {name: getattr(flow, name) for name in names}
    moved: dict[str, Any] = {
        name: base_url + urlsplit(url).path for name, url in urls.items() if url
    }
    return replace(flow, **moved)
