/** Structured log lines, one JSON object each. Never pass names, phones, addresses, tokens or bodies: ids and codes only. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
/** What may stand in a log line: ids, codes, counts; an error under `error` is reduced to its name, code and stack without its message's data. */
export type LogFields = Record<string, string | number | boolean | null | undefined | Error>;

const ranks = { debug: 10, info: 20, warn: 30, error: 40 } as const;
type Level = keyof typeof ranks;

/** A log that writes lines at or above `level`. */
export function makeLog(
  level: Level | 'silent' = 'info',
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const threshold = level === 'silent' ? Infinity : ranks[level];
  const at =
    (name: Level) =>
    (message: string, fields: LogFields = {}) => {
      if (ranks[name] < threshold) return;
      write(`${JSON.stringify({ at: new Date().toISOString(), level: name, message, ...flatten(fields) })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function flatten(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, value instanceof Error ? describe(value) : value]),
  );
}

// A database error's message and detail can quote a row; its code and place cannot.
function describe(error: Error): Record<string, unknown> {
  const fromDatabase = 'severity' in error;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
  return {
    name: error.name,
    code: 'code' in error ? error.code : undefined,
    message: fromDatabase ? undefined : error.message.slice(0, 300),
    constraint: 'constraint' in error ? error.constraint : undefined,
    stack: frames.map((line) => line.trim()),
    cause: error.cause instanceof Error ? describe(error.cause) : undefined,
  };
}
