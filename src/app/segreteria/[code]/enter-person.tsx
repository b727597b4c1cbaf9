'use client';
/** Takes a seat for somebody who has no phone, and shows the code to write on their badge. */
import { type FormEvent, useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { SectorSelect } from '@/app/_shared/sector-select';
import { postJson } from '@/client/connection/post-json';
import { useView } from '@/client/hooks/gathering-provider';
import { LABEL_MAX, type Sector } from '@/domain/words';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { Card, Section } from '@/ui/surface';

export function EnterPerson({ onIn }: { onIn: (seat: string) => void }) {
  const say = useSay();
  const tell = useTell();
  const code = useView().code;
  const [label, setLabel] = useState('');
  const [sector, setSector] = useState<Sector | null>(null);
  const [given, setGiven] = useState<{ label: string; recovery: string } | null>(null);
  const take = async (e: FormEvent) => {
    e.preventDefault();
    const ask = { code, label, sector, origin: 'segreteria' };
    const told = await postJson<{ seat: string; recovery: string }>('/api/join-for', ask);
    if (!told.ok) return tell(sayRefusal(say, told), 'bad');
    setGiven({ label, recovery: told.recovery });
    setLabel('');
    onIn(told.seat);
  };
  return (
    <Section title={say('help.comeIn')}>
      <Card>
        <form onSubmit={take} className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
          <TextInput
            label={say('help.label')}
            value={label}
            maxLength={LABEL_MAX}
            required
            autoComplete="off"
            onChange={(e) => setLabel(e.target.value)}
          />
          <SectorSelect value={sector} onValue={setSector} />
          <Button type="submit" kind="primary" icon="plus">
            {say('help.take')}
          </Button>
        </form>
        {given && (
          <div className="mt-4">
            <Banner kind="good" live title={say('help.code', { label: given.label })}>
              <span className="font-bold font-mono text-xl tracking-widest">{given.recovery}</span>
            </Banner>
          </div>
        )}
      </Card>
    </Section>
  );
}
