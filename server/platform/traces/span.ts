import { randomBytes } from 'node:crypto';

/** What a span says of what it times. Names of routes, statements, states and counties, and numbers: nothing that a person wrote, and nobody's address. */
export type Attributes = Readonly<Record<string, string | number>>;

/** Kinds of OTLP: within the program, a request that came in, work that waited in a queue. */
export const spanKinds = { internal: 1, server: 2, consumer: 5 } as const;

/** A span that is over, as OTLP wants it. */
export interface EndedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Null: the first of its trace. */
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: (typeof spanKinds)[keyof typeof spanKinds];
  /** Milliseconds since 1970, with fractions. */
  readonly beganAt: number;
  readonly endedAt: number;
  readonly attributes: Attributes;
  readonly failed: boolean;
}

const now = (): number => performance.timeOrigin + performance.now();

/** Something that takes time, and what it is part of. */
export class Span {
  readonly traceId: string;
  readonly #id = randomBytes(8).toString('hex');
  readonly #beganAt = now();
  readonly #of: Pick<EndedSpan, 'name' | 'kind' | 'attributes' | 'parentSpanId'>;
  readonly #take: (span: EndedSpan) => void;

  constructor(
    of: Pick<EndedSpan, 'name' | 'kind' | 'attributes'> & { parent?: { traceId: string; id: string } },
    take: (span: EndedSpan) => void,
  ) {
    const { parent, ...rest } = of;
    this.traceId = parent?.traceId ?? randomBytes(16).toString('hex');
    this.#of = { ...rest, parentSpanId: parent?.id ?? null };
    this.#take = take;
  }

  /** Times a part of this. What `work` throws is thrown on; of the error only that there was one is said. */
  async part<T>(name: string, attributes: Attributes, work: (part: Span) => Promise<T>): Promise<T> {
    const part = new Span(
      { name, kind: spanKinds.internal, attributes, parent: { traceId: this.traceId, id: this.#id } },
      this.#take,
    );
    try {
      const result = await work(part);
      part.end();
      return result;
    } catch (error) {
      part.end({ failed: true });
      throw error;
    }
  }

  /** It is over; once. A name that became known on the way replaces the first. */
  end({
    name,
    failed = false,
    attributes = {},
  }: { name?: string; failed?: boolean; attributes?: Attributes } = {}): void {
    this.#take({
      ...this.#of,
      ...(name === undefined ? {} : { name }),
      attributes: { ...this.#of.attributes, ...attributes },
      traceId: this.traceId,
      spanId: this.#id,
      beganAt: this.#beganAt,
      endedAt: now(),
      failed,
    });
  }
}
