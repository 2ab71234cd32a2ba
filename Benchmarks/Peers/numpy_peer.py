"""
The model in NumPy, vectorised over replications: arrays of one block of replications, one pass over them per operation,
results written in place. With "philox" as argument it makes the draws that MODEL.md describes, for agreement; with "own"
it draws from NumPy's SFC64 and its ziggurat normals, which is its fastest way. A second argument sets the block size;
without it the best of a few sizes is found by measuring.
"""

import math
import sys
import time

import numpy as np

from one_calibre import *

U32 = np.uint64(32)
MASK = np.uint64(LOW32)


def rational(pair, x):
    above, below = np.full_like(x, pair[0][7]), np.full_like(x, pair[1][7])
    for a, b in zip(pair[0][6::-1], pair[1][6::-1]):
        above *= x
        above += a
        below *= x
        below += b
    above /= below
    return above


def inverse_normal(p):
    q = p - 0.5
    z = q * rational(CENTRE, 0.180625 - q * q)
    tail = np.flatnonzero(np.abs(q) > 0.425)
    t = np.sqrt(-np.log(np.minimum(p[tail], 1 - p[tail])))
    tail_z = rational(TAIL, t - 1.6)
    far = t > 5
    if far.any():
        tail_z[far] = rational(FAR, t[far] - 5)
    z[tail] = np.copysign(tail_z, q[tail])
    return z


class PhiloxDraws:
    """Draws by address, the same as those of every other peer."""

    def __init__(self, seed, first, count):
        self.seed, self.fire = seed, draw_key("fire")
        self.replications = np.arange(first, first + count, dtype=np.uint64)

    def unit(self, key, step=0):
        c0, c1 = np.full_like(self.replications, step), self.replications
        c2, c3 = np.full_like(self.replications, key & LOW32), np.full_like(self.replications, key >> 32)
        k0, k1 = self.seed & LOW32, self.seed >> 32
        for _ in range(10):
            p0, p1 = c0 * np.uint64(PHILOX_M0), c2 * np.uint64(PHILOX_M1)
            c0, c1 = p1 >> U32 ^ c1 ^ np.uint64(k0), p1 & MASK
            c2, c3 = p0 >> U32 ^ c3 ^ np.uint64(k1), p0 & MASK
            k0, k1 = k0 + PHILOX_W0 & LOW32, k1 + PHILOX_W1 & LOW32
        return ((c1 << U32 | c0) >> np.uint64(12)) * 2.0**-52 + 2.0**-53

    def uniform(self, name, low, high):
        return low + (high - low) * self.unit(draw_key(name))

    def triangular(self, name, low, mode, high):
        u, width = self.unit(draw_key(name)), high - low
        rising = low + np.sqrt(u * width * (mode - low))
        return np.where(u < (mode - low) / width, rising, high - np.sqrt((1 - u) * width * (high - mode)))

    def normal(self, name):
        return inverse_normal(self.unit(draw_key(name)))

    def noise(self, step, out):
        out[:] = inverse_normal(self.unit(self.fire, step))


class OwnDraws:
    """NumPy's own generator: other numbers of the same distributions."""

    def __init__(self, seed, first, count):
        self.generator, self.count = np.random.Generator(np.random.SFC64([seed, first])), count

    def uniform(self, name, low, high):
        return self.generator.uniform(low, high, self.count)

    def triangular(self, name, low, mode, high):
        return self.generator.triangular(low, mode, high, self.count)

    def normal(self, name):
        return self.generator.standard_normal(self.count)

    def noise(self, step, out):
        self.generator.standard_normal(out=out)


def share(wanted, pool, out):
    """
    min(1, wanted / pool). From an empty pool it is 1, and 1 of nothing is nothing; so the division by 0 is let through,
    and fmin takes care of 0 / 0.
    """
    np.divide(wanted, pool, out=out)
    return np.fmin(out, 1.0, out=out)


def flush(x):
    x[x < TINY] = 0.0


