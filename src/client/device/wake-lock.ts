'use client';
/** Keeps this screen from going dark, where the browser allows it: on HTTPS or localhost only. */
import { useEffect, useState } from 'react';
import type { AwakeState } from '@/protocol/walls';

/** Asks again whenever the page becomes visible again: a browser releases the lock of a hidden page. */
export function useWakeLock(): AwakeState {
  const [state, setState] = useState<AwakeState>('off');
  useEffect(() => {
    if (!('wakeLock' in navigator)) return setState('impossible');
    let gone = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      try {
        const got = await navigator.wakeLock.request('screen');
        if (gone) return void got.release();
        lock = got;
        got.addEventListener('release', () => !gone && setState('off'));
        setState('on');
      } catch {
        if (!gone) setState('off');
      }
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
  return state;
}
