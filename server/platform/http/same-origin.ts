import type { FastifyRequest } from 'fastify';
import { refuse } from '../refuse.ts';

/** Refuses a state-changing request that a foreign site could have sent (trust.md A12): CrossSite (403).
 *  Browsers send Sec-Fetch-Site or Origin; a program without cookies sends neither and is let through. */
export function mustBeSameOrigin(request: FastifyRequest, carriesCookie: boolean): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('CrossSite');
  if (origin !== undefined && !sameHost(origin, request.headers.host)) refuse('CrossSite');
  if (site === undefined && origin === undefined && carriesCookie) refuse('CrossSite');
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
