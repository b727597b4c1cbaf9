'use client';
/** The entrance scene: the question as large as the wall, the QR code, the code to type. */
import { useView } from '@/client/hooks/gathering-provider';
import { hasMarket } from '@/domain/gathering/formats';
import { directionOf } from '@/i18n/say';
import { useLanguages, useSay } from '@/i18n/words';
import { cx } from '@/ui/cx';
import { QrCode } from '@/ui/qr-code';
import { Fit } from '@/ui/wall-fit';
import { type SceneProps, useTight } from './scene';

export function Welcome({ address, now }: SceneProps) {
  const view = useView();
  const tight = useTight(now);
  const say = useSay();
  const question = view.question || view.title;
  const shown = address.replace(/^https?:\/\//, '');
  return (
    <div className="grid size-full grid-cols-[1fr_auto] gap-[calc(var(--u)*3)] ps-[calc(var(--u)*2)] upright-wall:grid-cols-1 upright-wall:grid-rows-[1fr_auto] upright-wall:ps-0">
      <div
        className={cx(
          'grid min-h-0 min-w-0',
          tight
            ? 'grid-rows-[minmax(0,1fr)_auto] gap-[calc(var(--h)*0.8)]'
            : 'grid-rows-[auto_minmax(0,1fr)_auto] gap-[calc(var(--h)*2)] py-[calc(var(--h)*2)]',
        )}
      >
        {!tight && <p className="font-semibold text-accent text-xl">{view.sponsor}</p>}
        <h1 className="min-h-0">
          <Fit of={question} max={16} min={5}>
            <span className="[text-wrap:balance]">{question}</span>
          </Fit>
        </h1>
        {hasMarket(view.format) && (
          <p className="text-2xl text-ink-soft upright-wall:hidden">{say('wall.slogan')}</p>
        )}
        <Doors tight={tight} />
      </div>
      <div className="-my-[calc(var(--h)*1.2)] -me-[calc(var(--u)*1.2)] grid min-h-0 w-[calc(var(--u)*34)] grid-rows-[auto_minmax(0,min(calc(var(--u)*27),calc(var(--h)*44)))] content-center justify-items-center gap-[calc(var(--h)*1.2)] bg-panel px-[calc(var(--u)*2)] py-[calc(var(--h)*1.4)] text-center text-panel-ink square-wall:w-[calc(var(--u)*40)] upright-wall:-ms-[calc(var(--u)*1.2)] upright-wall:w-auto upright-wall:grid-rows-none upright-wall:grid-cols-[auto_1fr] upright-wall:justify-items-start upright-wall:gap-x-[calc(var(--u)*4)] upright-wall:py-[calc(var(--h)*2)] upright-wall:text-start">
        <p className="font-bold text-3xl leading-[1.1] upright-wall:col-start-2 upright-wall:text-2xl">
          {say('wall.join')}
        </p>
        <QrCode
          // Directly to the entrance: one request less on bad Wi-Fi.
          value={`${address}/i/${view.code}/entra`}
          label={`${address}/i/${view.code}`}
          // Readable from the last row of chairs: as large as the wall allows.
          className={cx(
            'h-full max-w-full upright-wall:col-start-1 upright-wall:row-span-4 upright-wall:row-start-1 upright-wall:self-center',
            tight ? 'upright-wall:size-[calc(var(--h)*14)]' : 'upright-wall:size-[calc(var(--h)*22)]',
          )}
        />
        {view.network && (
          <p className="font-semibold text-lg leading-[1.2] upright-wall:col-start-2 upright-wall:text-base">
            {say('wall.network', { network: view.network })}
          </p>
        )}
        {!tight && (
          <p className="text-base leading-[1.2] upright-wall:col-start-2">
            {say('wall.joinHow', { address: shown })}
          </p>
        )}
        <p className="font-bold text-[min(calc(var(--u)*5.4),calc(var(--h)*9))] leading-none tracking-[0.16em] upright-wall:col-start-2 upright-wall:text-[calc(var(--u)*9)]">
          {view.code}
        </p>
      </div>
    </div>
  );
}

/** Whoever reads none of the wall's own words sees that their phone speaks theirs. */
function Doors({ tight }: { tight: boolean }) {
  const say = useSay();
  const others = useLanguages().filter((l) => l.code !== say.lang && l.enter);
  const all = others.map((l) => l.enter).join(' · ');
  if (others.length === 0) return null;
  return (
    <div
      className={cx(
        'h-[calc(var(--h)*10)] square-wall:h-[calc(var(--h)*14)]',
        tight ? 'upright-wall:h-[calc(var(--h)*11)]' : 'upright-wall:h-[calc(var(--h)*15)]',
      )}
    >
      <Fit of={all} max={4} place="end">
        <ul dir={directionOf(say.lang)} className="flex flex-wrap gap-x-[1em] font-semibold text-accent">
          {others.map((l) => (
            <li key={l.code} lang={l.code} dir="auto">
              {l.enter}
            </li>
          ))}
        </ul>
      </Fit>
    </div>
  );
}
