/**
 * What a hand does before the page is alive is not lost. On a slow phone the form of a screen is there seconds before the
 * program behind it: a tap would be sent into the void, or the browser would send the form itself and the words with it.
 */
type Early = { held: (HTMLButtonElement | HTMLFormElement)[]; end(): void };
type Tracked = HTMLElement & { _valueTracker?: { setValue(value: string): void } };

/** Runs as the page is read, before any other script; so it stands by itself. Forms with an address of their own are let go. */
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

/** Once a screen is alive: tells it what was written and chosen meanwhile, then does what was tapped, in order. */
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
    // React has taken what it found for what it had drawn; told that it is new, it asks.
    (field as Tracked)._valueTracker?.setValue(chosen ? String(!field.checked) : '');
    field.dispatchEvent(new Event(chosen ? 'click' : 'input', { bubbles: true }));
  }
  // A moment later, when the screen has drawn what it was told.
  setTimeout(() => {
    for (const what of early.held) {
      if (!what.isConnected) continue;
      if (what instanceof HTMLFormElement) what.requestSubmit();
      else what.click();
    }
  });
}
