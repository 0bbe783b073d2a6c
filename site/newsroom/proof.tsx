import type { StoryPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { MarkCode } from '../shell/mark-code.tsx';

/** The chain of those who read the text, with the exact word for how each stands behind it, and the way to check it. */
export function Proof({ here, props }: { here: Here; props: StoryPageProps }) {
  const { t, format } = here;
  const words = t.newsroom.proof;
  const means = new Set(props.signatures.map((signature) => signature.means));
  return (
    <section class="card proof" id="proof" aria-labelledby="proof-title">
      <h2 id="proof-title">{words.title}</h2>
      <ol class="chain">
        {props.signatures.map((signature, at) => (
          <li key={at} class={`chain-${signature.means}`}>
            <b>{signature.stepName}</b>
            <span>{signature.roleName}</span>
            <time dateTime={signature.at}>{format.dayTime(signature.at)}</time>
            <span class="chain-means">{words.means[signature.means]}</span>
            {signature.note && <span class="chain-means">{signature.note}</span>}
          </li>
        ))}
        <li class="chain-published">
          <b>{words.publishedStep}</b>
          <span>{words.edition(props.edition.number)}</span>
          <time dateTime={props.edition.at}>{format.dayTime(props.edition.at)}</time>
        </li>
      </ol>
      {props.signing !== 'ordinary' && (
        <p class="proof-way">
          {words.ways[props.signing]}
          {props.signing === 'urgent' && (
            <>
              {here.gap}
              {props.reviewedAfterwardsAt
                ? words.reviewedAfterwards(format.dayTime(props.reviewedAfterwardsAt))
                : words.reviewOutstanding}
            </>
          )}
        </p>
      )}
      <div class="proof-foot">
        {props.mark && (
          <a class="qr-mark" href={here.to(props.mark.href)}>
            <MarkCode src={props.mark.src} label={t.verify.qrAlt} />
            <span>{t.verify.checkPage}</span>
          </a>
        )}
        <div>
          <p>
            {props.signatures.some((one) => one.note) ? words.fingerprintNow : words.fingerprint}{' '}
            <code>{shortFingerprint(props.fingerprint)}</code>
            {words.fingerprintEnd}
          </p>
          {means.has('attested') && <p>{words.attestedNote}</p>}
          {means.has('demonstration') && <p>{words.demonstrationNote}</p>}
          <details>
            <summary>{words.fullFingerprint}</summary>
            <code class="hash">{props.fingerprint}</code>
          </details>
          <p class="proof-links">
            {props.proofHref && (
              <a href={props.proofHref} download>
                {words.offline}
              </a>
            )}
            <a href={here.to('/about#check')}>{words.how}</a>
            {props.receiptsHref && <a href={here.to(props.receiptsHref)}>{words.receipts}</a>}
          </p>
        </div>
      </div>
    </section>
  );
}

/** `7f3a 91c0 … e2d4`: enough to compare by eye. */
const shortFingerprint = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
