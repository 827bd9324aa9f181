#!/usr/bin/env python3
"""Runs a command and prints the CPU seconds of each thread and child process that it had.

usage: threads.py COMMAND [ARGUMENT ...]      (reads /proc; Linux)

Threads of the same name are added up; what a thread used in its last 50 ms is not seen.
"""
import collections
import os
import subprocess
import sys
import time

TICK = os.sysconf("SC_CLK_TCK")


def children(pid):
    found = [pid]
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    parent = int(stat.read().rsplit(")", 1)[1].split()[1])
                if parent == pid:
                    found.extend(children(int(name)))
            except OSError:
                pass
    return found


def main():
    child = subprocess.Popen(sys.argv[1:])
    used = {}
    started = time.time()
    while child.poll() is None:
        for pid in children(child.pid):
            try:
                for task in os.listdir(f"/proc/{pid}/task"):
                    with open(f"/proc/{pid}/task/{task}/stat") as stat:
                        head, rest = stat.read().rsplit(")", 1)
                    fields = rest.split()
                    name = head.split("(", 1)[1]
                    used[(pid, task)] = (name, (int(fields[11]) + int(fields[12])) / TICK)
            except OSError:
                pass
        time.sleep(0.05)
    total = collections.Counter()
    for name, seconds in used.values():
        total[name] += seconds
    for name, seconds in total.most_common(14):
        if seconds >= 0.05:
            print(f"{seconds:7.2f}  {name}", file=sys.stderr)
    print(f"{time.time() - started:7.2f}  wall, exit {child.returncode}", file=sys.stderr)
    sys.exit(child.returncode)


if __name__ == "__main__":
    main()
