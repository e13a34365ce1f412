"""Start a command, wait for it, and write its exit status and resource use to a descriptor.

It imports almost nothing, because a process is never reported to use less memory than the one that
started it.
"""

import os
import sys


def main(report: str, *command: str) -> None:
    """Run the command; write its wait status, CPU seconds and peak memory in KiB."""
    started = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(started, 0)
    told = f"{status} {used.ru_utime + used.ru_stime} {used.ru_maxrss}"
    os.write(int(report), told.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
