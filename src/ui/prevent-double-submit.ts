/**
 * Stops a form that is being submitted from being submitted again: people tap twice when nothing seems to happen. Before the page
 * is hydrated it also stops a screen's own form, which the browser would submit by loading the page again, without the words.
 */
const MEANWHILE = 5000;

/**
 * Runs before the page is hydrated, so it can import nothing. Only a form with an action is the browser's to submit: the screens'
 * own commands are known by their ids. A page the reader comes back to can submit again.
 */
export const ONCE = `{
  let sent = new WeakMap();
  addEventListener('submit', (e) => {
    if (e.defaultPrevented) return;
    if (!e.target.hasAttribute('action')) e.preventDefault();
    else if (Date.now() - sent.get(e.target) < ${MEANWHILE}) e.preventDefault();
    else sent.set(e.target, Date.now());
  });
  addEventListener('pageshow', () => { sent = new WeakMap() });
}`;
