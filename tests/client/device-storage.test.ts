/** Tests what stays on a device, and what is deleted when the next person uses it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A browser's storage that accepts a limited number of keys. */
class Narrow {
  [key: string]: unknown;
  static room = Number.POSITIVE_INFINITY;
  getItem(key: string): string | null {
    return (this[key] as string | undefined) ?? null;
  }
  setItem(key: string, value: string): void {
    if (Object.keys(this).length >= Narrow.room && !(key in this)) throw new Error('QuotaExceededError');
    this[key] = value;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}

let localStorage: Narrow;
let window: EventTarget & { localStorage?: Narrow };
let storage: typeof import('@/client/storage/device-storage');

beforeEach(async () => {
  Narrow.room = Number.POSITIVE_INFINITY;
  localStorage = new Narrow();
  window = Object.assign(new EventTarget(), { localStorage });
  vi.stubGlobal('window', window);
  vi.resetModules();
  storage = await import('@/client/storage/device-storage');
});
afterEach(() => vi.unstubAllGlobals());

/** Anna's data, as the screens and the replica leave it. */
function annaWrites(): void {
  const { deviceStorage } = storage;
  for (const key of ['topic:title', 'note:session-1', 'revise:note-1', 'report:topic-1:decisions:base'])
    deviceStorage('cerchi:draft:').set(`PROVA:${key}`, 'di Anna');
  deviceStorage('cerchi:seen:').set('PROVA', '["topic-1"]');
  deviceStorage().set('noted:PROVA', 'ABCD-EFGH');
  deviceStorage().set('PROVA:phone:last', '{}');
  deviceStorage().set('PROVA:phone:seat-anna:answered:cmd-1', '{}');
}

describe('a phone that passes from hand to hand', () => {
  it('[E16] keeps nothing of the last person but what they have not sent', () => {
    annaWrites();
    storage.deviceStorage().set('PROVA:phone:seat-anna:outbox:cmd-2', '{}');
    storage.forgetPerson('PROVA');
    expect(Object.keys(localStorage)).toEqual(['cerchi:PROVA:phone:seat-anna:outbox:cmd-2']);
  });

  it('[E16] nor what a full device had no room for: it goes from the page’s memory too', () => {
    Narrow.room = 0;
    annaWrites();
    storage.storageFull.mark('PROVA:topic:title', false);
    expect(storage.onlyHere()).toBe(true);
    storage.forgetPerson('PROVA');
    expect(storage.deviceStorage('cerchi:draft:').get('PROVA:topic:title')).toBeNull();
    expect(storage.deviceStorage().get('noted:PROVA')).toBeNull();
    expect(storage.onlyHere()).toBe(false);
    expect(storage.storageFull.now()).toBe(false);
  });

  it('[E16] leaves other gatherings alone, also one whose code begins alike', () => {
    const drafts = storage.deviceStorage('cerchi:draft:');
    drafts.set('PROVA2:topic:title', 'altrove');
    storage.deviceStorage().set('PROVA2:phone:last', '{}');
    annaWrites();
    storage.forgetPerson('PROVA');
    expect(Object.keys(localStorage).sort()).toEqual([
      'cerchi:PROVA2:phone:last',
      'cerchi:draft:PROVA2:topic:title',
    ]);
  });

  it('[E16] forgets again as the page goes: its replica may have saved what it heard meanwhile', () => {
    storage.forgetPerson('PROVA');
    annaWrites();
    window.dispatchEvent(new Event('pagehide'));
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('[I9] says when a writing lives in this page’s memory alone, and takes the word back', () => {
    Narrow.room = 0;
    let heard = 0;
    const stop = storage.storageFull.subscribe(() => {
      heard += 1;
    });
    const drafts = storage.deviceStorage('cerchi:draft:');
    storage.storageFull.mark('k', drafts.set('k', 'x'));
    expect([storage.storageFull.now(), drafts.get('k'), heard]).toEqual([true, 'x', 1]);
    Narrow.room = 9;
    storage.storageFull.mark('k', drafts.set('k', 'y'));
    expect([storage.storageFull.now(), localStorage['cerchi:draft:k'], heard]).toEqual([false, 'y', 2]);
    stop();
  });
});
