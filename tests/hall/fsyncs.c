/* Counts fsync and fdatasync of the process it is preloaded into, in a file the bench reads. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static volatile uint64_t *counted;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("HALL_FSYNCS");
  int fd = file ? open(file, O_RDWR | O_CREAT, 0600) : -1;
  if (fd < 0 || ftruncate(fd, 8) != 0) return;
  void *at = mmap(NULL, 8, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (at != MAP_FAILED) counted = at;
  close(fd);
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  if (counted) __sync_fetch_and_add(counted, 1);
  return real(fd);
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  if (counted) __sync_fetch_and_add(counted, 1);
  return real(fd);
}
