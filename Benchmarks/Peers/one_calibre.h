/*
 * What the C peers share: the numbers of the model (see OneCalibre.cs), the addresses of its draws, and the loop that
 * answers the runner. Reading a request and writing results stay outside the time that is reported.
 */
#ifndef ONE_CALIBRE_H
#define ONE_CALIBRE_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    DAYS = 2137,             /* 2022-02-24 to 2027-12-31 */
    RAMP_END = 858,          /* 2024-07-01 */
    DRIFT_FROM = 1042,       /* 2025-01-01 */
    ORDERS_2023 = 554,       /* 2023-09-01 */
    ORDERS_2024 = 920,       /* 2024-09-01 */
    FRONT_LEAD = 5,
    LONGEST_SEA_LEAD = 40,
    FILL_DAYS = 30,          /* trailing days of the fill rate that decides exhaustion */
    OUTPUTS = 5,             /* fired, required, DPRK fired, on hand at the end, first exhausted day */
};

#define DAYS_PER_YEAR 365.25
#define REAR_LOW 2e6
#define REAR_HIGH 5e6
#define FRONT_OPENING 2e5
#define RESERVE_OPENING 2e6
#define LINE_START (250000 * (1 / DAYS_PER_YEAR))
#define LINE_END_LOW 1e6
#define LINE_END_HIGH 2.5e6
#define LINE_DRIFT_SD 0.15
#define LINE_YIELD 0.97
#define WORKS_CAPACITY 2000.0
#define WORKS_YIELD 0.85
#define EXPORTABLE_LOW 1e6
#define EXPORTABLE_HIGH 4e6
#define DPRK_PRODUCTION 1500.0
#define ORDERS_2023_LOW 2000.0
#define ORDERS_2023_MODE 4000.0
#define ORDERS_2023_HIGH 9000.0
#define ORDERS_2024_LOW 3000.0
#define ORDERS_2024_MODE 6000.0
#define ORDERS_2024_HIGH 12000.0
#define REWORK 0.2
#define USELESS 0.1
#define SEA_LEAD_LOW 15.0
#define SEA_LEAD_HIGH 40.0
#define SEA_SURVIVES (1 - 0.01)
#define FRONT_CAPACITY 20000.0
#define FRONT_COVER 15.0
#define REQUIRED_LOW 5000.0
#define REQUIRED_HIGH 15000.0
#define NOISE_SD 0.25
#define NOISE_DAYS 20.0
#define RATION_COVER 90.0
#define EXHAUSTION_FILL 0.5
#define TINY 1e-30
#define Z95 1.6448536269514722 /* the standard normal quantile at 0.95: LogNormal names its 5 % and 95 % quantiles */

/* Philox4x32-10: counter = (step, replication, key), key = seed. */
#define PHILOX_M0 0xD2511F53u
#define PHILOX_M1 0xCD9E8D57u
#define PHILOX_W0 0x9E3779B9u
#define PHILOX_W1 0xBB67AE85u

/* The address of a named draw: FNV-1a 64, then the finaliser of SplitMix64. */
static inline uint64_t draw_key(const char *name)
{
    uint64_t z = 0xCBF29CE484222325u;
    for (; *name; name++) z = (z ^ (unsigned char)*name) * 0x100000001B3u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* Simulates replications 0..count-1 into OUTPUTS doubles each. */
static void simulate(uint64_t seed, uint32_t count, double *out);

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/*
 * After "ready", a request is a line "seed replications path"; results go to the path unless it is "-". The answer is the
 * seconds that passed and those that the processor worked. */
int main(void)
{
    unsigned long long seed;
    unsigned count;
    char path[4096];
    puts("ready");
    fflush(stdout);
    while (scanf("%llu %u %4095s", &seed, &count, path) == 3) {
        double *out = calloc((size_t)count * OUTPUTS, sizeof *out);
        double start = seconds(CLOCK_MONOTONIC), busy = seconds(CLOCK_PROCESS_CPUTIME_ID);
        simulate(seed, count, out);
        busy = seconds(CLOCK_PROCESS_CPUTIME_ID) - busy;
        printf("%.9f %.9f\n", seconds(CLOCK_MONOTONIC) - start, busy);
        fflush(stdout);
        if (strcmp(path, "-") != 0) {
            FILE *file = fopen(path, "wb");
            if (!file || fwrite(out, sizeof *out, (size_t)count * OUTPUTS, file) != (size_t)count * OUTPUTS || fclose(file) != 0) return 1;
            puts("written");
            fflush(stdout);
        }
        free(out);
    }
    return 0;
}

#endif
