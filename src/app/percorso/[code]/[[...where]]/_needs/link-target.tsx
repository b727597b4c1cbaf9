'use client';
/** Links some words to an existing need, proposal, goal, project or table. */
import { type FormEvent, useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { GROUNDED, type Grounded, RELATIONS } from '@/domain/programming/evidence';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Select } from '@/ui/field';
import { useOptions } from '../_shared/field-options';
import { useRegister } from '../_shared/register';

export function LinkTo({ open, onClose, refId }: { open: boolean; onClose: () => void; refId: string }) {
  const say = useSay();
  return (
    <Dialog open={open} onClose={onClose} title={say('planning.linkTo')} closeLabel={say('close')}>
      <Choose refId={refId} onDone={onClose} />
    </Dialog>
  );
}

function Choose({ refId, onDone }: { refId: string; onDone: () => void }) {
  const say = useSay();
  const tell = useTell();
  const o = useOptions();
  const { add } = useRegister('evidence');
  const [what, setWhat] = useState<Grounded>('need');
  const [target, setTarget] = useState('');
  const [relation, setRelation] = useState<(typeof RELATIONS)[number]>('fonda');
  const choices = {
    ...{ need: o.needs, proposal: o.proposals, goal: o.goals, project: o.projects, table: o.tables },
  }[what]();
  const link = (e: FormEvent) => {
    e.preventDefault();
    const to = target || choices[0]?.value;
    if (!to || !add({ what, target: to, ref: refId, relation })) return;
    tell(say('planning.linked'), 'good');
    onDone();
  };
  return (
    <form onSubmit={link} className="grid gap-4">
      <ChoicePills
        legend={say('planning.linkToWhat')}
        value={what}
        onValue={(w) => {
          setWhat(w);
          setTarget('');
        }}
        choices={GROUNDED.map((w) => ({ value: w, label: say(`planning.${w}`) }))}
      />
      <Select
        label={say(`planning.${what}`)}
        value={target || choices[0]?.value}
        onChange={(e) => setTarget(e.target.value)}
        options={choices.length > 0 ? choices : [o.none]}
      />
      <ChoicePills
        legend={say('planning.relationOf')}
        value={relation}
        onValue={setRelation}
        choices={RELATIONS.map((r) => ({ value: r, label: say(`planning.relation.${r}`) }))}
      />
      <Button type="submit" kind="primary" icon="link" className="justify-self-start">
        {say('planning.link')}
      </Button>
    </form>
  );
}
