// @vitest-environment happy-dom
/** Bars and the skip link: where one is, the ways on, the way back. */
import { describe, expect, it, vi } from 'vitest';
import { BottomNav, SkipLink, TopBar } from '@/ui/navigation';
import { mount } from './mount';

/** A press as React hears it, which leads nowhere. */
const pressed = () => vi.fn((e: { preventDefault(): void }) => e.preventDefault());

describe('the ways about a page', () => {
  it('the foot says which place this is, and only this; a number is told in words', () => {
    const items = [
      { href: '/a', label: 'Temi', icon: 'info' as const, current: true },
      { href: '/b', label: 'Notizie', icon: 'info' as const, badge: { count: 120, says: '120 novità' } },
      { href: '/c', label: 'Io', icon: 'info' as const, badge: { count: 0, says: 'nessuna novità' } },
    ];
    const { at } = mount(<BottomNav label="Luoghi" items={items} />);
    const links = [...at.querySelectorAll('a')];
    expect(links.map((a) => a.getAttribute('aria-current'))).toEqual(['page', null, null]);
    expect(links.map((a) => a.querySelector('.sr-only')?.textContent ?? null)).toEqual([
      null,
      '120 novità',
      null,
    ]);
    expect(links[1]?.querySelector('[aria-hidden=true].tabular-nums')?.textContent).toBe('99+');
  });

  it('the bar has a way back with a name, and one heading when its title is the page’s', () => {
    const { again, at, one } = mount(<TopBar title="Temi" back={{ href: '/', label: 'Indietro' }} />);
    expect(one('a').getAttribute('aria-label')).toBe('Indietro');
    expect(at.querySelector('h1')).toBeNull();
    again(<TopBar title="Temi" heading />);
    expect(one('h1').textContent).toBe('Temi');
  });

  it('the skip link leads to the content', () => {
    const { one } = mount(<SkipLink to="main">Salta</SkipLink>);
    expect(one('a').getAttribute('href')).toBe('#main');
  });
});

describe('a bar', () => {
  it('at the top hears its way back, and has its aside and what stands below it', () => {
    const back = pressed();
    const { at, click } = mount(
      <TopBar
        title="Temi"
        back={{ href: '/', label: 'Indietro', onClick: back }}
        aside="In rete"
        below="Avviso"
      />,
    );
    click('a[aria-label=Indietro]');
    expect(back).toHaveBeenCalledTimes(1);
    expect(at.textContent).toBe('TemiIn reteAvviso');
  });

  it('at the foot has a name, hears the tap on each place, and counts to ninety-nine', () => {
    const taps = [pressed(), pressed()];
    const items = [99, 100].map((count, n) => ({
      ...{ href: `/${n}`, label: `Luogo ${n}`, icon: 'info' as const, onClick: taps[n] },
      badge: { count, says: `${count} novità` },
    }));
    const { at, click, one } = mount(<BottomNav label="Luoghi" items={items} />);
    expect(one('nav').getAttribute('aria-label')).toBe('Luoghi');
    click('a[href="/1"]');
    expect(taps.map((t) => t.mock.calls.length)).toEqual([0, 1]);
    expect([...at.querySelectorAll('.tabular-nums')].map((n) => n.textContent)).toEqual(['99', '99+']);
  });
});
