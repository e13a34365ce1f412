"""The rate limiters, with the limits of this API for those that are given none."""

from ._core.rate_limit import LocalRateLimiter as _LocalRateLimiter
from ._core.rate_limit import RateLimiter as RateLimiter
from ._core.rate_limit import RateLimitState as RateLimitState
from ._core.redis_store import RedisRateLimiter as _RedisRateLimiter
from ._core.settings import RateLimit as RateLimit
from ._core.settings import RateLimits as RateLimits
from ._settings import SETTINGS


class LocalRateLimiter(_LocalRateLimiter):
    __doc__ = _LocalRateLimiter.__doc__
    known = SETTINGS.rate_limits


class RedisRateLimiter(_RedisRateLimiter):
    __doc__ = _RedisRateLimiter.__doc__
    known = SETTINGS.rate_limits
