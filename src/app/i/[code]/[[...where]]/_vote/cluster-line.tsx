'use client';
/** A cluster of topics under one name: its initiator, and the actions started from it. */
import { useView } from '@/client/hooks/gathering-provider';
import type { Cluster } from '@/domain/gathering/state/action';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { useDo, useMe, useName } from '../_frame/phone-hooks';

/** `onChange`: for the convener of a topic that is in it or may join it. */
type Props = { cluster: Cluster; onAction: () => void; onChange?: () => void };

export function ClusterLine({ cluster, onAction, onChange }: Props) {
  const say = useSay();
  const act = useDo();
  const me = useMe();
  const name = useName();
  const view = useView();
  const numbers = cluster.topics.map((id) => topicNumber(view.topics[id]?.n ?? 0)).join(' + ');
  return (
    <li>
      <Card className="grid gap-2">
        <p className="font-semibold">
          <span className="me-2 text-accent">{numbers}</span>
          {cluster.name}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          {cluster.initiator ? (
            <span>{say('clusters.by', { name: name(cluster.initiator) })}</span>
          ) : (
            <Badge tone="warn">{say('clusters.nobody')}</Badge>
          )}
          {cluster.initiator === null && (
            <Button
              size="small"
              kind="primary"
              icon="hand"
              onClick={() => act('initiateCluster', { cluster: cluster.id })}
            >
              {say('clusters.begin')}
            </Button>
          )}
          {cluster.initiator === me && (
            <Button size="small" onClick={() => act('initiateCluster', { cluster: cluster.id, on: false })}>
              {say('actions.stepBack')}
            </Button>
          )}
          <Button size="small" icon="plus" onClick={onAction}>
            {say('actions.start')}
          </Button>
          {onChange && (
            <Button size="small" kind="plain" icon="edit" onClick={onChange}>
              {say('clusters.change')}
            </Button>
          )}
        </div>
      </Card>
    </li>
  );
}
