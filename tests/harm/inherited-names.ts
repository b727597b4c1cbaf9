/** The names inherited from Object, and a check that nothing was ever written on the prototypes. */

export const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** All properties of the prototypes that a careless lookup would find, as one text. */
export function prototypesNow(): string {
  const things: [string, object][] = [
    ['Object', Object],
    ['Object.prototype', Object.prototype],
    ['Function.prototype', Function.prototype],
    ['Array.prototype', Array.prototype],
  ];
  for (const name of INHERITED) {
    const found = name === '__proto__' ? null : (Object.prototype as unknown as Record<string, object>)[name];
    if (found) things.push([`Object.prototype.${name}`, found]);
  }
  return JSON.stringify(things.map(([name, thing]) => [name, Reflect.ownKeys(thing).map(String).sort()]));
}

/** Copies of a JSON value in each of which one text, one key or one more field is the name. */
export function poisoned(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [name];
  if (Array.isArray(value))
    return value.flatMap((x, i) => poisoned(x, name).map((bad) => value.with(i, bad))) as unknown[];
  const made: unknown[] = [];
  for (const [key, x] of Object.entries(value)) {
    for (const bad of poisoned(x, name)) made.push(own(value, key, bad));
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    made.push(own(rest, name, x));
  }
  made.push(own(value, name, { text: '', hidden: { note: '' } }));
  return made;
}

/** With a field of its own, whatever its name: `__proto__` too, as `JSON.parse` would make it. */
const own = (value: object, key: string, x: unknown): object =>
  Object.defineProperty({ ...value }, key, {
    value: x,
    enumerable: true,
    configurable: true,
    writable: true,
  });
