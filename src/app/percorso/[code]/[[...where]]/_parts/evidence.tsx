'use client';
/** The words behind something, as they were said: founding, supporting or against it; its own and those it rests on. */
import { useState } from 'react';
import { usePath } from '@/client/path';
import type { Grounded } from '@/domain/programming/evidence';
import { RELATIONS } from '@/domain/programming/evidence';
import { type Behind, wordsBehind } from '@/domain/programming/trace';
import { useSay } from '@/i18n/words';
import { Badge, type Tone } from '@/ui/badge';
import { Button, IconButton } from '@/ui/button';
import { Select } from '@/ui/field';
import type { IconName } from '@/ui/icons';
import { EmptyState } from '@/ui/notice';
import { Section } from '@/ui/surface';
import { useMayWrite } from '../asking';
import { PickWords } from './pick-words';
import { useRegister } from './register';
import { useSaid } from './said';
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

export function EvidenceOf({ code, what, id }: { code: string; what: Grounded; id: string }) {
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
    <Section
      level={3}
      title={say('planning.wordsTitle')}
      aside={say('planning.wordsCount', { n: found.length })}
    >
      {found.length === 0 && (
        <EmptyState title={say('planning.noWords')} action={may && link}>
          {say('planning.noWordsHow')}
        </EmptyState>
      )}
      <ul className="grid gap-2.5">
        {found.map((f) => (
          <Quoted key={f.evidence.id} code={code} found={f} />
        ))}
      </ul>
      {found.length > 0 && may && <div>{link}</div>}
      <PickWords open={picking} onClose={() => setPicking(false)} what={what} target={id} />
    </Section>
  );
}

/** One quotation; what it was taken from, and the way by which it carries this thing. */
export function Quoted({ code, found }: { code: string; found: Behind }) {
  const say = useSay();
  const may = useMayWrite();
  const { where } = useSaid();
  const { revise, remove } = useRegister('evidence');
  const { evidence: e, by } = found;
  const source = where(e.ref);
  const own = by.length === 0;
  return (
    <li className="grid gap-1.5 rounded-lg border border-line bg-raised px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <RelationBadge relation={e.relation} />
        {by.map((step) => (
          <span key={step.id} className="text-sm">
            {say('planning.through')} <ThingLink code={code} {...step} />
          </span>
        ))}
        {own && may && (
          <span className="ml-auto flex items-center gap-1 print:hidden">
            <Select
              label={say('planning.relationOf')}
              labelHidden
              className="min-h-11! py-1! text-sm"
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
      {source.said?.withheld ? (
        <p className="text-ink-soft italic">{say('planning.withheldSince')}</p>
      ) : (
        <blockquote dir="auto" className="whitespace-pre-line break-words text-lg leading-snug">
          «{e.quote}»
        </blockquote>
      )}
      {e.note && <p className="text-sm">{e.note}</p>}
      <SourceLine code={code} refId={e.ref} where={source} />
    </li>
  );
}
