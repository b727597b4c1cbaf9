/** Comes in at the entrance of a running server. It loads nothing of the server itself. */
type More = Record<string, unknown>;

const asked = (url: string, code: string, label: string, more: More): Promise<Response> =>
  fetch(`${url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ code, label, sector: 'volontariato', ...more }),
  });

async function seatIn(response: Response) {
  const body = (await response.json()) as { ok: boolean; seat: string; recovery: string; refused?: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...body, cookie };
}

/** Takes a seat at the entrance as a phone would; returns the cookie and the codes. */
export const join_ = async (url: string, code: string, label: string, more: More = {}) =>
  seatIn(await asked(url, code, label, more));

/** The same, and asks again while the server can't write: a slow machine may let its lease of the database end. */
export async function joinWhenReady(url: string, code: string, label: string) {
  for (;;) {
    const response = await asked(url, code, label, {});
    if (response.status !== 503) return seatIn(response);
    await response.arrayBuffer();
    await new Promise((r) => setTimeout(r, 200));
  }
}
