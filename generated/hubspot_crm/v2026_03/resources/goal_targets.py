# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Goal targets: what a user is meant to reach, and how far they have come."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class GoalTargets(Records):
    """Goal targets: what a user is meant to reach, and how far they have come.

    Object type id: 0-74.

    Scopes: crm.objects.goals.read, crm.objects.goals.write.
    """

    _roots = ("/crm/objects/2026-03/goal_targets",)


class AsyncGoalTargets(AsyncRecords):
    """Goal targets: what a user is meant to reach, and how far they have come."""

    _roots = ("/crm/objects/2026-03/goal_targets",)
