// @vitest-environment happy-dom
/** The map of resources is a table: each cell says its sum in words, and its projects are links that the keyboard reaches. */
import { expect, it } from 'vitest';
import { MapOfResources } from '@/app/percorso/[code]/[[...where]]/_resources/resource-map';
import * as hooks from '@/client/hooks/path-provider';
import type { Path } from '@/domain/programming/state';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { opened } from '../domain/programming/opened';
import { standIn } from '../stand-in';
import { mount } from './mount';

let path: Path;

function drawn() {
  const b = opened();
  for (const [code, mobility] of [
    ['P1', 'fluttuante'],
    ['P2', 'non_classificata'],
  ]) {
    const project = b.add('addProject', { code, title: `Progetto ${code}` });
    b.add('addResource', { project, kind: 'economica', cents: 120_000, mobility });
  }
  path = b.state;
  standIn(hooks, { usePath: () => path });
  return mount(
    <Words lang="it" dictionary={dictionary('it', ['common', 'planning'])}>
      <MapOfResources code="PATTO14" />
    </Words>,
  );
}

it('every project of a cell is a link with its code as its name, in the order of the table', () => {
  const { at } = drawn();
  const links = [...at.querySelectorAll<HTMLAnchorElement>('table td a')];
  expect(links.map((a) => a.textContent)).toEqual(['P1', 'P2']);
  for (const a of links) {
    expect(a.getAttribute('href')).toMatch(/^\/percorso\/PATTO14\/risorse\/.+/);
    expect(a.getAttribute('tabindex')).toBeNull();
    expect(a.closest('[aria-hidden=true]')).toBeNull();
    a.focus();
    expect(document.activeElement).toBe(a);
  }
});

it('the coloured bar is no picture for ears: the same shares are written under it', () => {
  const { at } = drawn();
  const [bar, words] = at.querySelector('figure')?.children ?? [];
  expect(bar?.getAttribute('aria-hidden')).toBe('true');
  expect(words?.textContent).toContain('50');
  expect(at.querySelectorAll('table th[scope=row], table th[scope=col]').length).toBeGreaterThan(5);
});
