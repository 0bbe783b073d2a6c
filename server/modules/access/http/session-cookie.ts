import type { FastifyReply } from 'fastify';
import { hostCookie } from '#platform/http/cookies';

/** Puts the session's secret into the browser's cookie; it lives as long as the session may. */
export function setSessionCookie(reply: FastifyReply, secret: string, expiresAt: Date, now: Date): void {
  reply.header('set-cookie', hostCookie('session', secret, Math.max(0, (expiresAt.getTime() - now.getTime()) / 1000)));
}

/** Takes the cookie away. */
export function clearSessionCookie(reply: FastifyReply): void {
  reply.header('set-cookie', hostCookie('session', '', 0));
}
