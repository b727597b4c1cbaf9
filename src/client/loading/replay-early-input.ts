/**
 * Keeps what a person taps and chooses before the page is hydrated. On a slow phone a form is visible seconds before its
 * program: a tap would be lost, or the browser would submit the form natively and lose the words. What is typed, each field
 * keeps itself (`src/ui/early-input.tsx`).
 */
type Early = { held: (HTMLButtonElement | HTMLFormElement)[]; end(): void };
type Tracked = HTMLElement & { _valueTracker?: { setValue(value: string): void } };

/**
 * Runs while the page is parsed, before any other script, so it can import nothing. Forms with an action of their own
 * are left alone.
 */
export const HOLD = `(() => {
  const held = [];
  const hold = (e) => {
    const what = e.type === 'submit' ? e.target : e.target.closest && e.target.closest('button');
    if (!what || !what.closest('main') || what.closest('form[action]')) return;
    e.preventDefault();
    e.stopPropagation();
    held.push(what);
  };
  for (const type of ['click', 'submit']) addEventListener(type, hold, true);
  window.early = { held, end: () => { for (const type of ['click', 'submit']) removeEventListener(type, hold, true); } };
})()`;

/** Once a screen is hydrated: gives it what was chosen meanwhile, then repeats the taps in order. */
export function replayEarlyInput(): void {
  const { early } = window as { early?: Early };
  if (!early) return;
  delete (window as { early?: Early }).early;
  early.end();
  const choices = 'main :is(input[type=checkbox], input[type=radio])';
  for (const field of document.querySelectorAll<HTMLInputElement>(choices)) {
    if (!field.checked || field.defaultChecked) continue;
    // React has taken what it found for what it had drawn, and ignores a choice without a change: see `early-input.tsx`.
    (field as Tracked)._valueTracker?.setValue('false');
    field.dispatchEvent(new Event('click', { bubbles: true }));
  }
  // A moment later, when the screen has drawn the new values.
  setTimeout(() => {
    for (const what of early.held) {
      if (!what.isConnected) continue;
      if (what instanceof HTMLFormElement) what.requestSubmit();
      else what.click();
    }
  });
}
