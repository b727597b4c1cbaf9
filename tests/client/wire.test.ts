/** The wire itself, against nobody. */
import { expect, it } from 'vitest';
import { socketWire } from '@/client/socket-wire';

it('one that never came up says that it is down: a wall switched on before the hall’s network is not taken for fresh', async () => {
  const nothing = () => {};
  // Port 1 of this machine answers to nobody.
  const wire = socketWire('http://127.0.0.1:1');
  const down = await new Promise((told) =>
    wire.listen({ up: nothing, down: () => told('down'), frame: nothing, own: nothing, again: nothing }),
  );
  wire.close();
  expect(down).toBe('down');
});
