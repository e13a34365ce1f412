"""An app that accounts install

`begin` returns the URL for the user, who returns with a code. `client_of` then returns a client, also after a restart:
tokens are stored for each account and refreshed before they expire, once for all threads and processes that share the
file.
"""

import secrets
from pathlib import Path

from hubspot_crm import AsyncHubSpot, FileTokenStore, HubSpot, OAuth

SCOPES = ["oauth", "crm.objects.contacts.read", "crm.objects.contacts.write"]


class App:
    def __init__(self, oauth: OAuth, folder: Path) -> None:
        self.oauth, self.folder = oauth, folder

    def begin(self) -> tuple[str, str, str]:
        """Return the URL for the browser, and the state and the verifier for its session."""
        state, verifier = secrets.token_urlsafe(), OAuth.new_verifier()
        url = self.oauth.authorization_url(scopes=SCOPES, state=state, code_verifier=verifier)
        return url, state, verifier

    def finish(self, code: str, verifier: str) -> str:
        """Store the tokens of an account and return its id. Compare the state with the session first."""
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
