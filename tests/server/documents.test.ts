/** The planners' downloads over HTTP: permissions, contents, file names. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cookieFor, nobody, seal } from '@/server/identity/session-cookie';
import { demoHouse } from './demo-house';
import type { TestHouse } from './house';

// A whole demonstration is created and written out: a busy machine takes its time over it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let house: TestHouse;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  house = await demoHouse();
  for (const role of ['helper', 'facilitator', 'planner'] as const) {
    const account = await house.accounts.create(`Conto ${role}`, role, 'quattro parole a caso');
    if (!account) throw new Error('no account');
    const identity = { ...nobody(), account: { id: account.id, epoch: account.epoch, at: Date.now() } };
    cookies[role] = cookieFor(seal(identity, house.secret), false).split(';')[0] ?? '';
  }
});
afterAll(async () => {
  await house.close();
  house.remove();
});
const get = (file: string, role?: string, code = 'PATTO') =>
  fetch(`${house.url}/api/path/${code}/export/${file}`, {
    headers: role ? { cookie: cookies[role] ?? '' } : {},
  });

describe('documents over HTTP', () => {
  it('are for planners and up: nobody else gets one', async () => {
    expect((await get('mappa-risorse.odt')).status).toBe(401);
    expect((await get('mappa-risorse.odt', 'helper')).status).toBe(403);
    expect((await get('tutto.json', 'facilitator')).status).toBe(403);
    expect((await get('tutto.json', 'planner', 'DEMO')).status).toBe(404);
    expect((await get('tutto.json', 'planner')).status).toBe(200);
  });

  it('come with their type and a name an office can file', async () => {
    const names: Record<string, [type: string, name: RegExp]> = {
      'mappa-risorse.odt': ['application/vnd.oasis.opendocument.text', /_mappa-risorse\.odt"$/],
      'dossier-tavolo-poverta.docx': [
        'wordprocessingml.document',
        /_dossier-tavolo-impoverimenti-.*\.docx"$/,
      ],
      'tabelle.ods': ['opendocument.spreadsheet', /_tabelle\.ods"$/],
      'atti-DEMO.html': ['text/html', /"2014-05-17_ost-di-carpi-dimostrativo_report-istantaneo\.html"$/],
      'projects.csv': ['text/csv', /_projects\.csv"$/],
      'osservatorio.csv': ['text/csv', /_osservatorio\.csv"$/],
      'decidim.json': ['application/json', /_decidim\.json"$/],
    };
    for (const [file, [type, name]] of Object.entries(names)) {
      const answer = await get(file, 'planner');
      expect(answer.status, file).toBe(200);
      expect(answer.headers.get('content-type'), file).toContain(type);
      expect(answer.headers.get('content-disposition'), file).toMatch(name);
      expect((await answer.arrayBuffer()).byteLength, file).toBeGreaterThan(500);
    }
  });

  it('a page to print runs nothing', async () => {
    const answer = await get('percorso.html', 'planner');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('the data package is a zip with its descriptor', async () => {
    const answer = await get('pacchetto.zip', 'planner');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['datapackage.json', 'data.sqlite', 'path.json']),
    );
  });

  it('what there is not is refused, not invented', async () => {
    for (const file of [
      'altro.odt',
      'dossier-nessuno.odt',
      'projects.exe',
      'atti-NESSUNO.odt',
      'constructor.odt',
      'x',
    ])
      expect((await get(file, 'planner')).status, file).toBe(404);
  });

  it('show the path as it is when they are asked for, and nothing that was erased', async () => {
    // Parsed, because nothing else may be sent along with it.
    const text = async () => JSON.stringify(JSON.parse(await (await get('tutto.json', 'planner')).text()));
    const [path, gathering] = ['PATTO', 'DEMO'].map((code) => house.streams.index.find(code));
    if (path?.kind !== 'path' || gathering?.kind !== 'gathering') throw new Error('no demonstration');
    const made = {
      id: 'cmd-new-code-0',
      type: 'makeCode',
      ask: { id: 'code-new-0000', label: 'Voce nuova' },
    };
    expect(await text()).not.toContain('Voce nuova');
    const planner = { id: 'a-planner', role: 'planner' as const, seat: null };
    expect(await house.streams.path(path).submit(made, planner)).toMatchObject({ ok: true });
    const before = await text();
    expect(before).toContain('Voce nuova');
    const notes = Object.values(house.streams.gathering(gathering).whole().notes);
    const note = notes.find((n) => n.text.length > 40 && before.includes(JSON.stringify(n.text)));
    if (!note) throw new Error('no note is in the file');
    const owner = { id: 'an-owner', role: 'owner' as const, seat: null };
    const desk = house.streams.gathering(gathering);
    await desk.submit({ id: 'cmd-flag-note-0', type: 'flagText', ask: { what: 'note', id: note.id } }, owner);
    expect(
      await house.erasure.clear(gathering, { what: 'note', id: note.id }, 'per prova', owner),
    ).toMatchObject({ ok: true });
    const times = (file: string) => file.split(JSON.stringify(note.text)).length;
    // Other people may have said the same.
    expect(times(await text())).toBeLessThan(times(before));
  });
});
