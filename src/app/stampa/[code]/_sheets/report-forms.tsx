/** The circle's report on paper: blank, or with known data already at the top (domain §1.7). */
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import type { Key } from '@/i18n/keys';
import type { Say } from '@/i18n/say';
import type { Pack } from '../papers';
import { fitted } from './text-fit';
import { Places } from './places';
import { Lines, Sheet, type Sides } from './sheet';
import { onPaper } from './topic-sheets';

type Props = Pack & { say: Say; sides: Sides };

const BOXES: readonly { key: Key; lines: number; wide?: true }[] = [
  { key: 'report.summary', lines: 5, wide: true },
  { key: 'report.agreements', lines: 3 },
  { key: 'report.distances', lines: 3 },
  { key: 'print.needs', lines: 3 },
  { key: 'print.resources', lines: 3 },
  { key: 'print.proposals', lines: 3, wide: true },
  { key: 'print.nextSteps', lines: 3, wide: true },
  { key: 'print.requests', lines: 2, wide: true },
];

/** Number of blank ones: a circle that has no sheet of its own still finds paper. */
const BLANK = 4;

export function BlankForms(props: Props) {
  return Array.from({ length: BLANK }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blank sheets are all alike
    <Form key={i} {...props} topic={null} />
  ));
}

export const Forms = (props: Props) =>
  onPaper(props.state).map((t) => <Form key={t.id} {...props} topic={t} />);

function Form({ say, sides, state, name, topic }: Props & { topic: Topic | null }) {
  const title = (topic?.hidden ? say('print.hidden') : topic?.title) ?? '';
  return (
    <Sheet say={say} sides={sides} of={state} foot={`${state.title} · ${state.code}`}>
      <p className="text-[1.2em]">{say('print.forms')}</p>
      <div className="mt-[0.3em] flex items-baseline gap-[0.6em] border-paper-ink border-b-2 pb-[0.4em] text-[1.9em]">
        <b className="min-w-[2.4em]">{topic ? topicNumber(topic.n) : 'T'}</b>
        {topic && (
          <h2 className="line-clamp-(--lines)" style={fitted(title, { wide: 20, tall: 2.6 })}>
            {title}
          </h2>
        )}
      </div>
      <div className="mt-[0.6em] grid grid-cols-2 gap-x-[2em] gap-y-[0.8em] text-[1.1em]">
        <Known label={say('print.convener')} value={topic ? name(topic.convener) : ''} />
        <Known label={say('print.noteTaker')} value="" />
        <div className="col-span-2">
          {topic ? (
            <Places say={say} state={state} topic={topic.id} />
          ) : (
            <Known label={say('print.where')} value="" />
          )}
        </div>
        <Known label={say('print.participants')} value="" />
        <Known label={say('print.sectors')} value="" />
      </div>
      <div className="mt-[1em] grid grid-cols-2 gap-x-[2em] gap-y-[0.8em]">
        {BOXES.map((b) => (
          <div key={b.key} className={b.wide ? 'col-span-2' : ''}>
            <p className="font-bold text-[1.1em]">{say(b.key)}</p>
            <Lines n={b.lines} every="1.75em" />
          </div>
        ))}
      </div>
    </Sheet>
  );
}

function Known({ label, value }: { label: string; value: string }) {
  return (
    <p className="flex items-baseline gap-[0.6em]">
      <span className="shrink-0">{label}</span>
      {/* An empty line has the text's height too. */}
      <b className="min-h-[1.6em] flex-1 truncate border-paper-line border-b">{value || '\u200b'}</b>
    </p>
  );
}
