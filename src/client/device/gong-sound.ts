'use client';
/** Plays the gong, only on a device where somebody switched the sound on. All other devices only draw it (E40). */
import { useEffect, useSyncExternalStore } from 'react';
import type { SoundState } from '@/protocol/walls';
import { deviceStorage } from '../storage/device-storage';

/** A gong played late would only confuse. */
const LATE_MS = 5000;

/** Three partials of a struck bowl, fading out. There is no file to fetch. */
function strike(sound: AudioContext): void {
  const now = sound.currentTime;
  for (const [hertz, loud, seconds] of [
    [220, 0.5, 5],
    [331, 0.25, 3.5],
    [553, 0.12, 2],
  ] as const) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, now);
    volume.gain.exponentialRampToValueAtTime(loud, now + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + seconds);
    tone.connect(volume).connect(sound.destination);
    tone.start(now);
    tone.stop(now + seconds);
  }
}

const KEY = 'gong';
const keep = deviceStorage();
const watching = new Set<() => void>();
let sound: AudioContext | null = null;
/** The last stroke this page played, so that two readings of it sound once. */
let heard = 0;

/** A browser lets a page play sound only after a touch: the switch itself, or any other touch after a reload. */
function wake(): void {
  if (!sound) {
    sound = new AudioContext();
    sound.onstatechange = changed;
  }
  void sound.resume();
}

function changed(): void {
  for (const look of watching) look();
}

const watch = (look: () => void) => {
  watching.add(look);
  return () => watching.delete(look);
};

/** Says if this device could play a gong now; `blocked` until somebody touches the page. */
export const useSoundState = (): SoundState =>
  useSyncExternalStore(
    watch,
    () => (keep.get(KEY) !== 'on' ? 'off' : sound?.state === 'running' ? 'on' : 'blocked'),
    () => 'off',
  );

/** Plays the gong once as a test. False where this device cannot play now. */
export function tryGong(): boolean {
  if (keep.get(KEY) !== 'on' || sound?.state !== 'running') return false;
  strike(sound);
  return true;
}

/** The switch for the gong's sound on this device, and its state. */
export function useGongSwitch(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    watch,
    () => keep.get(KEY) === 'on',
    () => false,
  );
  const turn = (wanted: boolean) => {
    if (wanted) keep.set(KEY, 'on');
    else keep.remove(KEY);
    if (wanted) wake();
    changed();
  };
  return [on, turn];
}

/** `at`: when the gong last rang; `now`: this device's idea of the server's clock. Both epoch milliseconds. */
export function useGong(at: number | null, now: number | null): void {
  const [on] = useGongSwitch();
  useEffect(() => {
    if (!on) return;
    window.addEventListener('pointerdown', wake, { once: true });
    return () => window.removeEventListener('pointerdown', wake);
  }, [on]);
  useEffect(() => {
    if (at === null || now === null || at <= heard) return;
    heard = at;
    if (on && sound?.state === 'running' && now - at < LATE_MS) strike(sound);
  }, [at, now, on]);
}
