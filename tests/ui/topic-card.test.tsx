// @vitest-environment happy-dom
/** A topic’s card shows each part when it was given, and only then. */
import { describe, expect, it, vi } from 'vitest';
import { Badge } from '@/ui/badge';
import { TopicCard } from '@/ui/topic-card';
import { html, draws, all, count, words } from './markup';
import { mount } from './mount';

/** A press as React hears it, which leads nowhere. */
const pressed = () => vi.fn((e: { preventDefault(): void }) => e.preventDefault());

it('[E33] keeps a stranger title as it is', () => {
  const page = html(<TopicCard number="T01" title={'<script>"=1+1 L’è 🙂'} convener="Ada" />);
  expect(page).toContain('&lt;script&gt;');
});

describe('a topic’s card', () => {
  it('is opened by its title, and moves in only when it comes later than the page', async () => {
    vi.resetModules();
    const { TopicCard: Fresh } = await import('@/ui/topic-card');
    const open = pressed();
    const card = (n: number) => (
      <Fresh
        key={n}
        number={`T0${n}`}
        title={`Tema ${n}`}
        convener="Ada"
        href={`/${n}`}
        onOpen={open as never}
      />
    );
    const { again, at, click } = mount([card(1)]);
    again([card(1), card(2)]);
    expect([...at.querySelectorAll('article')].map((a) => a.className.includes('animate-arrive'))).toEqual([
      false,
      true,
    ]);
    click('a[href="/2"]');
    expect(open).toHaveBeenCalledTimes(1);
    expect(TopicCard).not.toBe(Fresh);
  });

  const bare = <TopicCard number="T05" title="Chi cura chi cura?" convener="Ada" />;
  const whole = (
    <TopicCard
      number="T05"
      title="Chi cura chi cura?"
      convener="Ada"
      line="In una frase"
      strands={[{ strand: 'A', label: 'Casa' }]}
      interest="27 persone interessate"
      where="Turno 1 · Gelso"
      flag="Nuovo"
      state={<Badge>unito a T07</Badge>}
      delivery="inviato"
      actions={<button type="button">Mi interessa</button>}
      href="/i/DEMO/temi/T05"
      level={2}
    />
  );

  it('says its number, its title and its convener, and nothing that it was not given', () => {
    expect(words(bare)).toEqual(['T05', 'Chi cura chi cura?', 'Ada']);
    expect([count(bare, 'h3'), count(bare, 'a'), count(bare, 'svg')]).toEqual([1, 0, 0]);
    expect(count(bare, 'p')).toBe(1);
  });

  it('says all that it was given, and its title leads to it', () => {
    expect(words(whole)).toEqual([
      'T05',
      'Chi cura chi cura?',
      'Ada',
      'In una frase',
      'Nuovo',
      'unito a T07',
      'A',
      'Casa',
      'Turno 1 · Gelso',
      '27 persone interessate',
      'inviato',
      'Mi interessa',
    ]);
    expect(all(whole, 'href')).toEqual(['/i/DEMO/temi/T05']);
    expect(count(whole, 'h2')).toBe(1);
    expect([draws(whole, 'place'), draws(whole, 'heart')]).toEqual([true, true]);
  });

  it.each([
    { strands: [{ strand: 'B' as const, label: 'Salute' }], said: 'Salute' },
    { state: 'ritirato', said: 'ritirato' },
    { flag: 'Nuovo', said: 'Nuovo' },
    { interest: '2 persone', said: '2 persone' },
    { where: 'Gelso', said: 'Gelso' },
    { delivery: 'inviato', said: 'inviato' },
  ])('says $said also when it is all that there is', ({ said, ...one }) => {
    expect(words(<TopicCard number="T01" title="x" convener="Ada" {...one} />)).toContain(said);
  });
});