def block(draws, count):
    """The outputs of one block of replications, a column for each."""
    line_end = np.exp(LINE_MU + LINE_SIGMA * draws.normal("line end")) / DAYS_PER_YEAR
    line_drift = draws.normal("line drift") * LINE_DRIFT_SD
    orders_2023 = draws.triangular("orders 2023", *ORDERS_2023)
    orders_2024 = draws.triangular("orders 2024", *ORDERS_2024)
    rate = draws.uniform("required", *REQUIRED)
    lag = np.floor(draws.uniform("sea lead time", *SEA_LEAD) + 0.5).astype(np.intp)
    # Stocks of Russian rounds in the first row, of DPRK rounds in the second, so that most operations do both at once.
    rear, front, reserve, way = np.zeros((4, 2, count))
    rear[0] = draws.uniform("rear opening", *REAR)
    front[0] = FRONT_OPENING
    reserve[0] = RESERVE_OPENING
    exportable = draws.uniform("exportable", *EXPORTABLE)
    sea = np.zeros((SEA_SLOTS, count))
    forward = np.zeros((FRONT_LEAD, 2, count))
    fired_before, required_before = np.zeros((2, FILL_DAYS, count))
    fired, fired_d, required, noise, landed, line, wanted, sent, pool, counted, part, z = np.zeros((12, count))
    both = np.empty((2, count))
    exhausted = np.full(count, np.inf)
    lanes = np.arange(count)
    flat_sea, slot = sea.reshape(-1), np.empty(count, dtype=np.intp)
    for t in range(DAYS):
        # Arrivals.
        np.subtract(t, lag, out=slot)
        np.remainder(slot, SEA_SLOTS, out=slot)
        slot *= count
        slot += lanes
        np.take(flat_sea, slot, out=landed, mode="clip")
        np.multiply(landed, REWORK, out=part)
        reserve[1] += part
        landed -= part
        np.multiply(landed, USELESS / (1 - REWORK), out=part)
        landed -= part
        rear[1] += landed
        arrived = forward[t % FRONT_LEAD]
        way -= arrived
        front += arrived
        # Line, works, supplier.
        ramp = min(1.0, t / RAMP_END)
        np.multiply(line_end, ramp * LINE_YIELD, out=line)
        line += LINE_START * (1 - ramp) * LINE_YIELD
        if t > DRIFT_FROM:
            np.multiply(line_drift, (t - DRIFT_FROM) / DAYS_PER_YEAR, out=part)
            line *= np.exp(part, out=part)
        rear[0] += line
        np.add(reserve[0], reserve[1], out=pool)
        np.multiply(reserve, share(WORKS_CAPACITY, pool, out=part), out=both)
        reserve -= both
        both *= WORKS_YIELD
        rear += both
        exportable += DPRK_PRODUCTION
        # Dispatch.
        draws.noise(t, z)
        noise *= NOISE_KEEP
        z *= NOISE_SD if t == 0 else NOISE_FRESH
        noise += z
        np.exp(noise, out=wanted)
        wanted *= rate
        np.multiply(wanted, FRONT_COVER, out=part)
        np.add(front[0], front[1], out=pool)
        part -= pool
        part -= way[0]
        part -= way[1]
        np.maximum(part, 0.0, out=part)
        np.minimum(part, FRONT_CAPACITY, out=part)
        np.add(rear[0], rear[1], out=counted)
        np.multiply(rear, share(part, counted, out=part), out=both)
        forward[t % FRONT_LEAD] = both
        rear -= both
        way += both
        if t < ORDERS_2023_FROM:
            sea[t % SEA_SLOTS] = 0.0
        else:
            np.minimum(orders_2023 if t < ORDERS_2024_FROM else orders_2024, exportable, out=sent)
            exportable -= sent
            np.multiply(sent, SEA_SURVIVES, out=sea[t % SEA_SLOTS])
        # Rationing and fire.
        np.add(rear[0], rear[1], out=counted)
        counted += pool
        counted /= RATION_COVER
        np.minimum(wanted, counted, out=counted)
        np.multiply(front, share(counted, pool, out=part), out=both)
        front -= both
        # Metrics.
        fired += both[0]
        fired += both[1]
        fired_d += both[1]
        required += wanted
        if t >= FILL_DAYS - 1:
            np.subtract(required, required_before[t % FILL_DAYS], out=part)
            part *= EXHAUSTION_FILL
            part -= fired
            part += fired_before[t % FILL_DAYS]
            short = part > 0
            exhausted[short] = np.minimum(exhausted[short], t)
        fired_before[t % FILL_DAYS] = fired
        required_before[t % FILL_DAYS] = required
        for stock in (rear, front, reserve, way, exportable):
            flush(stock)
    return np.stack([fired, required, fired_d, rear.sum(0) + front.sum(0), exhausted], axis=1)


def simulate(kind, size, seed, count):
    results = np.empty((count, 5))
    with np.errstate(divide="ignore", invalid="ignore"):
        for first in range(0, count, size):
            n = min(size, count - first)
            results[first:first + n] = block(kind(seed, first, n), n)
    return results


def best_size(kind):
    """The block size, of a few, with the least time for a replication; the better of two runs each."""
    times = {}
    for size in (1024, 2048, 4096, 8192) * 2:
        start = time.process_time()
        simulate(kind, size, 1, size)
        times[size] = min(times.get(size, math.inf), (time.process_time() - start) / size)
    return min(times, key=times.get)


if __name__ == "__main__":
    draws = PhiloxDraws if sys.argv[1] == "philox" else OwnDraws
    block_size = int(sys.argv[2]) if len(sys.argv) > 2 else best_size(draws)
    serve(lambda seed, count: simulate(draws, block_size, seed, count), f"blocks of {block_size}")
