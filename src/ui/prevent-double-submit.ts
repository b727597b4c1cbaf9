/** Stops a form that is being submitted from being submitted again: people tap twice when nothing seems to happen. */
const MEANWHILE = 5000;

/**
 * Runs before the page is hydrated, so it can import nothing. It covers only forms the browser submits: the screens'
 * own commands are known by their ids. A page the reader comes back to can submit again.
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
