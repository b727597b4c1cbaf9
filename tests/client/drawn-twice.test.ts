/** A page whose first drawing React throws away and draws again must not connect twice. */
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { loadDomain } from '@/client/loading/lazy-domain';
import { gatheringReplica } from '@/client/replica/gathering-replica';
import { emptyGathering } from '@/domain/gathering/state';

const page = () => ({ state: emptyGathering(), complete: true, people: {}, you: null, mine: null, now: 0 });

beforeAll(loadDomain);
beforeEach(() => {
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('window', new EventTarget());
  // No server listens on port 1 of this machine.
  vi.stubGlobal('location', { protocol: 'http:', hostname: '127.0.0.1', host: '127.0.0.1:1', port: '1' });
});
afterEach(() => vi.unstubAllGlobals());

it('the second drawing of a page gets the replica of the first', () => {
  const initial = page();
  const first = gatheringReplica('PROVA', 'phone', initial);
  expect(gatheringReplica('PROVA', 'phone', initial)).toBe(first);
  const other = gatheringReplica('PROVA', 'phone', page());
  expect(other).not.toBe(first);
  first.close();
  other.close();
});

it('a page that is opened again after its replica was started gets a new one', () => {
  const initial = page();
  const first = gatheringReplica('PROVA', 'phone', initial);
  first.start();
  const again = gatheringReplica('PROVA', 'phone', initial);
  expect(again).not.toBe(first);
  first.close();
  again.close();
});

it('on the server each page has its own', () => {
  vi.unstubAllGlobals();
  const initial = page();
  expect(gatheringReplica('PROVA', 'phone', initial)).not.toBe(gatheringReplica('PROVA', 'phone', initial));
});
