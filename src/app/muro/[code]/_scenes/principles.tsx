'use client';
/** The four principles and the law of two feet, in the words people use (domain §1.3). */
import { principlesOf } from '@/app/_page/principles';
import { useShown } from '@/client/provider';
import { useSay } from '@/i18n/words';

export function Principles() {
  const say = useSay();
  const fifthPrinciple = useShown((s) => s.view.fifthPrinciple);
  return (
    <div className="grid h-full grid-cols-[1.25fr_1fr] items-center gap-16">
      <section>
        <h1 className="mb-8 text-3xl text-accent">{say('wall.principles')}</h1>
        <ol className="grid gap-7">
          {principlesOf({ fifthPrinciple }).map((key, i) => (
            <li key={key} className="flex items-baseline gap-7 font-semibold text-2xl leading-snug">
              <span className="text-accent tabular-nums">{i + 1}</span>
              {say(key)}
            </li>
          ))}
        </ol>
      </section>
      <section className="rounded-xl bg-raised p-12 shadow-card">
        <h2 className="mb-6 text-3xl text-accent">{say('wall.law')}</h2>
        <p className="text-2xl leading-snug">{say('wall.law.text')}</p>
      </section>
    </div>
  );
}
