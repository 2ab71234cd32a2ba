/*
 * The limit: this model written by hand for AVX-512, eight replications to a vector, VECTORS vectors side by side so that
 * one's latency hides behind another's work. It computes what the outputs depend on and nothing else (no books, no sums
 * nobody asked for). It needs AVX-512 F and DQ; there is no other path.
 *
 * The draws of a tile of days come first: 15 % of the normals lie in the tails, which need a logarithm and a root. They
 * are packed together, so these are computed for the tails alone and not for every vector that holds one.
 *
 * Every rounding is the one of MODEL.md and of the library's own exp, log and inverse normal, so with -ffp-contract=off the
 * results have the same bits. Freedom to fuse and to divide less was worth under 3 % when tried.
 */
#include <immintrin.h>

#include "one_calibre.h"

#ifndef VECTORS
#define VECTORS 3
#endif
enum { LANES = 8, WIDTH = LANES * VECTORS, TILE = 32, SEA_SLOTS = 64 };

typedef __m512d vec;
typedef __m512i bits;
#define INLINE static inline __attribute__((always_inline))
#define ALIGNED __attribute__((aligned(64)))

INLINE vec all(double x) { return _mm512_set1_pd(x); }
INLINE vec fma_(vec a, vec b, vec c) { return _mm512_fmadd_pd(a, b, c); }
INLINE vec flush(vec x) { return _mm512_maskz_mov_pd(_mm512_cmp_pd_mask(x, all(TINY), _CMP_NLT_UQ), x); }

/* min(1, wanted / pool). From an empty pool it is 1, also for 0 / 0 by the order of the operands: 1 of nothing is nothing. */
INLINE vec share(vec wanted, vec pool) { return _mm512_min_pd(wanted / pool, all(1)); }

/* ---- Elementary functions: the algorithms of Simulation/Execution/Maths, without the cases that do not occur here. ---- */

INLINE vec cubic(vec x, vec x2, const double *c)
{
    return fma_(fma_(all(c[3]), x, all(c[2])), x2, fma_(all(c[1]), x, all(c[0])));
}

INLINE vec exp_(vec x)
{
    static const double q[12] = {0.5, 0.16666666666666682, 0.041666666666666095, 0.00833333333331705, 0.0013888888889115661,
        0.00019841269896346244, 2.4801586926496278e-05, 2.755723489881867e-06, 2.755758200916566e-07, 2.511202409157415e-08,
        2.0826565615427852e-09, 0};
    vec shifted = fma_(x, all(1.4426950408889634), all(6755399441055744.0));
    vec n = shifted - all(6755399441055744.0);
    vec reduced = fma_(n, all(-0.6931471805592082), x);
    vec r = fma_(n, all(-7.371002565167799e-13), reduced);
    vec r_low = fma_(n, all(-7.371002565167799e-13), reduced - r);
    vec r2 = r * r, r4 = r2 * r2;
    vec sum = fma_(cubic(r, r2, q + 8), r4, cubic(r, r2, q + 4));
    sum = fma_(sum, r4, cubic(r, r2, q));
    vec power = all(1) + (r + fma_(r2, sum, r_low));
    return _mm512_castsi512_pd(_mm512_castpd_si512(power) + _mm512_slli_epi64(_mm512_castpd_si512(shifted), 52));
}

/* Of normal positive numbers. */
INLINE vec log_(vec x)
{
    static const double q[20] = {0.33333333333333454, -0.2499999999999892, 0.1999999999994614, -0.1666666666691437,
        0.14285714293840857, -0.12499999982020692, 0.1111111051607774, -0.10000000383199259, 0.0909093350469082,
        -0.08333345762050752, 0.07691714493864338, -0.07142000041721706, 0.06675147996482152, -0.06269801379795806,
        0.05817782092628831, -0.05326777866620309, 0.054159637523689345, -0.0627504124922611, 0.05696869243548141,
        -0.024276177055062118};
    bits b = _mm512_castpd_si512(x);
    bits exponent = (b - _mm512_set1_epi64(0x3FE6A09E667F3BCD)) & _mm512_set1_epi64((long long)0xFFF0000000000000);
    vec f = _mm512_castsi512_pd(b - exponent) - all(1);
    vec e = _mm512_cvtepi64_pd(_mm512_srai_epi64(exponent, 52));
    vec f2 = f * f, f4 = f2 * f2;
    vec sum = cubic(f, f2, q + 16);
    for (int i = 12; i >= 0; i -= 4) sum = fma_(sum, f4, cubic(f, f2, q + i));
    vec f2_low = fma_(f, f, -f2);
    vec high = fma_(f2, all(-0.5), f);
    vec low = fma_(f2, all(-0.5), f - high) - all(0.5) * f2_low;
    vec whole = e * all(0.6931471805592082);
    vec total = whole + high;
    vec rest = (whole - total) + high + low;
    return total + fma_(f * f2, sum, fma_(e, all(7.371002565167799e-13), rest));
}

