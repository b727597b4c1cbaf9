/** Loaded before the app where a journey goes on another day: this process's clock is CLOCK_AHEAD ms ahead. */
const ahead = Number(process.env.CLOCK_AHEAD);
const Real = Date;
const now = () => Real.now() + ahead;

globalThis.Date = new Proxy(Real, {
  construct: (_, parts) => (parts.length === 0 ? new Real(now()) : new Real(...parts)),
  apply: () => new Real(now()).toString(),
  get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
});
