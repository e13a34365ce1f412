"""Serve a stand-in until interrupted: python -m hubspot_crm.testing --port 8080."""

from __future__ import annotations

import argparse
import threading
from typing import Any

from . import Faults, Limits, StandIn
from .faults import KINDS


def main() -> None:
    """Parse the command line and serve. Faults have a probability: --drop-after 0.05."""
    parser = argparse.ArgumentParser(prog="python -m hubspot_crm.testing", description=__doc__)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limits", action="store_true", help="apply the rate limits")
    parser.add_argument("--strict", action="store_true", help="reject unknown properties")
    parser.add_argument(
        "--index-lag", type=float, default=0.0, help="seconds until searches find a change"
    )
    for kind in KINDS:
        parser.add_argument(
            f"--{kind.replace('_', '-')}", type=float, default=0.0, metavar="CHANCE"
        )
    given = vars(parser.parse_args())
    chances: dict[str, Any] = {kind: given[kind] for kind in KINDS}
    limits = Limits() if given["limits"] else None
    crm = StandIn(
        seed=given["seed"],
        faults=Faults(**chances),
        limits=limits,
        strict=given["strict"],
        index_lag=given["index_lag"],
    )
    with crm.serve(given["port"]) as url:
        print(
            f"Serving on {url}; any bearer token is accepted. Ctrl-C stops the server.", flush=True
        )
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
