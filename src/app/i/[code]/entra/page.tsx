/** A gathering's entrance, separate from the phone's screens so that it opens with almost no script. */
import { inventedIn } from '@/domain/gathering/rehearsal';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { namedAfter } from '@/app/_shared/page-metadata';
import { reader } from '@/app/_shared/page-reader';
import { WITHIN, within } from '@/protocol/entrance-address';
import { Join } from './join';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ rifiuto?: string; ambito?: string; poi?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { window, say } = await reader(['common']);
  const named = namedAfter(window, (await params).code);
  const title = String(named.title ?? say('app.name'));
  return (await searchParams).rifiuto ? { ...named, title: say('title.wrong', { title }) } : named;
}

export default async function Page({ params, searchParams }: Props) {
  const { window, identity, say } = await reader(['common', 'refusals', 'phone']);
  const row = window.find((await params).code);
  if (row?.kind !== 'gathering') notFound();
  const { rifiuto, ambito, poi: asked = '' } = await searchParams;
  const poi = WITHIN.test(asked) ? asked : '';
  if (identity.seats[row.id]) redirect(within(row.code, poi));
  const g = window.gathering(row, 'public');
  const { title, question, minors, sectors } = g;
  return (
    <Join
      code={row.code}
      {...{ title, question, minors, sectors, say, poi }}
      kind={inventedIn(g)}
      refused={rifiuto ?? null}
      shut={window.missingFor(row).length > 0}
      sector={ambito ?? null}
    />
  );
}
