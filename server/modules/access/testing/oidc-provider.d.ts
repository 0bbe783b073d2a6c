/** The part of the package oidc-provider that the tests use; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';
  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    use(step: (ctx: { body: unknown }, next: () => Promise<void>) => Promise<void>): void;
    callback(): RequestListener;
  }
}
