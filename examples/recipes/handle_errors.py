"""Handle errors

Temporary errors have already been retried when an exception is raised. `maybe_sent` tells whether the request may have
had an effect; if it is False, repeating the call cannot create a duplicate.
"""

from hubspot_crm import (
    ApiConnectionError,
    ConflictError,
    DailyLimitError,
    HubSpot,
    MissingScopesError,
    RequestOptions,
)


def add_contact(client: HubSpot, email: str) -> str:
    try:
        contact = client.contacts.create(
            properties={"email": email}, options=RequestOptions(deadline=20)
        )
    except ConflictError as error:
        return f"is there already: {error.message}"
    except MissingScopesError as error:
        return f"the token lacks {error.context}"
    except DailyLimitError:
        return "no more today"
    except ApiConnectionError as error:
        return "look whether it was made" if error.maybe_sent else "try again later"
    return contact.id
