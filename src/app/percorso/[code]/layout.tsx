/** Keeps a path open while its parts change: access, and the live stream beneath all of them. */
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { reader } from '@/app/_shared/page-reader';
import { PathProvider } from '@/client/hooks/path-provider';
import { Words } from '@/i18n/words';
import { Answering } from './path-toasts';

type Props = { params: Promise<{ code: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { window, accountIn } = await reader(['common']);
  const row = window.find((await params).code);
  return row?.kind === 'path' && accountIn(row) ? { title: window.path(row).about?.title ?? row.code } : {};
}

export default async function Layout({ params, children }: Props) {
  const { code } = await params;
  const { window, account, accountIn, lang, words } = await reader([
    'common',
    'refusals',
    'planning',
    'reading',
    'documents',
  ]);
  const row = window.find(code);
  if (row?.kind !== 'path') notFound();
  if (!account) redirect(`/accedi?poi=/percorso/${row.code}`);
  if (account.role === 'helper' || !accountIn(row)) redirect('/ufficio');
  return (
    <Words lang={lang} dictionary={words}>
      <PathProvider code={row.code}>
        <Answering>{children}</Answering>
      </PathProvider>
    </Words>
  );
}
