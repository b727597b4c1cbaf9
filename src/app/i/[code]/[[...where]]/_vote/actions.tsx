'use client';
/** Action groups: what, who starts and who joins, with what resources, by when, and the next step. */
import { useState } from 'react';
import { useView } from '@/client/hooks/gathering-provider';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { actionsInOrder, type Cluster } from '@/domain/gathering/state/action';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/notice';
import { PageHeader, Section } from '@/ui/surface';
import { ActionCard } from './action-card';
import { ActionForm } from './action-form';
import { ClusterForm } from './cluster-form';
import { ClusterLine } from './cluster-line';
import { isMine, useMe } from '../_frame/phone-hooks';

export function Actions() {
  const say = useSay();
  const view = useView();
  const me = useMe();
  const [making, setMaking] = useState<{ cluster: string | null } | null>(null);
  const [laying, setLaying] = useState<{ cluster: Cluster | null } | null>(null);
  const clusters = Object.values(view.clusters).filter((c) => !c.dissolved);
  const actions = actionsInOrder(view);
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
              <ClusterLine
                key={c.id}
                cluster={c}
                onAction={() => setMaking({ cluster: c.id })}
                {...(convenes && { onChange: () => setLaying({ cluster: c }) })}
              />
            ))}
          </ul>
          {convenes && (
            <Button icon="merge" onClick={() => setLaying({ cluster: null })}>
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
      <ClusterForm open={laying !== null} cluster={laying?.cluster ?? null} onClose={() => setLaying(null)} />
    </>
  );
}
