/* A disk in trouble: preloaded into the server, it does to the files of DISK_FOLDER what the first byte of DISK_MODE says:
 * o all is well · f full · r turned read-only · s slow to sync · g gone.
 * Built with: cc -shared -fPIC -O2 -o bad-disk.so bad-disk.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define FDS 4096

static char ours[FDS];
static volatile const char *mode;
static const char *folder;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
  int (*open_)(const char *, int, ...) = real("open64");
  const char *file = getenv("DISK_MODE");
  int fd;
  folder = getenv("DISK_FOLDER");
  if (!file || !folder) return;
  fd = open_(file, O_RDONLY | O_CLOEXEC);
  if (fd < 0) abort();
  mode = mmap(NULL, 1, PROT_READ, MAP_SHARED, fd, 0);
  if (mode == MAP_FAILED) abort();
}

static char now(void) { return mode ? *mode : 'o'; }
static int inside(const char *path) {
  size_t n;
  if (!mode || !path) return 0;
  n = strlen(folder);
  return strncmp(path, folder, n) == 0 && path[n] == '/';
}
static int is_ours(int fd) { return fd >= 0 && fd < FDS && ours[fd]; }

/* What asking this disk to write comes to; 0 when it may. */
static int trouble(void) {
  switch (now()) {
    case 'f': return ENOSPC;
    case 'r': return EROFS;
    case 'g': return EIO;
    default: return 0;
  }
}

#define TRY(e)      \
  do {              \
    int why = (e);  \
    if (why) {      \
      errno = why;  \
      return -1;    \
    }               \
  } while (0)

static int opening(const char *path, int flags) {
  if (!inside(path)) return 0;
  if (now() == 'g') return EIO;
  if (now() == 'r' && (flags & O_ACCMODE) != O_RDONLY) return EROFS;
  if (now() == 'f' && (flags & O_CREAT) && access(path, F_OK) != 0) return ENOSPC;
  return 0;
}

static int opened(int fd, const char *path) {
  if (fd >= 0 && fd < FDS) ours[fd] = (char)inside(path);
  return fd;
}

#define MODE                                    \
  mode_t m = 0;                                 \
  if (flags & (O_CREAT | __O_TMPFILE)) {        \
    va_list more;                               \
    va_start(more, flags);                      \
    m = va_arg(more, mode_t);                   \
    va_end(more);                               \
  }

int open64(const char *path, int flags, ...) {
  static int (*f)(const char *, int, ...);
  MODE if (!f) f = real("open64");
  TRY(opening(path, flags));
  return opened(f(path, flags, m), path);
}
int open(const char *path, int flags, ...) {
  MODE return open64(path, flags, m);
}

int close(int fd) {
  static int (*f)(int);
  if (!f) f = real("close");
  if (fd >= 0 && fd < FDS) ours[fd] = 0;
  return f(fd);
}

ssize_t write(int fd, const void *bytes, size_t size) {
  static ssize_t (*f)(int, const void *, size_t);
  if (!f) f = real("write");
  if (is_ours(fd)) TRY(trouble());
  return f(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) {
  static ssize_t (*f)(int, const void *, size_t, off_t);
  if (!f) f = real("pwrite64");
  if (is_ours(fd)) TRY(trouble());
  return f(fd, bytes, size, at);
}

ssize_t pread64(int fd, void *bytes, size_t size, off_t at) {
  static ssize_t (*f)(int, void *, size_t, off_t);
  if (!f) f = real("pread64");
  if (is_ours(fd) && now() == 'g') TRY(EIO);
  return f(fd, bytes, size, at);
}

ssize_t read(int fd, void *bytes, size_t size) {
  static ssize_t (*f)(int, void *, size_t);
  if (!f) f = real("read");
  if (is_ours(fd) && now() == 'g') TRY(EIO);
  return f(fd, bytes, size);
}

int ftruncate64(int fd, off_t size) {
  static int (*f)(int, off_t);
  if (!f) f = real("ftruncate64");
  if (is_ours(fd)) TRY(trouble());
  return f(fd, size);
}

static int syncing(int fd, int (*f)(int)) {
  if (is_ours(fd)) {
    if (now() == 'g' || now() == 'r') TRY(EIO);
    if (now() == 's') usleep(400000);
  }
  return f(fd);
}
int fsync(int fd) {
  static int (*f)(int);
  if (!f) f = real("fsync");
  return syncing(fd, f);
}
int fdatasync(int fd) {
  static int (*f)(int);
  if (!f) f = real("fdatasync");
  return syncing(fd, f);
}
