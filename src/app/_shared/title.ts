/** The title of a tab: its screen, and its gathering or path, because several are open side by side. */
import { notFound } from 'next/navigation';
import type { PageApi } from '@/server/pages/page-api';

export function titleOf(window: PageApi, code: string, what: string): string {
  const row = window.find(code);
  if (row?.kind === 'gathering') return `${what} · ${window.gathering(row, 'public').title}`;
  if (row?.kind === 'path') return `${what} · ${window.path(row).about?.title ?? row.code}`;
  // Before the page itself finds out: else its tab would be named like the page that is not there.
  return notFound();
}
