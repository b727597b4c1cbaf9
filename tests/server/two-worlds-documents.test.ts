/** Two worlds that differ only in who did something secret write the same documents, books and tables, to the byte inside. */
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { founding } from '@/domain/programming/founding-document';
import { PATH_DOCUMENTS } from '@/reports/documents/document-names';
import { sayIn } from '@/i18n/languages';
import { documentOf } from '@/server/exports/documents';
import { FORM_TYPES, type Form } from '@/server/file-formats/formats';
import { write } from '@/server/exports/write-document';
import { nobody, seal } from '@/server/identity/session-cookie';
import { office, person } from '../domain/given';
import { owner } from '../harm/terms';
import { type TestHouse, testHouse } from './house';
import { ANNA, BRUNO, type Command, GATHERING, peopled, SECRETS, submitter } from './two-worlds';

vi.setConfig({ testTimeout: 240_000 });
// The writers put into a file when it was made. Other files of this worker need the real time again.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 4, 17, 8, 0) }));
afterAll(() => void vi.useRealTimers());
const houses: TestHouse[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) {
    await house.close();
    house.remove();
  }
});

const FORMS = Object.keys(FORM_TYPES) as Form[];
const PATH = 'path-00000001';
const REF = `${GATHERING}/note/note-secret`;
/** Of the path every paper and the dossier of a table, and the gathering's record. */
const DOCUMENTS = [...PATH_DOCUMENTS, 'dossier-table-0001', 'atti-PROVA'];
const TABLES = [
  ...['tutto.json', 'decidim.json', 'osservatorio.csv', 'sources.csv', 'evidence.csv', 'gatherings.csv'],
  ...['tabelle.xlsx', 'tabelle.ods', 'pacchetto.zip', 'lettura.qdpx', 'codici.qdc'],
];

/** A PDF says when and as which file it was made; in a DOCX bookmarks are numbered through all that this process writes. */
const MADE = [
  /D:\d{14}Z/g,
  /\d{4}-\d\d-\d\dT[\d:]{8}\+00:00/g,
  /\/ID \[.*\]/g,
  /<xmpMM:\w+>[^<]*</g,
  /<w:bookmark(?:Start|End) [^>]{0,90}>/g,
];

/** The content, part by part. */
function parts(name: string, bytes: Uint8Array): [string, string][] {
  const text = (b: Uint8Array) =>
    MADE.reduce((t, made) => t.replace(made, ''), Buffer.from(b).toString('latin1'));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return Object.entries(unzipSync(bytes)).map(([part, inside]) => [`${name}: ${part}`, text(inside)]);
  return [[name, text(bytes)]];
}

/** Every secret thing at once, then the end of the day, and planners who read, code and cite the unsigned note. */
async function documents(who: string, secrets: readonly Command[]): Promise<Map<string, string>> {
  let now = Date.UTC(2026, 4, 17, 8, 0);
  const wait = () => {
    now += 1000;
  };
  const house = await testHouse(undefined, 0, { clock: () => now });
  houses.push(house);
  house.streams.index.file({ id: PATH, kind: 'path', code: 'PATTO', path: null, demo: false });
  const plan = submitter(() => house, wait, PATH);
  await plan(office('planner'), 'openPath', { ...founding, path: PATH, code: 'PATTO' });
  const submit = submitter(() => house, wait);
  await peopled(house, submit, { path: PATH });
  for (const [type, ask] of secrets) await submit(person(who), type, ask);
  await submit(owner, 'closeVoting', {});
  await submit(owner, 'changePhase', { phase: 'completing' });
  await plan(office('planner'), 'addMeeting', { id: 'meeting-01', title: 'OST', gathering: GATHERING });
  await plan(office('planner'), 'addNeed', { id: 'need-00001', title: 'tempo' });
  await plan(office('planner'), 'addTable', { id: 'table-0001', name: 'Tavolo' });
  await plan(office('planner'), 'codeWords', {
    ...{ id: 'coding-01', ref: REF, start: 0, end: 6 },
    make: [{ id: 'code-0001', label: 'cura' }],
  });
  for (const [n, [what, target]] of [
    ['need', 'need-00001'],
    ['table', 'table-0001'],
  ].entries())
    await plan(office('planner'), 'linkEvidence', { id: `evidence-${n}`, what, target, ref: REF });
  const account = await house.accounts.create('planner', 'planner', 'una frase ben lunga davvero');
  if (!account) throw new Error('no account');
  const identity = { ...nobody(), account: { id: account.id, epoch: account.epoch, at: now } };
  const cookie = `cerchi=${encodeURIComponent(seal(identity, house.secret))}`;
  const got = new Map<string, string>();
  const keep = (name: string, bytes: Uint8Array) => {
    for (const [part, text] of parts(name, bytes)) got.set(part, text.replaceAll(account.id, 'planner'));
  };
  for (const file of TABLES) {
    const answer = await fetch(`${house.url}/api/path/PATTO/export/${file}`, { headers: { cookie } });
    expect(answer.status, file).toBe(200);
    keep(file, new Uint8Array(await answer.arrayBuffer()));
  }
  const row = house.streams.index.byId(PATH);
  for (const name of DOCUMENTS) {
    const doc = row && documentOf(house.streams, row, name, sayIn('it', ['common', 'record', 'documents']));
    if (!doc) throw new Error(`no ${name}`);
    // A form is made of the document alone: the record and the dossier, of people's own words, are written in each.
    got.set(name, JSON.stringify(doc));
    if (name.includes('-PROVA') || name.startsWith('dossier'))
      for (const form of FORMS)
        keep(`${name}.${form}`, await write({ form, doc, folder: null, id: 'urn:cerchi:x' }));
  }
  return got;
}

describe('[I7][I12][E24] documents of two worlds', () => {
  it('that differ in who gave a ballot, moved and wrote the unsigned note are one, in every form', async () => {
    const secrets = ['a ballot, changed', 'movements to and fro', 'an anonymous note, reworded'].flatMap(
      (name) => SECRETS[name] ?? [],
    );
    const [one, other] = [await documents(ANNA, secrets), await documents(BRUNO, secrets)];
    expect([...one.keys()]).toEqual([...other.keys()]);
    const differ = [...one].filter(([part, text]) => other.get(part) !== text).map(([part]) => part);
    expect(differ).toEqual([]);
    // The documents have the words and the signatures, so that this can fail.
    expect(one.get('atti-PROVA.html')).toContain('altre parole');
    expect(one.get('atti-PROVA.html')).toContain('nota firmata da');
    expect(one.get('tutto.json')).toContain('coding-01');
    expect(one.size).toBeGreaterThan(80);
  });
});
