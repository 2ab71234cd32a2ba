"""What the Python peers share: the numbers of the model (see OneCalibre.cs), Philox, and the loop that answers the runner."""

import array
import math
import sys
import time

DAYS = 2137  # 2022-02-24 to 2027-12-31
RAMP_END = 858  # 2024-07-01
DRIFT_FROM = 1042  # 2025-01-01
ORDERS_2023_FROM = 554  # 2023-09-01
ORDERS_2024_FROM = 920  # 2024-09-01
DAYS_PER_YEAR = 365.25
REAR = (2e6, 5e6)
FRONT_OPENING = 2e5
RESERVE_OPENING = 2e6
LINE_START = 250_000 / DAYS_PER_YEAR
LINE_END = (1e6, 2.5e6)
LINE_DRIFT_SD = 0.15
LINE_YIELD = 0.97
WORKS_CAPACITY = 2_000.0
WORKS_YIELD = 0.85
EXPORTABLE = (1e6, 4e6)
DPRK_PRODUCTION = 1_500.0
ORDERS_2023 = (2_000.0, 4_000.0, 9_000.0)
ORDERS_2024 = (3_000.0, 6_000.0, 12_000.0)
REWORK = 0.2
USELESS = 0.1
SEA_LEAD = (15.0, 40.0)
SEA_SLOTS = 41
SEA_SURVIVES = 1 - 0.01
FRONT_CAPACITY = 20_000.0
FRONT_COVER = 15.0
FRONT_LEAD = 5
REQUIRED = (5_000.0, 15_000.0)
NOISE_SD = 0.25
NOISE_KEEP = math.exp(-1 / 20.0)
NOISE_FRESH = NOISE_SD * math.sqrt(1 - NOISE_KEEP * NOISE_KEEP)
RATION_COVER = 90.0
EXHAUSTION_FILL = 0.5
FILL_DAYS = 30
TINY = 1e-30

Z95 = 1.6448536269514722
LINE_MU = (math.log(LINE_END[0]) + math.log(LINE_END[1])) / 2
LINE_SIGMA = (math.log(LINE_END[1]) - math.log(LINE_END[0])) / (2 * Z95)

PHILOX_M0, PHILOX_M1 = 0xD2511F53, 0xCD9E8D57
PHILOX_W0, PHILOX_W1 = 0x9E3779B9, 0xBB67AE85
LOW32 = 0xFFFFFFFF

# Wichura 1988, AS 241, PPND16: numerators and denominators of the centre, the tail, and the far tail; ascending powers.
CENTRE = (
    (3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
     45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727),
    (1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
     21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610))
TAIL = (
    (1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
     1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4),
    (1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
     0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9))
FAR = (
    (6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
     0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7),
    (1.0, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15))


def draw_key(name):
    """The address of a named draw: FNV-1a 64, then the finaliser of SplitMix64."""
    z = 0xCBF29CE484222325
    for byte in name.encode():
        z = (z ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    z = (z ^ z >> 27) * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF
    return z ^ z >> 31


def serve(simulate, note=""):
    """
    After "ready", and a note on how it runs, answers requests "seed replications path" with the seconds that passed and those that the
    processor worked; results go to the path unless it is "-".
    """
    print("ready", note, flush=True)
    for line in sys.stdin:
        seed, count, path = line.split()
        start, busy = time.perf_counter(), time.process_time()
        results = simulate(int(seed), int(count))
        busy = time.process_time() - busy
        print(f"{time.perf_counter() - start:.9f} {busy:.9f}", flush=True)
        if path != "-":
            with open(path, "wb") as file:
                file.write(array.array("d", (value for row in results for value in row)).tobytes())
            print("written", flush=True)