INLINE vec rational(vec x, const double *above, const double *below)
{
    vec x2 = x * x, x4 = x2 * x2;
    return fma_(cubic(x, x2, above + 4), x4, cubic(x, x2, above)) / fma_(cubic(x, x2, below + 4), x4, cubic(x, x2, below));
}

INLINE __mmask8 in_tail(vec p) { return _mm512_cmp_pd_mask(_mm512_abs_pd(p - all(0.5)), all(0.425), _CMP_GT_OQ); }

INLINE vec central_normal(vec p)
{
    static const double a[8] = {3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227};
    static const double b[8] = {1.0, 42.31333070160091, 687.1870074920579, 5394.196021424751,
        21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854};
    vec q = p - all(0.5);
    return q * rational(_mm512_fnmadd_pd(q, q, all(0.180625)), a, b);
}

static __attribute__((noinline)) vec far_tail(vec t)
{
    static const double e[8] = {6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-05, 2.0103343992922881e-07};
    static const double f[8] = {1.0, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
        0.0007868691311456133, 1.8463183175100548e-05, 1.421511758316446e-07, 2.0442631033899397e-15};
    return rational(t - all(5), e, f);
}

INLINE vec tail_normal(vec p)
{
    static const double c[8] = {1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414};
    static const double d[8] = {1.0, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
        0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-09};
    vec t = _mm512_sqrt_pd(-log_(_mm512_min_pd(p, all(1) - p)));
    vec z = rational(t - all(1.6), c, d);
    __mmask8 far = _mm512_cmp_pd_mask(t, all(5), _CMP_GT_OQ);
    if (__builtin_expect(far, 0)) z = _mm512_mask_mov_pd(z, far, far_tail(t));
    return _mm512_mask_sub_pd(z, _mm512_cmp_pd_mask(p, all(0.5), _CMP_LT_OQ), _mm512_setzero_pd(), z);
}

static vec inverse_normal(vec p)
{
    return _mm512_mask_mov_pd(central_normal(p), in_tail(p), tail_normal(p));
}

/* ---- Draws. ---- */

/* What rounds 1 and 2 of Philox make of the numbers of eight replications; it does not depend on the step. */
typedef struct { bits high, low; } Numbers;

static Numbers numbers_of(uint64_t seed, uint64_t key, uint32_t first)
{
    uint64_t high[LANES] ALIGNED, low[LANES] ALIGNED;
    for (uint32_t lane = 0; lane < LANES; lane++) {
        uint64_t p1 = (uint64_t)PHILOX_M1 * (uint32_t)key;
        uint64_t p0 = (uint64_t)PHILOX_M0 * ((uint32_t)(p1 >> 32) ^ (first + lane) ^ (uint32_t)seed);
        high[lane] = p0 >> 32;
        low[lane] = (uint32_t)p0;
    }
    return (Numbers){_mm512_load_si512(high), _mm512_load_si512(low)};
}

