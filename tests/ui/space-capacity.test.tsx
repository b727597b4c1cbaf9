/** How many people a space holds, as screens say it: beside interest and presence, and as the office writes it down. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactElement, ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { Presence } from '@/app/i/[code]/[[...where]]/_circle/presence';
import { Walk } from '@/app/i/[code]/[[...where]]/_frame/navigation';
import { Toasts } from '@/app/i/[code]/[[...where]]/_frame/phone-toasts';
import { Grid } from '@/app/i/[code]/[[...where]]/_grid/grid';
import { BoardCard } from '@/app/i/[code]/[[...where]]/_topics/board-card';
import { CircleRow } from '@/app/i/[code]/[[...where]]/_circle/circle-row';
import { Matrix } from '@/app/muro/[code]/_scenes/matrix';
import { Now } from '@/app/muro/[code]/_scenes/now';
import { PlaceTopic } from '@/app/segreteria/[code]/place-topic';
import { spacesOf } from '@/app/ufficio/gathering-plan';
import type { Plan } from '@/app/ufficio/gathering-plan';
import { GatheringProvider } from '@/client/hooks/gathering-provider';
import type { Dictionary } from '@/i18n/say';
import { Words } from '@/i18n/words';
import { office } from '../domain/given';
import { opened, ROOMS } from '../domain/opened';
import { words } from './markup';

const dictionary: Dictionary = Object.assign(
  {},
  ...['common', 'phone', 'wall', 'desk'].map(
    (file) =>
      JSON.parse(readFileSync(join(import.meta.dirname, `../../src/i18n/it/${file}.json`), 'utf8')) as object,
  ),
);

/** Tiglio holds two, Gelso twenty, of Olmo nobody said it. Anna's topic interests three people and has no place. */
function hall() {
  const g = opened();
  const [tiglio, gelso] = ROOMS;
  const say = (space: string, name: string, capacity: number) =>
    g.done(office(), 'reviseSpace', { space, name, stepFree: name !== 'Tiglio', note: '', capacity });
  say(tiglio, 'Tiglio', 2);
  say(gelso, 'Gelso', 20);
  const anna = g.seat('seat-anna');
  const topic = g.topic(anna, 'Anziani soli');
  const others = ['seat-bruno', 'seat-carla', 'seat-dario'].map((s) => g.seat(s));
  for (const p of others) g.done(p, 'markInterest', { topic, on: true });
  const draw = (screen: ReactNode, seat: string | null = 'seat-anna'): string[] => {
    const you = seat && { id: seat, role: 'participant' as const, seat, label: null };
    const initial = { state: g.open, people: {}, you: you || null, mine: null, now: g.now, complete: true };
    const page: ReactElement = (
      <Words lang="it" dictionary={dictionary}>
        <GatheringProvider code="PROVA" surface={seat ? 'phone' : 'wall'} initial={initial}>
          <Walk code="PROVA" where={[]}>
            <Toasts>{screen}</Toasts>
          </Walk>
        </GatheringProvider>
      </Words>
    );
    return words(page);
  };
  return { ...g, anna, topic, others, draw };
}

describe('[E41] the capacity of a space', () => {
  it('is under its name in the grid, and beside the interest of a topic that has more', () => {
    const { draw } = hall();
    const said = draw(<Grid number={null} />);
    expect(said).toContain('interessa a 3 persone');
    expect(said.slice(said.indexOf('Tiglio'), said.indexOf('Tiglio') + 2)).toEqual(['Tiglio', '2 posti']);
    // Only where it is too little for those interested; no place is taken away.
    expect(said.filter((w) => w === 'interessa a 3 persone · 2 posti')).toHaveLength(1);
    expect(said).toContain('20 posti');
    expect(said.filter((w) => w === 'Metti qui T01')).toHaveLength(4);
  });

  it('is beside how many there are in the circle, on its card and on the walls', () => {
    const { draw, place, done, anna, topic, others, open } = hall();
    const session = place(anna, topic);
    expect(draw(<CircleRow session={session} />)).toContain(
      'ancora nessuno · interessa a 3 persone · 2 posti',
    );
    for (const p of others) done(p, 'moveTo', { to: session });
    const { sessions, topics } = open;
    const circle = sessions[session];
    const its = topics[topic];
    if (!circle || !its) throw new Error('no circle');
    expect(draw(<CircleRow session={session} />)).toContain('3 persone ora · 2 posti');
    expect(draw(<Presence session={circle} topic={its} />)).toContain('3 persone ora · 2 posti');
    const card = <BoardCard topic={its} fresh={false} words="" onSeen={() => {}} />;
    expect(draw(card)).toContain('Turno 1 · Tiglio · 2 posti');
    expect(draw(<Now now={Date.UTC(2014, 4, 17, 8, 10)} address="" />, null)).toContain('2 posti');
    const matrix = draw(<Matrix now={null} address="" />, null);
    expect(matrix).toContain('con gradini · 2 posti');
    expect(matrix).toContain('20 posti');
    expect(matrix.slice(matrix.indexOf('Olmo')).slice(1, 2)).not.toContain('posti');
  });

  it('is among the places that a helper can choose from', () => {
    const { draw, topic } = hall();
    const said = draw(<PlaceTopic topic={topic} extra={{}} />);
    expect(said).toContain('interessa a 3 persone');
    expect(said.some((w) => /^Tiglio · Turno 1 .*· 2 posti$/.test(w))).toBe(true);
    expect(said.some((w) => /^Olmo · Turno 1 [^p]*$/.test(w))).toBe(true);
  });

  it('is written after a name in the form of a new gathering, with the steps in any order', () => {
    const read = (spaces: string) =>
      spacesOf({ spaces, informal: false } as Plan, '', () => 'id').map(({ id: _, kind: __, ...s }) => s);
    expect(read('Tiglio\nOlmo (gradini)\nSala 2 (20 posti) (steps)\nNoce (steps) (1 seat)')).toEqual([
      { name: 'Tiglio', stepFree: true },
      { name: 'Olmo', stepFree: false },
      { name: 'Sala 2', stepFree: false, capacity: 20 },
      { name: 'Noce', stepFree: false, capacity: 1 },
    ]);
    expect(read('Aula (2)\nAtrio (0 posti)\n(20 posti)')).toEqual([
      { name: 'Aula (2)', stepFree: true },
      { name: 'Atrio', stepFree: true },
      { name: '(20 posti)', stepFree: true },
    ]);
  });
});
