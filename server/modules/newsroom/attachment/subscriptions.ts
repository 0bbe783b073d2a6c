import { uploadSettled } from '#media';
import { within } from '#platform/events';
import type { Subscription } from '#platform/events';
import { settleAttachment } from './settle-attachment.ts';

/** Whoever switched the telephone off after the last byte need not come back: the attachment finds its story by itself. */
export const attachmentSubscriptions: readonly Subscription[] = [
  within(uploadSettled, (tx, { payload }) => settleAttachment(tx, payload.uploadId)),
];
