/** Delays the web fonts on a first visit: they would share a slow link with the program. Arial stands in for them. */
export const KEY = 'cerchi:letters';
const LATER = 2500;
const FILES = [400, 600, 700].map((weight) => `/fonts/titillium-web-latin-${weight}-normal.woff2`);

/**
 * Runs before anything is drawn, so it can import nothing. Where nothing can be stored, the fonts load at once, each
 * time.
 */
export const WAIT = `try { if (!localStorage.getItem('${KEY}')) document.documentElement.classList.add('plain') } catch {}`;

/**
 * Called once the page is hydrated. From then on the fonts are on the device. To avoid moving content under a finger
 * and a second layout on a slow phone, it only fetches the files; they are used when the page is next shown.
 */
export function bringLetters(): void {
  const page = document.documentElement.classList;
  if (!page.contains('plain')) return;
  const draw = () => page.remove('plain');
  if (!matchMedia('(pointer: coarse)').matches) {
    draw();
    remember();
    return;
  }
  document.addEventListener('visibilitychange', draw, { once: true });
  // Not before the program. Without a link, fonts wait for the next visit.
  const bring = () => void Promise.all(FILES.map((file) => fetch(file))).then(remember, () => {});
  setTimeout(bring, LATER);
}

function remember(): void {
  try {
    localStorage.setItem(KEY, 'here');
  } catch {
    // Storage is full: the fonts wait for the next visit.
  }
}
