/** Whose page is asking: one rule for forms and for sockets. */

/** True when the Origin a browser says is this house, by the host it was reached at or by its public address. */
export function isSameOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  try {
    const from = new URL(origin).host;
    return from !== '' && (from === host || (publicUrl !== null && from === new URL(publicUrl).host));
  } catch {
    return false;
  }
}
