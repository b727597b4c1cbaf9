/** Metadata of a gathering's public pages, also for link previews: its title and its question. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { PageApi } from '@/server/pages/page-api';
import { titleOf } from './title';

/** `what`: the part this page shows; the phone's own page is just the gathering. */
export function namedAfter(window: PageApi, code: string, what?: string): Metadata {
  const row = window.find(code);
  if (!row) notFound();
  if (row.kind !== 'gathering') return what ? { title: what } : {};
  const { title, question } = window.gathering(row, 'public');
  return {
    title: what ? titleOf(window, code, what) : title,
    ...(question ? { description: question } : {}),
  };
}
