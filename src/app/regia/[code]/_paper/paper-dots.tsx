'use client';
/** Dots counted by hand on the sheets on the wall: a number for each topic, and the number of voters. */
import { useState } from 'react';
import { useView } from '@/client/hooks/gathering-provider';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextInput } from '@/ui/field';

type Props = {
  open: boolean;
  onClose: () => void;
  onEnter: (voters: number, dots: Record<string, number>) => void;
};

export function PaperDots({ open, onClose, onEnter }: Props) {
  const say = useSay();
  const view = useView();
  const [voters, setVoters] = useState(1);
  const [dots, setDots] = useState<Record<string, number>>({});
  const enter = () => onEnter(voters, Object.fromEntries(Object.entries(dots).filter(([, n]) => n > 0)));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title={say('desk.paper')}
      closeLabel={say('close')}
      actions={
        <Button kind="primary" onClick={enter}>
          {say('desk.enterPaper')}
        </Button>
      }
    >
      <p>{say('desk.paperHint', { n: view.voting.quota })}</p>
      <TextInput
        type="number"
        min={1}
        label={say('desk.paperVoters')}
        value={voters}
        onChange={(e) => setVoters(Number(e.target.value))}
      />
      <div className="grid gap-2 sm:grid-cols-2">
        {topicsInOrder(view)
          .filter((t) => t.standing === 'open')
          .map((t) => (
            <TextInput
              key={t.id}
              type="number"
              min={0}
              label={`${topicNumber(t.n)} ${t.title}`}
              value={dots[t.id] ?? 0}
              onChange={(e) => setDots((all) => ({ ...all, [t.id]: Number(e.target.value) }))}
            />
          ))}
      </div>
    </Dialog>
  );
}
