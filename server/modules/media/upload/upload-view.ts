import { refusalWords } from '#platform/http/problem';
import type { Ctx } from '#platform/transaction';
import type { UploadView } from '../contract.ts';
import type { Upload } from './upload-queries.ts';

/** An upload as its sender sees it. */
export const uploadView = (ctx: Ctx, upload: Upload): UploadView => ({
  id: upload.id,
  name: upload.name,
  bytes: upload.bytes,
  arrived: upload.arrived,
  state: upload.state,
  fingerprint: upload.fingerprint,
  kind: upload.kind,
  subject: upload.subject,
  refusal: upload.refusal === null ? null : { code: upload.refusal, title: wordsOf(ctx, upload, upload.refusal) },
  beganAt: upload.beganAt.toISOString(),
  expiresAt: upload.expiresAt.toISOString(),
});

const wordsOf = (ctx: Ctx, { refusalDetail }: Upload, code: string): string =>
  refusalWords(ctx.app.wording, ctx.tag, { code, detail: refusalDetail ?? {} });
