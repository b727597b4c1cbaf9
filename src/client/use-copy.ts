/** Puts a text on the clipboard; browsers keep their own way to HTTPS, so over plain HTTP it goes by a selection. */
export async function copied(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return bySelection(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return bySelection(text);
  }
}

function bySelection(text: string): boolean {
  const from = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.readOnly = true;
  box.className = 'fixed opacity-0';
  // Within a dialog nothing outside it can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (from instanceof HTMLElement) from.focus();
  return done;
}
