/** Comes in at the entrance of a running server. It loads nothing of the server itself. */
/** Takes a seat at the entrance as a phone would; returns the cookie and the codes. */
export async function join_(url: string, code: string, label: string, more: Record<string, unknown> = {}) {
  const response = await fetch(`${url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ code, label, sector: 'volontariato', ...more }),
  });
  const body = (await response.json()) as { ok: boolean; seat: string; recovery: string; refused?: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...body, cookie };
}
