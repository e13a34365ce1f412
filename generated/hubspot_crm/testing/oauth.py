"""The OAuth endpoints of the stand-in: consent, tokens, and their expiry."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from random import Random
from urllib.parse import parse_qsl, urlencode, urlsplit

from ._calls import Json, Refusal


class OAuth:
    """One app, `client_id` and `client_secret`, that users may authorize.

    Tokens last `expires_in` seconds by the clock of the stand-in. With `rotate`, a refresh token is valid
    for one refresh. With `required`, tokens that were not issued here are refused.
    """

    def __init__(self, clock: Callable[[], float], random: Random) -> None:
        self.client_id, self.client_secret = "stand-in-client", "stand-in-secret"
        self.expires_in = 1800
        self.rotate = self.required = False
        self.refreshes = 0
        self._clock, self._random = clock, random
        self._codes: dict[str, dict[str, str]] = {}
        self._refresh_tokens: dict[str, str] = {}
        self._expiry: dict[str, float] = {}

    def authorize(self, url: str) -> str:
        """Consent to an authorization URL; return where the browser is redirected, with the code."""
        requested = dict(parse_qsl(urlsplit(url).query))
        if requested.get("client_id") != self.client_id or "redirect_uri" not in requested:
            raise ValueError("the URL does not belong to this app, or has no redirect_uri")
        code = self._secret("code")
        self._codes[code] = requested
        answer = {
            "code": code,
            **{name: requested[name] for name in ("state",) if name in requested},
        }
        return f"{requested['redirect_uri']}?{urlencode(answer)}"

    def revoke(self, refresh_token: str) -> None:
        """Invalidate a refresh token, as when an app is uninstalled."""
        self._refresh_tokens.pop(refresh_token, None)

    def expire(self) -> None:
        """End the life of all access tokens that were issued, before clients expect it."""
        self._expiry = dict.fromkeys(self._expiry, self._clock())

    def token(self, content: bytes | None) -> Json:
        """Return the response of the token endpoint. Raises Refusal."""
        form = dict(parse_qsl((content or b"").decode("utf-8", "replace")))
        if (form.get("client_id"), form.get("client_secret")) != (
            self.client_id,
            self.client_secret,
        ):
            raise _refused("BAD_CLIENT_ID", "missing or unknown client id or secret")
        match form.get("grant_type"):
            case "authorization_code":
                requested = self._codes.pop(form.get("code", ""), {})
                if requested.get("redirect_uri") != form.get("redirect_uri") or not requested:
                    raise _refused("BAD_AUTH_CODE", "missing or unknown auth code")
                if requested.get("code_challenge") not in (None, _challenge(form)):
                    raise _refused("BAD_CODE_VERIFIER", "the code verifier does not match")
                return self._issue(requested.get("scope", ""), self._secret("refresh"))
            case "refresh_token":
                given = form.get("refresh_token", "")
                if given not in self._refresh_tokens:
                    raise _refused("BAD_REFRESH_TOKEN", "missing or unknown refresh token")
                self.refreshes += 1
                scopes = self._refresh_tokens.pop(given)
                return self._issue(scopes, self._secret("refresh") if self.rotate else given)
            case "client_credentials":
                return self._issue(form.get("scope", ""), None)
            case _:
                raise _refused("BAD_GRANT_TYPE", "missing or unknown grant type")

    def check(self, headers: tuple[tuple[str, str], ...]) -> None:
        """Refuse, with 401, a request without a valid token."""
        fields = {name.lower(): value for name, value in headers}
        kind, _, token = fields.get("authorization", "").partition(" ")
        expiry = self._expiry.get(token)
        if kind.lower() != "bearer" or not token or (self.required and expiry is None):
            raise Refusal(401, "INVALID_AUTHENTICATION", "Authentication credentials not found")
        if expiry is not None and self._clock() >= expiry:
            raise Refusal(401, "EXPIRED_AUTHENTICATION", "The OAuth token used is expired")

    def _issue(self, scopes: str, refresh_token: str | None) -> Json:
        token = self._secret("access")
        self._expiry[token] = self._clock() + self.expires_in
        answer: Json = {"access_token": token, "expires_in": self.expires_in}
        answer |= {"token_type": "bearer", "scopes": scopes.split(), "hub_id": 1, "user_id": 1}
        if refresh_token is not None:
            self._refresh_tokens[refresh_token] = scopes
            answer["refresh_token"] = refresh_token
        return answer

    def _secret(self, what: str) -> str:
        return f"{what}-{self._random.getrandbits(128):032x}"


def _challenge(form: dict[str, str]) -> str:
    digest = sha256(form.get("code_verifier", "").encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _refused(status: str, message: str) -> Refusal:
    return Refusal(400, status, message, members={"status": status})
