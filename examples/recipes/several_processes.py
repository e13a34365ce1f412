"""Share the rate limits of an account among processes

Independent workers together exceed the limits of an account. With Redis, they share one limit. The retries in this
example suit a nightly job: they are patient, but no call takes longer than ten minutes.
"""

from hubspot_crm import HubSpot, RedisRateLimiter, Retries


def make_client(token: str, redis_url: str, account: str) -> HubSpot:
    return HubSpot(
        access_token=token,
        rate_limiter=RedisRateLimiter(redis_url, account=account),
        retries=Retries(attempts=8, cap=120, deadline=600),
        timeout=30,
        user_agent="nightly-sync/1.4",
    )
