/* How many threads a call may use, where OpenMP may be absent and the process may be a forked child. */
#ifndef FX_THREADS_H
#define FX_THREADS_H

#ifdef _OPENMP
#include <omp.h>
static int fx_has_openmp(void) { return 1; }
static int fx_omp_max_threads(void) { return omp_get_max_threads(); }
#else
static int fx_has_openmp(void) { return 0; }
static int fx_omp_max_threads(void) { return 1; }
#endif

/* libgomp's threads do not survive a fork, and a child that waits for them hangs: children run serially. */
static int fx_in_child = 0;
#if defined(_OPENMP) && !defined(_WIN32)
#include <pthread.h>
static void fx_mark_child(void) { fx_in_child = 1; }
static void fx_watch_forks(void) { pthread_atfork(NULL, NULL, fx_mark_child); }
#else
static void fx_watch_forks(void) {}
#endif

/* The best x86-64 level (2 is the baseline) that the CPU and the operating system offer. */
#ifdef FX_HAVE_X86_64
static int fx_cpu_level(void) {
    __builtin_cpu_init();
    if (!(__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
          __builtin_cpu_supports("bmi2"))) return 2;
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
                   __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
               ? 4
               : 3;
}
#else
static int fx_cpu_level(void) { return 0; }
#endif

#endif
