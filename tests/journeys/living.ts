/** A gathering in full swing on a running app: made by real devices asking, for whoever walks through every screen. */
import { nanoid } from 'nanoid';
import type { Store } from '@/client/store';
import type { Gathering } from '@/domain/gathering/state';
import { isRefusal } from '@/domain/refusal';
import { TOPICS } from '../../db/demo/topics';
import { device, join_, until } from '../server/house';

const JSON_BOTH = { 'content-type': 'application/json', accept: 'application/json' };

/** A cookie jar of one cookie: what a device is, after each door it went through. */
export class Visitor {
  cookie = '';
  constructor(readonly url: string) {}

  async post(path: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...JSON_BOTH, cookie: this.cookie },
      body: JSON.stringify(body),
    });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    if (response.status >= 400) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.status === 200 ? ((await response.json()) as Record<string, unknown>) : {};
  }

  /** The same device in another language. */
  async speaking(lang: string): Promise<Visitor> {
    const other = new Visitor(this.url);
    other.cookie = this.cookie;
    await other.post('/api/lang', { lang, back: '/' });
    return other;
  }
}

/** The office, by the one-time link of the first start. */
export async function office(url: string, setup: string): Promise<Visitor> {
  const one = new Visitor(url);
  await one.post('/api/enter', {
    token: setup,
    name: 'Chi tiene lo spazio',
    passphrase: 'quattro parole a caso',
  });
  return one;
}

