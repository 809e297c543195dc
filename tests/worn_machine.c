/* Put before a program (LD_PRELOAD) to give it a machine that is worn: a disk on which writes and waiting for them take long,
 * and a clock that is set back and forth by a day at every look. The clock that only counts on stays as it is. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static void rest(const char *name) {
    const char *told = getenv(name);
    long micros = told ? atol(told) : 0;
    if (micros > 0) usleep(micros);
}

static long jump(void) {
    static int looks;
    return getenv("CLOCK_JUMPS") && looks++ % 2 ? -86400 : 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int file) { rest("SLOW_SYNC"); return REAL(fsync)(file); }
int fdatasync(int file) { rest("SLOW_SYNC"); return REAL(fdatasync)(file); }
ssize_t pwrite(int file, const void *from, size_t size, off_t at) { rest("SLOW_WRITE"); return REAL(pwrite)(file, from, size, at); }
ssize_t pwrite64(int file, const void *from, size_t size, off64_t at) { rest("SLOW_WRITE"); return REAL(pwrite64)(file, from, size, at); }

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = REAL(clock_gettime)(clock, now);
    if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += jump();
    return result;
}
int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int result = REAL(gettimeofday)(now, zone);
    if (result == 0) now->tv_sec += jump();
    return result;
}
time_t time(time_t *out) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}
