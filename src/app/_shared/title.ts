/** The title of a tab: its screen, and its gathering or path, because several are open side by side. */
import type { PageApi } from '@/server/pages/page-api';

export function titleOf(window: PageApi, code: string, what: string): string {
  const row = window.find(code);
  if (row?.kind === 'gathering') return `${what} · ${window.gathering(row, 'public').title}`;
  if (row?.kind === 'path') return `${what} · ${window.path(row).about?.title ?? row.code}`;
  return what;
}
