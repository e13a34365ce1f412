"""A CRM server in memory to test against: `StandIn`, in-process or over HTTP, well-behaved or not.

    crm = StandIn(seed=7, faults=Faults(drop_after=0.05))
    with crm.client() as client:
        client.tasks.create(properties={"hs_task_subject": "Call back"})
    assert len(crm.records("tasks")) == 1

With pytest the fixtures `hubspot_stand_in` and `hubspot_client` are there without an import.
"""

from ._limits import Limits
from .faults import Faults
from .stand_in import Handled, StandIn

__all__ = ["Faults", "Handled", "Limits", "StandIn"]
