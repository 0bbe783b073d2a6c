import type { Kind } from '../kind.ts';
import { facts } from './facts.ts';
import { bringActivitiesForward } from './fan-out/bring-forward.ts';
import { fanOut } from './fan-out/fan-out.ts';
import { followedAt } from './followed-at.ts';
import { mustBeFree } from './handle.ts';
import { hold } from './hold.ts';
import { makeKey } from './keys.ts';
import { otherForms } from './other-forms.ts';
import { pages } from './pages.ts';
import { personalData } from './personal-data.ts';
import { readBack } from './read-back.ts';
import { routes } from './routes.ts';
import { send } from './send.ts';
import { showWhole } from './show-whole.ts';
import { activitypubSettings } from './settings.ts';
import type { ActivitypubSettings } from './settings.ts';
import { texts } from './texts.ts';
import { withdraw } from './withdraw.ts';

/** An account of the county, a section or a place in the fediverse (ActivityPub, ADR 40): followed from any server, corrected where it stands, deleted when it is withdrawn. A second sending under the same key does nothing, so nobody looks up. */
export const activitypub: Kind<ActivitypubSettings> = {
  key: 'activitypub',
  settings: activitypubSettings,
  texts,
  secret: { from: 'kept', make: makeKey },
  capabilities: () => ({
    correct: 'edit',
    withdraw: 'delete',
    endsNotices: false,
    readsBack: true,
    carrier: 'program',
  }),
  showWhole,
  alone: { refusal: 'HandleTaken', mustBeFree },
  send,
  withdraw,
  hold,
  readBack,
  facts,
  otherForms,
  followedAt,
  routes,
  pages,
  recurring: [fanOut, bringActivitiesForward],
  personalData,
  refusals: { SignatureRefused: 401, HandleTaken: 409 },
};
