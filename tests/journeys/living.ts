/** A gathering in full swing on a running app, made by commands of real devices, for walks through every screen. */
import { nanoid } from 'nanoid';
import { TOPICS } from '../../db/demo/topics';
import { type Assembly, assemble } from './assembly';
import { hangPhoto } from './flip-chart';
import { newGathering, type Visitor } from './visitor';

const PEOPLE = [
  { label: 'Assistente sociale', sector: 'operatori_sociali' },
  { label: 'Volontario di emporio solidale', sector: 'volontariato' },
  { label: 'Familiare caregiver', sector: 'gruppi_innovativi' },
  { label: 'Coordinatrice di cooperativa', sector: 'terzo_settore_cooperazione' },
  { label: 'Amministratrice comunale', sector: 'istituzioni' },
  { label: 'Attivista Transition town', sector: 'gruppi_innovativi' },
  { label: 'Educatore', sector: 'operatori_sociali' },
];

/** Its first person convenes T01 and sits in its circle, `session`. */
export type Living = Assembly & { session: string; topics: string[] };

/** Seven people, seven topics, four circles under way, notes, a report begun and one on the wall with a photograph. */
export async function livingMorning(by: Visitor): Promise<Living> {
  const code = await newGathering(by, 'Una mattina a Carpi');
  const assembly = await assemble(by, code, PEOPLE);
  const { act, hold } = assembly;
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
  await hangPhoto(assembly, 1, topics[1] ?? '');
  await act(1, 'publishReport', { topic: topics[1] });
  return { ...assembly, session: sessions[0] ?? '', topics };
}

/** From the circles to the harvest: dots being given, clusters, an action with members. */
export async function toTheVote({ people, act, hold, topics }: Living): Promise<void> {
  await hold('changePhase', { phase: 'voting' });
  await hold('openVoting', { quota: 5 });
  for (let n = 0; n < people - 1; n++) {
    await act(n, 'placeDots', { topic: topics[n % 3], dots: 3 });
    await act(n, 'placeDots', { topic: topics[(n * 7 + 2) % topics.length], dots: 1 });
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

/** Two people, their topics side by side in one slot; each offer to the first waits in turn, over an announcement. */
export async function askedMorning(
  by: Visitor,
): Promise<Living & { swap(): Promise<void>; merge(): Promise<void> }> {
  const code = await newGathering(by, 'Due si accordano');
  const assembly = await assemble(by, code, PEOPLE.slice(0, 2));
  const { act, hold } = assembly;
  await hold('changePhase', { phase: 'proposing' });
  const [topics, sessions] = [
    [nanoid(14), nanoid(14)],
    [nanoid(14), nanoid(14)],
  ];
  for (const [n, t] of TOPICS.slice(4, 6).entries())
    await act(n, 'proposeTopic', { topic: topics[n], title: t.title, line: t.line, strands: [t.strand] });
  await hold('changePhase', { phase: 'market' });
  for (const n of [0, 1])
    await act(n, 'placeTopic', {
      session: sessions[n],
      topic: topics[n],
      slot: `turno-000${n + 1}`,
      space: `spazio-000${n}`,
    });
  const swap = nanoid(14);
  return {
    ...assembly,
    session: sessions[0] ?? '',
    topics,
    swap: () => act(1, 'offerSwap', { swap, mine: sessions[1], theirs: sessions[0] }),
    async merge() {
      await act(0, 'declineSwap', { swap });
      await act(1, 'offerMerge', { merge: nanoid(14), from: topics[1], into: topics[0] });
      await hold('announce', { announcement: nanoid(14), text: 'Il pranzo è in cortile, sotto il portico.' });
    },
  };
}
