/** One sheet for each topic: number, title, convener, place and time, and a QR code that opens it on a phone. */
import { topicsInOrder } from '@/domain/gathering/topic-queries';
import { type Topic, topicNumber } from '@/domain/gathering/state/topic';
import type { Say } from '@/i18n/say';
import { QrCode } from '@/ui/qr-code';
import type { Pack } from '../papers';
import { Places } from './places';
import { Lines, Sheet, type Sides } from './sheet';

type Props = Pack & { say: Say; sides: Sides };

export const onPaper = (state: Pack['state']): Topic[] =>
  topicsInOrder(state).filter((t) => t.standing === 'open');

/** Long titles still fit on one side. */
const sized = (title: string): string =>
  title.length > 140 ? 'text-[2.5em]' : title.length > 80 ? 'text-[3.2em]' : 'text-[4.2em]';

export function TopicSheets({ say, sides, state, address, name }: Props) {
  return onPaper(state).map((t) => {
    const link = `${address}/i/${state.code}/temi/${topicNumber(t.n)}`;
    return (
      <Sheet key={t.id} say={say} sides={sides} of={state} foot={`${state.title} · ${state.code}`}>
        <div className="flex items-start justify-between gap-[2em]">
          <b className="text-[8em] leading-none">{topicNumber(t.n)}</b>
          <QrCode value={link} label={link} className="w-[11em] shrink-0" />
        </div>
        <h2 className={`mt-[0.4em] wrap-anywhere leading-tight ${sized(t.title)}`}>
          {t.hidden ? say('print.hidden') : t.title}
        </h2>
        {t.line && !t.hidden && <p className="mt-[0.8em] line-clamp-4 text-[1.5em]">{t.line}</p>}
        <p className="mt-[1em] text-[1.6em]">
          {t.convener ? say('print.by', { name: name(t.convener) }) : say('print.nobody')}
        </p>
        <div className="mt-[1em] border-paper-ink border-y-2 py-[0.8em] text-[1.7em]">
          <Places say={say} state={state} topic={t.id} />
        </div>
        <p className="mt-[1.4em] font-bold text-[1.3em]">{say('print.signup')}</p>
        <Lines n={6} every="2.7em" />
      </Sheet>
    );
  });
}

/** For people who prefer a pen: they sign here to join this circle. */
export function SignUpSheets({ say, sides, state }: Props) {
  return onPaper(state).map((t) => (
    <Sheet key={t.id} say={say} sides={sides} of={state} foot={`${state.title} · ${state.code}`}>
      <p className="text-[1.6em]">
        <b className="mr-[0.6em] text-[1.5em]">{topicNumber(t.n)}</b>
        {say('print.signup')}
      </p>
      <h2 className={`mt-[0.3em] wrap-anywhere ${t.title.length > 80 ? 'text-[1.7em]' : 'text-[2.2em]'}`}>
        {t.hidden ? say('print.hidden') : t.title}
      </h2>
      <div className="mt-[0.6em] text-[1.3em]">
        <Places say={say} state={state} topic={t.id} />
      </div>
      <div className="mt-[1.2em] grid grid-cols-[2em_3fr_2fr] gap-x-[1em] font-bold text-[1.1em]">
        <span />
        <span>{say('print.name')}</span>
        <span>{say('print.sector')}</span>
      </div>
      <ol className="text-[1.1em]">
        {Array.from({ length: 16 }, (_, i) => i + 1).map((n) => (
          <li key={n} className="grid h-[2.7em] grid-cols-[2em_3fr_2fr] items-end gap-x-[1em]">
            <span className="text-paper-soft">{n}</span>
            <span className="h-full border-paper-line border-b" />
            <span className="h-full border-paper-line border-b" />
          </li>
        ))}
      </ol>
    </Sheet>
  ));
}
