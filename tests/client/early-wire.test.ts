/** The wire that connects before the deeds are here: taken once, and never left open. */
import { expect, it, vi } from 'vitest';
import type { ClientWire } from '@/client/connection/wire';
import { earlyWire } from '@/client/loading/early-wire';
import { Replica } from '@/client/replica/replica';
import { memoryStorage } from '@/client/storage/device-storage';
import { gathering } from '@/domain/gathering/catalogue';
import type { Gathering } from '@/domain/gathering/state';

const program = () => {
  const wire = { close: vi.fn() } as unknown as ClientWire;
  const make = vi.fn(() => wire);
  let here = (_: () => ClientWire): void => {};
  const coming = new Promise<() => ClientWire>((done) => {
    here = done;
  });
  const arrive = () => {
    here(make);
    return coming;
  };
  return { wire, make, coming, arrive };
};

it('is made when its program is here, and is taken once', async () => {
  const { wire, make, coming, arrive } = program();
  const early = earlyWire(coming);
  await arrive();
  expect(make).toHaveBeenCalledOnce();
  expect(early.take()).toBe(wire);
  expect(early.take()).toBeNull();
  early.drop();
  // The one that took it closes it.
  expect(wire.close).not.toHaveBeenCalled();
});

it('is not made after somebody went on without it', async () => {
  for (const goOn of ['take', 'drop'] as const) {
    const { make, coming, arrive } = program();
    expect(earlyWire(coming)[goOn]()).toBeFalsy();
    await arrive();
    expect(make).not.toHaveBeenCalled();
  }
});

it('is closed when the page does not need it', async () => {
  const { wire, coming, arrive } = program();
  const early = earlyWire(coming);
  await arrive();
  early.drop();
  expect(wire.close).toHaveBeenCalledOnce();
  expect(early.take()).toBeNull();
});

it('is told when its replica is closed before it was started', () => {
  const closed = vi.fn();
  const options = {
    code: 'PROVA',
    surface: 'phone' as const,
    catalogue: gathering as never,
    keep: memoryStorage(),
  };
  const wire = vi.fn();
  new Replica<Gathering>({ ...options, wire, closed }).close();
  expect(closed).toHaveBeenCalledOnce();
  expect(wire).not.toHaveBeenCalled();
});
