"""Writes maths-high-precision.csv: exp, log and the inverse normal at 60 digits (mpmath), independent of the library.

Each value is high + low: the nearest double and what it misses. The inverse normal is Newton's method on erfc.
Run: python3 maths-high-precision.py > maths-high-precision.csv
"""
import random
from mpmath import mp, mpf, erfc, exp, log, pi, sqrt

mp.dps = 60
rng = random.Random(20240501)


def inverse_normal(p):
    p, tail = mpf(p), min(mpf(p), 1 - mpf(p))
    z = mpf(0) if tail > mpf("0.3") else sqrt(-2 * log(tail))
    for _ in range(200):
        step = (erfc(z / sqrt(mpf(2))) / 2 - tail) / (exp(-z * z / 2) / sqrt(2 * pi))
        z += step / (1 - z * step / 2) if abs(z * step) < 1 else step
        if abs(step) < mpf(10) ** -45:
            break
    else:
        raise ArithmeticError(f"no convergence at {p}")
    return -z if p < mpf("0.5") else z


def points():
    exps = [0.0, 1.0, -1.0, 0.5, 1e-300, -1e-20, 709.782712893384, -708.0, 8.674104823113469, 88.0, -745.0 + 40]
    exps += [rng.uniform(-0.4, 0.4) for _ in range(40)] + [rng.uniform(-20, 20) for _ in range(60)]
    exps += [rng.uniform(-708, 709.78) for _ in range(40)]
    logs = [1.0, 2.0, 0.5, 5e-324, 2.2250738585072009e-308, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-30]
    logs += [1 + k * 2.0**-52 for k in (1, 2, 3)] + [1 - k * 2.0**-53 for k in (1, 2, 3)]
    logs += [0.70710678118654752, 0.70710678118654757, 1.4142135623730949, 1.4142135623730951, 0.6951754879649614]
    logs += [rng.uniform(0.6, 1.6) for _ in range(60)] + [10 ** rng.uniform(-307, 308) for _ in range(60)]
    logs += [1 + rng.uniform(-1, 1) * 2.0 ** -rng.randint(1, 50) for _ in range(30)]
    norms = [0.5, 0.075, 0.925, 0.25, 0.975, 0.995, 1e-10, 1e-20, 1e-100, 1e-300, 2.0**-53, 1 - 2.0**-53]
    norms += [1.3887943864964021e-11, 1.39e-11, 0.9999999999880809, 0.1686980105790766, 2.2250738585072014e-308, 5e-324]
    norms += [rng.random() for _ in range(70)] + [10 ** -rng.uniform(1, 307) for _ in range(40)]
    norms += [0.5 + rng.uniform(-1, 1) * 2.0 ** -rng.randint(2, 50) for _ in range(30)]
    norms += [1 - 2.0 ** -rng.uniform(1, 52) for _ in range(30)]
    return [("Exp", exp, exps), ("Log", log, logs), ("InverseNormal", inverse_normal, norms)]


print("# exp, log and inverse normal, high + low, computed with 60 digits by maths-high-precision.py (mpmath 1.3.0)")
print("function,x,high,low")
for name, function, arguments in points():
    for x in arguments:
        value = function(mpf(x))
        high = float(value)
        print(f"{name},{x!r},{high!r},{float(value - mpf(high))!r}")
