"""OAuth 2.0 (RFC 6749, 6750, 7009, 7636, 7662) for one application: grants in, tokens out."""

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

from ..http.addresses import checked_base_url
from ..secret import Secret
from ..transport import DEFAULT_TIMEOUT, Timeout, Transport
from .oauth_credential import OAuthCredential
from .oauth_error import OAuthError
from .token_endpoint import OAuthFlow, TokenEndpoint
from .tokens import MemoryTokenStore, Tokens, TokenStore, read_tokens

_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")
LEEWAY = 60.0


class OAuth:
    """An application that is registered with an API, and the tokens it can get.

    Args:
        client_id: The application, as the API names it.
        client_secret: Its secret; left out for an application that cannot keep one.
        redirect_uri: Where the API sends users back to, with a code.
        base_url: Where the API grants tokens, in place of its own host: a stand-in or a proxy.
        flow: The addresses of another authorisation server.
        transport: Sends the requests; a sync one, for async calls run on a thread beside the loop.
        timeout: Seconds for each step of a request, a Timeout, or None for no limit.
        clock: Seconds since the epoch.
        sleep: Waits between attempts.

    Calls raise OAuthError where no tokens are granted.
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
            raise ValueError("name the addresses of the authorisation server: flow=OAuthFlow(...)")
        self.flow = flow if base_url is None else _moved(flow, checked_base_url(base_url))
        if not urlsplit(self.flow.token_url).scheme:
            raise ValueError("the addresses of the flow are relative: name a base_url")
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
        """A secret for one authorisation (PKCE): keep it with the user's session until the code
        comes.
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
        """Where to send a user's browser to, for them to install the application.

        `state` comes back with the code: make it unguessable, and refuse a code that comes with
        another one. `code_verifier` is `new_verifier()`; hand the same to `exchange`.
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
            raise ValueError(f"parameters that have an argument of their own: {', '.join(taken)}")
        query |= parameters or {}
        return f"{url}{'&' if '?' in url else '?'}{urlencode(query, quote_via=quote)}"

    def exchange(self, code: str, *, code_verifier: str | None = None) -> Tokens:
        """The tokens for a code, which serves once: it is not sent again after an unclear
        failure.
        """
        form = {"grant_type": "authorization_code", "code": Secret(code)}
        code = form["code"]
        if self.redirect_uri is not None:
            form["redirect_uri"] = self.redirect_uri
        if code_verifier is not None:
            form["code_verifier"] = code_verifier = Secret(code_verifier)
        return self._granted(self.flow.token_url, form, repeatable=False)

    def refresh(self, tokens: Tokens) -> Tokens:
        """New tokens in place of old ones; the refresh token stays unless the answer has
        another.
        """
        if tokens.refresh_token is None:
            raise OAuthError("the access token has expired, and there is no refresh token")
        form = {"grant_type": "refresh_token", "refresh_token": tokens.refresh_token}
        new = self._granted(self.flow.refresh_url or self.flow.token_url, form)
        return replace(
            new,
            refresh_token=new.refresh_token or tokens.refresh_token,
            scopes=new.scopes or tokens.scopes,
            extra={**tokens.extra, **new.extra},
        )

    def client_credentials(self, *, scopes: Iterable[str] = ()) -> Tokens:
        """Tokens for the application itself, where the API grants such."""
        form = {"grant_type": "client_credentials"}
        if scope := " ".join(scopes):
            form["scope"] = scope
        return self._granted(self.flow.token_url, form)

    def revoke(self, token: str, *, kind: str = "refresh_token") -> None:
        """Make a token useless; `kind` is "refresh_token" or "access_token"."""
        url = _needed(self.flow.revocation_url, "address to revoke tokens")
        token = Secret(token)
        self._endpoint.post(url, {"token": token, "token_type_hint": kind})

    def introspect(self, token: str, *, kind: str = "access_token") -> dict[str, object]:
        """What the API knows of a token, by wire name: whether it is `active`, its scopes, …"""
        url = _needed(self.flow.introspection_url, "address to introspect tokens")
        token = Secret(token)
        return self._endpoint.post(url, {"token": token, "token_type_hint": kind})

    async def exchange_async(self, code: str, *, code_verifier: str | None = None) -> Tokens:
        """As `exchange`, beside the event loop; `asyncio.to_thread` does so for any other call."""
        from ..event_loop import in_thread

        return await in_thread(partial(self.exchange, code, code_verifier=code_verifier))

    def credential(self, store: TokenStore | Tokens, *, leeway: float = LEEWAY) -> OAuthCredential:
        """An access token for clients, sync and async, that is refreshed `leeway` seconds ahead.

        Refreshed tokens are saved in `store`, which can be shared by processes. Given the tokens
        themselves, they are kept in memory.
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
        """As `credential`, for the application itself: by client credentials."""
        wanted = tuple(scopes)
        return OAuthCredential(
            store or MemoryTokenStore(),
            lambda _: self.client_credentials(scopes=wanted),
            leeway=leeway,
            clock=self._clock,
        )

    def _refreshed(self, tokens: Tokens | None) -> Tokens:
        if tokens is None:
            raise OAuthError("the token store is empty; save the tokens of an exchange in it")
        return self.refresh(tokens)

    def _granted(self, url: str, form: Mapping[str, str], *, repeatable: bool = True) -> Tokens:
        now = self._clock()  # before it is sent, for a token is not younger than its answer
        tokens = read_tokens(self._endpoint.post(url, form, repeatable=repeatable), now)
        if tokens is None:
            raise OAuthError("the answer holds no access token")
        return tokens


def code_challenge(verifier: str) -> str:
    """The S256 challenge of a code verifier (RFC 7636). Raises ValueError where it is none."""
    verifier = Secret(verifier)
    if not _VERIFIER.fullmatch(verifier):
        raise ValueError("a code verifier is 43 to 128 letters, digits and . _ ~ -")
    digest = sha256(verifier.encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _needed(value: str | None, what: str) -> str:
    if value is None:
        raise ValueError(f"this API has no {what}")
    return value


def _moved(flow: OAuthFlow, base_url: str) -> OAuthFlow:
    """The same flow with its endpoints at another host; users' browsers go where they went."""
    names = ("token_url", "refresh_url", "revocation_url", "introspection_url")
    urls: dict[str, str | None] = {name: getattr(flow, name) for name in names}
    moved: dict[str, Any] = {
        name: base_url + urlsplit(url).path for name, url in urls.items() if url
    }
    return replace(flow, **moved)
