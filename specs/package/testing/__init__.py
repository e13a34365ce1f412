"""A CRM server in memory for tests: `StandIn`, in the process or over HTTP, with faults on request.

    crm = StandIn(seed=7, faults=Faults(drop_after=0.05))
    with crm.client() as client:
        client.tasks.create(properties={"hs_task_subject": "Call back"})
    assert len(crm.records("tasks")) == 1

In pytest, the fixtures `hubspot_stand_in` and `hubspot_client` are available without an import.
"""

from .faults import Faults, Limits
from .stand_in import Handled, StandIn

__all__ = ["Faults", "Handled", "Limits", "StandIn"]
