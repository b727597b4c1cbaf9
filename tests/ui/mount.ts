/** Renders a component into a document without a browser, and acts on it as a person would. */
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';

/** Renders it, and removes it when the test is over. `again` renders it with other properties. */
export function mount(node: ReactNode) {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const at = document.createElement('div');
  document.body.append(at);
  const root = createRoot(at);
  act(() => root.render(node));
  onTestFinished(() => {
    act(() => root.unmount());
    at.remove();
  });
  const one = <E extends Element = HTMLElement>(selector: string): E => {
    const found = at.querySelectorAll<E>(selector);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${selector} in ${at.innerHTML}`);
    return found[0];
  };
  return {
    at,
    one,
    again: (next: ReactNode) => act(() => root.render(next)),
    click: (selector: string) => act(() => one(selector).click()),
    type(selector: string, text: string) {
      const field = one<HTMLInputElement | HTMLTextAreaElement>(selector);
      const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      // React listens to the browser's own input, not to a value that a script assigns.
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
      act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    },
  };
}
