'use client';
/** All needs, all proposals: each with its evidence, and a filter for those without any. */
import { type ReactNode, useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import { standingOnes } from '@/domain/programming/deed';
import { isGrounded, wordsBehind } from '@/domain/programming/decision-trace';
import type { Need, Proposal } from '@/domain/programming/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { ChoicePills } from '@/ui/choice';
import { EmptyState } from '@/ui/notice';
import { useMayWrite } from '../path-commands';
import { addressOf } from '../_shared/addresses';
import { NoWords } from '../_shared/evidence';
import { QuickAdd } from '../_shared/quick-add';
import { useRegister } from '../_shared/register';
import { OutcomeBadge } from '../_shared/outcome';
import { goTo } from '../_shared/path-router';

const FILTERS = ['all', 'ungrounded', 'beyond', 'toward'] as const;
type EvidenceFilter = (typeof FILTERS)[number];

export function NeedList({ code }: { code: string }) {
  const path = usePath();
  return <List code={code} what="need" things={standingOnes(path.needs)} />;
}

export function ProposalList({ code }: { code: string }) {
  const path = usePath();
  return <List code={code} what="proposal" things={standingOnes(path.proposals)} />;
}

function List({
  code,
  what,
  things,
}: {
  code: string;
  what: 'need' | 'proposal';
  things: (Need | Proposal)[];
}) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const { add } = useRegister(what);
  const [filter, setFilter] = useState<EvidenceFilter>('all');
  const grounded = new Map(things.map((t) => [t.id, isGrounded(path, what, t.id)]));
  const passes = (t: Need | Proposal): boolean => {
    if (filter === 'ungrounded') return !grounded.get(t.id);
    if (filter === 'beyond') return t.beyondTarget;
    return filter === 'all' || ('goesTowardCitizens' in t && t.goesTowardCitizens);
  };
  const shown = things.filter(passes);
  const begin = (title: string): boolean => {
    const id = add({ title });
    if (id) goTo(addressOf(code, what, id));
    return id !== null;
  };
  return (
    <div className="grid gap-5">
      {may && (
        <QuickAdd
          name={`${code}:new-${what}`}
          label={say(what === 'need' ? 'planning.newNeed' : 'planning.newProposal')}
          {...(what === 'proposal' && { hint: say('planning.becomesPublic') })}
          submit={say('planning.add')}
          onAdd={begin}
        />
      )}
      {things.length > 0 && (
        <ChoicePills
          legend={say('planning.filter')}
          legendHidden
          value={filter}
          onValue={setFilter}
          choices={FILTERS.filter((f) => f !== 'toward' || what === 'proposal').map((f) => ({
            value: f,
            label: say(`planning.filter.${f}`),
          }))}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState title={say(things.length === 0 ? `planning.no.${what}` : 'planning.noMatch')}>
          {things.length === 0 && say('planning.noNeedsHow')}
        </EmptyState>
      ) : (
        <ul className="grid divide-y divide-line overflow-hidden rounded-xl border border-line bg-raised shadow-card">
          {shown.map((t) => (
            <Row key={t.id} href={addressOf(code, what, t.id)} title={t.title}>
              {grounded.get(t.id) ? (
                <Badge icon="speech">
                  {say('planning.wordsCount', { n: wordsBehind(path, what, t.id).length })}
                </Badge>
              ) : (
                <NoWords />
              )}
              <Traits thing={t} />
              {t.table && path.tables[t.table] && (
                <span className="text-ink-soft text-sm">{path.tables[t.table]?.name}</span>
              )}
            </Row>
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <li className="relative grid gap-1.5 px-4 py-3 hover:bg-accent-soft/40">
      <a href={href} className="font-semibold text-lg leading-snug no-underline after:absolute after:inset-0">
        {title}
      </a>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">{children}</div>
    </li>
  );
}

/** The badges of a need or a proposal. */
export function Traits({ thing }: { thing: Need | Proposal }) {
  const say = useSay();
  return (
    <>
      {'outcome' in thing && <OutcomeBadge outcome={thing.outcome} />}
      {thing.beyondTarget && <Badge tone="accent">{say('planning.beyondTarget')}</Badge>}
      {'goesTowardCitizens' in thing && thing.goesTowardCitizens && (
        <Badge tone="accent" icon="forward">
          {say('planning.towardCitizens')}
        </Badge>
      )}
      {'levels' in thing && thing.levels.map((l) => <Badge key={l}>{say(`planning.level.${l}`)}</Badge>)}
    </>
  );
}
