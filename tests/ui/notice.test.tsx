/** Messages of the screen: an icon of their kind, read aloud only where they are live. */
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { IconName } from '@/ui/icon-paths';
import { Banner, type BannerKind, DemoRibbon, EmptyState, Progress, Skeleton } from '@/ui/notice';
import { all, count, draws, html, words } from './markup';

describe('a message of the screen', () => {
  it('has the icon of its kind, and is read aloud only where it is live', () => {
    const icons: Record<BannerKind, IconName> = {
      info: 'info',
      good: 'check',
      warn: 'warning',
      bad: 'warning',
      offline: 'offline',
      demo: 'info',
    };
    for (const kind of Object.keys(icons) as BannerKind[])
      expect(draws(<Banner kind={kind}>x</Banner>, icons[kind]), kind).toBe(true);
    expect(draws(<Banner>x</Banner>, 'info')).toBe(true);
    const banner = (
      <Banner title="Senza rete" action="Riprova" live>
        Quello che scrivi resta
      </Banner>
    );
    expect([words(banner), all(banner, 'role')]).toEqual([
      ['Senza rete', 'Quello che scrivi resta', 'Riprova'],
      ['status'],
    ]);
    expect([words(<Banner title="Senza rete" />), all(<Banner title="x" />, 'role')]).toEqual([
      ['Senza rete'],
      [],
    ]);
    expect(count(<Banner>x</Banner>, 'p')).toBe(0);
  });

  it('of a demonstration is a landmark with its text as name, stronger where it could be taken for true', () => {
    expect(all(<DemoRibbon text="Dati inventati" />, 'aria-label')).toEqual(['Dati inventati']);
    expect(html(<DemoRibbon text="x" strong />)).not.toBe(html(<DemoRibbon text="x" />));
  });

  it('of an empty place is the page’s heading where it is the whole page', () => {
    expect(count(<EmptyState title="Niente" />, 'h1')).toBe(0);
    const whole = (
      <EmptyState title="Niente" whole action="Proponi">
        Ancora
      </EmptyState>
    );
    expect([words(whole), count(whole, 'h1')]).toEqual([['Niente', 'Ancora', 'Proponi'], 1]);
    expect(words(<EmptyState title="Niente" />)).toEqual(['Niente']);
  });

  it('while content comes says so, and draws as many lines as asked', () => {
    const lines = (n?: number) => <Skeleton label="Arriva" {...(n === undefined ? {} : { lines: n })} />;
    expect([words(lines()), all(lines(), 'role')]).toEqual([['Arriva'], ['status']]);
    expect([all(lines(), 'style').length, all(lines(5), 'style')]).toEqual([
      3,
      ['width:92%', 'width:78%', 'width:85%', 'width:60%', 'width:92%'],
    ]);
  });

  it('of progress says the numbers in words, and is never drawn past its end', () => {
    const bar = (value: number, max: number) => (
      <Progress value={value} max={max} label="Schede" text="in parole" />
    );
    const said = (node: ReactElement) =>
      ['aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'aria-valuetext', 'aria-label'].flatMap((a) =>
        all(node, a),
      );
    expect(said(bar(9, 12))).toEqual(['0', '12', '9', 'in parole', 'Schede']);
    expect(all(bar(9, 12), 'style')).toEqual(['width:75%']);
    expect(all(bar(13, 12), 'style')).toEqual(['width:100%']);
    expect(all(bar(3, 0), 'style')).toEqual(['width:0%']);
    const drawn = <Progress value={1} max={2} label={<b>Schede</b>} text="una su due" />;
    expect(all(drawn, 'aria-label')).toEqual(['una su due']);
  });
});
