/** A one-sentence summary of each HTTP route, and the answer's shape where a program needs it. */
import type { JsonSchema } from './json-schema';

const answer = (properties: JsonSchema): JsonSchema => ({
  type: 'object',
  required: ['ok', ...Object.keys(properties)],
  properties: { ok: { const: true }, ...properties },
});
const text = { type: 'string' } as const;
const seat = { code: text, seat: text, recovery: text };

export const SUMMARIES: Readonly<Record<string, { summary: string; answer?: JsonSchema }>> = {
  'POST /api/join': {
    summary: 'Take a seat in a gathering; the answer sets the cookie that is the seat',
    answer: answer(seat),
  },
  'POST /api/join-for': { summary: 'Take a seat for somebody without a phone', answer: answer(seat) },
  'POST /api/find': { summary: 'Go to the gathering of a code typed by hand' },
  'POST /api/recover': { summary: 'Come back to a seat by its recovery code' },
  'POST /api/leave-seat': { summary: 'Leave the seat of this device to somebody else' },
  'POST /api/seat/close-others': { summary: 'Leave this seat on every other device' },
  'POST /api/label': { summary: 'Change the label others read' },
  'POST /api/lang': { summary: 'Choose the language of the pages' },
  'GET /api/mine/:code': { summary: 'Everything that is kept about the seat that asks, as JSON' },
  'POST /api/erase-me': { summary: "Erase one's own label, code and particulars" },
  'POST /api/enter': { summary: 'Open an account, or set a new passphrase, by a one-time link' },
  'POST /api/sign-in': { summary: 'Sign in with an account of the office' },
  'POST /api/sign-out': { summary: 'Sign out on this device' },
  'POST /api/invite': { summary: 'Make a one-time invitation link', answer: answer({ link: text }) },
  'POST /api/gatherings': {
    summary:
      'Open a gathering; `ask` has the shape gathering.command.openGathering without gathering, code and path',
    answer: answer({ code: text }),
  },
  'POST /api/gatherings/again': {
    summary: 'Open a gathering set up like a past one, for another day',
    answer: answer({ code: text }),
  },
  'GET /api/gatherings': { summary: 'The gatherings and paths this account can reach' },
  'POST /api/paths': { summary: 'Open a path of programming', answer: answer({ code: text }) },
  'POST /api/import/sheet/:code': {
    summary: 'Read a CSV, TSV, XLSX or ODS file, sent as its bytes, to rows of cells; nothing is written',
  },
  'POST /api/import/rows/:code': {
    summary: 'Bring rows into a path as one deed; undoImport with the same id takes them out',
  },
  'GET /api/inspiration/:code': { summary: 'Ideas said earlier on the path of a gathering' },
  'GET /api/path/:code/said': { summary: 'All that was said on a path, with its references' },
  'GET /api/path/:code/similar': {
    summary: 'References of the ten texts of a path most alike to `ref`, the most alike first',
  },
  'GET /api/path/:code/export/:file': { summary: 'A document or a table of a path, by its file name' },
  'GET /api/export/:code/:what': { summary: 'A gathering: tutto.json, or one of its tables as CSV' },
  'GET /api/book/:code': {
    summary: 'Which forms of the book of a gathering are ready, and how long the others take',
  },
  'GET /api/book/:code/:form': { summary: 'The book of a gathering as pdf, epub, odt, docx or html' },
  'GET /api/calendar/:code': { summary: 'The circles of a gathering as an iCalendar feed' },
  'GET /api/film/:code': { summary: 'The day in a minute: how the board and the circles changed' },
  'POST /api/demo': { summary: 'Bring the invented demonstration' },
  'POST /api/accounts/revoke': { summary: 'Close an account on every device at once' },
  'POST /api/accounts/role': { summary: 'Change the role of an account' },
  'POST /api/accounts/reset': {
    summary: 'Make a link by which a person sets a new passphrase',
    answer: answer({ link: text }),
  },
  'POST /api/entries/close': { summary: 'Close the entry of one of your own devices' },
  'POST /api/entries/close-others': { summary: 'Close all your own devices but this one' },
  'POST /api/tokens': {
    summary: 'Make a token with which a program reads the exports of one gathering or path; shown once',
    answer: answer({ token: text }),
  },
  'POST /api/clear': { summary: 'Delete a withheld text from the log, for good' },
  'POST /api/erase': { summary: 'Erase a person' },
  'POST /api/retention': { summary: 'Set for how many days identifiers are kept' },
  'POST /api/photos/:code': { summary: 'Upload a photograph; it is redrawn without place or camera' },
  'GET /foto/:file': { summary: 'A photograph by the hash of its content' },
  'POST /api/informativa': { summary: 'Publish the privacy notice' },
  'POST /api/office-details': {
    summary: 'Save the particulars of the office that the privacy notice must say',
  },
  'POST /api/completion-link': {
    summary: 'Make a link to complete one report',
    answer: answer({ link: text }),
  },
  'POST /api/complete': { summary: 'Open one report by a completion link' },
  'POST /api/freeze': { summary: 'Seal the record of a gathering' },
  'POST /api/rehearsals': { summary: 'Open a rehearsal', answer: answer({ code: text }) },
  'GET /api/rehearsal/:code': { summary: 'How a rehearsal is going' },
  'POST /api/rehearsal/people': { summary: 'Add simulated people to a rehearsal' },
  'POST /api/rehearsal/still': { summary: 'Pause or resume simulated people' },
  'POST /api/rehearsal/throw-away': { summary: 'Delete a rehearsal whole' },
  'POST /api/totem/start': { summary: 'Make this device the totem of a gathering' },
  'POST /api/totem/sit': { summary: 'At the totem: act from a seat taken there' },
  'POST /api/totem/join': { summary: 'At the totem: take a new seat', answer: answer(seat) },
  'POST /api/totem/rise': { summary: 'At the totem: leave it to the next person' },
  'POST /api/clock': { summary: 'Confirm the date of the machine after its clock leapt' },
  'GET /api/snapshots/:key': { summary: 'The compressed state that a welcome names' },
  'GET /api/openapi.json': { summary: 'This document' },
  'GET /api/asyncapi.json': { summary: 'The messages of the socket, with every command and fact' },
  'GET /api/docs': { summary: 'Both documents as a page that needs no network' },
};
