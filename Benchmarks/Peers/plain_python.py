"""The model as a plain Python loop, one replication after another; no packages."""

from math import exp, floor, inf, log, sqrt

from one_calibre import *


def unit(seed, replication, key, step=0):
    c0, c1, c2, c3 = step, replication, key & LOW32, key >> 32
    k0, k1 = seed & LOW32, seed >> 32
    for _ in range(10):
        p0, p1 = PHILOX_M0 * c0, PHILOX_M1 * c2
        c0, c1, c2, c3 = p1 >> 32 ^ c1 ^ k0, p1 & LOW32, p0 >> 32 ^ c3 ^ k1, p0 & LOW32
        k0, k1 = k0 + PHILOX_W0 & LOW32, k1 + PHILOX_W1 & LOW32
    return ((c1 << 32 | c0) >> 12) * 2.0**-52 + 2.0**-53


def rational(pair, x):
    above = below = 0.0
    for a, b in zip(reversed(pair[0]), reversed(pair[1])):
        above = above * x + a
        below = below * x + b
    return above / below


def inverse_normal(p):
    q = p - 0.5
    if abs(q) <= 0.425:
        return q * rational(CENTRE, 0.180625 - q * q)
    t = sqrt(-log(p if q < 0 else 1 - p))
    z = rational(TAIL, t - 1.6) if t <= 5 else rational(FAR, t - 5)
    return -z if q < 0 else z


def uniform(limits, u):
    return limits[0] + (limits[1] - limits[0]) * u


def triangular(limits, u):
    low, mode, high = limits
    width = high - low
    return low + sqrt(u * width * (mode - low)) if u < (mode - low) / width else high - sqrt((1 - u) * width * (high - mode))


def share(wanted, pool):
    return min(1.0, wanted / pool) if pool > 0 else 0.0


def flush(x):
    return 0.0 if x < TINY else x


def replication(seed, r):
    def drawn(name):
        return unit(seed, r, draw_key(name))

    line_end = exp(LINE_MU + LINE_SIGMA * inverse_normal(drawn("line end"))) / DAYS_PER_YEAR
    line_drift = inverse_normal(drawn("line drift")) * LINE_DRIFT_SD
    orders_2023 = triangular(ORDERS_2023, drawn("orders 2023"))
    orders_2024 = triangular(ORDERS_2024, drawn("orders 2024"))
    rate = uniform(REQUIRED, drawn("required"))
    lag = floor(uniform(SEA_LEAD, drawn("sea lead time")) + 0.5)
    rear_r, rear_d = uniform(REAR, drawn("rear opening")), 0.0
    front_r, front_d = FRONT_OPENING, 0.0
    reserve_r, reserve_d = RESERVE_OPENING, 0.0
    way_r = way_d = 0.0
    exportable = uniform(EXPORTABLE, drawn("exportable"))
    sea = [0.0] * SEA_SLOTS
    forward = [(0.0, 0.0)] * FRONT_LEAD
    before = [(0.0, 0.0)] * FILL_DAYS
    fire = draw_key("fire")
    noise = fired = fired_d = required = 0.0
    exhausted = inf
    for t in range(DAYS):
        # Arrivals.
        landed = sea[(t - lag) % SEA_SLOTS]
        rear_d += landed - landed * REWORK - landed * USELESS
        reserve_d += landed * REWORK
        arrived_r, arrived_d = forward[t % FRONT_LEAD]
        way_r -= arrived_r
        way_d -= arrived_d
        front_r += arrived_r
        front_d += arrived_d
        # Line, works, supplier.
        line = LINE_START + (line_end - LINE_START) * min(1.0, t / RAMP_END)
        if t > DRIFT_FROM:
            line *= exp(line_drift * (t - DRIFT_FROM) / DAYS_PER_YEAR)
        taken = share(WORKS_CAPACITY, reserve_r + reserve_d)
        rear_r += line * LINE_YIELD + reserve_r * taken * WORKS_YIELD
        rear_d += reserve_d * taken * WORKS_YIELD
        reserve_r = flush(reserve_r - reserve_r * taken)
        reserve_d = flush(reserve_d - reserve_d * taken)
        exportable += DPRK_PRODUCTION
        # Dispatch.
        z = inverse_normal(unit(seed, r, fire, t))
        noise = NOISE_SD * z if t == 0 else NOISE_KEEP * noise + NOISE_FRESH * z
        wanted = rate * exp(noise)
        gap = min(FRONT_CAPACITY, max(0.0, FRONT_COVER * wanted - (front_r + front_d + way_r + way_d)))
        ordered = 0.0 if t < ORDERS_2023_FROM else orders_2023 if t < ORDERS_2024_FROM else orders_2024
        sent = min(ordered, exportable)
        exportable = flush(exportable - sent)
        sea[t % SEA_SLOTS] = sent * SEA_SURVIVES
        dispatched = share(gap, rear_r + rear_d)
        moved_r, moved_d = forward[t % FRONT_LEAD] = rear_r * dispatched, rear_d * dispatched
        rear_r = flush(rear_r - moved_r)
        rear_d = flush(rear_d - moved_d)
        way_r = flush(way_r + moved_r)
        way_d = flush(way_d + moved_d)
        # Rationing and fire.
        controlled = min(wanted, (front_r + front_d + rear_r + rear_d) / RATION_COVER)
        shot = share(controlled, front_r + front_d)
        shot_r, shot_d = front_r * shot, front_d * shot
        front_r = flush(front_r - shot_r)
        front_d = flush(front_d - shot_d)
        # Metrics.
        fired += shot_r + shot_d
        fired_d += shot_d
        required += wanted
        fired_before, required_before = before[t % FILL_DAYS]
        if FILL_DAYS - 1 <= t < exhausted and fired - fired_before < EXHAUSTION_FILL * (required - required_before):
            exhausted = float(t)
        before[t % FILL_DAYS] = fired, required
    return fired, required, fired_d, rear_r + rear_d + front_r + front_d, exhausted


if __name__ == "__main__":
    serve(lambda seed, count: [replication(seed, r) for r in range(count)])
