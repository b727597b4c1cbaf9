/** Particulars of the office that holds the gatherings: the fields art. 13 GDPR asks of its privacy notice, and its links. */

/** Nobody can take a seat in a gathering while one of these is empty. */
export const REQUIRED_DETAILS = ['controller', 'address', 'contact', 'dpo', 'recipients'] as const;
export type RequiredDetail = (typeof REQUIRED_DETAILS)[number];

export const OPTIONAL_DETAILS = ['basis', 'ipa', 'declaration', 'feedback', 'ombudsman'] as const;
export const DETAILS = [...REQUIRED_DETAILS, ...OPTIONAL_DETAILS] as const;
export type Detail = (typeof DETAILS)[number];

/** An empty string where the office has said nothing. `indexed`: search engines may list its public pages. */
export type OfficeDetails = Record<Detail, string> & { indexed: boolean };

export const DETAIL_MAX = 500;

export const missingDetails = (details: OfficeDetails): RequiredDetail[] =>
  REQUIRED_DETAILS.filter((field) => details[field] === '');
