/* A disk that loses power: preloaded into the server, it keeps beside the data folder (CUT_FROM) a second one (CUT_TO)
 * that holds only what a real disk would still have: what was synced, and by chance torn pieces of what was not.
 * Writes go through to the real files as ever, so the running server notices nothing; after the cut the second folder
 * takes the place of the first. Built with: cc -shared -fPIC -O2 -o unsynced.so unsynced.c -ldl -lpthread */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
#define SECTOR 512

/* One thing asked of a file and not yet synced: bytes at a place, or a new length (bytes == NULL). */
typedef struct Op {
  struct Op *next;
  char *bytes;
  off_t at;
  size_t size;
} Op;

/* A file of the data folder, by its path within it. */
typedef struct File {
  struct File *next;
  char path[PATH_MAX];
  Op *first, *last;
  int gone; /* unlinked, and its folder not synced since: after the cut it may be back */
} File;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static File *files;
static File *byFd[FDS];
static char *folderByFd[FDS]; /* a folder's path within the data folder: "" for itself */
static const char *from, *to;
static unsigned int chance;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);
static int (*real_close)(int);

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_open = dlsym(RTLD_NEXT, "open64");
  real_openat = dlsym(RTLD_NEXT, "openat64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  real_close = dlsym(RTLD_NEXT, "close");
  from = getenv("CUT_FROM");
  to = getenv("CUT_TO");
  chance = (unsigned int)getpid();
}

/* The part of a path inside the data folder, or NULL. The wal-index (-shm) is rebuilt at every opening. */
static const char *inside(const char *path) {
  size_t n;
  if (!from || !to || !path) return NULL;
  n = strlen(from);
  if (strncmp(path, from, n) != 0 || path[n] != '/') return NULL;
  if (strlen(path) > 4 && strcmp(path + strlen(path) - 4, "-shm") == 0) return NULL;
  return path + n + 1;
}

static void beside(char *out, const char *path) {
  if (snprintf(out, PATH_MAX, "%s/%s", to, path) >= PATH_MAX) abort();
}

static File *fileOf(const char *path) {
  File *f;
  for (f = files; f; f = f->next)
    if (strcmp(f->path, path) == 0) return f;
  f = calloc(1, sizeof *f);
  snprintf(f->path, PATH_MAX, "%s", path);
  f->next = files;
  files = f;
  return f;
}

static void forget(File *f) {
  Op *op = f->first, *next;
  for (; op; op = next) {
    next = op->next;
    free(op->bytes);
    free(op);
  }
  f->first = f->last = NULL;
}

static void carry(int fd, const Op *op) {
  if (op->bytes) {
    if (real_pwrite(fd, op->bytes, op->size, op->at) < 0) abort();
  } else if (real_ftruncate(fd, op->at) != 0) abort();
}

static int openBeside(const File *f) {
  char path[PATH_MAX], *slash;
  int fd;
  beside(path, f->path);
  for (slash = strchr(path + strlen(to) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0700);
    *slash = '/';
  }
  fd = real_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) abort();
  return fd;
}

static void remember(File *f, const void *bytes, size_t size, off_t at) {
  Op *op = calloc(1, sizeof *op);
  op->at = at;
  op->size = size;
  if (bytes) {
    op->bytes = malloc(size ? size : 1);
    memcpy(op->bytes, bytes, size);
  }
  if (f->last) f->last->next = op;
  else f->first = op;
  f->last = op;
  /* Now and then the system writes something out of its own accord, in any order and not whole. */
  if (bytes && size >= SECTOR && rand_r(&chance) % 4 == 0) {
    size_t sectors = size / SECTOR, skip = rand_r(&chance) % sectors;
    size_t many = 1 + rand_r(&chance) % (sectors - skip);
    Op torn = {NULL, op->bytes + skip * SECTOR, at + (off_t)(skip * SECTOR), many * SECTOR};
    int fd = openBeside(f);
    carry(fd, &torn);
    real_close(fd);
  }
}

/* What a sync makes safe: everything asked of this file so far, in order. */
static void settle(File *f) {
  Op *op;
  int fd = openBeside(f);
  for (op = f->first; op; op = op->next) carry(fd, op);
  real_close(fd);
  forget(f);
}

static File *known(int fd) { return fd >= 0 && fd < FDS ? byFd[fd] : NULL; }

/* What the sync of a folder makes safe: that what was unlinked in it stays away. */
static void settleFolder(const char *folder) {
  size_t n = strlen(folder);
  File *f;
  char path[PATH_MAX];
  for (f = files; f; f = f->next) {
    const char *rest = f->path;
    if (n > 0) {
      if (strncmp(rest, folder, n) != 0 || rest[n] != '/') continue;
      rest += n + 1;
    }
    if (!f->gone || strchr(rest, '/')) continue;
    beside(path, f->path);
    real_unlink(path);
    forget(f);
    f->gone = 0;
  }
}

static const char *folderIn(const char *path) {
  if (from && path && strcmp(path, from) == 0) return "";
  return inside(path);
}

