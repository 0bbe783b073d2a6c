/** A line of the table of services; already in words. */
export interface PaperService {
  readonly on: string;
  readonly service: string;
  readonly hours: string;
  readonly evidence: string;
}

/** Everything a certificate on paper says, in words of one language; the drawing only lays it out. */
export interface Paper {
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  readonly number: string;
  /** Label and value, in the order in which they stand. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sumTitle: string;
  readonly total: string;
  /** Class of evidence and its hours. */
  readonly sums: readonly (readonly [label: string, value: string])[];
  /** Empty where the sum alone is shown. */
  readonly heads: readonly [string, string, string, string];
  readonly services: readonly PaperService[];
  /** Sentences at the foot: what the classes mean, the national system, how to check. */
  readonly notes: readonly string[];
  readonly unit: string;
  readonly issuedOn: string;
  /** The QR code as a path, one unit a module, and its size without the quiet zone. */
  readonly code: { readonly path: string; readonly size: number };
  readonly codeLabel: string;
}