INLINE vec uniform_draw(uint64_t seed, uint64_t key, Numbers numbers, uint32_t step)
{
    const bits m0 = _mm512_set1_epi64(PHILOX_M0), m1 = _mm512_set1_epi64(PHILOX_M1);
    uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    /* Rounds 1 and 2, and half of round 3, are the same for all replications. */
    uint64_t p0 = (uint64_t)PHILOX_M0 * step, p1 = (uint64_t)PHILOX_M1 * (uint32_t)key;
    uint32_t c1 = (uint32_t)p1, c2 = (uint32_t)(p0 >> 32) ^ (uint32_t)(key >> 32) ^ k1, c3 = (uint32_t)p0;
    k0 += PHILOX_W0, k1 += PHILOX_W1;
    p1 = (uint64_t)PHILOX_M1 * c2;
    uint32_t c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)p1;
    bits v2 = numbers.high ^ _mm512_set1_epi64(c3 ^ k1);
    k0 += PHILOX_W0, k1 += PHILOX_W1;
    p0 = (uint64_t)PHILOX_M0 * c0;
    bits w1 = _mm512_mul_epu32(v2, m1);
    bits v0 = _mm512_srli_epi64(w1, 32) ^ _mm512_set1_epi64(c1 ^ k0);
    v2 = numbers.low ^ _mm512_set1_epi64((uint32_t)(p0 >> 32) ^ k1);
    bits v1 = w1, v3 = _mm512_set1_epi64((uint32_t)p0);
#pragma GCC unroll 7
    for (int round = 4; round <= 10; round++) {
        k0 += PHILOX_W0, k1 += PHILOX_W1;
        bits w0 = _mm512_mul_epu32(v0, m0);
        w1 = _mm512_mul_epu32(v2, m1);
        v0 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(w1, 32), v1, _mm512_set1_epi64(k0), 0x96);
        v2 = _mm512_ternarylogic_epi64(_mm512_srli_epi64(w0, 32), v3, _mm512_set1_epi64(k1), 0x96);
        v1 = w1;
        v3 = w0;
    }
    bits word = _mm512_mask_shuffle_epi32(v0, 0xAAAA, v1, _MM_PERM_CCAA); /* v1 above v0 */
    word = _mm512_srli_epi64(word, 12) | _mm512_set1_epi64(0x3FF0000000000000);
    return _mm512_castsi512_pd(word) - all(1 - 0x1p-53);
}

static vec parameter(uint64_t seed, const char *name, uint32_t first)
{
    uint64_t key = draw_key(name);
    return uniform_draw(seed, key, numbers_of(seed, key, first), 0);
}

static vec uniform(double low, double high, vec u) { return all(low) + all(high - low) * u; }

static vec triangular(double low, double mode, double high, vec u)
{
    double width = high - low, rise = mode - low, fall = high - mode;
    vec rising = all(low) + _mm512_sqrt_pd(u * all(width * rise));
    vec falling = all(high) - _mm512_sqrt_pd((all(1) - u) * all(width * fall));
    return _mm512_mask_mov_pd(falling, _mm512_cmp_pd_mask(u, all(rise / width), _CMP_LT_OQ), rising);
}

/* ---- The model. ---- */

/* Eight replications: what is drawn once, the state, and the running sums. r is Russia, d is DPRK. */
typedef struct {
    vec line_end, line_drift, orders_2023, orders_2024, rate;
    bits lag;
    Numbers fire;
    vec rear_r, rear_d, front_r, front_d, reserve_r, reserve_d, way_r, way_d, exportable, noise;
    vec fired, fired_d, required, exhausted;
    vec forward_r[FRONT_LEAD], forward_d[FRONT_LEAD], fired_before[FILL_DAYS], required_before[FILL_DAYS], sea[SEA_SLOTS];
} Eight;

static void open_(Eight *s, uint64_t seed, uint32_t first)
{
    memset(s, 0, sizeof *s);
    vec low = log_(all(LINE_END_LOW)), high = log_(all(LINE_END_HIGH));
    vec sigma = (high - low) / (all(2) * inverse_normal(all(0.95)));
    vec z = inverse_normal(parameter(seed, "line end", first));
    s->line_end = exp_((low + high) * all(0.5) + sigma * z) * all(1 / DAYS_PER_YEAR);
    s->line_drift = inverse_normal(parameter(seed, "line drift", first)) * all(LINE_DRIFT_SD);
    s->orders_2023 = triangular(ORDERS_2023_LOW, ORDERS_2023_MODE, ORDERS_2023_HIGH, parameter(seed, "orders 2023", first));
    s->orders_2024 = triangular(ORDERS_2024_LOW, ORDERS_2024_MODE, ORDERS_2024_HIGH, parameter(seed, "orders 2024", first));
    s->rate = uniform(REQUIRED_LOW, REQUIRED_HIGH, parameter(seed, "required", first));
    s->lag = _mm512_cvttpd_epi64(uniform(SEA_LEAD_LOW, SEA_LEAD_HIGH, parameter(seed, "sea lead time", first)) + all(0.5));
    s->rear_r = uniform(REAR_LOW, REAR_HIGH, parameter(seed, "rear opening", first));
    s->exportable = uniform(EXPORTABLE_LOW, EXPORTABLE_HIGH, parameter(seed, "exportable", first));
    s->front_r = all(FRONT_OPENING);
    s->reserve_r = all(RESERVE_OPENING);
    s->exhausted = all(INFINITY);
    s->fire = numbers_of(seed, draw_key("fire"), first);
}

