// @vitest-environment happy-dom
/** A topic has its number as soon as the server has given it, whatever this phone still has to send about it. */
import { beforeEach, expect, it } from 'vitest';
import { Walk } from '@/app/i/[code]/[[...where]]/_frame/navigation';
import { Toasts } from '@/app/i/[code]/[[...where]]/_frame/phone-toasts';
import { TopicPage } from '@/app/i/[code]/[[...where]]/_topics/topic';
import * as hooks from '@/client/hooks/gathering-provider';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { opened } from '../domain/opened';
import { standIn } from '../stand-in';
import { mount } from './mount';

let shown: Record<string, unknown> = {};
beforeEach(() => {
  standIn(hooks, {
    useShown: (pick: (s: unknown) => unknown) => pick(shown),
    useView: () => shown.view,
    useNow: () => 0,
    useCan: () => () => true,
    useWritten: () => true,
    useAsk: () => () => 'command',
    // Something about the topic waits to be sent.
    useReplica: () => ({ snapshot: () => shown, delivery: () => 'saved', stands: () => null }),
  });
});

const words = dictionary('it', ['common', 'phone', 'refusals']);
const drawn = (number: string) =>
  mount(
    <Words lang="it" dictionary={words}>
      <Walk code="PROVA" where={['temi', number]}>
        <Toasts>
          <TopicPage number={number} />
        </Toasts>
      </Walk>
    </Words>,
  ).at.textContent;

it('the number of a topic that others see stays while the phone has no network, and that of one’s own is awaited', () => {
  const g = opened();
  const anna = g.seat('seat-anna');
  g.topic(anna, 'già in bacheca');
  const confirmed = structuredClone(g.state);
  g.topic(anna, 'proposto senza rete');
  const you = { id: 'seat-anna', role: 'participant', seat: 'seat-anna', label: null };
  shown = { view: g.state, confirmed, you, people: {}, link: 'offline', heardAt: 0, outbox: [], told: [] };
  expect(drawn('T01')).not.toContain('Numero in arrivo');
  expect(drawn('T02')).toContain('Numero in arrivo');
});
