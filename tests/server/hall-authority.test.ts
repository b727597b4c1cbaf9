/** The office's own authority for a hall: browsers that trust it accept the hall's name over HTTPS, and no other name. */
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const SCRIPT = resolve(import.meta.dirname, '../../deploy/hall/own-authority.sh');
const NAME = 'hall.example.org';
let folder = '';
const make = (name: string) => execFileSync('sh', [SCRIPT, name, folder], { stdio: 'pipe' });
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const file = (name: string): Buffer => readFileSync(join(folder, name));
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cerchi-hall-'));
  make(NAME);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The status of a page asked for under this name, or the reason why the certificate is not accepted. */
async function asked(servername: string, pem: string): Promise<string> {
  const server = createServer({ cert: file(pem), key: file('hall.key') }, (_, res) => void res.end('ok'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  const answer = await new Promise<string>((done) => {
    request({ host: '127.0.0.1', port, servername, ca: file('authority.crt') }, (res) => {
      res.resume();
      done(String(res.statusCode));
    })
      .on('error', (e) => done('code' in e ? String(e.code) : e.message))
      .end();
  });
  await new Promise((done) => server.close(done));
  return answer;
}

it('is trusted for the name of the hall', async () => {
  expect(await asked(NAME, 'hall.pem')).toBe('200');
  expect(await asked('other.example.org', 'hall.pem')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
});

it('can sign for no other name that its phones would believe', async () => {
  writeFileSync(
    join(folder, 'other.ext'),
    'subjectAltName = DNS:bank.example.org\nextendedKeyUsage = serverAuth\n',
  );
  openssl('req', '-new', '-key', 'hall.key', '-subj', '/CN=bank.example.org', '-out', 'other.csr');
  openssl(
    ...['x509', '-req', '-in', 'other.csr', '-CA', 'authority.crt', '-CAkey', 'authority.key', '-days', '9'],
    ...['-extfile', 'other.ext', '-out', 'other.pem'],
  );
  expect(await asked('bank.example.org', 'other.pem')).not.toBe('200');
  expect(() => openssl('verify', '-CAfile', 'authority.crt', 'other.pem')).toThrow(/permitted subtree/);
});

it('lasts as long as iPhones accept, and its keys are read by their owner alone', () => {
  const { validFrom, validTo } = new X509Certificate(file('hall.pem'));
  const days = (Date.parse(validTo) - Date.parse(validFrom)) / 86_400_000;
  expect(days).toBeGreaterThan(300);
  expect(days).toBeLessThanOrEqual(825);
  for (const key of ['authority.key', 'hall.key']) expect(statSync(join(folder, key)).mode & 0o077).toBe(0);
});

it('is made again for the same name, and refuses another in the same folder', async () => {
  const before = file('authority.crt');
  make(NAME);
  expect(file('authority.crt')).toEqual(before);
  expect(await asked(NAME, 'hall.pem')).toBe('200');
  expect(() => make('other.example.org')).toThrow(/another name/);
});