/* The required rounds of a tile of days. */
INLINE void require(Eight *group, uint64_t seed, uint64_t key, int first, int days, vec wanted[TILE][VECTORS])
{
    double packed[TILE * WIDTH + LANES] ALIGNED;
    __mmask8 tails[TILE][VECTORS];
    int count = 0;
    for (int day = 0; day < days; day++) {
#pragma GCC unroll 4
        for (int i = 0; i < VECTORS; i++) {
            vec u = uniform_draw(seed, key, group[i].fire, (uint32_t)(first + day));
            __mmask8 tail = in_tail(u);
            wanted[day][i] = central_normal(u);
            tails[day][i] = tail;
            _mm512_storeu_pd(packed + count, _mm512_maskz_compress_pd(tail, u));
            count += __builtin_popcount(tail);
        }
    }
    /* What lies behind the last tail must be a number that the logarithm knows. */
    _mm512_storeu_pd(packed + count, all(0.5));
    for (int k = 0; k < count; k += LANES) _mm512_store_pd(packed + k, tail_normal(_mm512_load_pd(packed + k)));

    double keep = exp(-1 / NOISE_DAYS), fresh = NOISE_SD * sqrt(1 - keep * keep);
    int next = 0;
    for (int day = 0; day < days; day++) {
        vec f = all(first + day == 0 ? NOISE_SD : fresh);
#pragma GCC unroll 4
        for (int i = 0; i < VECTORS; i++) {
            __mmask8 tail = tails[day][i];
            vec z = _mm512_mask_expand_pd(wanted[day][i], tail, _mm512_loadu_pd(packed + next));
            next += __builtin_popcount(tail);
            group[i].noise = all(keep) * group[i].noise + f * z;
            wanted[day][i] = group[i].rate * exp_(group[i].noise);
        }
    }
}

/* What all replications share on a day: slots of rings, and the years of drift. */
typedef struct { int t, forward, fill; double years; } Day;

/*
 * Every replication has its own lead time by sea, so a shipment is put where the day of its arrival will look. Eight plain
 * stores are cheaper than gathering on arrival.
 */
INLINE void ship(Eight *s, int t, vec rounds)
{
    long long slot[LANES] ALIGNED;
    _mm512_store_si512(slot, (_mm512_set1_epi64(t) + s->lag) & _mm512_set1_epi64(SEA_SLOTS - 1));
    for (int lane = 0; lane < LANES; lane++) ((double *)&s->sea[slot[lane]])[lane] = rounds[lane];
}