/** The hour it is in Carpi, `minutes` from now, kept within the day. */
function hour(minutes: number): string {
  const now = new Date().toLocaleTimeString('sv-SE', { timeZone: 'Europe/Rome' });
  const [h = 0, m = 0] = now.split(':').map(Number);
  const at = Math.min(23 * 60 + 59, Math.max(0, h * 60 + m + minutes));
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

export async function newGathering(by: Visitor, title: string): Promise<string> {
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
  const spans = [
    [-40, 20],
    [21, 60],
    [61, 100],
  ];
  const { code } = await by.post('/api/gatherings', {
    ask: {
      title,
      question: 'Quale welfare vogliamo costruire insieme nel 2015?',
      sponsor: 'Ufficio di Piano',
      days: [day],
      demo: true,
      slots: spans.map(([from = 0, to = 0], i) => ({
        id: `turno-000${i}`,
        day,
        label: `Turno ${i + 1}`,
        start: hour(from),
        end: hour(to),
      })),
      spaces: [
        ...['Tiglio', 'Gelso', 'Quercia', 'Pioppo'].map((name, i) => ({ id: `spazio-000${i}`, name })),
        { id: 'spazio-olmo', name: 'Olmo', stepFree: false },
        { id: 'portico', name: 'Portico', kind: 'informal' },
      ],
    },
  });
  return String(code);
}

const PEOPLE = [
  ['Assistente sociale', 'operatori_sociali'],
  ['Volontario di emporio solidale', 'volontariato'],
  ['Familiare caregiver', 'gruppi_innovativi'],
  ['Coordinatrice di cooperativa', 'terzo_settore_cooperazione'],
  ['Amministratrice comunale', 'istituzioni'],
  ['Attivista Transition town', 'gruppi_innovativi'],
  ['Educatore', 'operatori_sociali'],
] as const;

export type Living = {
  code: string;
  /** Of the first person: convenes T01, sits in its circle. */
  seat: Visitor;
  desk: Store<Gathering>;
  session: string;
  topics: string[];
  /** Asks on behalf of the n-th person, and waits until it is done. */
  act(n: number, type: string, ask: object): Promise<void>;
  hold(type: string, ask: object): Promise<void>;
  close(): void;
};

/** Seven people, seven topics, four circles going, notes, a report begun and one on the wall. */
export async function livingMorning(by: Visitor): Promise<Living> {
  const { url } = by;
  const code = await newGathering(by, 'Una mattina a Carpi');
  const desk = device(url, code, by.cookie, 'desk');
  const joined = [];
  for (const [label, sector] of PEOPLE) joined.push(await join_(url, code, label, { sector }));
  const phones = joined.map((j) => device(url, code, j.cookie));
  await until('all are in', () => [desk, ...phones].every((d) => d.snapshot().link === 'live'), 20_000);

  const done = async (store: Store<Gathering>, type: string, ask: object) => {
    const answer = store.ask(type, ask);
    if (isRefusal(answer)) throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
    await until(type, () => store.snapshot().outbox.length === 0, 20_000);
    const [told] = store.snapshot().told;
    if (told) throw new Error(`${type}: ${told.refusal.refused}`);
  };
  const act = (n: number, type: string, ask: object) => {
    const phone = phones[n];
    if (!phone) throw new Error(`there is no person ${n}`);
    return done(phone, type, ask);
  };
  const hold = (type: string, ask: object) => done(desk, type, ask);

  await hold('changePhase', { phase: 'proposing' });
  const topics: string[] = [];
  for (const [n, t] of TOPICS.slice(4, 11).entries()) {
    const topic = nanoid(14);
    topics.push(topic);
    await act(n, 'proposeTopic', { topic, title: t.title, line: t.line, strands: [t.strand] });
    if (n > 3) await act(n, 'joinQueue', { topic });
  }
  await hold('callNext', {});
  await hold('changePhase', { phase: 'market' });
  const sessions: string[] = [];
  const places = [
    ['turno-0000', 'spazio-0000'],
    ['turno-0000', 'spazio-0001'],
    ['turno-0000', 'spazio-0002'],
    ['turno-0000', 'portico'],
    ['turno-0001', 'spazio-0000'],
    ['turno-0001', 'spazio-olmo'],
  ];
  for (const [n, [slot, space]] of places.entries()) {
    const session = nanoid(14);
    sessions.push(session);
    await act(n, 'placeTopic', { session, topic: topics[n], slot, space });
  }
  for (let n = 0; n < PEOPLE.length; n++)
    for (const i of [0, 2, n % 7])
      if (i !== n) await act(n, 'markInterest', { topic: topics[i], on: true }).catch(() => {});
  await hold('changePhase', { phase: 'sessions' });
  for (let n = 0; n < 3; n++) await act(n, 'startSession', { session: sessions[n] });
  for (const [n, i] of [0, 1, 2, 0, 0, 1].entries()) await act(n, 'moveTo', { to: sessions[i] });
  await act(6, 'moveTo', { to: 'roaming' });
  const said = [
    ['bisogno', 'Chi perde il lavoro non viene allo sportello: si vergogna.'],
    ['esperienza', 'Da noi il condominio ha fatto da rete quando il servizio era chiuso.'],
    ['proposta', 'Un tavolo al mese in un posto diverso, mai in municipio.'],
    ['distanza', 'Noi diciamo utenti, loro dicono vicini: non parliamo la stessa lingua.'],
    ['domanda', 'Se vengo al tavolo, chi sta con mia madre?'],
  ];
  for (const [i, [kind, text]] of said.entries())
    await act([0, 3, 4][i % 3] ?? 0, 'writeNote', {
      note: nanoid(14),
      topic: topics[0],
      session: sessions[0],
      kind,
      text,
      anonymous: i === 4,
    });
  await act(0, 'beginReport', { topic: topics[0] });
  await act(1, 'writeReport', {
    topic: topics[1],
    field: 'summary',
    text: 'Chi cura ha bisogno di tempo, e di qualcuno che lo cerchi.',
    rev: 0,
  });
  await act(1, 'publishReport', { topic: topics[1] });
  const seat = new Visitor(url);
  seat.cookie = joined[0]?.cookie ?? '';
  return {
    code,
    seat,
    desk,
    session: sessions[0] ?? '',
    topics,
    act,
    hold,
    close: () => {
      for (const d of [desk, ...phones]) d.close();
    },
  };
}

/** On from the circles to the harvest: dots being given, clusters, an action with who joins it. */
export async function toTheVote({ act, hold, topics }: Living): Promise<void> {
  await hold('changePhase', { phase: 'voting' });
  await hold('openVoting', { quota: 5 });
  for (let n = 0; n < 6; n++) {
    await act(n, 'placeDots', { topic: topics[n % 3], dots: 3 });
    await act(n, 'placeDots', { topic: topics[(n + 2) % 6], dots: 1 });
  }
  await act(0, 'makeCluster', {
    cluster: nanoid(14),
    name: 'Impoverimenti e cura',
    topics: [topics[0], topics[1]],
  });
  const action = nanoid(14);
  await act(2, 'startAction', {
    action,
    title: 'Rete dei caregiver e domiciliarità',
    what: 'Mettere insieme chi cura e chi sostituisce.',
    byWhen: 'entro giugno',
    nextStep: 'una telefonata a ogni comune',
  });
  await act(0, 'joinAction', { action, on: true });
}

/** Totals told, actions on the wall. */
export async function toTheActions({ hold }: Living): Promise<void> {
  await hold('closeVoting', {});
  await hold('changePhase', { phase: 'actions' });
}
