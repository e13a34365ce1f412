"""Handle errors

Temporary errors have already been retried when an exception is raised. `maybe_sent` tells whether the request may have
had an effect; if it is False, repeating the call cannot create a duplicate. `existing_id` is the id of the record that
already has a unique value.
"""

import hubspot_crm as hs


def add_contact(client: hs.HubSpot, email: str) -> str:
    options = hs.RequestOptions(deadline=20)
    try:
        return client.contacts.create(properties={"email": email}, options=options).id
    except hs.ConflictError as error:
        return f"is there already: {error.existing_id}"
    except hs.MissingScopesError as error:
        return f"the token lacks {error.context}"
    except hs.DailyLimitError:
        return "no more today"
    except hs.ApiConnectionError as error:
        return "look whether it was made" if error.maybe_sent else "try again later"
