/** The phone: one page whose parts change without asking the network. */
import { notFound, redirect } from 'next/navigation';
import { initialOf, reader } from '@/app/_page/reader';
import { GatheringProvider } from '@/client/provider';
import { Words } from '@/i18n/words';
import { Phone } from './phone';

type Props = { params: Promise<{ code: string; where?: string[] }> };

export default async function Page({ params }: Props) {
  const { code, where = [] } = await params;
  const { window, identity, lang, words } = await reader(['common', 'refusals', 'phone']);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  const seat = identity.seats[row.id]?.id ?? null;
  if (!seat && where[0] !== 'entra') redirect(`/i/${row.code}/entra`);
  return (
    <Words lang={lang} dictionary={words}>
      <GatheringProvider code={row.code} surface="phone" initial={initialOf(row, seat)}>
        <Phone where={where} />
      </GatheringProvider>
    </Words>
  );
}
