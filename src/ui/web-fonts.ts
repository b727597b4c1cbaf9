/** The house's letters wait on a first visit: they would share a slow link with the program, and Arial stands in for them. */
export const KEY = 'cerchi:letters';
const LATER = 2500;
const FILES = [400, 600, 700].map((weight) => `/fonts/titillium-web-latin-${weight}-normal.woff2`);

/** Runs before anything is drawn, so it stands by itself. Where nothing can be kept the letters come at once, each time. */
export const WAIT = `try { if (!localStorage.getItem('${KEY}')) document.documentElement.classList.add('plain') } catch {}`;

/**
 * Once the page is alive. From then on they are on the device. Under a finger nothing moves, and a phone has no time to lay the
 * page out twice: it only fetches the files, and draws with them when it is next looked at.
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
  // Not before the program; without a link they wait again next time.
  const bring = () => void Promise.all(FILES.map((file) => fetch(file))).then(remember, () => {});
  setTimeout(bring, LATER);
}

function remember(): void {
  try {
    localStorage.setItem(KEY, 'here');
  } catch {
    // A full store: they wait again next time.
  }
}
