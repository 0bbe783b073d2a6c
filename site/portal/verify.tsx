import type { KeyList, VerifyPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';

/** Checks a printed copy: the words for every finding stand here, and the script shows those that hold. */
export const verify: View<VerifyPageProps> = {
  islands: ['verify'],
  head: (_, { t }) => ({ title: t.verify.title, description: t.verify.lead, isTimeless: true }),
  Body: ({ props, here }) => {
    const words = here.t.verify;
    const { frame } = here;
    return (
      <article
        class="wrap page narrow verify"
        data-verify
        data-keys={JSON.stringify(props.keys)}
        data-zone={frame.zone}
        data-prefix={here.to('/').replace(/\/$/, '')}
      >
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
        {props.keys ? (
          <>
            <noscript>
              <p class="card">{words.noScript}</p>
            </noscript>
            <KeysNews here={here} />
            <Result here={here} />
            <Ways here={here} />
            <Keys here={here} list={props.keys} />
          </>
        ) : (
          <p>{words.noKeys}</p>
        )}
      </article>
    );
  },
};

function KeysNews({ here }: { here: Here }) {
  const words = here.t.verify;
  return (
    <>
      <div class="card verify-bad" data-keys-news="foreign" role="alert" hidden>
        <p>
          <b>{words.foreign}</b>
        </p>
        <p>
          {words.foreignNext}
          {here.gap}
          <Phone words={here.t.shell.callDesk(here.frame.county.phone)} number={here.frame.county.phone} />
        </p>
        <p>
          <button class="button button-small" type="button" data-trust>
            {words.trust}
          </button>
        </p>
      </div>
      <p class="card verify-bad" data-keys-news="broken" role="alert" hidden>
        <b>{words.broken}</b>
      </p>
    </>
  );
}

const findings = ['good', 'good-hours', 'changed', 'unknown-key', 'stolen', 'late', 'unreadable', 'no-code'] as const;
const todays = ['asking', 'same', 'newer', 'withdrawn', 'unknown', 'offline'] as const;
const hoursToday = [
  'hours-valid',
  'hours-revoked',
  'hours-replaced',
  'hours-kept-valid',
  'hours-kept-revoked',
  'hours-kept-replaced',
  'hours-unknown',
  'hours-offline',
] as const;

function Result({ here }: { here: Here }) {
  const words = here.t.verify;
  const slot = (name: string) => <span data-slot={name} />;
  return (
    <div class="verify-result" data-result tabIndex={-1} aria-live="polite">
      {findings.map((finding) => (
        <div
          key={finding}
          class={`card verify-${finding.startsWith('good') ? 'good' : 'bad'}`}
          data-finding={finding}
          hidden
        >
          <h2>{words.findings[finding][0]}</h2>
          <p>{words.findings[finding][1]}</p>
        </div>
      ))}
      {todays.map((state) => (
        <p key={state} class={`verify-today verify-today-${state}`} data-today={state} hidden>
          {words.today[state]}
          {here.gap}
          {(state === 'newer' || state === 'withdrawn') && (
            <>
              {words.since} {slot('changedAt')}
              {words.stop}
            </>
          )}
          {state === 'offline' && (
            <>
              {words.keysOf} {slot('keysAt')}
              {words.stop}
            </>
          )}
          {state !== 'asking' && state !== 'offline' && (
            <>
              {' '}
              <a data-story href="/">
                {state === 'withdrawn' ? words.seeWhy : words.see}
              </a>
            </>
          )}
        </p>
      ))}
      <HoursToday here={here} />
      <HoursClaim here={here} />
      <dl class="verify-claim" data-finding="claim" hidden>
        <div>
          <dt>{words.claim.head}</dt>
          <dd class="verify-head">{slot('head')}</dd>
        </div>
        <div>
          <dt>{words.claim.issuer}</dt>
          <dd>{slot('issuer')}</dd>
        </div>
        <div>
          <dt>{words.claim.at}</dt>
          <dd>
            {slot('at')} · {words.claim.edition[0]}
            {slot('edition')}
            {words.claim.edition[1]}
          </dd>
        </div>
        <div data-until>
          <dt>{words.claim.until}</dt>
          <dd>{slot('until')}</dd>
        </div>
        <div>
          <dt>{words.claim.steps}</dt>
          <dd>
            {slot('steps')}
            <span data-demonstration hidden>
              {' · '}
              {words.demonstration}
            </span>
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** How a certificate stands today, as far as the list of what was revoked tells. */
function HoursToday({ here }: { here: Here }) {
  const words = here.t.verify;
  return (
    <>
      {hoursToday.map((state) => (
        <p key={state} class={`verify-today verify-today-${state}`} data-today={state} hidden>
          {words.hours.today[state]}
          {here.gap}
          {state.endsWith('replaced') && (
            <>
              <span data-slot="replacedBy" />{' '}
            </>
          )}
          {state.startsWith('hours-kept') && (
            <>
              {words.hours.listOf} <span data-slot="listAt" />
              {words.stop}
            </>
          )}
          {state === 'hours-offline' && (
            <>
              {words.keysOf} <span data-slot="keysAt" />
              {words.stop}
            </>
          )}
        </p>
      ))}
    </>
  );
}

/** What a certificate of hours says: nothing else than stands on it. */
function HoursClaim({ here }: { here: Here }) {
  const { hours } = here.t.verify;
  const rows = [
    'number',
    'holder',
    'unit',
    'span',
    'total',
    'witnessed',
    'timed',
    'attested',
    'typed',
    'issuedAt',
  ] as const;
  const inHours = new Set<string>(['total', 'witnessed', 'timed', 'attested', 'typed']);
  return (
    <dl class="verify-claim" data-finding="hours" hidden>
      {rows.map((row) => (
        <div key={row} {...(row === 'span' ? { 'data-span': true } : {})}>
          <dt>{hours[row]}</dt>
          <dd class={row === 'number' ? 'verify-head' : undefined}>
            <span data-slot={row} />
            {inHours.has(row) && ` ${hours.unitHour}`}
            {row === 'unit' && (
              <>
                {' · '}
                <span data-slot="host" />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Ways({ here }: { here: Here }) {
  const words = here.t.verify;
  return (
    <section aria-labelledby="verify-ways">
      <h2 id="verify-ways">{words.waysTitle}</h2>
      <p>{words.camera}</p>
      <div class="verify-ways" data-tools hidden>
        <p class="field">
          <label for="verify-photo">{words.photo}</label>
          <input class="input" id="verify-photo" type="file" accept="image/*" data-photo />
        </p>
        <p class="field">
          <label for="verify-mark">{words.paste}</label>
          <textarea class="input" id="verify-mark" rows={3} spellcheck={false} autocomplete="off" data-mark />
        </p>
        <p>
          <button class="button" type="button" data-check>
            {words.check}
          </button>
        </p>
      </div>
      <p class="quiet">{words.private}</p>
    </section>
  );
}

function Keys({ here, list }: { here: Here; list: KeyList }) {
  const words = here.t.verify;
  const { format } = here;
  return (
    <details class="verify-keys">
      <summary>{words.keysTitle}</summary>
      <ul>
        {list.keys.map(({ kid, since, until, ended }) => (
          <li key={kid}>
            <code>{kid.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
            <br />
            <span class="quiet">
              {until
                ? words.keyUntil(format.dayTime(since), format.dayTime(until), words.ended[ended ?? 'scheduled'])
                : words.keySince(format.dayTime(since))}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {words.keysText} <a href="/.well-known/xiangyin-keys.json">{words.keysFile}</a>
      </p>
    </details>
  );
}
