import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { SignatureLine, StoryView, verificationView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { CopyText } from '../../kit/copy-text.tsx';
import { Part } from '../../kit/page.tsx';
import { listed } from '../../kit/language.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { storyTexts } from './story-texts.ts';
import { historyTexts } from '../history-texts.ts';
import { reviewPageTexts } from '../review/review-page-texts.ts';
import { reviewTexts } from '../review/review-texts.ts';

/** Who signed what, by which means, whether it still stands; and checking every one from the stored bytes. */
export function SignaturesStrip({ story }: { story: StoryView }) {
  const reviewing = useWords(reviewPageTexts);
  const storyWords = useWords(storyTexts);
  const [checking, setChecking] = useState(false);
  const check = useQuery({
    queryKey: ['story', story.id, 'more', 'verification'],
    enabled: checking,
    queryFn: ({ signal }) => read<Answer<typeof verificationView>>(`/stories/${story.id}/verification`, {}, { signal }),
  });
  const past = story.signatures.filter((one) => one.standing === 'past');
  const mayCheck = story.abilities.includes('story.verify') && story.signatures.length > 0;
  return (
    <Part
      title={storyWords.signatures}
      aside={
        mayCheck && (
          <Button
            size="small"
            loading={check.isFetching}
            onClick={() => (checking ? void check.refetch() : setChecking(true))}
          >
            {storyWords.verify}
          </Button>
        )
      }
    >
      {check.data && (
        <p className={check.data.valid ? 'notice ok' : 'notice hot'} role="status" style={{ marginBottom: 12 }}>
          {check.data.valid ? storyWords.verifyValid : storyWords.verifyBad}
        </p>
      )}
      {story.signatures.length === 0 ? (
        <p className="meta">{storyWords.noSignatures}</p>
      ) : (
        <>
          <Signatures of={story.signatures.filter((one) => one.standing !== 'past')} check={check.data} />
          {past.length > 0 && (
            <details open={past.length === story.signatures.length}>
              <summary>{storyWords.pastSignatures(past.length)}</summary>
              <Signatures of={past} check={check.data} />
            </details>
          )}
        </>
      )}
      {story.signatures.length > 0 && (
        <details>
          <summary>{reviewing.offlineTitle}</summary>
          <p className="meta" style={{ margin: '6px 0' }}>
            {storyWords.offline}
          </p>
          <CopyText text={`npm run cli -- story verify ${story.slug ?? story.id}`} />
          {story.publicState === 'published' && story.slug && (
            <p style={{ marginTop: 6 }}>
              <a href={`/stories/${story.slug}/proof.json`} download>
                {storyWords.proof}
              </a>
            </p>
          )}
          {mayCheck && (
            <p className="row" style={{ marginTop: 10, gap: 8 }}>
              <Button size="small" href={`/api/v1/stories/${story.id}/dossier`} download>
                {storyWords.dossier}
              </Button>
              <Button size="small" href={`/api/v1/stories/${story.id}/dossier/page`} target="_blank">
                {storyWords.dossierPage}
              </Button>
            </p>
          )}
        </details>
      )}
    </Part>
  );
}

function Signatures({
  of,
  check,
}: {
  of: readonly SignatureLine[];
  check: Answer<typeof verificationView> | undefined;
}) {
  return (
    <ol className="timeline">
      {of.map((signature) => (
        <Signature
          key={signature.id}
          signature={signature}
          problems={check?.signatures.find((one) => one.id === signature.id)?.problems ?? []}
        />
      ))}
    </ol>
  );
}

const goodVerdicts: readonly string[] = ['approved', 'restored', 'carried'];

function Signature({ signature, problems }: { signature: SignatureLine; problems: readonly string[] }) {
  const words = useWords(newsroomTexts);
  const storyWords = useWords(storyTexts);
  const history = useWords(historyTexts);
  const verdicts = useWords(reviewTexts);
  const times = useTimes();
  const known = storyWords.problems;
  const partWords: Readonly<Record<string, string>> = storyWords.parts;
  const step = signature.step in words.steps ? words.steps[signature.step as keyof typeof words.steps] : signature.step;
  return (
    <li>
      <div className="row" style={{ gap: 8 }}>
        <strong>{step}</strong>
        <span>{signature.signer.name}</span>
        <Tag tone={goodVerdicts.includes(signature.verdict) ? 'ok' : 'due'}>
          {storyWords.verdicts[signature.verdict]}
        </Tag>
        {/* A signature can fall by a change; that it was taken back cannot. */}
        {signature.standing !== 'valid' && signature.verdict !== 'taken-back' && (
          <Tag>{storyWords.standing[signature.standing]}</Tag>
        )}
      </div>
      <div className="meta">
        {times.at(signature.at)} · {storyWords.kinds[signature.kind]} · {history.version(signature.version)}{' '}
        <span className="num" title={signature.textHash}>
          {signature.textHash.slice(0, 8)}
        </span>
      </div>
      {signature.carried && (
        <p className="meta">
          {storyWords.carried(
            signature.carried.version,
            listed(signature.carried.changed.map((part) => partWords[part] ?? part)) || storyWords.nothingChanged,
          )}
        </p>
      )}
      {signature.exceptionReason && (
        <p className="notice due" style={{ marginTop: 4 }}>
          {words.chain.exceptionWas(signature.exceptionReason)}
        </p>
      )}
      {signature.exception && (
        <p className="notice due" style={{ marginTop: 4 }}>
          {verdicts.exceptionBy(signature.exception)}
        </p>
      )}
      {signature.reason && <p style={{ marginTop: 4, whiteSpace: 'pre-line' }}>{signature.reason}</p>}
      <details className="meta">
        <summary>{storyWords.details}</summary>
        <dl className="facts hashes">
          <dt>{storyWords.role}</dt>
          <dd>{words.roles[signature.role as keyof typeof words.roles] ?? signature.role}</dd>
          <dt>{storyWords.means}</dt>
          <dd>{storyWords.kinds[signature.kind]}</dd>
          {signature.ticked.length > 0 && (
            <>
              <dt>{words.chain.ticked}</dt>
              <dd>{signature.ticked.join(' · ')}</dd>
            </>
          )}
          <dt>{storyWords.fullTextHash}</dt>
          <dd className="num">{signature.textHash}</dd>
          <dt>{storyWords.statementHash}</dt>
          <dd className="num">{signature.statementHash}</dd>
          {signature.previousHash && (
            <>
              <dt>{storyWords.previous}</dt>
              <dd className="num">{signature.previousHash}</dd>
            </>
          )}
        </dl>
      </details>
      {problems.length > 0 && (
        <p className="notice hot" style={{ marginTop: 4 }}>
          {problems.map((code) => (known as Readonly<Record<string, string>>)[code] ?? code).join('; ')}
        </p>
      )}
    </li>
  );
}
