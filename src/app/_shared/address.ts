/** The address people in the hall can type or scan: the public one, or this machine's on the network. */
import type { PageApi } from '@/server/pages/page-api';

/** Without a trailing slash. A page opened as localhost still shows an address that phones can reach. */
export function reachableAt(window: PageApi, headers: { get(name: string): string | null }): string {
  if (window.publicUrl) return window.publicUrl.replace(/\/$/, '');
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? 'localhost';
  const local = /^(localhost|127\.|\[::1\])/.test(host);
  const onNetwork = window.addresses[0];
  if (local && onNetwork) return onNetwork;
  return `${headers.get('x-forwarded-proto') ?? 'http'}://${host}`;
}
