import { useSearchParams } from 'react-router';

/** What is chosen on a page, as its address says it: kept by a reload and by a link that is passed on. */
export interface Address {
  readonly params: URLSearchParams;
  /** The value of a parameter; empty when nothing is chosen. */
  chosen(param: string): string;
  /** Changes these parameters and leaves the others; one without a value goes. No step of its own in the browser's history. */
  choose(changes: Readonly<Record<string, string | null | undefined>>): void;
}

/** Reads and changes what is chosen. */
export function useAddress(): Address {
  const [params, setParams] = useSearchParams();
  return {
    params,
    chosen: (param) => params.get(param) ?? '',
    choose: (changes) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [param, value] of Object.entries(changes))
            if (value) next.set(param, value);
            else next.delete(param);
          return next;
        },
        { replace: true },
      ),
  };
}
