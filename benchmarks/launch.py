"""Runs a command, its output thrown away, and prints what it took: exit code, seconds on the
clock, seconds of processor, most memory in the kernel's unit.

A process of its own, and a small one: the kernel counts the memory of whoever starts a program
as that program's.
"""

import os
import sys
import time

null = os.open(os.devnull, os.O_RDWR)
begin = time.perf_counter()
child = os.posix_spawnp(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[(os.POSIX_SPAWN_DUP2, null, number) for number in range(3)],
)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - begin
print(os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
