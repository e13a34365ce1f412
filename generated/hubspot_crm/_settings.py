# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""What is known of the API of hubspot-crm."""

from hubspot_crm._core.errors import MigrationInProgressError, MissingScopesError, ValidationError
# fmt: off
from hubspot_crm._core.settings import (
    ErrorRules, RateLimit, RateLimitHeaders, RateLimits, RetryRules, Settings,
)
# fmt: on

SETTINGS = Settings(
    retries=RetryRules(never=(477,), wait={423: 2.0}, policy="/policyName", lasting=("DAILY",)),
    errors=ErrorRules(
        statuses={477: MigrationInProgressError},
        categories={"MISSING_SCOPES": MissingScopesError, "VALIDATION_ERROR": ValidationError},
    ),
    rate_limits=RateLimits(
        buckets={"": RateLimit(100, 10.0), "search": RateLimit(5, 1.0)},
        headers=RateLimitHeaders(
            limit="X-HubSpot-RateLimit-Max",
            remaining="X-HubSpot-RateLimit-Remaining",
            interval_milliseconds="X-HubSpot-RateLimit-Interval-Milliseconds",
            daily="X-HubSpot-RateLimit-Daily",
            daily_remaining="X-HubSpot-RateLimit-Daily-Remaining",
        ),
    ),
)
