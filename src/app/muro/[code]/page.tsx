/** The wall: a stateless page that anyone can open on a second screen. */
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { initialOf } from '@/app/_shared/initial-state';
import { reader } from '@/app/_shared/page-reader';
import { namedAfter } from '@/app/_shared/page-metadata';
import { reachableAt } from '@/app/_shared/address';
import { GatheringProvider } from '@/client/hooks/gathering-provider';
import { LABEL_MAX } from '@/domain/words';
import { languagesAtTheDoor } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { Wall } from './wall';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ scena?: string; schermo?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['wall']);
  return namedAfter(window, (await params).code, say('wall.title'));
}

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  // A second projector may stay on one scene, and may have its name in its address.
  const { scena, schermo } = await searchParams;
  const name = schermo?.trim().slice(0, LABEL_MAX);
  const { window, lang, words } = await reader(['common', 'wall']);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  return (
    <Words lang={lang} dictionary={words} languages={languagesAtTheDoor()}>
      <GatheringProvider code={row.code} surface="wall" initial={initialOf(row, null)}>
        <Wall
          address={reachableAt(window, await headers())}
          {...(scena ? { scene: scena } : {})}
          {...(name ? { name } : {})}
        />
      </GatheringProvider>
    </Words>
  );
}
