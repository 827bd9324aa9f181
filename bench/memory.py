#!/usr/bin/env python3
"""Runs a command and prints the peak of Pss_Anon + Pss_Shmem over it and all it started.

usage: memory.py COMMAND [ARGUMENT ...]      (reads /proc; Linux)

Descendants are followed by parent process and by session, so that a database that outlives its
starter is counted too. Sampled every 100 ms: a shorter peak is not seen.
"""
import os
import subprocess
import sys
import time


def processes():
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    yield int(name), int(stat.read().rsplit(")", 1)[1].split()[1])
            except OSError:
                pass


def family(root, known):
    children = {}
    for pid, parent in processes():
        children.setdefault(parent, []).append(pid)
    todo = [root, *known]
    found = set()
    while todo:
        pid = todo.pop()
        if pid not in found:
            found.add(pid)
            todo.extend(children.get(pid, []))
    return found


def memory(pid):
    total = 0
    try:
        with open(f"/proc/{pid}/smaps_rollup") as rollup:
            for line in rollup:
                if line.startswith(("Pss_Anon:", "Pss_Shmem:")):
                    total += int(line.split()[1])
    except OSError:
        pass
    return total


def main():
    child = subprocess.Popen(sys.argv[1:])
    known, peak, detail = set(), 0, {}
    started = time.time()
    while child.poll() is None:
        known = {p for p in family(child.pid, known) if os.path.exists(f"/proc/{p}")}
        now = {p: memory(p) for p in known}
        if sum(now.values()) > peak:
            peak, detail = sum(now.values()), now
        time.sleep(0.1)
    print(
        f"peak {peak / 1024:.0f} MB over {len(detail)} processes "
        f"({', '.join(f'{v / 1024:.0f}' for v in sorted(detail.values(), reverse=True)[:6])}), "
        f"{time.time() - started:.1f} s, exit {child.returncode}",
        file=sys.stderr,
    )
    sys.exit(child.returncode)


if __name__ == "__main__":
    main()
