import type { Attributes, EndedSpan } from './span.ts';

/** Who the spans are from. */
export interface Source {
  readonly version: string;
  readonly processId: string;
}

/** The body of a POST to `/v1/traces`: ExportTraceServiceRequest of OTLP 1, in its JSON form (ids in hex, times in nanoseconds as text). */
export function otlpBody(spans: readonly EndedSpan[], { version, processId }: Source): string {
  const resource = { 'service.name': 'xiangyin', 'service.version': version, 'service.instance.id': processId };
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: listOf(resource) },
        scopeSpans: [{ scope: { name: 'xiangyin', version }, spans: spans.map(spanOf) }],
      },
    ],
  });
}

const statusError = 2;

const spanOf = ({ traceId, spanId, parentSpanId, name, kind, beganAt, endedAt, attributes, failed }: EndedSpan) => ({
  traceId,
  spanId,
  ...(parentSpanId === null ? {} : { parentSpanId }),
  name,
  kind,
  startTimeUnixNano: nanoseconds(beganAt),
  endTimeUnixNano: nanoseconds(endedAt),
  attributes: listOf(attributes),
  status: failed ? { code: statusError } : {},
});

// To the microsecond, which is all the clock gives.
const nanoseconds = (milliseconds: number): string => `${Math.round(milliseconds * 1_000)}000`;

const listOf = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value:
      typeof value === 'string'
        ? { stringValue: value }
        : Number.isInteger(value)
          ? { intValue: String(value) }
          : { doubleValue: value },
  }));
