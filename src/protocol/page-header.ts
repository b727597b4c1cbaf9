/** Names the request header that tells pages which path was asked for: Next does not tell a layout. */
export const PAGE_PATH = 'x-cerchi-page';
