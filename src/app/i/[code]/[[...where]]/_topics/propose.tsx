'use client';
/** The form to propose a topic: a title is enough (I1). The draft survives a reload. */
import { type FormEvent, useState } from 'react';
import { useDraft, useView } from '@/client/hooks/gathering-provider';
import { type Strand, visible } from '@/domain/words';
import { topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { ChoicePills } from '@/ui/choice';
import { PageHeader } from '@/ui/surface';
import { newId, useDo } from '../_frame/phone-hooks';
import { Inspiration } from '../_home/inspiration';
import { StrandPicker } from './strands';
import { TopicWords } from './topic-fields';
import { numbered } from '../_frame/address';
import { useGo, useWhere } from '../_frame/navigation';

/** `from`: the number of the topic whose report gave rise to this one. */
export function Propose({ from }: { from: string | null }) {
  const say = useSay();
  const act = useDo();
  const go = useGo();
  const { code } = useWhere();
  const [title, setTitle, forgetTitle] = useDraft(`${code}:topic:title`);
  const [line, setLine, forgetLine] = useDraft(`${code}:topic:line`);
  const [ideas, setIdeas] = useState<string[]>([]);
  const [strands, setStrands] = useState<Strand[]>([]);
  const [taking, setTaking] = useState<'me' | 'someone'>('me');
  const [tried, setTried] = useState(false);
  const view = useView();
  const source = from ? numbered(view, from) : undefined;
  const blank = visible(title) === '';
  const propose = (e: FormEvent) => {
    e.preventDefault();
    setTried(true);
    if (blank) return document.getElementById('topic-title')?.focus();
    const topic = newId();
    const done = act(
      'proposeTopic',
      { topic, title, line, strands, takeOn: taking === 'me', ideas, sparkedBy: source?.id ?? null },
      { say: say('propose.done'), undo: () => act('withdrawTopic', { topic }) },
    );
    if (!done) return;
    forgetTitle();
    forgetLine();
    go(`temi/${topic}`);
  };
  return (
    <>
      <PageHeader title={say('propose.title')} intro={say('propose.intro')} />
      {source && (
        <p className="text-ink-soft">
          {say('propose.from', { topic: `${topicNumber(source.n)} ${source.title}` })}
        </p>
      )}
      <form onSubmit={propose} className="grid gap-5" noValidate>
        <TopicWords
          {...{ title, line }}
          onTitle={setTitle}
          onLine={setLine}
          asked={{
            id: 'topic-title',
            hint: say('propose.hint'),
            error: tried && blank ? say('propose.blank') : undefined,
            className: 'text-lg',
          }}
        />
        <Inspiration chosen={ideas} onChosen={setIdeas} />
        <StrandPicker values={strands} onValues={setStrands} />
        <ChoicePills
          legend={say('propose.who')}
          choices={[
            { value: 'me', label: say('propose.me') },
            { value: 'someone', label: say('propose.someone') },
          ]}
          value={taking}
          onValue={setTaking}
          hint={say(taking === 'me' ? 'propose.meMeans' : 'propose.someoneMeans')}
        />
        <Button type="submit" kind="primary" size="large" wide>
          {say('propose.do')}
        </Button>
      </form>
    </>
  );
}
