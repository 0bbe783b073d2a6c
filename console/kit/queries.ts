import { QueryClient } from '@tanstack/react-query';
import { onLanguage } from './language.ts';

/** What was read, for all pages. Requests repeat themselves when the line breaks (`api.ts`), so a failure here is final. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** After an act: everything on the screen is read anew. */
export const refresh = (): Promise<void> => queries.invalidateQueries();

// Words of the server came in the former language.
onLanguage(() => void refresh());