static int opened(int fd, const char *path, int flags) {
  const char *in = inside(path), *folder = folderIn(path);
  if (fd < 0 || fd >= FDS) return fd;
  pthread_mutex_lock(&lock);
  byFd[fd] = in && (flags & O_ACCMODE) != O_RDONLY ? fileOf(in) : NULL;
  free(folderByFd[fd]);
  folderByFd[fd] = folder && (flags & O_ACCMODE) == O_RDONLY ? strdup(folder) : NULL;
  if (byFd[fd]) byFd[fd]->gone = 0;
  if (byFd[fd] && (flags & O_TRUNC)) remember(byFd[fd], NULL, 0, 0);
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE                                    \
  mode_t mode = 0;                              \
  if (flags & (O_CREAT | __O_TMPFILE)) {        \
    va_list more;                               \
    va_start(more, flags);                      \
    mode = va_arg(more, mode_t);                \
    va_end(more);                               \
  }

int open(const char *path, int flags, ...) { MODE return opened(real_open(path, flags, mode), path, flags); }
int open64(const char *path, int flags, ...) { MODE return opened(real_open(path, flags, mode), path, flags); }
int openat(int dir, const char *path, int flags, ...) {
  MODE return opened(real_openat(dir, path, flags, mode), path, flags);
}
int openat64(int dir, const char *path, int flags, ...) {
  MODE return opened(real_openat(dir, path, flags, mode), path, flags);
}

int close(int fd) {
  if (fd >= 0 && fd < FDS && (byFd[fd] || folderByFd[fd])) {
    pthread_mutex_lock(&lock);
    byFd[fd] = NULL;
    free(folderByFd[fd]);
    folderByFd[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return real_close(fd);
}

ssize_t write(int fd, const void *bytes, size_t size) {
  File *f = known(fd);
  ssize_t done;
  if (!f) return real_write(fd, bytes, size);
  pthread_mutex_lock(&lock);
  off_t at = (fcntl(fd, F_GETFL) & O_APPEND) ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
  done = real_write(fd, bytes, size);
  if (done > 0) remember(f, bytes, (size_t)done, at);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) {
  File *f = known(fd);
  ssize_t done;
  if (!f) return real_pwrite(fd, bytes, size, at);
  pthread_mutex_lock(&lock);
  done = real_pwrite(fd, bytes, size, at);
  if (done > 0) remember(f, bytes, (size_t)done, at);
  pthread_mutex_unlock(&lock);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }

ssize_t writev(int fd, const struct iovec *parts, int n) {
  static ssize_t (*real)(int, const struct iovec *, int);
  ssize_t all = 0;
  int i;
  if (!real) real = dlsym(RTLD_NEXT, "writev");
  if (!known(fd)) return real(fd, parts, n);
  for (i = 0; i < n; i++) {
    ssize_t done = write(fd, parts[i].iov_base, parts[i].iov_len);
    if (done < 0) return all ? all : -1;
    all += done;
    if ((size_t)done < parts[i].iov_len) break;
  }
  return all;
}

int ftruncate64(int fd, off_t size) {
  File *f = known(fd);
  int done;
  if (!f) return real_ftruncate(fd, size);
  pthread_mutex_lock(&lock);
  done = real_ftruncate(fd, size);
  if (done == 0) remember(f, NULL, 0, size);
  pthread_mutex_unlock(&lock);
  return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int synced(int fd, int (*real)(int)) {
  File *f = known(fd);
  int done = real(fd);
  if (done == 0 && fd >= 0 && fd < FDS && (f || folderByFd[fd])) {
    pthread_mutex_lock(&lock);
    if (f) settle(f);
    else settleFolder(folderByFd[fd]);
    pthread_mutex_unlock(&lock);
  }
  return done;
}
int fsync(int fd) { return synced(fd, real_fsync); }
int fdatasync(int fd) { return synced(fd, real_fdatasync); }

int unlink(const char *path) {
  const char *in = inside(path);
  int done;
  if (!in) return real_unlink(path);
  pthread_mutex_lock(&lock);
  done = real_unlink(path);
  if (done == 0) {
    char other[PATH_MAX];
    File *f = fileOf(in);
    forget(f);
    beside(other, in);
    /* The disk may or may not have heard of it. */
    if (rand_r(&chance) % 2) real_unlink(other);
    else {
      remember(f, NULL, 0, 0);
      f->gone = 1;
    }
  }
  pthread_mutex_unlock(&lock);
  return done;
}

int rename(const char *old, const char *new) {
  const char *a = inside(old), *b = inside(new);
  int done;
  if (!a || !b) return real_rename(old, new);
  pthread_mutex_lock(&lock);
  done = real_rename(old, new);
  if (done == 0) {
    char x[PATH_MAX], y[PATH_MAX];
    File *was = fileOf(a), *is = fileOf(b);
    forget(is);
    is->first = was->first;
    is->last = was->last;
    was->first = was->last = NULL;
    beside(x, a);
    beside(y, b);
    real_rename(x, y);
  }
  pthread_mutex_unlock(&lock);
  return done;
}
