// @vitest-environment happy-dom
/** The planners' pages follow one another by the address alone: no request is made, so that they open without a network. */
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { act, type ReactNode, useRef } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  goTo,
  useArrival,
  useOwnLinks,
  useRest,
} from '@/app/percorso/[code]/[[...where]]/_shared/path-router';
import { mount } from './mount';

let page = '/percorso/PATTO/bisogni';
/**
 * Gives the address as Next's router does. A mock of `next/navigation` would not reach a module that a test file before this one
 * has loaded in the same worker.
 */
const addressed = (node: ReactNode) => (
  <PathnameContext.Provider value={page}>{node}</PathnameContext.Provider>
);

const push = () => vi.mocked(window.history.pushState).mock.calls.map(([, , to]) => to);
const replaced = () => vi.mocked(window.history.replaceState).mock.calls.map(([, , to]) => to);
const scrolled = vi.fn();

beforeEach(() => {
  page = '/percorso/PATTO/bisogni';
  window.history.replaceState(null, '', page);
  vi.spyOn(window.history, 'pushState');
  vi.spyOn(window.history, 'replaceState');
  scrolled.mockClear();
  vi.stubGlobal('scrollTo', scrolled);
});

function Page({ links, field = false }: { links: string; field?: boolean }) {
  const main = useRef<HTMLElement>(null);
  useOwnLinks('PATTO');
  useArrival(main);
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: links as any part of a page may draw them */}
      <nav dangerouslySetInnerHTML={{ __html: links }} />
      <main ref={main} tabIndex={-1} data-rest={useRest().join('|')}>
        {field && <input key={page} ref={(e) => e?.focus()} />}
      </main>
    </>
  );
}
/** True if the browser would follow the link itself. */
function followed(link: Element | null, keys: MouseEventInit = {}): boolean {
  // This document's links go where they point before the window hears of the click.
  const anchor = link?.closest('a');
  if (anchor) anchor.dispatchEvent = HTMLElement.prototype.dispatchEvent;
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, ...keys });
  const stop = (e: Event) => e.preventDefault();
  let left = false;
  const watch = (e: Event) => {
    left = !e.defaultPrevented;
    stop(e);
  };
  window.addEventListener('click', watch);
  act(() => void link?.dispatchEvent(click));
  window.removeEventListener('click', watch);
  return left;
}

describe('a plain click on a link of the path', () => {
  it('changes the address and asks the server for nothing', () => {
    const { at } = mount(
      addressed(<Page links='<a href="/percorso/PATTO/tavoli/t1?x=1"><b>Tavolo</b></a>' />),
    );
    expect(followed(at.querySelector('b'))).toBe(false);
    expect(push()).toEqual(['/percorso/PATTO/tavoli/t1?x=1']);
  });

  it.each([
    ['another tab', '/percorso/PATTO/tavoli', { ctrlKey: true }],
    ['another window', '/percorso/PATTO/tavoli', { shiftKey: true }],
    ['the middle button', '/percorso/PATTO/tavoli', { button: 1 }],
    ['another path', '/percorso/PATTO2/tavoli', {}],
    ['the office', '/ufficio', {}],
    ['another site', 'https://example.org/percorso/PATTO/tavoli', {}],
    ['a place within the page', '/percorso/PATTO/tavoli#t1', {}],
  ])('leaves %s to the browser', (_, href, keys) => {
    const { at } = mount(addressed(<Page links={`<a href="${href}">Tavoli</a>`} />));
    expect(followed(at.querySelector('a'), keys)).toBe(true);
    expect(push()).toEqual([]);
  });

  it('leaves what is downloaded, opened beside or followed by the page itself', () => {
    const links =
      '<a href="/percorso/PATTO/tavoli" download>a</a><a href="/percorso/PATTO/tavoli" target="_blank">b</a>';
    const { at } = mount(addressed(<Page links={links} />));
    expect([...at.querySelectorAll('a')].map((a) => followed(a))).toEqual([true, true]);
    const own = document.createElement('a');
    own.href = '/percorso/PATTO/raccolta/x';
    own.addEventListener('click', (e) => e.preventDefault());
    at.append(own);
    followed(own);
    expect(push()).toEqual([]);
  });
});

describe('the next page', () => {
  const go = (to: string) =>
    act(() => {
      goTo(to);
      page = to;
    });

  it('is shown from its top and has the focus; the one the person goes back to stays where it was', () => {
    const { again, at } = mount(addressed(<Page links="" />));
    go('/percorso/PATTO/tavoli/t%C3%A0');
    again(addressed(<Page links="" />));
    const main = at.querySelector('main');
    expect([scrolled.mock.calls, document.activeElement, main?.dataset.rest]).toEqual([
      [[0, 0]],
      main,
      'tavoli|tà',
    ]);
    page = '/percorso/PATTO/bisogni';
    again(addressed(<Page links="" />));
    expect(scrolled).toHaveBeenCalledTimes(1);
  });

  it('keeps the focus on a field in which it begins', () => {
    const { again, at } = mount(addressed(<Page links="" />));
    go('/percorso/PATTO/tavoli');
    again(addressed(<Page links="" field />));
    expect(document.activeElement).toBe(at.querySelector('input'));
  });

  it('is no second entry of the history where the person is there already, nor the dialog’s where one was open', () => {
    goTo('/percorso/PATTO/bisogni');
    expect([push(), scrolled.mock.calls.length]).toEqual([[], 1]);
    window.history.replaceState({ dialog: 'dialog-1' }, '');
    goTo('/percorso/PATTO/tavoli');
    expect([push(), replaced().at(-1)]).toEqual([[], '/percorso/PATTO/tavoli']);
  });
});
