/*
 * The model as one would write it in C without thinking of vectors: one replication after another, scalar, libm,
 * everything else left to gcc -O3 -march=native.
 */
#include "one_calibre.h"

typedef struct { double russia, dprk; } Cell;

static double uniform_draw(uint64_t seed, uint32_t replication, uint64_t key, uint32_t step)
{
    uint32_t c0 = step, c1 = replication, c2 = (uint32_t)key, c3 = (uint32_t)(key >> 32);
    uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
        uint64_t p0 = (uint64_t)PHILOX_M0 * c0, p1 = (uint64_t)PHILOX_M1 * c2;
        c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
        c1 = (uint32_t)p1;
        c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
        c3 = (uint32_t)p0;
        k0 += PHILOX_W0;
        k1 += PHILOX_W1;
    }
    return ((double)(((uint64_t)c1 << 32 | c0) >> 12) + 0.5) * 0x1p-52;
}

static double polynomial(const double c[8], double x)
{
    double sum = c[7];
    for (int i = 6; i >= 0; i--) sum = sum * x + c[i];
    return sum;
}

/* Wichura 1988, AS 241, PPND16. */
static double inverse_normal(double p)
{
    static const double a[8] = {3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727};
    static const double b[8] = {1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
        21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610};
    static const double c[8] = {1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4};
    static const double d[8] = {1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
        0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
    static const double e[8] = {6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static const double f[8] = {1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};
    double q = p - 0.5;
    if (fabs(q) <= 0.425) {
        double r = 0.180625 - q * q;
        return q * polynomial(a, r) / polynomial(b, r);
    }
    double t = sqrt(-log(q < 0 ? p : 1 - p));
    double z = t <= 5 ? polynomial(c, t - 1.6) / polynomial(d, t - 1.6) : polynomial(e, t - 5) / polynomial(f, t - 5);
    return q < 0 ? -z : z;
}

static double uniform(double low, double high, double u) { return low + (high - low) * u; }

static double triangular(double low, double mode, double high, double u)
{
    double width = high - low;
    return u < (mode - low) / width ? low + sqrt(u * width * (mode - low)) : high - sqrt((1 - u) * width * (high - mode));
}

static double share(double wanted, double pool) { return pool > 0 ? fmin(1, wanted / pool) : 0; }

static double flush(double x) { return x < TINY ? 0 : x; }

static void replication(uint64_t seed, uint32_t r, double *out)
{
    double line_mu = (log(LINE_END_LOW) + log(LINE_END_HIGH)) / 2;
    double line_sigma = (log(LINE_END_HIGH) - log(LINE_END_LOW)) / (2 * Z95);
    double line_end = exp(line_mu + line_sigma * inverse_normal(uniform_draw(seed, r, draw_key("line end"), 0))) / DAYS_PER_YEAR;
    double line_drift = inverse_normal(uniform_draw(seed, r, draw_key("line drift"), 0));
    double orders_2023 = triangular(ORDERS_2023_LOW, ORDERS_2023_MODE, ORDERS_2023_HIGH, uniform_draw(seed, r, draw_key("orders 2023"), 0));
    double orders_2024 = triangular(ORDERS_2024_LOW, ORDERS_2024_MODE, ORDERS_2024_HIGH, uniform_draw(seed, r, draw_key("orders 2024"), 0));
    double rate = uniform(REQUIRED_LOW, REQUIRED_HIGH, uniform_draw(seed, r, draw_key("required"), 0));
    int lag = (int)floor(uniform(SEA_LEAD_LOW, SEA_LEAD_HIGH, uniform_draw(seed, r, draw_key("sea lead time"), 0)) + 0.5);

    Cell rear = {uniform(REAR_LOW, REAR_HIGH, uniform_draw(seed, r, draw_key("rear opening"), 0)), 0};
    Cell front = {FRONT_OPENING, 0}, reserve = {RESERVE_OPENING, 0}, under_way = {0, 0};
    double exportable = uniform(EXPORTABLE_LOW, EXPORTABLE_HIGH, uniform_draw(seed, r, draw_key("exportable"), 0));
    double sea[LONGEST_SEA_LEAD + 1] = {0}, fired_before[FILL_DAYS] = {0}, required_before[FILL_DAYS] = {0};
    Cell forward[FRONT_LEAD] = {0};

    uint64_t noise_key = draw_key("fire");
    double keep = exp(-1 / NOISE_DAYS), fresh = NOISE_SD * sqrt(1 - keep * keep), noise = 0;
    double fired = 0, fired_dprk = 0, required = 0, exhausted = INFINITY;

    for (int t = 0; t < DAYS; t++) {
        /* Arrivals. */
        double landed = t >= lag ? sea[(t - lag) % (LONGEST_SEA_LEAD + 1)] : 0;
        rear.dprk += landed - landed * REWORK - landed * USELESS;
        reserve.dprk += landed * REWORK;
        Cell arrived = forward[t % FRONT_LEAD];
        under_way.russia -= arrived.russia;
        under_way.dprk -= arrived.dprk;
        front.russia += arrived.russia;
        front.dprk += arrived.dprk;

        /* Line, works, supplier. */
        double ramp = t < RAMP_END ? (double)t / RAMP_END : 1;
        double line = (LINE_START + (line_end - LINE_START) * ramp) * exp(line_drift * LINE_DRIFT_SD * fmax(0, t - DRIFT_FROM) / DAYS_PER_YEAR);
        double taken = share(WORKS_CAPACITY, reserve.russia + reserve.dprk);
        rear.russia += line * LINE_YIELD + reserve.russia * taken * WORKS_YIELD;
        rear.dprk += reserve.dprk * taken * WORKS_YIELD;
        reserve.russia -= reserve.russia * taken;
        reserve.dprk -= reserve.dprk * taken;
        exportable += DPRK_PRODUCTION;

        /* Dispatch. */
        double z = inverse_normal(uniform_draw(seed, r, noise_key, (uint32_t)t));
        noise = t == 0 ? NOISE_SD * z : keep * noise + fresh * z;
        double wanted = rate * exp(noise);
        double gap = fmax(0, FRONT_COVER * wanted - (front.russia + front.dprk + under_way.russia + under_way.dprk));
        double dispatched = share(gap * share(FRONT_CAPACITY, gap), rear.russia + rear.dprk);
        double ordered = t < ORDERS_2023 ? 0 : t < ORDERS_2024 ? orders_2023 : orders_2024;
        double sent = fmin(ordered, exportable);
        exportable = flush(exportable - sent);
        sea[t % (LONGEST_SEA_LEAD + 1)] = sent * SEA_SURVIVES;
        Cell moved = {rear.russia * dispatched, rear.dprk * dispatched};
        forward[t % FRONT_LEAD] = moved;
        rear.russia = flush(rear.russia - moved.russia);
        rear.dprk = flush(rear.dprk - moved.dprk);
        under_way.russia = flush(under_way.russia + moved.russia);
        under_way.dprk = flush(under_way.dprk + moved.dprk);

        /* Rationing and fire. */
        double counted = front.russia + front.dprk + rear.russia + rear.dprk;
        double controlled = fmin(wanted, counted / RATION_COVER);
        double shot = share(controlled, front.russia + front.dprk);
        double shot_russia = front.russia * shot, shot_dprk = front.dprk * shot;
        front.russia = flush(front.russia - shot_russia);
        front.dprk = flush(front.dprk - shot_dprk);
        reserve.russia = flush(reserve.russia);
        reserve.dprk = flush(reserve.dprk);

        /* Metrics. */
        fired += shot_russia + shot_dprk;
        fired_dprk += shot_dprk;
        required += wanted;
        int slot = t % FILL_DAYS;
        if (t >= FILL_DAYS - 1 && t < exhausted && fired - fired_before[slot] < EXHAUSTION_FILL * (required - required_before[slot])) exhausted = t;
        fired_before[slot] = fired;
        required_before[slot] = required;
    }
    out[0] = fired;
    out[1] = required;
    out[2] = fired_dprk;
    out[3] = rear.russia + rear.dprk + front.russia + front.dprk;
    out[4] = exhausted;
}

static void simulate(uint64_t seed, uint32_t count, double *out)
{
    for (uint32_t r = 0; r < count; r++) replication(seed, r, out + (size_t)r * OUTPUTS);
}
