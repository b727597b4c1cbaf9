'use client';
/** A rehearsal's own controls: add simulated people, pause them, delete everything. */
import { useEffect, useState } from 'react';
import { useTell } from '@/app/_shared/desk-toasts';
import { type JsonAnswer, postJson } from '@/client/connection/post-json';
import { useView } from '@/client/hooks/gathering-provider';
import type { Refusal } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { Card, Section } from '@/ui/surface';

type RehearsalStatus = { present: number; playing: { people: number; speed: number } | null };
const CROWDS = ['20', '60', '120'] as const;
const SPEEDS = ['1', '10', '30'] as const;
const LOOK_MS = 2000;

export function Rehearsing() {
  const say = useSay();
  const tell = useTell();
  const { code } = useView();
  const [standing, setStanding] = useState<RehearsalStatus | null>(null);
  const [people, setPeople] = useState<(typeof CROWDS)[number]>('60');
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('10');
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    const look = async () => {
      const response = await fetch(`/api/rehearsal/${code}`).catch(() => null);
      const told = response?.ok ? ((await response.json()) as RehearsalStatus) : null;
      if (told) setStanding(told);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [code]);
  const ask = async (route: string, body: object = {}): Promise<boolean> => {
    setBusy(true);
    const told: JsonAnswer<RehearsalStatus> = await postJson<RehearsalStatus>(`/api/rehearsal/${route}`, {
      code,
      ...body,
    });
    setBusy(false);
    if (!told.ok) tell(sayRefusal(say, told as Refusal), 'bad');
    else if ('present' in told) setStanding(told);
    return told.ok;
  };
  const throwAway = async () => {
    setSure(false);
    if (await ask('throw-away')) window.location.assign('/ufficio');
  };
  const { present = 0, playing = null } = standing ?? {};
  const many = Number(people);
  return (
    <Section title={say('rehearsal.title')} intro={say('rehearsal.intro')}>
      <Card className="grid gap-5">
        <div className="flex flex-wrap gap-x-10 gap-y-5">
          <ChoicePills
            legend={say('rehearsal.people')}
            value={people}
            onValue={setPeople}
            choices={CROWDS.map((n) => ({ value: n, label: n }))}
          />
          <ChoicePills
            legend={say('rehearsal.speed')}
            value={speed}
            onValue={setSpeed}
            choices={SPEEDS.map((n) => ({ value: n, label: say(`rehearsal.speed.${n}`) }))}
          />
        </div>
        <p role="status">
          {playing
            ? say(present < playing.people ? 'rehearsal.comingIn' : 'rehearsal.playing', {
                n: present,
                of: playing.people,
              })
            : present > 0
              ? say('rehearsal.still', { n: present })
              : say('rehearsal.nobody')}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button
            kind="primary"
            icon="people"
            busy={busy}
            onClick={() => void ask('people', { people: many, speed: Number(speed) })}
          >
            {playing || present >= many
              ? say(playing ? 'rehearsal.change' : 'rehearsal.goOn')
              : say('rehearsal.letIn', { n: many })}
          </Button>
          {playing && (
            <Button icon="pause" busy={busy} onClick={() => void ask('still')}>
              {say('rehearsal.stop')}
            </Button>
          )}
          <Button kind="danger" onClick={() => setSure(true)}>
            {say('rehearsal.throwAway')}
          </Button>
        </div>
      </Card>
      <Dialog
        open={sure}
        onClose={() => setSure(false)}
        title={say('rehearsal.throwAway')}
        closeLabel={say('close')}
        actions={
          <Button kind="danger" onClick={() => void throwAway()}>
            {say('rehearsal.throwAway')}
          </Button>
        }
      >
        <p>{say('rehearsal.throwAwaySure')}</p>
      </Dialog>
    </Section>
  );
}
