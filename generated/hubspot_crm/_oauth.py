# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""OAuth of hubspot-crm."""

from hubspot_crm._core.oauth import OAuth as OAuth_
from hubspot_crm._core.token_endpoint import OAuthFlow


class OAuth(OAuth_):
    __doc__ = OAuth_.__doc__
    preset = OAuthFlow(
        token_url="https://api.hubapi.com/oauth/2026-03/token",
        authorization_url="https://app.hubspot.com/oauth/authorize",
        revocation_url="https://api.hubapi.com/oauth/2026-03/token/revoke",
        introspection_url="https://api.hubapi.com/oauth/2026-03/token/introspect",
        optional_scopes="optional_scope",
        error_code="status",
        error_message="message",
    )
    user_agent = "hubspot-crm/0.1.0"
