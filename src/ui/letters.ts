/** The house's letters wait on a first visit: they would share a slow link with the program, and Arial stands in for them. */
const KEY = 'cerchi:letters';

/** Runs before anything is drawn, so it stands by itself. Where nothing can be kept the letters come at once, each time. */
export const WAIT = `try { if (!localStorage.getItem('${KEY}')) document.documentElement.classList.add('plain') } catch {}`;

/** Once the page is alive. From then on they are on the device. */
export function bringLetters(): void {
  const { classList } = document.documentElement;
  if (!classList.contains('plain')) return;
  classList.remove('plain');
  try {
    localStorage.setItem(KEY, 'here');
  } catch {
    // A full store: they wait again next time.
  }
}
