/** Who taps twice, because nothing has moved yet, means it once: a form on its way is not sent again. */
const MEANWHILE = 5000;

/**
 * Runs before the page is alive, so it stands by itself. Only forms the browser sends: those of the screens know by their ids what
 * was asked before. Come back to, a page sends anew.
 */
export const ONCE = `{
  let sent = new WeakMap();
  addEventListener('submit', (e) => {
    if (e.defaultPrevented || !e.target.hasAttribute('action')) return;
    if (Date.now() - sent.get(e.target) < ${MEANWHILE}) e.preventDefault();
    else sent.set(e.target, Date.now());
  });
  addEventListener('pageshow', () => { sent = new WeakMap() });
}`;
