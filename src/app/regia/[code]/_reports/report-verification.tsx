'use client';
/** The office's check of each report against the sheets on the wall, one by one, with undo (E27). */
import { useDeskDo } from '@/app/_shared/desk-commands';
import { useTell } from '@/app/_shared/desk-toasts';
import { useView } from '@/client/hooks/gathering-provider';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Disclosure } from '@/ui/disclosure';
import { useTapGuard } from '@/ui/tap-guard';

export function Verifying({ hung }: { hung: readonly Topic[] }) {
  const say = useSay();
  const ask = useDeskDo();
  const tell = useTell();
  const { reports } = useView();
  const done = hung.filter((t) => reports[t.id]?.status === 'verificato');
  const unread = hung.filter((t) => !done.includes(t));
  const verify = (t: Topic) =>
    ask('verifyReport', { topic: t.id }) &&
    tell(say('desk.verified', { topic: topicNumber(t.n) }), 'good', {
      label: say('toast.undo'),
      onUndo: () => ask('unverifyReport', { topic: t.id }),
    });
  return (
    <>
      {unread.length > 0 && (
        <Disclosure title={say('desk.toVerify', { n: unread.length })}>
          <p className="mb-2 max-w-prose text-ink-soft">{say('desk.verifyHint')}</p>
          <Rows of={unread} icon="check" label={say('desk.verify')} onTap={verify} />
        </Disclosure>
      )}
      {done.length > 0 && (
        <Disclosure title={say('desk.verifiedAll', { n: done.length })}>
          <Rows
            of={done}
            icon="undo"
            label={say('desk.unverify')}
            onTap={(t) => ask('unverifyReport', { topic: t.id })}
          />
        </Disclosure>
      )}
    </>
  );
}

type RowsProps = {
  of: readonly Topic[];
  icon: 'check' | 'undo';
  label: string;
  onTap: (topic: Topic) => void;
};

function Rows({ of, icon, label, onTap }: RowsProps) {
  const { code } = useView();
  // A row that is done leaves its place to the next one.
  const guard = useTapGuard(of.map((t) => t.id).join());
  return (
    <ul {...guard} className={cx('grid gap-1.5', guard.className)}>
      {of.map((t) => (
        <li key={t.id} className="flex flex-wrap items-baseline gap-3">
          <b className="text-accent">{topicNumber(t.n)}</b>
          <a href={`/atti/${code}#${topicNumber(t.n)}`} className="min-w-[min(10rem,100%)] flex-1 underline">
            {t.title}
          </a>
          <Button size="small" icon={icon} onClick={() => onTap(t)}>
            {label}
            <span className="sr-only"> {topicNumber(t.n)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
