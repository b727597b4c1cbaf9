/** What may stand at the meeting of a slot and a space: a topic, room for one, nothing yet, or several at ease. */
import type { Strand } from '@/domain/words';
import { STRAND_TEXT, StrandShape } from './badge';
import { cx } from './cx';
import { Icon } from './icons';

export type MatrixSlot = { id: string; label: string; time: string; now?: boolean };
export type MatrixSpace = {
  id: string;
  name: string;
  /** "Senza gradini", "non senza gradini": said in words. */
  note?: string;
  stepFree?: boolean;
};
export type MatrixTopic = {
  id: string;
  number: string;
  title: string;
  strands?: readonly Strand[];
  /** Present, moved, merged… in a few words. */
  detail?: string;
  href?: string;
  mine?: boolean;
  /** Under way now: the word for it. */
  running?: string;
};
type At = { slot: string; space: string };
export type MatrixCell = At &
  (
    | { kind: 'topic'; topic: MatrixTopic }
    /** `action` is the whole thing in words: "Metti T05 in Gelso, Turno 2"; without it the cell cannot be taken. */
    | { kind: 'free'; label: string; action?: string }
    | { kind: 'held'; label: string }
    /** An arrow for what has moved elsewhere (E06). */
    | { kind: 'left'; label: string; action?: string }
    | { kind: 'informal'; label: string; action?: string; topics: readonly MatrixTopic[] }
  );
export type PickCell = (slot: string, space: string) => void;
export type OpenTopic = (id: string) => void;

export const cellOf = (cells: readonly MatrixCell[]) => {
  const byPlace = new Map(cells.map((c) => [`${c.slot}/${c.space}`, c]));
  return (slot: string, space: string) => byPlace.get(`${slot}/${space}`);
};

const FREE =
  'flex h-full min-h-12 w-full items-center justify-center gap-1.5 rounded-md border-2 border-dashed border-edge px-2 py-1.5 text-sm';

export function TopicInCell({ topic, onOpen }: { topic: MatrixTopic; onOpen?: OpenTopic }) {
  const look = cx(
    'flex h-full min-h-12 w-full flex-col items-start gap-1 rounded-md border-2 p-2 text-left leading-snug',
    topic.mine ? 'border-accent bg-accent-soft' : 'border-line bg-raised',
    (topic.href || onOpen) && 'hover:border-accent',
  );
  const inside = (
    <>
      <span className="flex w-full items-center gap-1.5 font-bold text-accent text-sm">
        {topic.number}
        {topic.strands?.map((s) => (
          <span key={s} className={cx('inline-flex items-center gap-1', STRAND_TEXT[s])}>
            <StrandShape strand={s} />
            <span className="sr-only">{s}</span>
          </span>
        ))}
        {topic.running && (
          <span className="ml-auto text-good" title={topic.running}>
            <Icon name="play" label={topic.running} />
          </span>
        )}
      </span>
      <span className="line-clamp-4 break-words font-semibold text-sm">{topic.title}</span>
      {topic.detail && <span className="text-ink-soft text-sm">{topic.detail}</span>}
    </>
  );
  if (topic.href)
    return (
      <a
        href={topic.href}
        className={look}
        onClick={
          onOpen &&
          ((e) => {
            e.preventDefault();
            onOpen(topic.id);
          })
        }
      >
        {inside}
      </a>
    );
  if (onOpen)
    return (
      <button type="button" className={look} onClick={() => onOpen(topic.id)}>
        {inside}
      </button>
    );
  return <div className={look}>{inside}</div>;
}

function Take({ label, action, onPick }: { label: string; action: string; onPick: () => void }) {
  return (
    <button
      type="button"
      onClick={onPick}
      className={cx(FREE, 'font-semibold text-accent hover:border-accent hover:bg-accent-soft')}
    >
      <Icon name="plus" />
      {label}
      <span className="sr-only">: {action}</span>
    </button>
  );
}

export function CellInside({
  cell,
  onPick,
  onOpen,
}: {
  cell: MatrixCell | undefined;
  onPick?: PickCell;
  onOpen?: OpenTopic;
}) {
  if (!cell) return null;
  const take = 'action' in cell && cell.action && onPick && (
    <Take label={cell.label} action={cell.action} onPick={() => onPick(cell.slot, cell.space)} />
  );
  switch (cell.kind) {
    case 'topic':
      return <TopicInCell topic={cell.topic} onOpen={onOpen} />;
    case 'informal':
      return (
        <div className="grid gap-1.5">
          {cell.topics.map((t) => (
            <TopicInCell key={t.id} topic={t} onOpen={onOpen} />
          ))}
          {take ||
            (cell.topics.length === 0 && <span className={cx(FREE, 'text-ink-soft')}>{cell.label}</span>)}
        </div>
      );
    case 'held':
      return (
        <span className={cx(FREE, 'border-transparent bg-sunken text-ink-soft')}>
          <Icon name="lock" />
          {cell.label}
        </span>
      );
    case 'left':
      return (
        take || (
          <span className={cx(FREE, 'text-ink')}>
            <Icon name="forward" />
            {cell.label}
          </span>
        )
      );
    case 'free':
      return take || <span className={cx(FREE, 'text-ink-soft')}>{cell.label}</span>;
  }
}
