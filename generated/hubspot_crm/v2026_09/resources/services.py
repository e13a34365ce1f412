# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Services: things that are done for customers over some time. The type has to be activated in the account before
use.
"""

from hubspot_crm.v2026_09.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Services(RecordsWithAssociations):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.

    Object type id: 0-162.

    Scopes: crm.objects.services.read, crm.objects.services.write.
    """

    _roots = ("/crm/objects/2026-09/services",)


class AsyncServices(AsyncRecordsWithAssociations):
    """Services: things that are done for customers over some time. The type has to be activated in the account before
    use.
    """

    _roots = ("/crm/objects/2026-09/services",)
