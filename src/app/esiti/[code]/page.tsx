/**
 * Che fine ha fatto? The outcomes of people's contributions, with the reasons, for everybody with the gathering's code.
 */
import { Ribbon } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LanguageForm } from '@/app/_shared/language';
import { namedAfter } from '@/app/_shared/page-metadata';
import { PublicFooter } from '@/app/_shared/public-footer';
import { reader } from '@/app/_shared/page-reader';
import { Words } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Wordmark } from '@/ui/logo';
import { Banner, EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { citing } from './citation-links';
import { OfPath } from './path-outcomes';
import { previewed } from './preview';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ anteprima?: string | string[]; cerca?: string | string[] }>;
};
const one = (asked: string | string[] | undefined): string => (typeof asked === 'string' ? asked : '');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['harvest']);
  return namedAfter(window, (await params).code, say('fate.title'));
}

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const asked = await searchParams;
  const { window, account, accountIn, say, words, lang } = await reader(['common', 'record', 'harvest']);
  const row = window.find(code);
  if (!row) notFound();
  // People who may publish may also preview drafts: nobody else is shown one.
  const here = account?.scope == null || row.kind === 'path' ? accountIn(row) : null;
  const preview = here && here.role !== 'helper' ? one(asked.anteprima) : '';
  const all = window.givenBack(row, previewed(preview));
  const paths = all.filter((p) => p.updatedAt !== null);
  const waiting = all.filter((p) => p.updatedAt === null && p.counts.written > 0);
  const gathering = row.kind === 'gathering' ? window.gathering(row, 'public') : null;
  const kind = (gathering && inventedIn(gathering)) ?? (paths.some((p) => p.demo) ? 'demo' : null);
  const shared = { say, cite: citing(window), sought: one(asked.cerca).slice(0, 200), code: row.code };
  return (
    <Words lang={lang} dictionary={words}>
      <Ribbon say={say} kind={kind} />
      <main
        id="main"
        tabIndex={-1}
        lang={lang}
        className="mx-auto grid max-w-3xl grid-cols-1 gap-8 px-4 py-8 sm:px-5"
      >
        {preview && (
          <Banner kind="warn" title={say('fate.preview')}>
            {say('fate.previewHow')}
          </Banner>
        )}
        <a href="/" className="justify-self-start no-underline print:hidden">
          <Wordmark name={say('app.name')} />
        </a>
        <PageHeader over={gathering?.title} title={say('fate.title')} intro={say('fate.intro')} />
        {paths.length === 0 && <EmptyState title={say('fate.none')}>{say('fate.noneHow')}</EmptyState>}
        {[...paths, ...waiting].map((path, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paths have no public id, and stand in the order of the register
          <OfPath key={i} path={path} several={paths.length > 1} {...shared} />
        ))}
        {gathering && (
          <p className="flex flex-wrap gap-2 print:hidden">
            <Button href={`/atti/${row.code}`} icon="book">
              {say('fate.toRecord')}
            </Button>
          </p>
        )}
        <div className="print:hidden">
          <LanguageForm say={say} back={`/esiti/${row.code}`} audience="office" />
        </div>
        <PublicFooter say={say} />
      </main>
    </Words>
  );
}
