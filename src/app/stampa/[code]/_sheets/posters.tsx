/** Posters for the entrance: the principles and the law, and how to join. */
import { principlesOf } from '@/app/_shared/principles';
import type { Say } from '@/i18n/say';
import { QrCode } from '@/ui/qr-code';
import type { Pack } from '../papers';
import { Sheet, type Sides } from './sheet';

type Props = Pack & { say: Say; sides: Sides };

export function PrinciplesPoster({ say, sides, state }: Props) {
  return (
    <Sheet say={say} sides={sides} of={state} foot={`${state.title} · ${state.code}`}>
      <h2 className="text-[4em]">{say('wall.principles')}</h2>
      <ol className="mt-[1.1em] grid gap-[1.1em]">
        {principlesOf(state).map((key, i) => (
          <li key={key} className="grid grid-cols-[4.5em_1fr] items-baseline">
            <b className="text-[4.4em] leading-none">{i + 1}</b>
            <span className="font-semibold text-[2.7em] leading-tight">{say(key)}</span>
          </li>
        ))}
      </ol>
      <div className="mt-[1.6em] border-paper-ink border-[0.3em] p-[1.5em]">
        <h3 className="text-[3em]">{say('wall.law')}</h3>
        <p className="mt-[0.6em] text-[2.1em] leading-snug">{say('wall.law.text')}</p>
        <p className="mt-[0.8em] text-[1.5em]">{say('print.mobility')}</p>
      </div>
      <p className="mt-[1.2em] text-center font-bold text-[2.4em]">{say('wall.slogan')}</p>
    </Sheet>
  );
}

export function EntrancePoster({ say, sides, state, address }: Props) {
  const link = `${address}/i/${state.code}`;
  return (
    <Sheet say={say} sides={sides} of={state} foot={state.title}>
      <div className="grid justify-items-center gap-[1.5em] text-center">
        <p className="text-[1.8em]">{state.sponsor}</p>
        <h2 className={state.question.length > 110 ? 'text-[2.8em]' : 'text-[3.4em]'}>
          {state.question || state.title}
        </h2>
        <p className="font-bold text-[2.4em]">{say('wall.join')}</p>
        {state.network && (
          <p className="font-semibold text-[1.7em]">{say('wall.network', { network: state.network })}</p>
        )}
        <QrCode value={link} label={link} className="w-[21em]" />
        <p className="text-[1.7em]">
          {say('wall.joinHow', { address: address.replace(/^https?:\/\//, '') })}
        </p>
        <p className="font-bold text-[6em] leading-none tracking-[0.15em]">{state.code}</p>
        <p className="text-[1.5em]">{say('print.noPhone')}</p>
      </div>
    </Sheet>
  );
}
