// @vitest-environment happy-dom
/** The domain code is asked for before a page is drawn, and its replica starts only when the code has come. */
import { act } from 'react';
import { expect, it } from 'vitest';
import { hooksFor } from '@/client/hooks/stream-hooks';
import type { Replica } from '@/client/replica/replica';
import type { StreamState } from '@/domain/deed';
import { mount } from './mount';

function Screen({ onDrawn }: { onDrawn: () => void }) {
  onDrawn();
  return null;
}

it('asks for the domain code before the first drawing, and starts the replica after it has come', async () => {
  const did: string[] = [];
  let come = () => {};
  const first = () => {
    did.push('asked');
    return new Promise<void>((done) => {
      come = done;
    });
  };
  const replica = { start: () => did.push('started'), close: () => {} } as unknown as Replica<StreamState>;
  const { ReplicaProvider } = hooksFor<StreamState, object>();
  const make = () => replica;
  mount(
    <ReplicaProvider make={make} first={first}>
      <Screen onDrawn={() => did.push('drawn')} />
    </ReplicaProvider>,
  );
  const soon = () => act(() => new Promise((done) => setTimeout(done, 5)));
  await soon();
  expect(did).toEqual(['asked', 'drawn']);
  come();
  await soon();
  expect(did).toEqual(['asked', 'drawn', 'started']);
});
