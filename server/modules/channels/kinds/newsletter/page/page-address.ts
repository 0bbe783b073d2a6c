import { publicPrefix } from '@xiangyin/document/public-prefix';
import { addressOf } from '#platform/county-address';
import type { Tag } from '#platform/i18n';
import type { Ctx } from '#platform/transaction';

/** The whole address of a page under `/subscribe`, in this language, whatever the county's first one is. */
export const pageAddress = (ctx: Ctx, tag: Tag, path: string): string =>
  `${addressOf(ctx)}${publicPrefix(ctx.county.languages, tag)}/subscribe/${path}`;
