/** A link opens its screen, also for a person who must first give a name, and has made an error in the form before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpace, type TestHouse, testHouse } from './house';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
  await openSpace(house);
  await house.accounts.create('Regia', 'facilitator', 'quattro parole a caso');
});
afterAll(async () => {
  await house.close();
  house.remove();
});

const sentTo = async (path: string, fields: Record<string, string>): Promise<string> => {
  const body = new URLSearchParams(fields);
  const answer = await fetch(house.url + path, { method: 'POST', redirect: 'manual', body });
  return answer.headers.get('location') ?? '';
};
const newcomer = (label: string, poi: string) =>
  sentTo('/api/join', { code: 'PROVA', label, sector: 'volontariato', poi });

describe('the door', () => {
  it('lets people on to the screen their link named', async () => {
    expect(await newcomer('Chi propone', 'proponi')).toBe('/i/PROVA/proponi');
    expect(await newcomer('Chi legge', 'temi/T03')).toBe('/i/PROVA/temi/T03');
    expect(await newcomer('Chi arriva', '')).toBe('/i/PROVA');
  });

  it('keeps it through a refusal', async () => {
    expect(await newcomer(' ', 'proponi')).toBe('/i/PROVA/entra?poi=proponi&rifiuto=blank_text');
    const wrong = { code: 'PROVA', recovery: 'AAAABBBB', poi: 'temi/T03' };
    expect(await sentTo('/api/recover', wrong)).toBe(
      '/i/PROVA/entra?poi=temi%2FT03&rifiuto=wrong_recovery_code',
    );
    const office = { name: 'Regia', passphrase: 'un’altra frase ancora', poi: '/regia/PROVA' };
    expect(await sentTo('/api/sign-in', office)).toBe(
      '/accedi?poi=%2Fregia%2FPROVA&nome=Regia&rifiuto=wrong_passphrase',
    );
  });

  it('gives back what was typed, but never a passphrase or a recovery code', async () => {
    expect(await sentTo('/api/find', { code: 'PROV4 &' })).toBe('/?codice=PROV4+%26&rifiuto=unknown_code');
    for (const [path, secret] of [
      ['/api/sign-in', { name: 'Regia', passphrase: 'segretissima123' }],
      ['/api/recover', { code: 'PROVA', recovery: 'segretissima123' }],
    ] as const)
      expect(await sentTo(path, secret)).not.toContain('segretissima');
  });

  it('leads nowhere outside the gathering', async () => {
    for (const [n, poi] of ['../../ufficio', '//example.org', 'https://example.org', 'a?b=c'].entries())
      expect(await newcomer(`Chi prova ${n}`, poi)).toBe('/i/PROVA');
  });

  it('a browser that refuses cookies is told so, and nobody is counted', async () => {
    const row = house.streams.index.find('PROVA');
    const people = () => house.streams.seats.count(row?.id ?? '');
    const before = people();
    const form = async (path: string, fields: Record<string, string>, cookie?: string) => {
      const headers = { accept: 'text/html,application/xhtml+xml', ...(cookie ? { cookie } : {}) };
      const body = new URLSearchParams(fields);
      const answer = await fetch(house.url + path, { method: 'POST', redirect: 'manual', headers, body });
      return answer.headers.get('location');
    };
    const seat = { code: 'PROVA', label: 'Chi arriva', sector: 'volontariato', poi: 'proponi' };
    expect(await form('/api/join', seat)).toBe('/i/PROVA/entra?poi=proponi&rifiuto=no_cookies');
    const office = { name: 'Regia', passphrase: 'quattro parole a caso' };
    expect(await form('/api/sign-in', office)).toBe('/accedi?rifiuto=no_cookies');
    expect(people()).toBe(before);
    expect(await form('/api/join', seat, 'cerchi-prova=1')).toBe('/i/PROVA/proponi');
    expect(people()).toBe(before + 1);
  });

  it('a field that no route knows is refused, whatever the others say', async () => {
    const status = async (path: string, fields: Record<string, string>) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const answer = await fetch(house.url + path, { method: 'POST', headers, body: JSON.stringify(fields) });
      return `${answer.status} ${((await answer.json()) as { refused?: string }).refused ?? 'ok'}`;
    };
    const office = { name: 'Regia', passphrase: 'quattro parole a caso' };
    for (const [path, fields] of [
      ['/api/find', { code: 'PROVA' }],
      ['/api/join', { code: 'PROVA', label: 'Chi manda altro', sector: 'volontariato' }],
      ['/api/sign-in', office],
    ] as const) {
      expect(await status(path, { ...fields, role: 'owner' }), path).toBe('400 malformed');
      expect(await status(path, fields), path).toBe('200 ok');
    }
  });
});
