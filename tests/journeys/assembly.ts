/** People with phones and a desk over one gathering, each sending in turn and waiting until it is done. */
import type { Replica } from '@/client/replica/replica';
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal } from '@/domain/refusal';
import { device, join_, until } from '../server/house';
import { Visitor } from './visitor';

export type Person = { label: string; sector: string };

export type Assembly = {
  code: string;
  people: number;
  /** The first person's. */
  seat: Visitor;
  /** Each person's cookie, in their order. */
  seats: Visitor[];
  /** Sends as the n-th person, and waits until it is done. */
  act(n: number, type: string, ask: object): Promise<void>;
  hold(type: string, ask: object): Promise<void>;
  close(): void;
};

export async function assemble(by: Visitor, code: string, people: readonly Person[]): Promise<Assembly> {
  const { url } = by;
  const desk = device(url, code, by.cookie, 'desk');
  const joined = [];
  for (const { label, sector } of people) joined.push(await join_(url, code, label, { sector }));
  const phones = joined.map((j) => device(url, code, j.cookie));
  await until('all are in', () => [desk, ...phones].every((d) => d.snapshot().link === 'live'), 60_000);

  const done = async (replica: Replica<Gathering>, type: string, ask: object) => {
    const answer = replica.ask(type, ask);
    if (isRefusal(answer)) throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
    await until(type, () => replica.snapshot().outbox.length === 0, 60_000);
    const [told] = replica.snapshot().told;
    if (told) throw new Error(`${type}: ${told.refusal.refused}`);
  };
  const seats = joined.map(({ cookie }) => {
    const one = new Visitor(url);
    one.cookie = cookie;
    return one;
  });
  return {
    code,
    people: people.length,
    seat: seats[0] ?? new Visitor(url),
    seats,
    act(n, type, ask) {
      const phone = phones[n];
      if (!phone) throw new Error(`there is no person ${n}`);
      return done(phone, type, ask);
    },
    hold: (type, ask) => done(desk, type, ask),
    close() {
      for (const d of [desk, ...phones]) d.close();
    },
  };
}
