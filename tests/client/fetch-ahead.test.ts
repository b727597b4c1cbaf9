/** The state that a page names: asked for once, by the page itself where its scripts are nearly here. */
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BEGIN_AHEAD, fetchAhead } from '@/client/loading/fetch-ahead';

const STATE = '/api/snapshots/one';
const page = globalThis as { ahead?: unknown };

// Another file's fetch may have left its mark in this worker.
beforeEach(() => {
  vi.unstubAllGlobals();
  delete page.ahead;
  return () => {
    vi.unstubAllGlobals();
    delete page.ahead;
  };
});

/** A page with three scripts; `load` is the arrival of one. `fetched` are the addresses that the page asked for. */
function parsed({ snapshot = STATE as string | null, stored = {} as Record<string, string> } = {}) {
  const here: string[] = [];
  const fetched: string[] = [];
  const heard = new Set<() => void>();
  const scripts = ['a', 'b', 'c'].map((src) => ({ src, noModule: false }));
  runInNewContext(BEGIN_AHEAD, {
    window: globalThis,
    AbortController,
    location: { pathname: '/i/prova/bacheca' },
    localStorage: { getItem: (key: string) => stored[key] ?? null },
    document: {
      scripts: [...scripts, { src: 'old', noModule: true }, { src: '', noModule: false }],
      getElementById: () => ({ textContent: JSON.stringify({ snapshot }) }),
      addEventListener: (_: string, run: () => void) => heard.add(run),
      removeEventListener: (_: string, run: () => void) => heard.delete(run),
    },
    performance: { getEntriesByType: () => here.map((name) => ({ name })) },
    fetch: (url: string) => {
      fetched.push(url);
      return Promise.resolve(new Response('{}'));
    },
  });
  const load = (src: string) => {
    here.push(src);
    for (const run of heard) run();
  };
  return { fetched, load };
}

describe('a page that names its state', () => {
  it('asks for it when one script is still to come, once, and its program goes on with that', async () => {
    const theirs = vi.fn();
    vi.stubGlobal('fetch', theirs);
    const { fetched, load } = parsed();
    load('a');
    expect(fetched).toEqual([]);
    load('b');
    load('c');
    expect(fetched).toEqual([STATE]);
    expect((await fetchAhead(STATE).answer)?.ok).toBe(true);
    expect(theirs).not.toHaveBeenCalled();
  });

  it('asks for none where there is none, or where the device holds a state of this gathering', () => {
    for (const given of [{ snapshot: null }, { stored: { 'cerchi:PROVA:phone:last': '{}' } }]) {
      const { fetched, load } = parsed(given);
      for (const src of ['a', 'b', 'c']) load(src);
      expect(fetched).toEqual([]);
    }
    const { fetched, load } = parsed({ stored: { 'cerchi:ALTRA:phone:last': '{}' } });
    for (const src of ['a', 'b']) load(src);
    expect(fetched).toEqual([STATE]);
  });

  it('leaves it to a program that was sooner, as with scripts from the cache', () => {
    const asked = vi.fn(() => Promise.resolve(new Response('{}')));
    vi.stubGlobal('fetch', asked);
    const { fetched, load } = parsed();
    fetchAhead(STATE);
    for (const src of ['a', 'b', 'c']) load(src);
    expect(asked).toHaveBeenCalledOnce();
    expect(fetched).toEqual([]);
  });

  it('is asked for anew where the page has begun another; what fails is null', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 410 })));
    page.ahead = { url: '/api/snapshots/other', answer: Promise.resolve(new Response('{}')) };
    expect(await fetchAhead(STATE).answer).toBeNull();
    const dropped = new AbortController();
    page.ahead = { url: STATE, answer: Promise.reject(new Error('no network')), dropped };
    const ahead = fetchAhead(STATE);
    expect(await ahead.answer).toBeNull();
    ahead.drop();
    expect(dropped.signal.aborted).toBe(true);
  });
});
