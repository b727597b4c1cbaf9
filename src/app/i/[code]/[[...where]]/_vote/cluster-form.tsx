'use client';
/** Conveners put related topics together under one name; each adds and takes out their own (E21). */
import { FormConflicts } from '@/app/_shared/form-conflicts';
import { useFormDraft, useView } from '@/client/hooks/gathering-provider';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import type { Cluster } from '@/domain/gathering/state/action';
import { topicNumber } from '@/domain/gathering/state/topic';
import { TITLE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { CheckPills } from '@/ui/choice';
import { BottomSheet } from '@/ui/dialog';
import { TextArea } from '@/ui/text-area';
import { useWhere } from '../_frame/navigation';
import { isMine, newId, useDo, useMe } from '../_frame/phone-hooks';

/** `cluster`: the one being edited; null creates a new one. */
type Props = { open: boolean; cluster: Cluster | null; onClose: () => void };

export function ClusterForm({ open, ...rest }: Props) {
  return open && <Sheet {...rest} />;
}

function Sheet({ cluster, onClose }: Omit<Props, 'open'>) {
  const say = useSay();
  const act = useDo();
  const me = useMe();
  const view = useView();
  const { code } = useWhere();
  const now = { name: cluster?.name ?? '', topics: cluster?.topics ?? [] };
  const draft = useFormDraft(`${code}:cluster:${cluster?.id ?? 'new'}`, now);
  const { name, topics } = draft.values;
  const all = topicsInOrder(view).filter((t) => t.standing === 'open');
  const others = Object.values(view.clusters).filter((c) => !c.dissolved && c.id !== cluster?.id);
  const elsewhere = new Set(others.flatMap((c) => c.topics));
  // In an existing cluster a person moves only their own topics.
  const free = all.filter((t) => !elsewhere.has(t.id) && (!cluster || isMine(t, me)));
  const names = !cluster || all.some((t) => cluster.topics.includes(t.id) && isMine(t, me));
  const done = { say: say('saved') };
  const make = () => act('makeCluster', { cluster: newId(), name, topics }, done);
  const change = (c: Cluster) =>
    [
      () => !names || visible(name) === c.name || act('renameCluster', { cluster: c.id, name }, done),
      ...topics
        .filter((t) => !c.topics.includes(t))
        .map((topic) => () => act('joinCluster', { cluster: c.id, topic }, done)),
      ...c.topics
        .filter((t) => !topics.includes(t) && free.some((f) => f.id === t))
        .map((topic) => () => act('leaveCluster', { cluster: c.id, topic }, done)),
    ].every((one) => one());
  const save = () => {
    if (!(cluster ? change(cluster) : make())) return;
    draft.forget();
    onClose();
  };
  return (
    <BottomSheet
      open
      onClose={onClose}
      title={say(cluster ? 'clusters.change' : 'clusters.make')}
      closeLabel={say('close')}
      actions={
        <Button
          kind="primary"
          disabled={
            draft.overtaken.includes('name') || visible(name) === '' || (!cluster && topics.length === 0)
          }
          onClick={save}
        >
          {say('save')}
        </Button>
      }
    >
      <FormConflicts draft={draft} now={now} by={null} field="name" />
      {names && (
        <TextArea
          label={say('clusters.name')}
          value={name}
          onText={(text) => draft.set('name', text)}
          max={TITLE_MAX}
          rows={1}
        />
      )}
      <CheckPills
        legend={say(cluster ? 'clusters.mine' : 'clusters.which')}
        hint={cluster ? undefined : say('clusters.whichHint')}
        choices={free.map((t) => ({ value: t.id, label: `${topicNumber(t.n)} ${t.title}` }))}
        values={topics}
        onValues={(chosen) => draft.set('topics', chosen)}
      />
    </BottomSheet>
  );
}
