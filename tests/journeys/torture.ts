/** A gathering in which every text anybody may write is one that has broken software before (domain §5.2). */
import { nanoid } from 'nanoid';
import { PATH } from '../../db/demo/path';
import { LABEL_MAX } from '@/domain/words';
import { TORTURE } from '../hall/stress/torture';
import { type Assembly, assemble } from './assembly';
import { newGathering, type Visitor } from './visitor';

/** Code that would run if it were taken for HTML: it leaves a mark on the window. */
const RUNS = [
  '<script>window.ran = 1</script>',
  '<img src="/x" onerror="window.ran = 1">',
  '"><svg onload="window.ran = 1">',
  '</script><style>*{display:none}</style>',
];
/** Marks that change the direction of the following text: closed, and left open. */
const TURNED = ['Prima \u202Eatlov al\u202C poi', 'Lasciata \u202Eatrepa', '\u2067isolata senza fine'];
export const ARABIC = 'كيف نصل إلى من لا يطلب المساعدة؟ 2015!';
const UNBROKEN = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel'.repeat(2);

export const TEXTS: readonly string[] = [...TORTURE, ...RUNS, ...TURNED, ARABIC, UNBROKEN].map((t) =>
  t.normalize('NFC'),
);
/** The longest possible label. */
const label = (text: string): string => [...text.replaceAll('\n', ' ')].slice(0, LABEL_MAX).join('').trim();

export type Torture = Assembly & { session: string; topics: string[] };

export async function tortured(by: Visitor): Promise<Torture> {
  const spaces = TEXTS.slice(0, 7).map((name, i) => ({ id: `spazio-000${i}`, name: label(name) }));
  const code = await newGathering(by, TEXTS[13] ?? '', { spaces, question: TEXTS[0] ?? '', path: PATH.id });
  const people = TEXTS.map((text) => ({ label: label(text), sector: 'volontariato' }));
  const hall = await assemble(by, code, people);
  const { act, hold } = hall;
  const at = (n: number): string => TEXTS[n % TEXTS.length] ?? '';
  await hold('changePhase', { phase: 'proposing' });
  const topics: string[] = [];
  for (const [n, text] of TEXTS.entries()) {
    const topic = nanoid(14);
    topics.push(topic);
    await act(n, 'proposeTopic', {
      topic,
      title: text.replaceAll('\n', ' '),
      line: at(n + 3),
      strands: ['B'],
    });
    if (n < 6) await act(n, 'joinQueue', { topic });
  }
  await hold('callNext', {});
  await hold('changePhase', { phase: 'market' });
  const sessions: string[] = [];
  for (const [n, topic] of topics.slice(0, 21).entries()) {
    const session = nanoid(14);
    sessions.push(session);
    await act(n, 'placeTopic', {
      session,
      topic,
      slot: `turno-000${Math.floor(n / 7)}`,
      space: `spazio-000${n % 7}`,
    });
  }
  await hold('changePhase', { phase: 'sessions' });
  for (const n of [0, 1, 2, 3, 4, 5]) await act(n, 'startSession', { session: sessions[n] });
  for (const [n, text] of TEXTS.entries()) {
    await act(n, 'moveTo', { to: sessions[0] });
    await act(n, 'writeNote', {
      note: nanoid(14),
      topic: topics[0],
      session: sessions[0],
      kind: 'bisogno',
      text,
      anonymous: false,
    });
    await act(n, 'writeReport', { topic: topics[n], field: 'summary', text: at(n + 1), rev: 0 });
    await act(n, 'addItem', {
      topic: topics[n],
      item: nanoid(14),
      kind: 'richiesta',
      text: at(n + 2),
      who: label(at(n + 5)),
      byWhen: '',
    });
    await act(n, 'publishReport', { topic: topics[n] });
    await act(n, 'shareIdea', { idea: nanoid(14), text });
    await act(n, 'startAction', {
      action: nanoid(14),
      title: text.replaceAll('\n', ' '),
      what: at(n + 4),
      resources: '',
      byWhen: '',
      due: null,
      nextStep: at(n + 6),
    });
  }
  for (const n of [13, 18, 20])
    await hold('announce', { announcement: nanoid(14), text: at(n), minutes: 60 });
  return { ...hall, session: sessions[0] ?? '', topics };
}
