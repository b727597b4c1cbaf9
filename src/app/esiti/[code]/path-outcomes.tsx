/** One path's part of the public page: counts, then outcomes, answers, tables, line by line. */
import type { ReactNode } from 'react';
import type { GivenBack, GivenRequest } from '@/domain/programming/public-outcomes';
import { OUTCOMES } from '@/domain/programming/state';
import { seeking } from '@/domain/words';
import type { Say } from '@/i18n/say';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { EmptyState } from '@/ui/notice';
import { Section } from '@/ui/surface';
import type { citing } from './citation-links';
import { LicenceLine } from './licence';
import { Counts } from './counts';
import { Lines } from './outcome-lines';
import { Proposal } from './proposal';

type Props = {
  say: Say;
  path: GivenBack;
  several: boolean;
  cite: ReturnType<typeof citing>;
  code: string;
  sought: string;
};
export function OfPath({ say, path, several, cite, code, sought }: Props) {
  const fits = seeking(sought);
  const lines = path.lines.map((l) => ({ ...l, cite: cite(l.ref)?.label ?? l.cite }));
  const saying = (id: string) =>
    lines.flatMap((l) => (l.answers.includes(id) ? `${l.cite ?? ''} ${l.text}` : [])).join(' ');
  const proposals = path.proposals.filter((p) =>
    fits(`${p.title} ${p.description} ${p.reason} ${saying(p.id)}`),
  );
  const requests = path.requests.filter((r) => fits(`${r.text} ${r.reason} ${saying(r.id)}`));
  const tables = path.tables.filter((t) => fits(`${t.name} ${t.object} ${t.before.join(' ')}`));
  const shown = lines.filter((l) => fits(`${l.cite ?? ''} ${l.text}`));
  // One licence of all texts is said once, at their end.
  const apart = path.licence === null;
  const nothing = proposals.length + requests.length + tables.length + shown.length === 0;
  return (
    <>
      {several && <h2 className="text-2xl">{path.title}</h2>}
      <Counts say={say} path={path} />
      {path.updatedAt !== null && <Search say={say} sought={sought} code={code} />}
      {nothing && sought !== '' && <EmptyState title={say('fate.notFound', { words: sought })} />}
      {[...OUTCOMES.slice(1), OUTCOMES[0]].map((outcome) => (
        <Listed
          key={outcome}
          title={say(`fate.${outcome}`)}
          things={proposals.filter((p) => p.outcome === outcome)}
        >
          {(p) => <Proposal key={p.id} say={say} proposal={p} cite={cite} apart={apart} />}
        </Listed>
      ))}
      <Listed title={say('fate.requests')} things={requests}>
        {(r) => <Request key={r.id} say={say} request={r} apart={apart} />}
      </Listed>
      {tables.length > 0 && (
        <Section title={say('fate.tables', { year: String(path.programmingYear) })}>
          <ul className="grid gap-2">
            {tables.map((t) => (
              <li key={t.id}>
                {t.before.length > 0 && (
                  <span className="text-ink-soft">
                    {t.before.join(' + ')} <span aria-hidden="true">→</span>
                    <span className="sr-only">{say('fate.became')}</span>{' '}
                  </span>
                )}
                <b>{t.name}</b>
                {t.object && <span>: {t.object}</span>}
                {apart && <LicenceLine say={say} of={t.licence} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {/* Before the rows of the circles: those are people's own words, and nobody published them here. */}
      <LicenceLine say={say} of={path.licence} all />
      {shown.length > 0 && <Lines code={code} lines={shown} />}
    </>
  );
}

function Search({ say, sought, code }: { say: Say; sought: string; code: string }) {
  return (
    <form method="get" action={`/esiti/${code}`} className="flex flex-wrap items-end gap-2 print:hidden">
      <div className="min-w-0 flex-[1_1_16rem]">
        <TextInput
          type="search"
          name="cerca"
          label={say('fate.search')}
          hint={say('fate.searchHint')}
          defaultValue={sought}
          maxLength={200}
        />
      </div>
      <Button type="submit" icon="search">
        {say('fate.searchDo')}
      </Button>
      {sought && <Button href={`/esiti/${code}`}>{say('fate.searchAll')}</Button>}
    </form>
  );
}

function Listed<T extends { id: string }>({
  title,
  things,
  children,
}: {
  title: string;
  things: readonly T[];
  children: (thing: T) => ReactNode;
}) {
  if (things.length === 0) return null;
  return (
    <Section title={title} aside={String(things.length)}>
      <ul className="grid gap-3">{things.map(children)}</ul>
    </Section>
  );
}

function Request({ say, request: r, apart }: { say: Say; request: GivenRequest; apart: boolean }) {
  return (
    <li id={r.id} className="grid scroll-mt-6 gap-1.5 rounded-xl border border-line bg-raised px-4 py-3">
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        {r.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-2">
        {r.answer === null ? (
          <Badge icon="clock">{say('fate.unanswered')}</Badge>
        ) : (
          <>
            <Badge
              tone={r.answer === 'no' ? 'bad' : 'good'}
              icon={r.answer === 'si' ? 'check' : r.answer === 'no' ? 'close' : 'calendar'}
            >
              {r.answer === 'quando' ? r.when : say(`fate.answer.${r.answer}`)}
            </Badge>
            <span>{r.reason}</span>
          </>
        )}
      </p>
      {r.decided.body && (
        <p className="text-ink-soft text-sm">
          {say('fate.decided', { body: r.decided.body, date: say.date(r.decided.date) })}
        </p>
      )}
      {apart && <LicenceLine say={say} of={r.decided.licence} />}
    </li>
  );
}
