/** Names the request header in which the server tells pages which path was asked: Next does not tell a layout. */
export const PAGE_PATH = 'x-cerchi-page';
