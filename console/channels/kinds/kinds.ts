import { activitypub } from './activitypub.tsx';
import { contribution } from './contribution.tsx';
import type { KindForm } from './kind-form.ts';
import { manual } from './manual.tsx';
import { newsletter } from './newsletter.tsx';
import { webhook } from './webhook.tsx';
import { wechat } from './wechat.tsx';

/** The kinds that the console can set up, in the order in which they are offered. A new one is a file beside these and a line here. */
export const kindForms: readonly KindForm[] = [manual, webhook, newsletter, wechat, activitypub, contribution];

/** The form of a kind; undefined for one that only the program sets up. */
export const kindFormOf = (key: string): KindForm | undefined => kindForms.find((one) => one.key === key);
