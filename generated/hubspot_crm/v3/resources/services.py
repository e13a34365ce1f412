# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Services: things that are done for customers over some time. The type has to be activated in the account before
use.
"""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class Services(Records):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.

    Object type id: 0-162.

    Scopes: crm.objects.services.read, crm.objects.services.write.
    """

    _roots = ("/crm/v3/objects/0-162",)


class AsyncServices(AsyncRecords):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.
    """

    _roots = ("/crm/v3/objects/0-162",)
