/**
 * Keeps what a person taps and types before the page is hydrated. On a slow phone a form is visible seconds before its
 * program: a tap would be lost, or the browser would submit the form natively and lose the words.
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

/** Once a screen is hydrated: gives it what was typed and chosen meanwhile, then repeats the taps in order. */
export function replayEarlyInput(): void {
  const { early } = window as { early?: Early };
  if (!early) return;
  delete (window as { early?: Early }).early;
  early.end();
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'main input, main textarea',
  )) {
    const chosen = field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);
    const touched = chosen ? field.checked && !field.defaultChecked : field.value !== field.defaultValue;
    if (!touched) continue;
    // React has taken what it found for what it had drawn, and ignores an `input` without a change. `_valueTracker` is
    // private to React, which offers no public way to forget that value; setting the field twice would move the caret
    // and end the composition of an input method. Without `_valueTracker` nothing is replayed, and nothing breaks.
    (field as Tracked)._valueTracker?.setValue(chosen ? String(!field.checked) : '');
    field.dispatchEvent(new Event(chosen ? 'click' : 'input', { bubbles: true }));
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
