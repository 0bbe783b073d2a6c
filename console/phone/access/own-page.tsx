import type { MeView } from '@xiangyin/server/contract';
import { AskFirst } from '../kit/ask-first.tsx';
import { useCell } from '../kit/cell.ts';
import { inWords, offeredLanguages, say, speak, useLanguage } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { Part } from '../kit/parts.tsx';
import { outbox, waitingOf } from '../outbox/outbox.ts';
import { fullAddress } from '../../lead/light-address.ts';
import { OwnAdoptions } from '../newsroom/own-adoptions.tsx';
import { isVolunteer } from '../shell/tabs.tsx';
import { ProviderLink } from './provider-link.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { session } from './session.ts';
import { signOut } from './ways-in.ts';

/** Who I am here, the language, what lies on this phone, and the way out. */
export function OwnPage() {
  const me = useCell(session.me);
  const language = useLanguage();
  if (!me) return null;
  return (
    <main>
      <header class="head">
        <h1>{me.name}</h1>
        <p class="meta">{inWords(me.county.name)}</p>
      </header>
      <Part title={say('me.grants')}>
        <ul class="lines">
          {withoutTwice(me.grants).map((grant) => (
            <li key={`${grant.role} ${grant.place.id} ${grant.unitId ?? ''}`}>
              <b>{grant.roleName}</b> <span class="meta">{inWords(grant.unitName) || inWords(grant.place.name)}</span>{' '}
              {grant.duty && <span class="tag due">{say('me.duty')}</span>}
            </li>
          ))}
        </ul>
      </Part>
      {isVolunteer() && (
        <Part title={say('mine.part')}>
          <a class="btn wide" href={hrefOf('/mine')}>
            {say('mine.title')}
          </a>
        </Part>
      )}
      <OwnAdoptions />
      <Part title={say('me.language')}>
        <fieldset class="two" aria-label={say('me.language')}>
          {offeredLanguages.map(({ tag, name }) => (
            <button
              key={tag}
              type="button"
              class={tag === language ? 'btn chosen' : 'btn'}
              aria-pressed={tag === language}
              lang={tag}
              translate={false}
              onClick={() => speak(tag)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      </Part>
      <ProviderLink />
      <QuietHours />
      <Part title={say('me.phone')}>
        <div class="links">
          <a href={hrefOf('/outbox')}>{say('me.outbox')}</a>
          <a href={fullAddress('/')}>{say('me.console')}</a>
        </div>
        <SignOut />
      </Part>
    </main>
  );
}

/** Signing out says what stays on this phone. */
function SignOut() {
  const waiting = waitingOf(useCell(outbox), session.me.get()?.personId).length;
  if (waiting === 0)
    return (
      <button type="button" class="btn wide" onClick={() => void signOut()}>
        {say('me.sign-out')}
      </button>
    );
  return (
    <AskFirst
      act={say('me.sign-out')}
      sure={say('me.sign-out.waiting', { n: waiting })}
      look="btn wide"
      go={() => void signOut()}
    />
  );
}

// Whoever is on duty holds the role twice, once for the time of the duty: one line says both.
function withoutTwice(grants: MeView['grants']): MeView['grants'] {
  const key = ({ role, place, unitId }: MeView['grants'][number]): string => `${role} ${place.id} ${unitId ?? ''}`;
  const onDuty = new Set(grants.filter(({ duty }) => duty).map(key));
  const lines = new Map(
    grants.filter((grant) => grant.duty || !onDuty.has(key(grant))).map((grant) => [key(grant), grant]),
  );
  return [...lines.values()];
}
