import { z } from 'zod';

const said = (most: number) => z.string().trim().min(1).max(most);

/** A key of a program elsewhere. The key itself is shown once, when it is made. */
export const apiKeyView = z.strictObject({
  id: z.uuid(),
  /** Who reads with it, and how they are reached. */
  owner: z.string(),
  purpose: z.string(),
  /** Requests a minute, of those that are not answered from memory. */
  perMinute: z.int(),
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime(),
  /** To a minute; null: never. */
  usedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  abilities: z.array(z.string()),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;
export const apiKeyList = z.strictObject({ items: z.array(apiKeyView) });
/** `POST /api-keys`. */
export const newApiKeyRequest = z.strictObject({
  owner: said(120),
  purpose: said(300),
  perMinute: z.int().min(60).max(60_000),
});
export type NewApiKeyRequest = z.output<typeof newApiKeyRequest>;
export const newApiKey = apiKeyView.extend({ key: z.string() });
export type NewApiKey = z.infer<typeof newApiKey>;
