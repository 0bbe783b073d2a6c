import type pg from 'pg';

/** What the driver's connection can do while rows are copied in; its types do not tell. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** COPY … FROM STDIN of lines in PostgreSQL's text form. */
export function copyIn(client: pg.Client, text: string, lines: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    client.query({
      submit: (connection: CopyConnection) => connection.query(text),
      handleCopyInResponse(connection: CopyConnection) {
        for (let from = 0; from < lines.length; from += 5_000)
          connection.sendCopyFromChunk(Buffer.from(`${lines.slice(from, from + 5_000).join('\n')}\n`));
        connection.endCopyFrom();
      },
      handleRowDescription: () => undefined,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => done(),
      handleError: (error: Error) => fail(error),
    } as unknown as pg.Submittable);
  });
}
