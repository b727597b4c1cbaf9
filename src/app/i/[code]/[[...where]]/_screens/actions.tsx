'use client';
/** Action groups: what, who begins, who joins, with what, by when, and the next step. */
import { useState } from 'react';
import { useView } from '@/client/provider';
import { topicsInOrder } from '@/domain/gathering/queries';
import { type Cluster, topicNumber } from '@/domain/gathering/state';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/notice';
import { Card, PageHeader, Section } from '@/ui/surface';
import { ActionCard } from './action-card';
import { ActionForm } from './action-form';
import { ClusterForm } from './cluster-form';
import { isMine, useDo, useMe, useName } from './here';

export function Actions() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const [making, setMaking] = useState<{ cluster: string | null } | null>(null);
  const [clustering, setClustering] = useState(false);
  const clusters = Object.values(view.clusters).filter((c) => !c.dissolved);
  const actions = Object.values(view.actions).sort((a, b) => a.n - b.n);
  const convenes = topicsInOrder(view).some((t) => isMine(t, me) && t.standing === 'open');
  return (
    <>
      <PageHeader
        title={say('actions.title')}
        intro={say('actions.intro')}
        actions={
          <Button kind="primary" icon="plus" onClick={() => setMaking({ cluster: null })}>
            {say('actions.start')}
          </Button>
        }
      />
      {actions.length === 0 && <EmptyState title={say('actions.none')}>{say('actions.noneYet')}</EmptyState>}
      <ul className="grid gap-3">
        {actions.map((a) => (
          <ActionCard key={a.id} action={a} />
        ))}
      </ul>
      {(clusters.length > 0 || convenes) && (
        <Section title={say('clusters.title')} intro={say('clusters.intro')}>
          <ul className="grid gap-2">
            {clusters.map((c) => (
              <ClusterLine key={c.id} cluster={c} onAction={() => setMaking({ cluster: c.id })} />
            ))}
          </ul>
          {convenes && (
            <Button icon="merge" onClick={() => setClustering(true)}>
              {say('clusters.make')}
            </Button>
          )}
        </Section>
      )}
      <ActionForm
        key={making?.cluster ?? 'free'}
        open={making !== null}
        cluster={making?.cluster ?? null}
        onClose={() => setMaking(null)}
      />
      <ClusterForm open={clustering} onClose={() => setClustering(false)} />
    </>
  );
}

function ClusterLine({ cluster, onAction }: { cluster: Cluster; onAction: () => void }) {
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
          <span className="mr-2 text-accent">{numbers}</span>
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
        </div>
      </Card>
    </li>
  );
}
