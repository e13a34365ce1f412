"""Share the rate limits of an account among processes

Workers that know nothing of each other ask for too much together. Through Redis they take places in one limit, in turn.
The retries here suit a nightly job: patient, but no call takes longer than ten minutes.
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
