import type { AboutPageProps } from '@xiangyin/server/contract';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';

/** What this site is, what it never does, how its signatures are checked. */
export const about: View<AboutPageProps> = {
  head: (_, { t, frame }) => ({
    title: t.portal.about.title,
    description: t.portal.about.lead(frame.county.publisher, frame.county.name),
  }),
  Body: ({ props, here }) => {
    const { t, frame, format } = here;
    const words = t.portal.about;
    return (
      <article class="wrap page narrow prose">
        <h1>{words.title}</h1>
        <p class="deck">{words.lead(frame.county.publisher, frame.county.name)}</p>
        <h2>{words.neverTitle}</h2>
        <dl class="never">
          {words.never.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <h2 id="signatures">{words.signaturesTitle}</h2>
        {words.signatures.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {props.countyKeyFingerprint && (
          <p>
            {words.key} <code class="hash">{props.countyKeyFingerprint}</code>
          </p>
        )}
        <h2 id="check">{words.checkTitle}</h2>
        <ol>
          {words.check.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <p>
          <a href="/verify.html" download>
            {words.checker}
          </a>
        </p>
        <p>
          {words.commandLead}
          {here.gap}
          <a href="/verify.mjs" download>
            {words.script}
          </a>
        </p>
        <p>
          <code class="command">{words.command}</code>
        </p>
        <h2>{words.correctionsTitle}</h2>
        <p>
          {words.corrections}
          {here.gap}
          <a href={here.to('/corrections')}>{t.shell.corrections}</a>
        </p>
        {props.auditHead && (
          <>
            <h2>{words.auditTitle}</h2>
            <p>
              {words.audit(format.dayTime(props.auditHead.at))} <code class="hash">{props.auditHead.hash}</code>
            </p>
          </>
        )}
        <h2>{words.privacyTitle}</h2>
        <p>{words.privacy}</p>
        <h2>{words.accessTitle}</h2>
        <p>
          {words.access}
          {here.gap}
          <Phone words={t.shell.callDesk(frame.county.phone)} number={frame.county.phone} />
        </p>
      </article>
    );
  },
};
