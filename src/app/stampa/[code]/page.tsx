/** The print pack, for when the power fails. One kind of sheet at a time, as it will be on paper. */
import { Ribbon } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { reachableAt } from '@/app/_shared/address';
import { reader } from '@/app/_shared/page-reader';
import { titleOf } from '@/app/_shared/title';
import type { Say } from '@/i18n/say';
import { buttonClass } from '@/ui/button';
import { Icon } from '@/ui/icons';
import { backLink } from '@/ui/navigation';
import { EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';
import { CellSlips, DoorSigns, MatrixSheets } from './_sheets/matrix-sheets';
import { BlankForms, Forms } from './_sheets/report-forms';
import { EntrancePoster, PrinciplesPoster } from './_sheets/posters';
import { type Sides, sidesOf } from './_sheets/sheet';
import { onPaper, SignUpSheets, TopicSheets } from './_sheets/topic-sheets';
import { chosen, SHEET_KINDS, type SheetKind, type Pack, WANTED } from './papers';
import { PrintButton } from './print-button';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ foglio?: string; carta?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['harvest']);
  return { title: titleOf(window, (await params).code, say('print.title')) };
}

type Draw = (props: Pack & { say: Say; sides: Sides }) => ReactNode;
const DRAWN: Record<SheetKind, Draw> = {
  temi: TopicSheets,
  griglia: MatrixSheets,
  caselle: CellSlips,
  presenze: SignUpSheets,
  schede: Forms,
  bianche: BlankForms,
  principi: PrinciplesPoster,
  porte: DoorSigns,
  ingresso: EntrancePoster,
};
const OF_TOPICS: readonly SheetKind[] = ['temi', 'presenze', 'schede'];

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { foglio, carta } = await searchParams;
  const { window, accountIn, say, lang, nonce } = await reader(['common', 'harvest', 'wall']);
  const row = window.find(code);
  if (row?.kind !== 'gathering') notFound();
  const state = window.gathering(row, 'public');
  const labels = window.labels(row, 'named');
  const topics = onPaper(state).length > 0;
  const { kind, paper } = chosen(foglio, carta, topics);
  const sides = sidesOf(kind, paper);
  const Sheets = DRAWN[kind];
  const name = (seat: string | null) => (seat ? (labels[seat] ?? say('print.someone')) : '');
  const to = (k: string, p?: string) => `/stampa/${row.code}?foglio=${k}${p ? `&carta=${p}` : ''}`;
  return (
    <>
      <style nonce={nonce}>{`@page { size: ${sides.w}mm ${sides.h}mm; margin: 0 }`}</style>
      <div className="print:hidden">
        <Ribbon say={say} kind={inventedIn(state)} />
        <section
          lang={lang}
          aria-label={say('print.title')}
          className="mx-auto grid max-w-5xl gap-5 px-5 py-8"
        >
          {accountIn(row) && (
            <a href={`/regia/${row.code}`} className={backLink}>
              <Icon name="left" /> {say('print.toDesk')}
            </a>
          )}
          <PageHeader over={state.title} title={say('print.title')} />
          <nav aria-label={say('print.title')} className="grid gap-4">
            {(['before', 'market'] as const).map((when) => (
              <div key={when} className="grid gap-2">
                <p className="font-semibold">{say(`print.when.${when}`)}</p>
                <div className="flex flex-wrap gap-2">
                  {WANTED[when].map((k) => (
                    <a
                      key={k}
                      href={to(k)}
                      aria-current={k === kind ? 'page' : undefined}
                      className={buttonClass(k === kind ? 'primary' : 'quiet', 'small')}
                    >
                      {say(`print.kind.${k}`)}
                    </a>
                  ))}
                </div>
              </div>
            ))}
          </nav>
          <div className="flex flex-wrap items-center gap-4">
            <PrintButton label={say('print.now')} />
            <span>{say('print.paper', { paper })}</span>
            {SHEET_KINDS[kind].papers
              .filter((p) => p !== paper)
              .map((p) => (
                <a key={p} href={to(kind, p)} className={buttonClass('plain', 'small')}>
                  {say('print.on', { paper: p })}
                </a>
              ))}
          </div>
        </section>
      </div>
      <main
        id="main"
        lang={lang}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: wide sheets scroll sideways, also by keyboard
        tabIndex={0}
        className="overflow-x-auto bg-sunken py-6 print:overflow-visible print:bg-paper-ground print:p-0"
      >
        {OF_TOPICS.includes(kind) && !topics ? (
          <EmptyState title={say('print.noTopics')}>{say('print.noTopicsYet')}</EmptyState>
        ) : (
          <Sheets
            state={state}
            address={reachableAt(window, await headers())}
            name={name}
            say={say}
            sides={sides}
          />
        )}
      </main>
    </>
  );
}