INLINE void step(Eight *s, const Day *day, vec wanted)
{
    /* Arrivals. */
    vec landed = s->sea[day->t % SEA_SLOTS];
    vec rework = landed * all(REWORK);
    vec rear_d = s->rear_d + ((landed - rework) - landed * all(USELESS));
    vec reserve_d = s->reserve_d + rework, reserve_r = s->reserve_r;
    vec arrived_r = s->forward_r[day->forward], arrived_d = s->forward_d[day->forward];
    vec way_r = s->way_r - arrived_r, way_d = s->way_d - arrived_d;
    vec front_r = s->front_r + arrived_r, front_d = s->front_d + arrived_d;
    vec at_front = front_d + front_r;

    /* Line, works, supplier. Until the drift begins its factor is exactly 1. */
    vec line = s->line_end;
    if (day->t < RAMP_END) line = all(LINE_START) + (line - all(LINE_START)) * all((double)day->t / RAMP_END);
    if (day->years > 0) line = line * exp_(s->line_drift * all(day->years));
    vec taken = share(all(WORKS_CAPACITY), reserve_d + reserve_r);
    vec works_d = reserve_d * taken, works_r = reserve_r * taken;
    s->reserve_d = flush(reserve_d - works_d);
    s->reserve_r = flush(reserve_r - works_r);
    rear_d = rear_d + works_d * all(WORKS_YIELD);
    vec rear_r = (s->rear_r + line * all(LINE_YIELD)) + works_r * all(WORKS_YIELD);
    vec exportable = s->exportable + all(DPRK_PRODUCTION);

    /* Dispatch. */
    vec gap = _mm512_max_pd(all(FRONT_COVER) * wanted - (at_front + (way_d + way_r)), _mm512_setzero_pd());
    gap = gap * share(all(FRONT_CAPACITY), gap);
    vec ordered = day->t < ORDERS_2023 ? _mm512_setzero_pd() : day->t < ORDERS_2024 ? s->orders_2023 : s->orders_2024;
    vec sent = _mm512_min_pd(ordered, exportable);
    s->exportable = flush(exportable - sent);
    ship(s, day->t, sent * all(SEA_SURVIVES));
    vec dispatched = share(gap, rear_d + rear_r);
    vec moved_d = rear_d * dispatched, moved_r = rear_r * dispatched;
    s->forward_d[day->forward] = moved_d;
    s->forward_r[day->forward] = moved_r;
    s->way_d = flush(way_d + moved_d);
    s->way_r = flush(way_r + moved_r);
    rear_d = rear_d - moved_d;
    rear_r = rear_r - moved_r;
    s->rear_d = flush(rear_d);
    s->rear_r = flush(rear_r);

    /* Rationing and fire. */
    vec sustained = (at_front + (rear_d + rear_r)) / all(RATION_COVER);
    vec shot = share(_mm512_min_pd(wanted, sustained), at_front);
    vec shot_d = front_d * shot, shot_r = front_r * shot;
    s->front_d = flush(front_d - shot_d);
    s->front_r = flush(front_r - shot_r);

    /* Metrics. A day is looked at for exhaustion once there are as many before it as the fill rate needs. */
    vec fired = s->fired + (shot_d + shot_r), required = s->required + wanted;
    s->fired_d = s->fired_d + shot_d;
    if (day->t >= FILL_DAYS - 1) {
        vec fill = fired - s->fired_before[day->fill], need = required - s->required_before[day->fill];
        __mmask8 low = _mm512_cmp_pd_mask(fill, all(EXHAUSTION_FILL) * need, _CMP_LT_OQ);
        s->exhausted = _mm512_mask_min_pd(s->exhausted, low, s->exhausted, all(day->t));
    }
    s->fired_before[day->fill] = s->fired = fired;
    s->required_before[day->fill] = s->required = required;
}

static void run(Eight *group, uint64_t seed)
{
    uint64_t key = draw_key("fire");
    vec wanted[TILE][VECTORS];
    for (int first = 0; first < DAYS; first += TILE) {
        int days = first + TILE < DAYS ? TILE : DAYS - first;
        require(group, seed, key, first, days, wanted);
        for (int t = first; t < first + days; t++) {
            double after = t > DRIFT_FROM ? (t - DRIFT_FROM) / DAYS_PER_YEAR : 0;
            Day day = {t, t % FRONT_LEAD, t % FILL_DAYS, after};
#pragma GCC unroll 4
            for (int i = 0; i < VECTORS; i++) step(&group[i], &day, wanted[t - first][i]);
        }
    }
}

static void simulate(uint64_t seed, uint32_t count, double *out)
{
    static Eight group[VECTORS];
    for (uint32_t first = 0; first < count; first += WIDTH) {
        for (int i = 0; i < VECTORS; i++) open_(&group[i], seed, first + (uint32_t)i * LANES);
        run(group, seed);
        for (uint32_t k = 0; k < WIDTH && first + k < count; k++) {
            const Eight *s = &group[k / LANES];
            vec on_hand = s->rear_d + s->rear_r + s->front_d + s->front_r;
            vec results[OUTPUTS] = {s->fired, s->required, s->fired_d, on_hand, s->exhausted};
            for (int j = 0; j < OUTPUTS; j++) out[(size_t)(first + k) * OUTPUTS + j] = ((const double *)&results[j])[k % LANES];
        }
    }
}
