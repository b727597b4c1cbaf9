// @vitest-environment happy-dom
/** A tap does what its button said when the finger set out, also while the room and the clock go on. */
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HelpCalls } from '@/app/_shared/help-calls';
import { Waiting } from '@/app/i/[code]/[[...where]]/_frame/top-notices';
import { Walk } from '@/app/i/[code]/[[...where]]/_frame/navigation';
import { Toasts } from '@/app/i/[code]/[[...where]]/_frame/phone-toasts';
import { Grid } from '@/app/i/[code]/[[...where]]/_grid/grid';
import { Queue } from '@/app/regia/[code]/_frame/announcing-queue';
import { PhoneDesk } from '@/app/regia/[code]/_frame/phone-desk';
import { PhaseAction } from '@/app/regia/[code]/_phases/phase-action';
import { Verifying } from '@/app/regia/[code]/_reports/report-verification';
import { Withheld } from '@/app/regia/[code]/_texts/withheld-texts';
import * as hooks from '@/client/hooks/gathering-provider';
import { gathering } from '@/domain/gathering/catalogue';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { AIM_MS, useTapGuard } from '@/ui/tap-guard';
import { bench, office, person } from '../domain/given';
import { opened, ROOMS, SLOTS } from '../domain/opened';
import { standIn } from '../stand-in';
import { mount } from './mount';

/** The state that screens see, the device's clock, and the commands that screens send. */
let shown: Record<string, unknown> = {};
let clock = 0;
let asked: [string, unknown][] = [];
const screen = {
  useShown: (pick: (s: unknown) => unknown) => pick(shown),
  useView: () => shown.view,
  useNow: () => clock,
  useCan: () => () => true,
  useWritten: () => true,
  useAsk: () => (deed: string, ask: unknown) => {
    asked.push([deed, ask]);
    return 'command';
  },
  useReplica: () => ({ snapshot: () => ({ confirmed: shown.view }), delivery: () => 'seen' }),
};

