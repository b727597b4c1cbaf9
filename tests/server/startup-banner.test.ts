/** The startup banner in the terminal: only reachable addresses, and what to do when there are none. */
import { describe, expect, it } from 'vitest';
import { addressLines, lanAddresses } from '@/server/startup-banner';

const said = (address: string, publicUrl: string | null = null, setup: string | null = null) =>
  addressLines({ address, port: 3000 }, publicUrl, setup).join('\n');

describe('the addresses said at the start', () => {
  it('are none where only this machine is listened to: a QR code would lead nowhere', () => {
    expect(lanAddresses({ address: '127.0.0.1', port: 3000 })).toEqual([]);
    expect(lanAddresses({ address: '::1', port: 3000 })).toEqual([]);
    expect(said('127.0.0.1')).toContain('phones do not reach it');
    expect(said('127.0.0.1')).not.toContain('on the network');
  });

  it('are that one where one was chosen', () => {
    expect(lanAddresses({ address: '192.0.2.7', port: 3000 })).toEqual(['http://192.0.2.7:3000']);
    expect(said('192.0.2.7')).toContain('on the network    http://192.0.2.7:3000');
  });

  it('are the public one behind a proxy, and the first account is made there or here', () => {
    const lines = said('127.0.0.1', 'https://cerchi.example.org', 'token');
    expect(lines).toContain('for everybody     https://cerchi.example.org');
    expect(lines).toContain('https://cerchi.example.org/chiave/token');
    expect(lines).toContain('http://localhost:3000/chiave/token');
    expect(lines).not.toContain('phones do not reach it');
  });
});
