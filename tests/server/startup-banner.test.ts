/** The startup banner in the terminal: only reachable addresses, and what to do when there are none. */
import { describe, expect, it } from 'vitest';
import { addressLines, lanAddresses } from '@/server/startup-banner';

/** One IPv4 address of an interface, as the system tells it. */
const ipv4 = (address: string, internal = false) => [
  { address, internal, family: 'IPv4' as const, netmask: '255.255.255.0', mac: '', cidr: null },
];

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

  it('are those of the room first: a container, a machine in the machine or a tunnel comes after', () => {
    const virtual = {
      ...{ docker0: '172.17.0.1', 'br-3f2a': '172.18.0.1', veth12: '10.1.0.1', virbr0: '192.168.122.1' },
      ...{
        vmnet8: '192.168.56.1',
        tun0: '10.8.0.2',
        tap0: '10.9.0.2',
        utun3: '10.7.0.2',
        ztabc: '10.147.1.2',
      },
      ...{ 'vEthernet (WSL)': '172.20.0.1' },
    };
    const listening = { address: '0.0.0.0', port: 3000 };
    for (const [name, address] of Object.entries(virtual))
      for (const usual of ['wlp2s0', 'en0', 'eth0', 'Wi-Fi', 'Ethernet']) {
        const found = { lo: ipv4('127.0.0.1', true), [name]: ipv4(address), [usual]: ipv4('192.168.1.20') };
        expect(lanAddresses(listening, found), `${name} beside ${usual}`).toEqual([
          'http://192.168.1.20:3000',
          `http://${address}:3000`,
        ]);
      }
    const both = { eth0: ipv4('203.0.113.9'), eth1: ipv4('10.0.0.4'), eth2: ipv4('10.0.0.5') };
    expect(lanAddresses(listening, both)).toEqual([
      'http://10.0.0.4:3000',
      'http://10.0.0.5:3000',
      'http://203.0.113.9:3000',
    ]);
  });

  it('are the public one behind a proxy, and the first account is made there or here', () => {
    const lines = said('127.0.0.1', 'https://cerchi.example.org', 'token');
    expect(lines).toContain('for everybody     https://cerchi.example.org');
    expect(lines).toContain('https://cerchi.example.org/chiave/token');
    expect(lines).toContain('http://localhost:3000/chiave/token');
    expect(lines).not.toContain('phones do not reach it');
  });
});
