/** Polyfills for functions that are newer than the oldest engines we support; each does only what the pages need. */

/** `fill` stands in for `of[name]` where the engine has none. */
export type Fill = { of: object; name: string; fill: (...args: never[]) => unknown };

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const n = Math.trunc(index) || 0;
  return this[n < 0 ? this.length + n : n];
}

function findLast<T>(
  this: readonly T[],
  is: (one: T, index: number, all: readonly T[]) => unknown,
): T | undefined {
  for (let i = this.length - 1; i >= 0; i--) if (is(this[i] as T, i, this)) return this[i];
  return undefined;
}

function toReversed<T>(this: readonly T[]): T[] {
  return [...this].reverse();
}

function toSorted<T>(this: readonly T[], compare?: (a: T, b: T) => number): T[] {
  return [...this].sort(compare);
}

function hasOwn(of: object, key: PropertyKey): boolean {
  // biome-ignore lint/suspicious/noPrototypeBuiltins: this is what stands in for Object.hasOwn
  return Object.prototype.hasOwnProperty.call(of, key);
}

/** Plain data only: a folded log contains nothing else. */
function structuredClone<T>(one: T): T {
  if (Array.isArray(one)) return one.map((part: unknown) => structuredClone(part)) as T;
  if (one === null || typeof one !== 'object') return one;
  return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, structuredClone(part)])) as T;
}

function checkVisibility(this: Element, { visibilityProperty = false } = {}): boolean {
  if (this.getClientRects().length === 0) return false;
  return !visibilityProperty || getComputedStyle(this).visibility === 'visible';
}

/** Submits as a person would, through a button, so that required fields are checked. */
function requestSubmit(this: HTMLFormElement): void {
  const button = document.createElement('button');
  button.hidden = true;
  this.append(button);
  button.click();
  button.remove();
}

const inBrowser: Fill[] =
  typeof window === 'undefined'
    ? []
    : [
        { of: window, name: 'structuredClone', fill: structuredClone },
        { of: Element.prototype, name: 'checkVisibility', fill: checkVisibility },
        { of: HTMLFormElement.prototype, name: 'requestSubmit', fill: requestSubmit },
      ];

export const FILLS: readonly Fill[] = [
  { of: Array.prototype, name: 'at', fill: at },
  { of: String.prototype, name: 'at', fill: at },
  { of: Array.prototype, name: 'findLast', fill: findLast },
  { of: Array.prototype, name: 'toReversed', fill: toReversed },
  { of: Array.prototype, name: 'toSorted', fill: toSorted },
  { of: Object, name: 'hasOwn', fill: hasOwn },
  ...inBrowser,
];
