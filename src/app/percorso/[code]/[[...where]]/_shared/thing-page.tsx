'use client';
/** One thing's page: the back link, its name, its fields; beside it the words it came from. */
import type { ReactNode } from 'react';
import type { Change } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Disclosure } from '@/ui/disclosure';
import { Icon } from '@/ui/icons';
import { backLink } from '@/ui/navigation';
import { PageHeader } from '@/ui/surface';

export function ThingPage({
  back,
  over,
  title,
  badges,
  actions,
  children,
  beside,
}: {
  back: { href: string; label: string };
  over: string;
  title: string;
  badges?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  beside?: ReactNode;
}) {
  return (
    <article className="grid gap-6">
      <div className="grid gap-3">
        <BackLink {...back} />
        <PageHeader over={over} title={title} actions={actions} />
        {badges && <div className="flex flex-wrap items-center gap-2">{badges}</div>}
      </div>
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="grid min-w-0 gap-6">{children}</div>
        <div className="grid min-w-0 gap-6">{beside}</div>
      </div>
    </article>
  );
}

export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} className={backLink}>
      <Icon name="left" /> {label}
    </a>
  );
}

/** Rows of a label and a value; empty ones are left out unless `always`. */
export function Facts({ rows }: { rows: readonly { label: string; value: ReactNode; always?: boolean }[] }) {
  const said = rows.filter((r) => r.always || (r.value !== '' && r.value !== null && r.value !== undefined));
  if (said.length === 0) return null;
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {said.map((r) => (
        <div key={r.label} className="contents">
          <dt className="font-semibold text-ink-soft text-sm sm:pt-0.5">{r.label}</dt>
          <dd className="-mt-3 min-w-0 whitespace-pre-line wrap-anywhere sm:mt-0">{r.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Its history: nothing is overwritten without history. */
export function History({
  changes,
  label,
}: {
  changes: readonly Change[];
  label: (field: string) => string | null;
}) {
  const say = useSay();
  const shown = changes.filter((c) => label(c.field) !== null && c.before !== '' && c.before !== null);
  if (shown.length === 0) return null;
  return (
    <Disclosure className="print:hidden" title={say('planning.history', { n: shown.length })}>
      <ol className="grid gap-2 border-line border-l-2 pl-4">
        {shown.toReversed().map((c) => (
          <li key={`${c.seq}${c.field}`} className="text-sm">
            <span className="text-ink-soft tabular-nums">
              {say.date(c.at, 'short')} {say.time(c.at)} · {label(c.field)}
            </span>
            <span className="block">
              {say('planning.was')} {Array.isArray(c.before) ? c.before.length : String(c.before)}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
