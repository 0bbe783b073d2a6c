import { activitypub } from './activitypub.tsx';
import { contribution } from './contribution.tsx';
import type { KindForm } from './kind-form.ts';
import { manual } from './manual.tsx';
import { newsletter } from './newsletter.tsx';
import { webhook } from './webhook.tsx';
import { wechat } from './wechat.tsx';

const known: KindForm[] = [];

/** The kinds that the console can set up, in the order in which they are offered. */
export const kindForms: readonly KindForm[] = known;

/** Makes forms known: the module's own, and those that a later module brings for its kinds (ADR 37), from the part that loads the page of the channels. Throws for a key that is there. */
export function addKindForms(forms: readonly KindForm[]): void {
  for (const form of forms) {
    if (kindFormOf(form.key)) throw new Error(`there are two forms of the kind ${form.key}`);
    known.push(form);
  }
}

/** The form of a kind; undefined for one that only the program sets up. */
export const kindFormOf = (key: string): KindForm | undefined => known.find((one) => one.key === key);

// A new one is a file beside these and a word here.
addKindForms([manual, webhook, newsletter, wechat, activitypub, contribution]);
