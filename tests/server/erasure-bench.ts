/** A gathering with a person's name and a text that must go, and ways to look for them in every file of the data folder. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { founding } from '@/domain/programming/founding-document';
import { join_, newFolder, openSpace, type TestHouse, testHouse } from './house';

/** Matches that `grep -a` over the data folder would find. */
export const inFiles = (folder: string, words: string | Buffer): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return inFiles(path, words);
    return readFileSync(path).includes(words) ? [path] : [];
  });
/** The files with such names. */
export const inFolder = (folder: string, name: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes(name))
    .map((path) => join(folder, path));
export const office = (role: 'owner' | 'planner' | 'facilitator') => ({
  id: `acc-${role}`,
  role,
  seat: null,
});
export const json = { 'content-type': 'application/json', accept: 'application/json' };

export const fail = (what: string, error?: unknown): never => {
  throw new Error(`${what}: ${String(error)}`);
};
export const NAME = 'Genoveffa Quattrocchi';
export const SECRET = 'il figlio di Zenobia è in cura';

export async function furnished(folder = newFolder()) {
  const h = await testHouse(folder);
  const row = await openSpace(h);
  const room = () => h.streams.gathering(row);
  const anna = await join_(h.url, 'PROVA', NAME, { subgroup: 'care_giver', municipality: 'Soliera' });
  const her = { id: anna.seat, role: 'participant' as const, seat: anna.seat };
  const say = async (
    type: string,
    ask: unknown,
    actor: Parameters<ReturnType<typeof room>['submit']>[1] = her,
  ) => {
    const answer = await room().submit({ id: nanoid(14), type, ask }, actor);
    if (!answer.ok) throw new Error(`${type}: ${answer.refused}`);
  };
  await say('proposeTopic', { topic: 'topic-0001', title: 'Chi cura chi cura?' });
  const kind = 'bisogno';
  await say('writeNote', { note: 'note-bad-1', topic: 'topic-0001', kind, text: `prima: ${SECRET}` });
  await say('reviseNote', { note: 'note-bad-1', kind, text: `poi: ${SECRET}` });
  await say('writeNote', { note: 'note-good', topic: 'topic-0001', kind, text: 'una nota che resta' });
  await say('beginReport', { topic: 'topic-0001' });
  return { h, row, room, anna, her, say, folder };
}

/** A path whose planners have quoted the note before anybody saw that it names a person. */
export async function quoting(h: TestHouse, gathering: string) {
  const path = h.streams.index.file({
    id: 'path-2014-x',
    kind: 'path',
    code: 'PATTO',
    path: null,
    demo: false,
  });
  const ask = async (type: string, what: unknown) => {
    const answer = await h.streams.path(path).submit({ id: nanoid(14), type, ask: what }, office('planner'));
    if (!answer.ok) throw new Error(`${type}: ${answer.refused} ${JSON.stringify(answer.detail)}`);
  };
  await ask('openPath', { ...founding, path: path.id, code: 'PATTO' });
  await ask('addMeeting', { id: 'meeting-01', title: 'OST', gathering });
  const ref = `${gathering}/note/note-bad-1`;
  await ask('codeWords', {
    id: 'coding-01',
    ref,
    start: 0,
    end: 20,
    make: [{ id: 'code-0001', label: 'cura' }],
  });
  await ask('addNeed', { id: 'need-00001', title: 'tempo' });
  await ask('linkEvidence', { id: 'evidence-1', what: 'need', target: 'need-00001', ref });
  return path;
}
