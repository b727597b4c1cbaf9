'use client';
/** The wall's footer: a legend of the shapes, number of people, sound, the way in for latecomers, at the end the book's code. */
import { useShown, useView } from '@/client/hooks/gathering-provider';
import { hasMarket } from '@/domain/gathering/formats';
import { PHASES } from '@/domain/gathering/state/phase';
import { useSay } from '@/i18n/words';
import { STRAND_TEXT, StrandShape } from '@/ui/badge';
import { Icon } from '@/ui/icons';
import { QrCode } from '@/ui/qr-code';
import { bookAddress } from './book-code';
import type { DrawnScene } from './scene-for';
import { Sound } from './sound';

/** Scenes that show a large QR code of their own. */
const OWN_CODE: readonly DrawnScene[] = ['welcome', 'announcing', 'voting', 'reading', 'ideas', 'quiet'];
/** Scenes on which topics are drawn with the shapes of their strands. */
const WITH_STRANDS: readonly DrawnScene[] = ['now', 'soon', 'matrix', 'board'];

type Props = {
  address: string;
  now: number | null;
  scene: DrawnScene;
  ears: boolean;
  still?: boolean;
  onStill?: (still: boolean) => void;
};

export function Foot({ address, now, scene, ears, still = false, onStill }: Props) {
  const say = useSay();
  const view = useView();
  const line = useShown((s) => s.link);
  const gone = useShown((s) => s.shut?.refused === 'unknown_code');
  const heardAt = useShown((s) => s.heardAt);
  const { code, people, timezone: zone } = view;
  const stillOpen = PHASES.indexOf(view.phase) < PHASES.indexOf('completing');
  const link = stillOpen ? `${address}/i/${code}` : bookAddress(address, code);
  const legend = hasMarket(view.format) && WITH_STRANDS.includes(scene) && view.strands.length > 0;
  return (
    <footer
      data-link={line}
      className="flex min-h-[calc(var(--h)*6.4)] items-center upright-wall:flex-wrap upright-wall:justify-end justify-between gap-x-[calc(var(--u)*2)] bg-sunken px-[calc(var(--u)*1.6)] leading-[1.15]"
    >
      {legend ? (
        <ul className="flex min-w-0 upright-wall:w-full upright-wall:pt-[calc(var(--h)*0.6)] gap-x-[calc(var(--u)*1.8)]">
          {view.strands.map(({ id: s, name }) => (
            <li key={s} className="flex min-w-0 items-center gap-[0.4em]">
              <StrandShape strand={s} className={STRAND_TEXT[s]} />
              <span className="truncate pb-[0.1em]">{name || say(`wall.strand.${s}`)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="min-w-0 truncate pb-[0.1em] upright-wall:hidden">{view.title}</p>
      )}
      <div className="flex shrink-0 items-center gap-x-[calc(var(--u)*1.8)] tabular-nums">
        {onStill && ears && <HoldStill still={still} onStill={onStill} />}
        {ears && <Sound now={now} />}
        <span className={legend ? 'square-wall:hidden' : 'upright-wall:hidden'}>
          {say('wall.people', { n: people })}
        </span>
        <span className="whitespace-nowrap">
          {/* Once nobody comes in any more it is in the book's code, whose name needs the room. */}
          {stillOpen && <span className="square-wall:hidden">{address.replace(/^https?:\/\//, '')} </span>}
          <b className="tracking-[0.12em]">{code}</b>
        </span>
        {gone ? (
          <b role="status">{say('wall.gone')}</b>
        ) : line === 'offline' ? (
          <b role="status" className="flex items-center gap-[0.4em]">
            <Icon name="offline" className="size-[1em]" />
            {say('wall.stale', { time: say.time(heardAt, zone) })}
          </b>
        ) : (
          <b>{now === null ? '' : say.time(now, zone)}</b>
        )}
        {!OWN_CODE.includes(scene) && (
          <>
            {!stillOpen && <b className="upright-wall:hidden square-wall:hidden">{say('wall.book')}</b>}
            <QrCode value={link} label={link} className="my-[calc(var(--h)*0.3)] size-[calc(var(--h)*8.2)]" />
          </>
        )}
      </div>
    </footer>
  );
}

/** Moving content can be stopped and started again, also with the space bar. */
function HoldStill({ still, onStill }: { still: boolean; onStill: (still: boolean) => void }) {
  const say = useSay();
  return (
    <button
      type="button"
      aria-pressed={still}
      onClick={() => onStill(!still)}
      className="flex min-h-11 items-center gap-[0.4em] rounded-full px-[0.4em]"
    >
      <Icon name={still ? 'play' : 'pause'} className="size-[1em]" />
      <span className={still ? '' : 'sr-only'}>{say(still ? 'wall.goOn' : 'wall.holdStill')}</span>
    </button>
  );
}
