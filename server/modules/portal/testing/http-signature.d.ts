declare module '@peertube/http-signature' {
  import type { ClientRequest, IncomingMessage } from 'node:http';
  interface Parsed {
    readonly params: { readonly keyId: string };
  }
  const httpSignature: {
    parseRequest(request: IncomingMessage, options: { clockSkew: number }): Parsed;
    verifySignature(parsed: Parsed, publicKey: string): boolean;
    sign(
      request: ClientRequest,
      options: { key: string; keyId: string; headers: string[]; authorizationHeaderName: string },
    ): void;
  };
  export default httpSignature;
}
