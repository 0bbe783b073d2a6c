import { activitypub } from './activitypub/activitypub.ts';
import { contribution } from './contribution/contribution.ts';
import type { Kind } from './kind.ts';
import { manual } from './manual/manual.ts';
import { newsletter } from './newsletter/newsletter.ts';
import { webhook } from './webhook/webhook.ts';
import { wechat } from './wechat/wechat.ts';

/** The kinds of channels that this module brings. A new one is a folder beside these and a line here; nothing else knows it by name. */
export const ownKinds: readonly Kind[] = [manual, webhook, newsletter, wechat, activitypub, contribution];
