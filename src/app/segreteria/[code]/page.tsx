/** The secretariat: acts on behalf of people without a phone, and types in paper with the paper's time (E14, E18). */
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { initialOf } from '@/app/_shared/initial-state';
import { reader } from '@/app/_shared/page-reader';
import { titleOf } from '@/app/_shared/title';
import { GatheringProvider } from '@/client/hooks/gathering-provider';
import { Words } from '@/i18n/words';
import { Secretariat } from './secretariat';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['desk']);
  return { title: titleOf(window, (await params).code, say('desk.secretariat')) };
}

export default async function Page({ params }: Props) {
  const { code } = await params;
  const {
    window,
    account: entered,
    accountIn,
    lang,
    words,
  } = await reader(['common', 'refusals', 'phone', 'desk']);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  if (!entered) redirect(`/accedi?poi=/segreteria/${row.code}`);
  const account = accountIn(row);
  if (!account) redirect('/ufficio');
  // On this page every account acts as a helper.
  const initial = initialOf(row, null, { ...account, role: 'helper' });
  return (
    <Words lang={lang} dictionary={words}>
      <GatheringProvider code={row.code} surface="kiosk" initial={initial}>
        <Secretariat />
      </GatheringProvider>
    </Words>
  );
}
