/** The facilitator's desk: holds the space, with no power over people's words (domain §0.2). */
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { reachableAt } from '@/app/_shared/address';
import { initialOf } from '@/app/_shared/initial-state';
import { reader } from '@/app/_shared/page-reader';
import { titleOf } from '@/app/_shared/title';
import { GatheringProvider } from '@/client/hooks/gathering-provider';
import { languagesAtTheDoor } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { Desk } from './desk';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['desk']);
  return { title: titleOf(window, (await params).code, say('desk.title')) };
}

export default async function Page({ params }: Props) {
  const { code } = await params;
  const {
    window,
    account: entered,
    accountIn,
    lang,
    words,
  } = await reader(['common', 'refusals', 'wall', 'phone', 'desk']);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  if (!entered) redirect(`/accedi?poi=/regia/${row.code}`);
  const account = accountIn(row);
  if (!account) redirect('/ufficio');
  return (
    <Words lang={lang} dictionary={words} languages={languagesAtTheDoor()}>
      <GatheringProvider code={row.code} surface="desk" initial={initialOf(row, null, account)}>
        <Desk
          address={reachableAt(window, await headers())}
          role={account.role}
          missing={window.missingFor(row)}
          mayFill={account.scope === null && (account.role === 'planner' || account.role === 'owner')}
        />
      </GatheringProvider>
    </Words>
  );
}
