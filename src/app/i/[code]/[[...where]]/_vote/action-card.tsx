'use client';
/** One action group, and the person's possible actions in it. */
import { useState } from 'react';
import { useShown } from '@/client/hooks/gathering-provider';
import type { Action } from '@/domain/gathering/state/action';
import { useSay } from '@/i18n/words';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card } from '@/ui/surface';
import { ActionForm } from './action-form';
import { useDo, useMe, useName } from '../_frame/phone-hooks';

export function ActionCard({ action }: { action: Action }) {
  const say = useSay();
  const act = useDo();
  const me = useMe();
  const name = useName();
  const [editing, setEditing] = useState(false);
  const cluster = useShown((s) => (action.cluster ? s.view.clusters[action.cluster]?.name : undefined));
  const mine = action.initiator === me;
  const joined = me !== null && action.adhesions.includes(me);
  const id = { action: action.id };
  return (
    <li>
      <Card className="grid gap-2.5">
        <p className="flex flex-wrap items-center gap-2">
          <b className="text-accent">G{action.n}</b>
          {action.status !== 'open' && (
            <Badge tone={action.status === 'done' ? 'good' : 'plain'}>
              {say(`actions.${action.status}`)}
            </Badge>
          )}
          {cluster && <Badge>{cluster}</Badge>}
        </p>
        <h2 className="text-lg">{action.hidden ? say('note.hidden') : action.title}</h2>
        {action.what && <p className="whitespace-pre-line">{action.what}</p>}
        <dl className="grid gap-1 text-sm">
          {(
            [
              ['actions.byWhen', action.byWhen],
              ['actions.next', action.nextStep],
              ['actions.resources', action.resources],
            ] as const
          )
            .filter(([, value]) => value !== '')
            .map(([key, value]) => (
              <div key={key}>
                <dt className="inline font-semibold">{say(key)}: </dt>
                <dd className="inline">{value}</dd>
              </div>
            ))}
        </dl>
        <p>
          {action.initiator ? (
            say('actions.by', { name: name(action.initiator) })
          ) : (
            <b>{say('actions.nobody')}</b>
          )}
          {action.adhesions.length > 0 && (
            <span className="block text-ink-soft text-sm">
              {say('actions.with', {
                n: action.adhesions.length,
                names: action.adhesions.map(name).join(', '),
              })}
            </span>
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          {!mine && (
            <Button
              size="small"
              kind={joined ? 'quiet' : 'primary'}
              icon={joined ? 'check' : 'hand'}
              aria-pressed={joined}
              onClick={() => act('joinAction', { ...id, on: !joined })}
            >
              {say(joined ? 'actions.joined' : 'actions.join')}
            </Button>
          )}
          {action.initiator === null && (
            <Button size="small" kind="primary" onClick={() => act('leadAction', { ...id, on: true })}>
              {say('clusters.begin')}
            </Button>
          )}
          {mine && (
            <>
              <Button size="small" icon="edit" onClick={() => setEditing(true)}>
                {say('steer.edit')}
              </Button>
              <Button
                size="small"
                icon="check"
                onClick={() =>
                  act('markAction', { ...id, status: action.status === 'done' ? 'open' : 'done' })
                }
              >
                {say(action.status === 'done' ? 'actions.reopen' : 'actions.markDone')}
              </Button>
              <Button size="small" kind="plain" onClick={() => act('leadAction', { ...id, on: false })}>
                {say('actions.stepBack')}
              </Button>
            </>
          )}
        </div>
      </Card>
      <ActionForm open={editing} action={action} cluster={null} onClose={() => setEditing(false)} />
    </li>
  );
}
