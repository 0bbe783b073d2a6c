import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';

/** How the certificate stands by which a host shows who it is. `away`: nobody answers there. */
export type CertificateState =
  | { readonly is: 'good' | 'ends' | 'ended'; readonly until: Date }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'away' };

const waitMilliseconds = 5_000;

/** Looks at the certificate under a name as a reader's browser gets it; where the name does not lead to an answer from here, at the one of this machine. `by`: one that ends before it `ends`. */
export async function certificateOf(
  { host, port }: { host: string; port: number },
  now: Date,
  by: Date,
): Promise<CertificateState> {
  const socket = (await shake(host, port, host)) ?? (await shake('127.0.0.1', port, host));
  if (!socket) return { is: 'away' };
  const until = new Date(socket.getPeerCertificate().valid_to);
  const why = socket.authorizationError;
  socket.destroy();
  if (until <= now) return { is: 'ended', until };
  // Of an authority that this machine does not know, too.
  if (until <= by) return { is: 'ends', until };
  return why ? { is: 'refused', why: String(why) } : { is: 'good', until };
}

// What is wrong with the certificate is to be said, so nothing is refused here; nothing is sent either.
function shake(address: string, port: number, name: string): Promise<TLSSocket | undefined> {
  return new Promise((done) => {
    const socket = connect({
      host: address,
      port,
      ...(isIP(name) ? {} : { servername: name }),
      rejectUnauthorized: false,
      timeout: waitMilliseconds,
    });
    const leave = (): void => {
      socket.destroy();
      done(undefined);
    };
    socket.once('secureConnect', () => done(socket));
    socket.once('error', leave);
    socket.once('timeout', leave);
  });
}
