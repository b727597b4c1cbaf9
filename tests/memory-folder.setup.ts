/**
 * The folders of the tests lie in memory where the system has room for that: thousands of small commits otherwise wait for the
 * disk, which promises nothing that a test reads. The slow tests and the journeys stay on the disk.
 */
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

const MEMORY = '/dev/shm';
/** A run fills some 400 MB. A container often has 64 MB. */
const ROOM = 1024 ** 3;

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}

export default function setup(project: TestProject): (() => void) | undefined {
  if (process.env.TMPDIR || !hasRoom()) return undefined;
  const folder = mkdtempSync(`${MEMORY}/cerchi-`);
  // PostgreSQL runs as another user, and makes its own folder in here.
  chmodSync(folder, 0o1777);
  project.config.env = { ...project.config.env, TMPDIR: folder };
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
