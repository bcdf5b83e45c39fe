"""judge.py SAMPLES KEPT: the slope of every figure of a soak after the first third of its time, in percent an hour, with its doubt. Ends with 1 where one grows.

SAMPLES: seconds, resident kB, anonymous kB, handles, threads. KEPT: seconds, bytes in use after a full collection, bytes that the collector holds, anonymous kB.
"""
import sys

MOST = 1  # percent an hour
MOST_COUNTED = 5  # of handles and threads, of which one more is no memory yet


def read(name, columns):
    return [[float(value) for value in line.split()] for line in open(name) if len(line.split()) == columns]


def slope(times, values):
    """Slope and doubt (two standard errors) of a line. Samples of one wave are no independent witnesses: their number is lessened
    by the correlation of neighbours (Santer et al. 2000, Journal of Geophysical Research 105, 7337-7356). None where too few are left."""
    n, mean_time, mean = len(times), sum(times) / len(times), sum(values) / len(values)
    spread = sum((time - mean_time) ** 2 for time in times)
    rise = sum((time - mean_time) * (value - mean) for time, value in zip(times, values)) / spread
    rest = [value - mean - rise * (time - mean_time) for time, value in zip(times, values)]
    squares = sum(one * one for one in rest)
    alike = max(0, sum(one * other for one, other in zip(rest, rest[1:])) / squares) if squares else 0
    free = n * (1 - alike) / (1 + alike) - 2
    return rise, 2 * (squares / free / spread) ** 0.5 if free > 1 else None


def judge(name, rows, value, most):
    times, values = [row[0] / 3600 for row in rows], [value(row) for row in rows]
    mean = sum(values) / len(values)
    rise, doubt = slope(times, values)
    rise = 100 * rise / mean
    # What cannot be told from one percent is not called growth, and not called flat.
    verdict = 'too short a run to tell'
    if doubt is not None:
        doubt = 100 * doubt / mean
        verdict = 'GROWS' if rise - doubt > most else 'flat' if rise + doubt <= most else verdict
    print(f'{name}: mean {mean:.1f}, first {values[0]:.1f}, last {values[-1]:.1f}, most {max(values):.1f}, slope {rise:+.2f} ± {"?" if doubt is None else format(doubt, ".2f")} % an hour: {verdict}')
    return verdict != 'GROWS'


samples, kept = read(sys.argv[1], 5), read(sys.argv[2], 4)
late = samples[-1][0] / 3 if samples else 0
samples, kept = [row for row in samples if row[0] >= late], [row for row in kept if row[0] >= late]
if len(samples) < 3 or len(kept) < 3:
    sys.exit('Too short a run: there are not three samples after its first third. Three minutes are enough.')
good = [
    judge('kept after a collection, MB', kept, lambda row: row[1] / 2**20, MOST),
    judge('anonymous beside what the collector holds, MB', kept, lambda row: row[3] / 1024 - row[2] / 2**20, MOST),
    judge('anonymous in all, MB', samples, lambda row: row[2] / 1024, MOST),
    judge('resident, MB', samples, lambda row: row[1] / 1024, MOST),
    judge('handles', samples, lambda row: row[3], MOST_COUNTED),
    judge('threads', samples, lambda row: row[4], MOST_COUNTED),
]
sys.exit(not all(good))
