/** Socket.IO's own parser, and one kind of message beside it: bytes are a deflated frame. */
import { Decoder as StandardDecoder, Encoder, PacketType } from 'socket.io-parser';
import type { Frame } from '@/protocol/wire';

/** `read` may throw: then the connection is closed and made again. It is called at once, so that messages keep their order. */
export function frameParser(read: (bytes: Uint8Array) => Frame) {
  class Decoder extends StandardDecoder {
    override add(message: unknown): void {
      if (typeof message === 'string') {
        super.add(message);
        return;
      }
      // No other message of the server has bytes in it.
      const bytes = message instanceof ArrayBuffer ? new Uint8Array(message) : (message as Uint8Array);
      const data = ['frame', read(bytes)];
      this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data });
    }
  }
  return { Encoder, Decoder };
}
