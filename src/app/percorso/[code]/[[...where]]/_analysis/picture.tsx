'use client';
/** A chart with its counts under it, and the same figures as a table for people who read or hear them. */
import dynamic from 'next/dynamic';
import { type ReactNode, useSyncExternalStore } from 'react';
import { retryImport } from '@/client/loading/retry-import';
import { useSay } from '@/i18n/words';
import { type Column, DataTable, type Row } from '@/ui/data-table';
import { Disclosure } from '@/ui/disclosure';
import type { BarRow, Step } from './charts';

const waiting = () => <div className="h-64 animate-breathe rounded-lg bg-sunken" />;
const charts = () => retryImport(() => import('./charts'));
const Bars = dynamic(() => charts().then((m) => m.Bars), { ssr: false, loading: waiting });
const StepLine = dynamic(() => charts().then((m) => m.Steps), { ssr: false, loading: waiting });

function useMedia(query: string, first: boolean): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
    () => first,
  );
}
const useShape = () => {
  const paper = useMedia('print', false);
  const wide = useMedia('(min-width: 40rem)', true);
  return { paper, wide: wide || paper };
};

export function BarPicture({ rows }: { rows: readonly BarRow[] }) {
  return <Bars rows={rows} {...useShape()} />;
}

export function StepPicture(line: { steps: readonly Step[]; x: string; y: string }) {
  return <StepLine {...line} paper={useShape().paper} />;
}

type Props = {
  title: string;
  /** The chart described in one sentence. */
  says: string;
  /** The part of the data that is not drawn. */
  partly?: string | undefined;
  table: { columns: readonly Column[]; rows: readonly Row[] };
  children: ReactNode;
};
export function Picture({ title, says, partly, table, children }: Props) {
  const say = useSay();
  return (
    <figure className="grid min-w-0 grid-cols-1 gap-3 rounded-xl border border-line bg-raised p-4 shadow-card sm:p-5 print:break-inside-avoid print:shadow-none">
      <figcaption className="font-bold text-lg">{title}</figcaption>
      {/* On paper the chart takes the width of the sheet. */}
      <div
        role="img"
        aria-label={`${title}. ${says}`}
        className="min-w-0 print:[&_.recharts-responsive-container]:h-auto! print:[&_.recharts-responsive-container>div]:h-auto! print:[&_.recharts-responsive-container>div]:w-full! print:[&_.recharts-wrapper]:h-auto! print:[&_.recharts-wrapper]:w-full! print:[&_svg]:h-auto! print:[&_svg]:w-full!"
      >
        {children}
      </div>
      {partly && <p className="text-ink-soft text-sm">{partly}</p>}
      <Disclosure className="print:hidden" title={say('analysis.asTable')}>
        <DataTable caption={title} captionHidden columns={table.columns} rows={table.rows} />
      </Disclosure>
    </figure>
  );
}
