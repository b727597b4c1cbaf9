/**
 * Storage on the device for the outbox, drafts and the last state: it survives a reload, and falls back to memory when
 * the device refuses.
 */
export type StorageAdapter = {
  get(key: string): string | null;
  /** False when the device is full or forbids it: the value is kept in memory and the person is warned. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** All keys with this prefix. */
  keys(start: string): string[];
};

export function memoryStorage(): StorageAdapter {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => {
      kept.set(key, value);
      return true;
    },
    remove: (key) => void kept.delete(key),
    keys: (start) => [...kept.keys()].filter((k) => k.startsWith(start)),
  };
}

/**
 * Values that did not fit on the device, by prefix. They are kept as long as the page, so that changing screens loses
 * nothing.
 */
const memories = new Map<string, StorageAdapter>();

const unkept = new Set<string>();
const listeners = new Set<() => void>();
/** Lists the texts that only this page's memory holds, so that a screen can warn. */
export const storageFull = {
  now: (): boolean => unkept.size > 0,
  mark(key: string, kept: boolean): void {
    if (kept ? unkept.delete(key) : !unkept.has(key) && unkept.add(key)) for (const l of listeners) l();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** True if closing this page would lose something that did not fit on the device. */
export const onlyHere = (): boolean => [...memories.values()].some((m) => m.keys('').length > 0);

export function deviceStorage(prefix = 'cerchi:'): StorageAdapter {
  const memory = memories.get(prefix) ?? memoryStorage();
  memories.set(prefix, memory);
  const storage = (): Storage | null => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  };
  return {
    get(key) {
      const inMemory = memory.get(key);
      if (inMemory !== null) return inMemory;
      try {
        return storage()?.getItem(prefix + key) ?? null;
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        const device = storage();
        if (!device) throw new Error('no storage');
        device.setItem(prefix + key, value);
        memory.remove(key);
        return true;
      } catch {
        memory.set(key, value);
        return false;
      }
    },
    remove(key) {
      memory.remove(key);
      try {
        storage()?.removeItem(prefix + key);
      } catch {
        // Nothing was stored there.
      }
    },
    keys(start) {
      const here = memory.keys(start);
      try {
        const kept = Object.keys(storage() ?? {}).filter((k) => k.startsWith(prefix + start));
        return [...new Set([...here, ...kept.map((k) => k.slice(prefix.length))])];
      } catch {
        return here;
      }
    },
  };
}

/**
 * For a device that passes from hand to hand: deletes drafts, answered commands, the last state, the noted recovery
 * code and the marks of what was seen, on the device and in this page's memory. Commands not yet sent stay for their
 * author.
 */
export function forgetPerson(code: string): void {
  // The offline pages were drawn for that person.
  if ('caches' in globalThis) void caches.delete('cerchi-pages');
  const forget = (): void => {
    const device = deviceStorage();
    for (const key of device.keys(`${code}:phone:`))
      if (key.endsWith(':last') || key.includes(':answered:')) device.remove(key);
    device.remove(`noted:${code}`);
    for (const prefix of ['cerchi:draft:', 'cerchi:seen:']) {
      const written = deviceStorage(prefix);
      for (const key of written.keys(code)) {
        if (key !== code && !key.startsWith(`${code}:`)) continue;
        written.remove(key);
        storageFull.mark(key, true);
      }
    }
  };
  forget();
  // Until the page is gone, its replica may still save what it receives.
  window.addEventListener('pagehide', forget, { once: true });
}

const DRAFTS = 'cerchi:draft:';
/** Drafts of people who have left a totem, under their seat: the next person does not read them. */
const aside = (seat: string): string => `cerchi:aside:${seat}:`;

function moveDrafts(code: string, from: string, to: string): void {
  const [there, here] = [deviceStorage(from), deviceStorage(to)];
  for (const key of there.keys(`${code}:`)) {
    const text = there.get(key);
    if (text !== null) storageFull.mark(key, here.set(key, text));
    there.remove(key);
  }
}

/** When somebody leaves the totem: half-written texts wait for them. */
export function putDraftsAside(code: string, seat: string): void {
  moveDrafts(code, DRAFTS, aside(seat));
  deviceStorage('cerchi:draft-of:').remove(code);
}

/** When they are back. What somebody else may have left without saying so is never shown to them. */
export function takeDraftsBack(code: string, seat: string): void {
  const standing = deviceStorage('cerchi:draft-of:');
  const before = standing.get(code);
  if (before === seat) return;
  if (before !== null) putDraftsAside(code, before);
  moveDrafts(code, aside(seat), DRAFTS);
  standing.set(code, seat);
}
