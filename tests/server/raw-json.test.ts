/** The single copy of the bytes that a whole hall is sent. */
import { io } from 'socket.io-client';
import { PacketType } from 'socket.io-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { PROTOCOL, type Welcome } from '@/protocol/wire';
import { frameShared, parser, type QueuedPacket, sharedJson, sharedPart } from '@/server/sockets/raw-json';
import { openSpace, type TestHouse, testHouse } from './house';

describe('what is said to many', () => {
  it('goes to every line in the same bytes, as a frame that a browser reads', () => {
    const shared = sharedPart('{"notes":"perché"}}');
    const frames = [1, 2].map((id) => {
      const said = [sharedJson(`{"ok":true,"you":${id},"state":`, shared)];
      const [packet] = new parser.Encoder().encode({ type: PacketType.ACK, nsp: '/', id, data: said });
      const queued: QueuedPacket = { data: packet };
      frameShared(queued);
      expect(String(packet)).toBe(`3${id}[{"ok":true,"you":${id},"state":{"notes":"perché"}}]`);
      return queued.options?.wsPreEncodedFrame ?? [];
    });
    expect(frames[0]?.[1]).toBe(shared);
    expect(frames[1]?.[1]).toBe(shared);
    const whole = Buffer.concat(frames[0] ?? []);
    expect([whole[0], whole[1]]).toEqual([0x81, whole.length - 2]);
    expect(whole.subarray(2).toString()).toBe('431[{"ok":true,"you":1,"state":{"notes":"perché"}}]');
  });

  let house: TestHouse | null = null;
  afterEach(async () => {
    await house?.close();
    house?.remove();
  });

  it.each(['websocket', 'polling'])('a whole state arrives by %s as it is', async (transport) => {
    house = await testHouse();
    const row = await openSpace(house);
    const line = io(house.url, { path: '/filo', transports: [transport], forceNew: true });
    const hello = { protocol: PROTOCOL, code: 'PROVA', surface: 'wall', since: null };
    const welcome = (await line.timeout(20_000).emitWithAck('hello', hello)) as Welcome;
    line.disconnect();
    expect(welcome.state).toEqual(JSON.parse(JSON.stringify(house.streams.gathering(row).seen('public'))));
    expect(welcome.seq).toBe(house.streams.gathering(row).seq);
  });
});
