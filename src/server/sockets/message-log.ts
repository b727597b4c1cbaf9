/** Logs how each message was answered: by the stream's code and the deed's name, never the author. */
import type { Answer, CommandMessage, Hello, Refused, Welcome } from '@/protocol/wire';
import type { ServerLog } from '../diagnostics/server-log';
import type { Streams, StreamRow } from '../streams/streams';
import type { Connection } from './connection';

type Act<M, A> = (line: Connection, message: M) => Promise<A | Refused>;

/** Codes and names are taken from the index and the catalogue, because a message may carry any text in their place. */
export function createMessageLog(streams: Streams, log: ServerLog) {
  const since = (began: number) => Math.round(performance.now() - began);
  const isRefused = (answer: object): answer is Refused => (answer as Partial<Refused>).ok === false;
  const rowOf = (code: string): StreamRow | null => {
    try {
      return streams.index.find(code);
    } catch {
      return null;
    }
  };
  const transport = (line: Connection) => line.conn.transport.name;
  /** Made once for all: Socket.IO calls it with the connection as `this`. */
  function disconnection(this: Connection, reason: string): void {
    const seconds = Math.round(since(this.data.opened) / 1000);
    log.write({ at: 'disconnection', transport: transport(this), reason, seconds });
  }
  const typeOf = (row: StreamRow | null, type: string): string =>
    row && Object.hasOwn(streams.stream(row).catalogue.deeds, type) ? type : '?';

  return {
    hello:
      (act: Act<Hello, Welcome>): Act<Hello, Welcome> =>
      async (line, hello) => {
        const began = performance.now();
        const answer = await act(line, hello);
        const stream = rowOf(hello.code)?.code ?? null;
        const ms = since(began);
        if (isRefused(answer))
          log.write({ at: 'refusal', stream, type: 'hello', refused: answer.refused, ms });
        else if (stream) log.write({ at: 'hello', stream, surface: hello.surface, ms });
        return answer;
      },
    command:
      (act: Act<CommandMessage, Answer>): Act<CommandMessage, Answer> =>
      async (line, message) => {
        const began = performance.now();
        const answer = await act(line, message);
        const row = line.data.joined.get(message.code.toUpperCase())?.row ?? null;
        const type = typeOf(row, message.command.type);
        const ms = since(began);
        if (!answer.ok)
          log.write({ at: 'refusal', stream: row?.code ?? null, type, refused: answer.refused, ms });
        else if (row) log.write({ at: 'command', stream: row.code, type, seq: answer.seq, ms });
        return answer;
      },
    /** From a connection's beginning to its end. */
    connection(line: Connection): void {
      log.write({ at: 'connection', transport: transport(line) });
      line.on('disconnect', disconnection);
    },
  };
}
