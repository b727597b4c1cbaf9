'use client';
/** Merging, splitting, co-convening, announcing: all between conveners, nobody above them. */
import { useState } from 'react';
import { useDraft, useShown, useView } from '@/client/hooks/gathering-provider';
import { hasMet } from '@/domain/gathering/session-queries';
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { similarTold, similarTopics } from '@/domain/gathering/similar-topics';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { TITLE_MAX, visible } from '@/domain/words';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { BottomSheet } from '@/ui/dialog';
import { TextArea } from '@/ui/text-area';
import { newId, useDo, useMe, useName, useTopicName } from '../_frame/phone-hooks';
import { Go, useWhere } from '../_frame/navigation';

/** Questions for the convener, and offers they can still take back. */
export function JoiningNow({ topic }: { topic: Topic }) {
  const say = useSay();
  const topicName = useTopicName();
  const _act = useDo();
  const view = useView();
  const _name = useName();
  const similar = similarTold(view, topic);
  return (
    <div className="grid gap-3 empty:hidden">
      {similar.length > 0 && topic.standing === 'open' && (
        <div className="text-sm">
          <p>{say('join.similar', { n: similar.length })}</p>
          <ul>
            {similar.map((t) => (
              <li key={t.id}>
                <Go to={`temi/${topicName(t)}`} className="inline-flex min-h-11 items-center underline">
                  {topicNumber(t.n)} {t.title}
                </Go>
              </li>
            ))}
          </ul>
        </div>
      )}
      <PartAgain topic={topic} />
    </div>
  );
}

/** Two topics that were merged, from either's page, until the circle begins (E10). */
export function PartAgain({ topic }: { topic: Topic }) {
  const say = useSay();
  const act = useDo();
  const view = useView();
  const done = Object.values(view.merges).find(
    (m) => m.state === 'done' && (m.into === topic.id || m.from === topic.id),
  );
  if (!done || hasMet(view, done.into)) return null;
  return (
    <Button
      icon="undo"
      className="justify-self-start"
      onClick={() => act('undoMerge', { merge: done.id }, { say: say('join.undone') })}
    >
      {say('join.undo')}
    </Button>
  );
}

/** Rare actions: merge two topics, split one, or leave it to somebody else. */
export function Joining({ topic }: { topic: Topic }) {
  const say = useSay();
  const act = useDo();
  const alone = useMe() === topic.convener && topic.coConveners.length === 0;
  const leave = () =>
    act(
      'leaveConvening',
      { topic: topic.id },
      alone
        ? { say: say('join.handedOver'), undo: () => act('adoptTopic', { topic: topic.id }) }
        : { say: say('join.left') },
    );
  const [sheet, setSheet] = useState<'merge' | 'split' | null>(null);
  return (
    <>
      <Button kind="plain" flush icon="merge" onClick={() => setSheet('merge')}>
        {say('join.merge')}
      </Button>
      <Button kind="plain" flush icon="split" onClick={() => setSheet('split')}>
        {say('join.split')}
      </Button>
      <Button kind="plain" flush icon="out" onClick={leave}>
        {say(alone ? 'join.handOver' : 'join.leave')}
      </Button>
      <MergeSheet topic={topic} open={sheet === 'merge'} onClose={() => setSheet(null)} />
      <SplitSheet topic={topic} open={sheet === 'split'} onClose={() => setSheet(null)} />
    </>
  );
}

type SheetProps = { topic: Topic; open: boolean; onClose: () => void };

function MergeSheet({ topic, open, onClose }: SheetProps) {
  const say = useSay();
  const act = useDo();
  const view = useView();
  const near = new Set(similarTopics(view, topic).map((t) => t.id));
  const others = topicsInOrder(view)
    .filter((t) => t.id !== topic.id && t.standing === 'open')
    .sort((a, b) => Number(near.has(b.id)) - Number(near.has(a.id)));
  const offer = (into: Topic) =>
    act('offerMerge', { merge: newId(), from: topic.id, into: into.id }, { say: say('join.asked') }) &&
    onClose();
  return (
    <BottomSheet open={open} onClose={onClose} title={say('join.merge')} closeLabel={say('close')}>
      <p>{say('join.mergeMeans', { topic: topicNumber(topic.n) })}</p>
      <ul className="grid gap-2">
        {others.map((t) => (
          <li key={t.id}>
            <Button wide className="justify-start text-start" onClick={() => offer(t)}>
              {topicNumber(t.n)} {t.title}
            </Button>
          </li>
        ))}
      </ul>
    </BottomSheet>
  );
}

function SplitSheet({ topic, open, onClose }: SheetProps) {
  const say = useSay();
  const act = useDo();
  const { code } = useWhere();
  const [title, setTitle, forget] = useDraft(`${code}:split:${topic.id}`);
  const split = () => {
    if (!act('splitTopic', { topic: newId(), from: topic.id, title }, { say: say('propose.done') })) return;
    forget();
    onClose();
  };
  return (
    <BottomSheet
      open={open}
      onClose={onClose}
      title={say('join.split')}
      closeLabel={say('close')}
      actions={
        <Button kind="primary" disabled={visible(title) === ''} onClick={split}>
          {say('propose.do')}
        </Button>
      }
    >
      <p>{say('join.splitMeans')}</p>
      <TextArea label={say('propose.label')} value={title} onText={setTitle} max={TITLE_MAX} rows={2} />
    </BottomSheet>
  );
}

/** For people who do not convene it: "la porto avanti anch'io". */
export function OfferHelp({ topic }: { topic: Topic }) {
  const say = useSay();
  const act = useDo();
  const offered = useShown((s) => (s.you?.seat ? topic.offers.includes(s.you.seat) : false));
  if (topic.convener === null || topic.standing !== 'open') return null;
  if (offered) return <p className="text-ink-soft text-sm">{say('join.waiting')}</p>;
  return (
    <Button
      size="small"
      kind="plain"
      flush
      icon="hand"
      className="justify-self-start"
      onClick={() => act('offerToConvene', { topic: topic.id })}
    >
      {say('join.offer')}
    </Button>
  );
}
