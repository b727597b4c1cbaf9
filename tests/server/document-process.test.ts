/** The process that writes documents, from the server's side: one job at a time, its errors, and its end when it is idle. */
import childProcess, { type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Process from '@/server/exports/document-process';
import { programArguments } from '@/server/files/project-root';

/** A child as the server sees it; it answers when the test says so. */
class Child extends EventEmitter {
  readonly did: string[] = [];
  readonly jobs: unknown[] = [];
  readonly channel = { ref: () => this.did.push('channel ref'), unref: () => this.did.push('channel unref') };
  readonly pid = undefined;
  refuses: Error | null = null;
  ref = () => this.did.push('ref');
  unref = () => this.did.push('unref');
  disconnect = () => this.did.push('disconnect');
  send(job: unknown, sent: (error: Error | null) => void) {
    this.jobs.push(job);
    sent(this.refuses);
  }
}

const children: Child[] = [];
const spawned: unknown[][] = [];
/** The next child refuses its job with this. */
let refuses: Error | null = null;
let apart: typeof Process;
/** A module of its own, which has no process of another test. */
const MODULE = '@/server/exports/document-process?fresh';
let fresh = 0;
beforeEach(async () => {
  vi.useFakeTimers();
  children.length = spawned.length = 0;
  refuses = null;
  vi.spyOn(childProcess, 'spawn').mockImplementation(((...of: unknown[]) => {
    spawned.push(of);
    const child = Object.assign(new Child(), { refuses });
    children.push(child);
    return child as unknown as ChildProcess;
  }) as typeof childProcess.spawn);
  syncBuiltinESMExports();
  fresh += 1;
  apart = (await import(/* @vite-ignore */ `${MODULE}=${fresh}`)) as typeof Process;
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  vi.useRealTimers();
});

const settled = () => vi.advanceTimersByTimeAsync(0);
const job = (form: string) => ({ form }) as Parameters<typeof Process.writeApart>[0];
const file = (name: string) => ({ file: name }) as Process.PathFileJob;

describe('documents', () => {
  it('are written one after the other by one process, on one core', async () => {
    const bytes = new Uint8Array([1]);
    const first = apart.writeApart(job('pdf'));
    const second = apart.pathFileInChild(file('a.csv'));
    await settled();
    expect(spawned).toEqual([
      [
        process.execPath,
        programArguments('document-child'),
        {
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
          serialization: 'advanced',
          env: { ...process.env, RAYON_NUM_THREADS: '1' },
        },
      ],
    ]);
    const [child = new Child()] = children;
    expect(child.jobs).toEqual([job('pdf')]);
    expect(child.did.splice(0)).toEqual(['ref', 'channel ref']);
    child.emit('message', bytes);
    expect(await first).toBe(bytes);
    await settled();
    expect(child.jobs).toEqual([job('pdf'), file('a.csv')]);
    expect(child.did.splice(0)).toEqual(['unref', 'channel unref', 'ref', 'channel ref']);
    child.emit('message', null);
    expect(await second).toBeNull();
    expect([children.length, child.listenerCount('exit'), child.listenerCount('error')]).toEqual([1, 1, 0]);
  });

  it.each<[string, (child: Child) => void, string]>([
    ['the process ends', (child) => child.emit('exit', 1), 'the pdf was not written (1)'],
    ['the process cannot be started', (child) => child.emit('error', new Error('no node')), 'no node'],
  ])('are not written where %s, and the next has a process of its own', async (_, breaks, message) => {
    const first = apart.writeApart(job('pdf'));
    const second = apart.writeApart(job('odt'));
    const refused = expect(first).rejects.toThrow(new Error(message));
    await settled();
    const [child = new Child()] = children;
    breaks(child);
    await refused;
    await settled();
    expect(children).toHaveLength(2);
    expect(child.listenerCount('message')).toBe(0);
    children[1]?.emit('message', 'odt');
    expect(await second).toBe('odt');
  });

  it('say which file of a path was not written', async () => {
    const asked = expect(apart.pathFileInChild(file('a.csv'))).rejects.toThrow(
      new Error('the a.csv was not written (null)'),
    );
    await settled();
    children[0]?.emit('exit', null);
    await asked;
  });

  it('are refused where the job cannot be sent', async () => {
    refuses = new Error('channel closed');
    await expect(apart.writeApart(job('pdf'))).rejects.toThrow('channel closed');
    refuses = null;
    const next = apart.writeApart(job('odt'));
    await settled();
    children[1]?.emit('message', 'odt');
    expect(await next).toBe('odt');
  });

  it('need a new process once theirs has been idle for twenty seconds, and a job in time keeps it', async () => {
    const write = async (form: string, n: number) => {
      const made = apart.writeApart(job(form));
      await settled();
      children[n]?.emit('message', form);
      expect(await made).toBe(form);
    };
    await write('pdf', 0);
    await vi.advanceTimersByTimeAsync(19_999);
    await write('odt', 0);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(children[0]?.did).not.toContain('disconnect');
    await vi.advanceTimersByTimeAsync(1);
    expect(children[0]?.did.at(-1)).toBe('disconnect');
    await write('docx', 1);
    // One that ended meanwhile is not asked again, and the end of an older one changes nothing.
    children[0]?.emit('exit', 0);
    await write('html', 1);
    children[1]?.emit('exit', 0);
    await write('epub', 2);
    expect(children).toHaveLength(3);
  });
});
