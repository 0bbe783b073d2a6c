/** How long a client may take: a slow one cannot hold a connection for ever. */
export const httpLimits = { keepAliveTimeout: 30_000, headersTimeout: 15_000, requestTimeout: 60_000 };
