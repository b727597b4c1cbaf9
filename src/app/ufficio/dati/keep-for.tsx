'use client';
/** Sets how many days after a gathering its labels are kept. */
import { type FormEvent, useState } from 'react';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { RETENTION_DAYS_MAX } from '@/domain/words';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';

export function KeepFor({ days }: { days: number }) {
  const say = useSay();
  const [wanted, setWanted] = useState(String(days));
  const [no, setNo] = useState<Refusal | null>(null);
  const keep = async (e: FormEvent) => {
    e.preventDefault();
    const answer = await postJson('/api/retention', { days: Number(wanted) });
    if (answer.ok) window.location.reload();
    else setNo(answer);
  };
  return (
    <form onSubmit={keep} className="flex flex-wrap items-end gap-3">
      <TextInput
        label={say('care.daysLabel')}
        hint={say('care.daysHint')}
        error={no ? sayRefusal(say, no) : undefined}
        type="number"
        min={1}
        max={RETENTION_DAYS_MAX}
        required
        value={wanted}
        onChange={(e) => setWanted(e.target.value)}
      />
      <Button type="submit" disabled={wanted === String(days)}>
        {say('care.daysDo')}
      </Button>
    </form>
  );
}
