"""An app that accounts install

Send people to `begin`; they come back with a code. From then on `client_of` serves, after a restart too: tokens are
kept per account, and renewed ahead of their end, once for all threads and processes that share the file.
"""

import secrets
from pathlib import Path

from hubspot_crm import AsyncHubSpot, FileTokenStore, HubSpot, OAuth

SCOPES = ["oauth", "crm.objects.contacts.read", "crm.objects.contacts.write"]


class App:
    def __init__(self, oauth: OAuth, folder: Path) -> None:
        self.oauth, self.folder = oauth, folder

    def begin(self) -> tuple[str, str, str]:
        """Where to send the browser; the state and the verifier, to keep in its session."""
        state, verifier = secrets.token_urlsafe(), OAuth.new_verifier()
        url = self.oauth.authorization_url(scopes=SCOPES, state=state, code_verifier=verifier)
        return url, state, verifier

    def finish(self, code: str, verifier: str) -> str:
        """Keep the tokens of an account; its id. First see that the state is the session's."""
        tokens = self.oauth.exchange(code, code_verifier=verifier)
        account = str(tokens.extra["hub_id"])
        self.store(account).save(tokens)
        return account

    def store(self, account: str) -> FileTokenStore:
        return FileTokenStore(self.folder / f"{int(account)}.json")

    def client_of(self, account: str) -> HubSpot:
        return HubSpot(access_token=self.oauth.credential(self.store(account)))

    def async_client_of(self, account: str) -> AsyncHubSpot:
        return AsyncHubSpot(access_token=self.oauth.credential(self.store(account)))
