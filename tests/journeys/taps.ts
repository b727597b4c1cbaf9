/** How many taps each deed of the hall takes from the facilitator's phone: measured by the walls' journey, told in the guide. */
export const TAPS = {
  'next speaker': 1,
  gong: 2,
  'five-minute timer': 2,
  announcement: 2,
  'next moment': 2,
};
