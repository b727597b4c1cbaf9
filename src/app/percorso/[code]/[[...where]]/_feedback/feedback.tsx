'use client';
/** Restitution: the register of outcomes, each with its reason, and the page on which everyone can read it. */
import { useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { unanswered } from '@/domain/programming/unanswered-items';
import { OUTCOMES, type Outcome } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { DataTable } from '@/ui/data-table';
import { Banner, Progress } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { placeOf } from '../_shared/addresses';
import { GiveOutcome, OutcomeBadge } from '../_shared/outcome';
import { useSaid } from '../_shared/source-lookup';
import { ThingLink } from '../_shared/thing-link';
import type { ScreenProps } from '../places';
import { PublicList } from './public-list';
import { NextYear } from './next-year';

export function Feedback({ code }: ScreenProps) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const { meetings } = useSaid();
  const [only, setOnly] = useState<Outcome | 'all'>('all');
  const all = standingOnes(path.proposals);
  const told = all.filter((p) => p.outcome !== 'da_esaminare').length;
  const shown = all.filter((p) => only === 'all' || p.outcome === only);
  const waiting = unanswered(path).length;
  return (
    <>
      <PageHeader title={say('planning.restituzione')} intro={say('planning.feedbackIntro')} />
      <Section
        title={say('planning.publicPage')}
        intro={say('planning.publicPageHow')}
        aside={
          <Button href={`/esiti/${code}`} size="small" icon="out">
            {say('planning.publicPageOpen')}
          </Button>
        }
      >
        {meetings.length > 0 && (
          <p className="flex flex-wrap gap-x-4 text-sm">
            {meetings.map((m) => (
              <a
                key={m.gathering}
                href={`/esiti/${m.code}`}
                className="inline-flex min-h-11 items-center underline"
              >
                {say('planning.sameLink', { title: m.title, code: m.code })}
              </a>
            ))}
          </p>
        )}
      </Section>
      <PublicList code={code} />
      <div className="grid gap-3 lg:grid-cols-2">
        <Progress
          value={told}
          max={all.length}
          label={say('planning.outcomesGiven')}
          text={say('planning.nOf', { n: told, of: all.length })}
        />
        {waiting > 0 && (
          <Banner
            kind="warn"
            title={say('planning.requestsWaiting', { n: waiting })}
            action={
              <Button href={placeOf(code, 'bisogni', 'richieste')} size="small">
                {say('planning.doAnswer')}
              </Button>
            }
          />
        )}
      </div>
      <Section title={say('planning.outcomeRegister')}>
        <ChoicePills
          legend={say('planning.outcome')}
          legendHidden
          value={only}
          onValue={setOnly}
          choices={[
            { value: 'all', label: `${say('planning.filter.all')} ${all.length}` },
            ...OUTCOMES.map((o) => ({
              value: o,
              label: `${say(`planning.outcome.${o}`)} ${all.filter((p) => p.outcome === o).length}`,
            })),
          ]}
        />
        <DataTable
          caption={say('planning.outcomeRegister')}
          captionHidden
          empty={say('planning.noMatch')}
          columns={[
            { key: 'title', label: say('planning.proposal'), heads: true },
            { key: 'outcome', label: say('planning.outcome') },
            { key: 'reason', label: say('planning.outcomeReason') },
            { key: 'date', label: say('planning.date') },
            ...(may ? [{ key: 'give', label: say('planning.giveOutcome') }] : []),
          ]}
          rows={shown.map((p) => ({
            id: p.id,
            cells: {
              title: <ThingLink code={code} what="proposal" id={p.id} />,
              outcome: <OutcomeBadge outcome={p.outcome} />,
              reason: p.outcomeReason,
              date: p.outcomeAt && say.date(p.outcomeAt, 'short'),
              give: <GiveOutcome key={`${p.outcome}${p.outcomeReason}`} proposal={p} />,
            },
          }))}
        />
      </Section>
      <NextYear code={code} />
    </>
  );
}
