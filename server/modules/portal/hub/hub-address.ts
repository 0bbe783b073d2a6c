import { addressOf } from '#platform/county-address';
import type { Ctx } from '#platform/transaction';

/** Where the county's feeds are subscribed to (W3C WebSub). */
export const hubAddress = (ctx: Ctx): string => `${addressOf(ctx)}/api/v1/hub`;
