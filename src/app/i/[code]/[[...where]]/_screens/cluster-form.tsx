'use client';
/** Conveners lay near topics side by side and give them one name (E21). */
import { useState } from 'react';
import { useView } from '@/client/provider';
import { topicsInOrder } from '@/domain/gathering/queries';
import { topicNumber } from '@/domain/gathering/state';
import { TITLE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { CheckPills } from '@/ui/choice';
import { BottomSheet } from '@/ui/dialog';
import { TextArea } from '@/ui/text-area';
import { newId, useDo } from './here';

export function ClusterForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSay();
  const act = useDo();
  const view = useView();
  const [name, setName] = useState('');
  const [topics, setTopics] = useState<string[]>([]);
  const taken = new Set(Object.values(view.clusters).flatMap((c) => (c.dissolved ? [] : c.topics)));
  const free = topicsInOrder(view).filter((t) => t.standing === 'open' && !taken.has(t.id));
  const make = () => {
    if (!act('makeCluster', { cluster: newId(), name, topics }, { say: say('saved') })) return;
    setName('');
    setTopics([]);
    onClose();
  };
  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say('clusters.make')}
      closeLabel={say('close')}
      actions={
        <Button kind="primary" disabled={visible(name) === '' || topics.length === 0} onClick={make}>
          {say('save')}
        </Button>
      }
    >
      <TextArea label={say('clusters.name')} value={name} onText={setName} max={TITLE_MAX} rows={1} />
      <CheckPills
        legend={say('clusters.which')}
        hint={say('clusters.whichHint')}
        choices={free.map((t) => ({ value: t.id, label: `${topicNumber(t.n)} ${t.title}` }))}
        values={topics}
        onValues={setTopics}
      />
    </BottomSheet>
  );
}
