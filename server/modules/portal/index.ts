export { portalOptions } from './options.ts';
export { indexDocument, forgetDocument } from './search/search-documents.ts';
export type { PublicDocument } from './search/search-documents.ts';
