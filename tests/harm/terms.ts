/** Agreements of the harness and its servers: the gathering they work in, and the order to open. */
export const CODE = 'PROVA';
export const owner = { id: 'account-1', role: 'owner' as const, seat: null };
export const SESSION = 'session-first';

/** Sent to a loaded server: open this folder on this port, with these gatherings in it. `database`: a PostgreSQL one. */
export type Order = {
  folder: string;
  port: number;
  database?: string;
  codes?: string[];
  pace?: number;
  beat?: number;
};

/** A server's own report: the contents of each of its collections, as text. */
export type Look = { heapMb: number; polluted: boolean; holds: Record<string, string> };
export const LOOK = 'look';

/** Refusals that a device waits for, and asks again. */
export const PASSING: ReadonlySet<string> = new Set(['busy', 'too_fast', 'not_caught_up']);

/** The setup of every such gathering. */
export const opening = (id: string, code = CODE) => ({
  gathering: id,
  code,
  title: 'Prova',
  question: 'Quale welfare?',
  days: ['2014-05-17'],
  slots: [1, 2, 3].map((n) => ({
    id: `slot-000${n}`,
    day: '2014-05-17',
    label: `Turno ${n}`,
    start: `1${n}:00`,
    end: `1${n}:45`,
  })),
  spaces: ['Tiglio', 'Gelso', 'Olmo'].map((name, n) => ({ id: `space-00${n}`, name })),
});

/** mulberry32: a small seeded generator, the same everywhere. */
export function dice(seed: number): (sides: number) => number {
  let a = seed | 0;
  return (sides) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

export const rest = (ms: number): Promise<void> => new Promise((r) => setTimeout(r, ms));

/** Waits until a condition holds; false when it never did. */
export async function comes(so: () => boolean, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (!so()) {
    if (Date.now() > end) return false;
    await rest(10);
  }
  return true;
}
