'use client';
/** The person's name here, changeable at any moment, also on past texts. */
import { type FormEvent, useState } from 'react';
import { useShown, useReplica } from '@/client/hooks/gathering-provider';
import { LABEL_MAX } from '@/domain/words';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { useMe, useName } from '../_frame/phone-hooks';
import { useToast } from '../_frame/phone-toasts';
import { useWhere } from '../_frame/navigation';

export function MyLabel() {
  const say = useSay();
  const toast = useToast();
  const replica = useReplica();
  const me = useMe();
  const name = useName();
  const { code } = useWhere();
  const given = useShown((s) => s.you?.label ?? null) ?? name(me);
  const [label, setLabel] = useState<string | null>(null);
  const save = async (e: FormEvent) => {
    e.preventDefault();
    try {
      const answer = await fetch('/api/label', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ code, label }),
      });
      const told = (await answer.json()) as { ok: boolean } & Refusal;
      if (!told.ok) return toast({ text: sayRefusal(say, told), tone: 'bad' });
      setLabel(null);
      toast({ text: say('saved') });
      replica.renew();
    } catch {
      toast({ text: say('me.needsNetwork'), tone: 'bad' });
    }
  };
  if (label === null)
    return (
      <Button icon="edit" className="justify-self-start" onClick={() => setLabel(given)}>
        {say('me.rename')}
      </Button>
    );
  return (
    <form onSubmit={save} className="grid gap-2">
      <TextInput
        label={say('join.label')}
        value={label}
        maxLength={LABEL_MAX}
        autoComplete="off"
        onChange={(e) => setLabel(e.target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit" kind="primary" size="small">
          {say('save')}
        </Button>
        <Button size="small" onClick={() => setLabel(null)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
