/** What stays on the device: outbox, drafts and the last state, surviving reload; in memory when the device refuses. */
export type Keep = {
  get(key: string): string | null;
  /** False when the device is full or forbids it: it is kept in memory and the person is told. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
};

export function memoryKeep(): Keep {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => {
      kept.set(key, value);
      return true;
    },
    remove: (key) => void kept.delete(key),
  };
}

export function deviceKeep(prefix = 'cerchi:'): Keep {
  const memory = memoryKeep();
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
        // Nothing was kept there.
      }
    },
  };
}

/** On a device that passes from hand to hand: drafts and the last state go, what has not been sent stays. */
export function forgetPerson(code: string): void {
  try {
    const mine = [`cerchi:draft:${code}:`, `cerchi:${code}:phone:last`];
    for (const key of Object.keys(window.localStorage))
      if (mine.some((m) => key.startsWith(m))) window.localStorage.removeItem(key);
  } catch {
    // Nothing was kept there.
  }
}
