# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecords, Records


class Courses(Records):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use.

    Object type id: 0-410.

    Scopes: crm.objects.courses.read, crm.objects.courses.write.
    """

    _roots = ("/crm/objects/2026-09/courses",)


class AsyncCourses(AsyncRecords):
    """Courses: lessons that people sign up for and attend. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2026-09/courses",)
