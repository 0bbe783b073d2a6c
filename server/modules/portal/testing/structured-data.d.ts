declare module '@marbec/web-auto-extractor' {
  export type Items = Readonly<Record<string, readonly Record<string, unknown>[]>>;
  export default class WebAutoExtractor {
    constructor(options?: { addLocation?: boolean; embedSource?: readonly string[] });
    /** Items by their type. */
    parse(html: string): { jsonld: Items; microdata: Items; rdfa: Items; errors: readonly unknown[] };
  }
}

declare module '@adobe/structured-data-validator' {
  export default class Validator {
    validate(
      extracted: Readonly<Record<'jsonld' | 'microdata' | 'rdfa' | 'errors', unknown>>,
    ): Promise<{ issueMessage: string; severity: 'ERROR' | 'WARNING' }[]>;
  }
}
