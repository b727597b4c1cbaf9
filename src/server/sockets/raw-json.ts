/** What is JSON text already goes into a message as it is: made once for a whole hall, and never a text within a text. */
import * as standard from 'socket.io-parser';

class ReadyText {
  constructor(readonly text: string) {}
}

/** Stands for the thing that `text` is the JSON of, as the last or only thing said. */
export const rawJson = <T>(text: string): T => new ReadyText(text) as T;

class Encoder extends standard.Encoder {
  override encode(packet: standard.Packet): ReturnType<standard.Encoder['encode']> {
    const said = Array.isArray(packet.data) ? (packet.data.at(-1) as unknown) : null;
    if (!(said instanceof ReadyText)) return super.encode(packet);
    const { type, nsp, id } = packet;
    const before = (packet.data as unknown[]).slice(0, -1).map((x) => `${JSON.stringify(x)},`);
    const where = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${where}${id ?? ''}[${before.join('')}${said.text}]`];
  }
}

/** Socket.IO's own parser, whose messages any client of it reads. */
export const parser = { ...standard, Encoder };
