'use client';
/**
 * The evidence of a thing as it was written: founding, supporting or against it; its own and that of the things it is
 * based on.
 */
import { useState } from 'react';
import { usePath } from '@/client/hooks/path-provider';
import type { Grounded } from '@/domain/programming/evidence';
import { RELATIONS } from '@/domain/programming/evidence';
import { type Behind, wordsBehind } from '@/domain/programming/decision-trace';
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Select } from '@/ui/field';
import type { IconName } from '@/ui/icons';
import { EmptyState } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../path-commands';
import { PickWords } from './evidence-picker';
import { useRegister } from './register';
import { useSaid } from './source-lookup';
import { SourceLine } from './source-line';
import { ThingLink } from './thing-link';

const LOOKS: Record<(typeof RELATIONS)[number], { tone: Tone; icon: IconName }> = {
  fonda: { tone: 'strong', icon: 'target' },
  sostiene: { tone: 'accent', icon: 'plus' },
  contrasta: { tone: 'warn', icon: 'apart' },
};

export function RelationBadge({ relation }: { relation: (typeof RELATIONS)[number] }) {
  const say = useSay();
  return <Badge {...LOOKS[relation]}>{say(`planning.relation.${relation}`)}</Badge>;
}

export function NoWords() {
  const say = useSay();
  return (
    <Badge tone="warn" icon="speech">
      {say('planning.noWords')}
    </Badge>
  );
}

export function EvidenceOf({
  code,
  what,
  id,
  wide,
}: {
  code: string;
  what: Grounded;
  id: string;
  /** Two columns where there is room for them. */
  wide?: boolean;
}) {
  const say = useSay();
  const path = usePath();
  const may = useMayWrite();
  const [picking, setPicking] = useState(false);
  const found = wordsBehind(path, what, id);
  const link = (
    <Button size="small" icon="link" onClick={() => setPicking(true)} className="print:hidden">
      {say('planning.linkWords')}
    </Button>
  );
  return (
    <Section title={say('planning.wordsTitle')} aside={say('planning.wordsCount', { n: found.length })}>
      {found.length === 0 ? (
        <EmptyState title={say('planning.noWords')} action={may && link}>
          {say('planning.noWordsHow')}
        </EmptyState>
      ) : (
        may && <div>{link}</div>
      )}
      {byWay(found).map(({ by, quotes }) => (
        <div key={by.map((s) => s.id).join(' ')} className="grid gap-1.5">
          {by.length > 0 && (
            <h3 className="font-normal text-sm">
              {say('planning.through')}{' '}
              {by.map((step, i) => (
                <span key={step.id}>
                  {i > 0 && ' → '}
                  <ThingLink code={code} {...step} />
                </span>
              ))}
            </h3>
          )}
          <ul className={cx('grid gap-2', wide && 'lg:grid-cols-2 print:grid-cols-2')}>
            {quotes.map((f) => (
              <Quoted key={f.evidence.id} code={code} found={f} />
            ))}
          </ul>
        </div>
      ))}
      <PickWords open={picking} onClose={() => setPicking(false)} what={what} target={id} />
    </Section>
  );
}

/** Quotations that come through the same chain stand together. */
function byWay(found: readonly Behind[]): { by: Behind['by']; quotes: Behind[] }[] {
  const ways = new Map<string, { by: Behind['by']; quotes: Behind[] }>();
  for (const f of found) {
    const key = f.by.map((s) => s.id).join(' ');
    const way = ways.get(key) ?? { by: f.by, quotes: [] };
    way.quotes.push(f);
    ways.set(key, way);
  }
  return [...ways.values()];
}

/** One quotation, and its source. */
function Quoted({ code, found }: { code: string; found: Behind }) {
  const say = useSay();
  const may = useMayWrite();
  const { where } = useSaid();
  const { revise, remove } = useRegister('evidence');
  const { evidence: e, by } = found;
  const source = where(e.ref);
  const mine = may && by.length === 0;
  return (
    <li className="grid content-start gap-1 rounded-lg border border-line bg-raised px-3.5 py-2.5">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
        <div className="min-w-0 flex-[1_1_14rem]">
          {source.said?.withheld ? (
            <p className="text-ink-soft italic">{say('planning.withheldSince')}</p>
          ) : (
            <blockquote dir="auto" className="whitespace-pre-line wrap-anywhere leading-snug">
              «{e.quote}»
            </blockquote>
          )}
          {e.note && <p className="text-sm">{e.note}</p>}
        </div>
        <span className={mine ? 'hidden print:inline' : ''}>
          <RelationBadge relation={e.relation} />
        </span>
        {mine && (
          <span className="-my-1 flex items-center print:hidden">
            <Select
              label={say('planning.relationOf')}
              labelHidden
              className="min-h-11! py-1! pl-3! text-sm"
              value={e.relation}
              onChange={(ev) => revise(e, { relation: ev.target.value })}
              options={RELATIONS.map((r) => ({ value: r, label: say(`planning.relation.${r}`) }))}
            />
            <IconButton
              icon="close"
              label={say('planning.unlink')}
              onClick={() => remove(e.id, say('planning.thisLink'))}
            />
          </span>
        )}
      </div>
      <SourceLine code={code} refId={e.ref} where={source} />
    </li>
  );
}