beforeEach(() => {
  asked = [];
  standIn(hooks, screen);
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

const words = dictionary('it', ['common', 'phone', 'desk', 'refusals']);
const page = (node: ReactNode) => (
  <Words lang="it" dictionary={words}>
    <Walk code="PROVA" where={['bacheca']}>
      <Toasts>{node}</Toasts>
    </Walk>
  </Words>
);
const show = (view: object, seat: string | null = null) => {
  const you = seat && { id: seat, role: 'participant', seat, label: null };
  shown = { view: { ...view }, you, people: {}, link: 'live', heardAt: 0, outbox: [], told: [] };
};
const buttons = (at: HTMLElement, says: string) =>
  [...at.querySelectorAll('button')].filter((b) => b.textContent?.includes(says));
const tap = (at: HTMLElement, says: string) => act(() => buttons(at, says)[0]?.click());

const run = vi.fn();
function Key({ is }: { is: string }) {
  return (
    <p {...useTapGuard(is)}>
      <button type="button" onClick={run}>
        {is}
      </button>
    </p>
  );
}

describe('a guard', () => {
  beforeEach(() => run.mockReset());

  it('lets a first tap through, and for a moment none after the meaning has changed', () => {
    const { again, click, one } = mount(<Key is="Chiama" />);
    click('button');
    expect(run).toHaveBeenCalledTimes(1);
    again(<Key is="Avanti" />);
    pass(AIM_MS - 1);
    click('button');
    expect(run).toHaveBeenCalledTimes(1);
    expect(one('p').className).toBe('pointer-events-none');
    pass(1);
    click('button');
    expect(run).toHaveBeenCalledTimes(2);
    expect(one('p').className).toBe('');
  });

  it('does not count a change that is taken back before anybody could see it', () => {
    const { again, click } = mount(<Key is="Chiama" />);
    again(<Key is="Avanti" />);
    pass(100);
    again(<Key is="Chiama" />);
    click('button');
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe('on the phone', () => {
  it('who accepts a merge accepts no swap that took its place under the finger', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    const [mine, theirs] = [g.topic(anna), g.topic(bruno)];
    const [a, b] = [g.place(anna, mine), g.place(bruno, theirs, SLOTS[0], ROOMS[1])];
    g.done(bruno, 'offerMerge', { merge: 'merge-001', from: theirs, into: mine });
    clock = g.b.now;
    show(g.open, 'seat-anna');
    const { at, again } = mount(page(<Waiting />));
    pass(AIM_MS);
    g.done(bruno, 'offerSwap', { swap: 'swap-0001', mine: b, theirs: a });
    show(g.open, 'seat-anna');
    again(page(<Waiting />));
    expect(at.textContent).toContain('scambi');
    tap(at, 'Accetto');
    expect(asked).toEqual([]);
    pass(AIM_MS);
    tap(at, 'Accetto');
    expect(asked).toEqual([['acceptSwap', { swap: 'swap-0001' }]]);
  });

  it('who closes an announcement does not close the one that has just come', () => {
    const g = opened();
    g.seat('seat-anna');
    const announce = (n: number, text: string) =>
      g.done(office(), 'announce', { announcement: `avviso-000${n}`, text, kind: 'avviso', minutes: 15 });
    const draw = () => {
      clock = g.b.now;
      show(g.open, 'seat-anna');
      return page(<Waiting />);
    };
    announce(1, 'Si mangia');
    const { at, again } = mount(draw());
    pass(AIM_MS);
    announce(2, 'Il cerchio del Tiglio è al Gelso');
    again(draw());
    const close = () =>
      act(() => at.querySelector<HTMLButtonElement>('[aria-label="Chiudi l’avviso"]')?.click());
    close();
    expect(at.textContent).toContain('al Gelso');
    pass(AIM_MS);
    close();
    expect(at.textContent).not.toContain('al Gelso');
  });

  /** Two slots on 17 May 2014, of which the first ends at 10:50, the second at 11:50. */
  const hour = (h: number, m: number) => Date.UTC(2014, 4, 17, h - 2, m);
  const slotOf = (at: HTMLElement) => at.querySelector('h2')?.textContent;

  it('the slot in which a topic was put stays in sight when the clock goes on', () => {
    const g = opened();
    const anna = g.seat('seat-anna');
    g.topic(anna);
    clock = hour(10, 40);
    show(g.open, 'seat-anna');
    const { at, again } = mount(page(<Grid number={null} />));
    expect(slotOf(at)).toContain('Turno 1');
    tap(at, 'Metti qui T01');
    expect(asked).toMatchObject([['placeTopic', { slot: SLOTS[0], space: ROOMS[0] }]]);
    clock = hour(11, 10);
    again(page(<Grid number={null} />));
    expect(slotOf(at)).toContain('Turno 1');
  });

  it('who takes a free place offers no swap to somebody who was faster', () => {
    const g = opened();
    const [anna, bruno] = [g.seat('seat-anna'), g.seat('seat-bruno')];
    g.place(anna, g.topic(anna), SLOTS[1]);
    const theirs = g.topic(bruno);
    clock = hour(9, 0);
    const draw = () => {
      show(g.open, 'seat-anna');
      return page(<Grid number="T01" />);
    };
    const { at, again } = mount(draw());
    const swap = () => act(() => at.querySelector<HTMLButtonElement>('[aria-label^="Proponi"]')?.click());
    swap();
    expect(asked).toEqual([]);
    g.place(bruno, theirs);
    again(draw());
    swap();
    expect(asked).toEqual([]);
    pass(AIM_MS);
    swap();
    expect(asked).toMatchObject([['offerSwap', {}]]);
  });

  it('[E32] a wrong clock brings no other slot under the finger before or after the server tells the hour', () => {
    const g = opened();
    g.topic(g.seat('seat-anna'));
    // Yesterday by this phone's clock; by the page's, the first slot is over.
    clock = hour(11, 10) - 86_400_000;
    show(g.open, 'seat-anna');
    Object.assign(shown, { link: 'opening', heardAt: hour(11, 10) });
    const { at, again } = mount(page(<Grid number={null} />));
    expect(slotOf(at)).toContain('Turno 2');
    clock = hour(11, 11);
    show(g.open, 'seat-anna');
    again(page(<Grid number={null} />));
    expect(slotOf(at)).toContain('Turno 2');
  });
});

describe('at the desk', () => {
  const queued = () => {
    const g = opened();
    const people = ['seat-anna', 'seat-bruno'].map((s) => g.seat(s));
    const topics = people.map((p) => g.topic(p));
    g.done(office(), 'changePhase', { phase: 'proposing' });
    for (const [i, p] of people.entries()) g.done(p, 'joinQueue', { topic: topics[i] });
    const draw = (node: ReactNode) => {
      clock = g.b.now;
      show(g.state);
      return page(node);
    };
    return { g, topics, draw };
  };

  it('two taps on the last one to call do not change the phase', () => {
    const { g, topics, draw } = queued();
    g.done(office(), 'callNext', {});
    const { at, again } = mount(draw(<PhaseAction />));
    tap(at, 'Chiama');
    expect(asked).toEqual([['callNext', { topic: topics[1] }]]);
    g.done(office(), 'callNext', {});
    again(draw(<PhaseAction />));
    tap(at, 'Vai a: Mercato');
    expect(asked).toHaveLength(1);
    pass(AIM_MS);
    tap(at, 'Vai a: Mercato');
    expect(asked[1]).toEqual(['changePhase', { phase: 'market' }]);
  });

  const desk = () => <PhoneDesk address="" open={[[], () => {}]} />;

  it('two taps on the key call one person, and by name', () => {
    const { g, topics, draw } = queued();
    const { at, again } = mount(draw(desk()));
    const key = () =>
      act(() =>
        buttons(at, 'Chiama')
          .find((b) => !b.matches('[data-deed]'))
          ?.click(),
      );
    key();
    g.done(office(), 'callNext', {});
    again(draw(desk()));
    key();
    expect(asked).toEqual([['callNext', { topic: topics[0] }]]);
  });

  it('two taps on a name’s button let one turn pass', () => {
    const { g, topics, draw } = queued();
    const { at, again } = mount(draw(<Queue />));
    tap(at, 'Più tardi');
    g.done(office(), 'skipTurn', { topic: topics[0] });
    again(draw(<Queue />));
    tap(at, 'Più tardi');
    expect(asked).toEqual([['skipTurn', { topic: topics[0] }]]);
  });

  it('a turn that nobody waits behind has no button to let it pass', () => {
    const { g, draw } = queued();
    const rows = () => [...mount(draw(<Queue />)).at.querySelectorAll('li')];
    expect(rows().map((li) => li.querySelectorAll('button').length)).toEqual([1, 0]);
    g.done(office(), 'callNext', {});
    g.done(office(), 'endSpotlight', {});
    expect(rows().map((li) => li.querySelectorAll('button').length)).toEqual([0]);
  });

  it('two taps close one call for help, and the other stays to be read', () => {
    const { g, draw } = queued();
    for (const name of ['anna', 'bruno'])
      g.done(person(`seat-${name}`), 'askForHelp', { call: `aiuto-${name}`, session: null });
    const { at, again } = mount(draw(<HelpCalls />));
    tap(at, 'Fatto');
    g.done(office(), 'closeHelp', { call: 'aiuto-anna' });
    again(draw(<HelpCalls />));
    tap(at, 'Fatto');
    expect(asked).toEqual([['closeHelp', { call: 'aiuto-anna' }]]);
  });

  it('two taps show one hidden text again, and the other stays hidden', () => {
    const { g, topics, draw } = queued();
    const hide = (id: string | undefined) =>
      g.done(office(), 'hideText', { what: 'topic', id, reason: 'dato_personale' });
    for (const topic of topics) hide(topic);
    const { at, again } = mount(draw(<Withheld mayClear={false} />));
    tap(at, 'Ripristina');
    expect(asked).toMatchObject([['restoreText', { what: 'topic' }]]);
    g.done(office(), ...(asked[0] as [string, unknown]));
    again(draw(<Withheld mayClear={false} />));
    tap(at, 'Ripristina');
    expect(asked).toHaveLength(1);
  });

  it('two taps verify one report, and the other is still to be read', () => {
    const { g, topics, draw } = queued();
    for (const [n, topic] of topics.entries()) {
      const author = person(['seat-anna', 'seat-bruno'][n] ?? '');
      g.done(author, 'writeReport', { topic, field: 'summary', text: 'Detto', rev: 0 });
      g.done(author, 'publishReport', { topic });
    }
    const list = () => <Verifying hung={topics.flatMap((id) => g.state.topics[id ?? ''] ?? [])} />;
    const { at, again } = mount(draw(list()));
    tap(at, 'Segna come verificato');
    g.done(office('owner'), 'verifyReport', { topic: topics[0] });
    again(draw(list()));
    tap(at, 'Segna come verificato');
    expect(asked).toEqual([['verifyReport', { topic: topics[0] }]]);
  });

  it('a meeting of prompts has six keys of six names, and one of them goes on to the next prompt', () => {
    const g = bench(gathering);
    g.done(office('owner'), 'openGathering', {
      gathering: 'gathering-january',
      code: 'ASCOLTO',
      format: 'listening',
      title: 'Ascolto',
      question: '',
      days: ['2014-01-20'],
    });
    const prompts = ['Che cosa cambia?', 'Che cosa serve?'].map((text, n) => ({ id: `prompt-0${n}`, text }));
    g.done(office('planner'), 'setProgramme', { prompts, speakers: [], materials: [], minutes: '' });
    const draw = () => {
      clock = g.now;
      show(g.state);
      return page(desk());
    };
    const { at, again } = mount(draw());
    const keys = () => [...at.querySelectorAll('[data-remote] button:not([data-deed])')];
    const names = keys().map((b) => b.querySelector('span')?.firstChild?.textContent);
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(6);
    const next = () => act(() => buttons(at, 'Domanda')[0]?.click());
    const said: unknown[] = [];
    for (const prompt of ['prompt-00', 'prompt-01', null]) {
      next();
      said.push(asked.at(-1));
      g.done(office(), 'showPrompt', { prompt });
      again(draw());
      // By the second tap of two no prompt is passed over.
      next();
      pass(AIM_MS);
    }
    expect(said).toEqual(['prompt-00', 'prompt-01', null].map((prompt) => ['showPrompt', { prompt }]));
    expect(asked).toHaveLength(3);
  });
});
