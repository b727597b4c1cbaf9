'use client';
/** The principles and the law of two feet, for the opening circle. */
import { useView } from '@/client/hooks/gathering-provider';
import { useSay } from '@/i18n/words';
import { Fit } from '@/ui/wall-fit';

const FOUR = [
  'wall.principle.people',
  'wall.principle.happens',
  'wall.principle.starts',
  'wall.principle.over',
] as const;

export function Principles() {
  const say = useSay();
  const view = useView();
  const principles = view.fifthPrinciple ? ([...FOUR, 'wall.principle.place'] as const) : FOUR;
  return (
    <div className="grid size-full grid-cols-[1fr_36%] gap-[calc(var(--u)*2.4)] upright-wall:grid-cols-1 upright-wall:grid-rows-[3fr_2fr]">
      <section className="flex min-h-0 flex-col ps-[calc(var(--u)*1)]">
        <h1 className="text-3xl text-accent leading-[1.2]">{say('wall.principles')}</h1>
        <ol
          className="grid min-h-0 flex-1"
          style={{ gridTemplateRows: `repeat(${principles.length}, minmax(0, 1fr))` }}
        >
          {principles.map((key, i) => (
            <li key={key} className="grid min-h-0 grid-cols-[auto_1fr] items-center gap-[calc(var(--u)*1.6)]">
              <b className="text-[calc(var(--h)*9)] text-accent tabular-nums leading-none">{i + 1}</b>
              <Fit of={say(key)} max={7}>
                <b className="[text-wrap:balance]">{say(key)}</b>
              </Fit>
            </li>
          ))}
        </ol>
      </section>
      <section className="-my-[calc(var(--h)*1.2)] -me-[calc(var(--u)*1.2)] grid min-h-0 grid-rows-[auto_1fr] gap-[calc(var(--h)*3)] bg-panel p-[calc(var(--u)*2.4)] text-panel-ink upright-wall:mt-0 upright-wall:-ms-[calc(var(--u)*1.2)]">
        <h2 className="text-3xl leading-[1.15]">{say('wall.law')}</h2>
        <Fit of={say('wall.law.text')} max={7.4} place="start">
          {say('wall.law.text')}
        </Fit>
      </section>
    </div>
  );
}
