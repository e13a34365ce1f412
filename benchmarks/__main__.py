"""The command line of the benchmark: names of rows in, build/bench/results.json out.

python -m benchmarks [names…] [--rounds N] [--quick]    measure
python -m benchmarks table [--write]                    print the tables, or put them in the documents
python -m benchmarks plots                              draw the plots of the documents
"""

from __future__ import annotations

import argparse
import sys
import time

from benchmarks import results, tables
from benchmarks.measure import Failed, measure_row, run
from benchmarks.options import Options
from benchmarks.places import RESULTS, ROOT, python
from benchmarks.rows import ROWS


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument(
        "names", nargs="*", metavar="name", help=", ".join([*ROWS, "table", "plots"])
    )
    parser.add_argument("--rounds", type=int, help="how often each is measured; 5 by default")
    parser.add_argument(
        "--quick", action="store_true", help="a few minutes: fewer rounds and peers"
    )
    parser.add_argument("--records", type=int, help="the most records in the plot of memory")
    parser.add_argument("--write", action="store_true", help="table: into README.md and docs/")
    given = parser.parse_args()
    if given.names == ["table"]:
        tables.main(write=given.write)
    elif given.names == ["plots"]:
        ran = run([python("plots"), "-m", "benchmarks.plots"], {"PYTHONPATH": str(ROOT)})
        print(ran.succeeded().output, end="")
    else:
        _measure(parser, given)


def _measure(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    unknown = sorted(set(given.names) - set(ROWS))
    if unknown:
        parser.error(f"no such row: {', '.join(unknown)}")
    options = Options(given.quick, given.records or (100_000 if given.quick else 1_000_000))
    rounds = given.rounds or (2 if given.quick else 5)
    command = " ".join(["python -m benchmarks", *sys.argv[1:]])
    for name in given.names or ROWS:
        began = time.monotonic()
        try:
            with ROWS[name](options) as row:
                found = measure_row(row, rounds, _tell)
                results.keep(row, found, command)
        except Failed as error:
            _tell(f"{name}: not measured: {error}")
        _tell(f"{name}: {time.monotonic() - began:.0f} s")
    _tell(f"the results are in {RESULTS.relative_to(ROOT)}")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
