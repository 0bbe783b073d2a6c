import type { SettingsView } from '@xiangyin/server/contract';
import { useTag } from '../kit/language.ts';
import { Part } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { operationsTexts } from './operations-texts.ts';

type Limit = SettingsView['county']['limits'][number];

/** 本县的配额: what the installation allows this county; nothing where it allows all. */
export function LimitsPart({ limits }: { limits: readonly Limit[] }) {
  const { settings } = useWords(operationsTexts);
  const words = settings.countyLimits;
  const set = limits.filter(({ most }) => most !== null);
  if (set.length === 0) return null;
  return (
    <Part title={words.title}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.text}
      </p>
      <dl className="facts">
        {set.map((limit) => (
          <div key={limit.name} style={{ display: 'contents' }}>
            <dt>{words[limit.name]}</dt>
            <dd className="num">
              <InUse limit={limit} />
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function InUse({ limit: { most, used } }: { limit: Limit }) {
  const { settings } = useWords(operationsTexts);
  const words = settings.countyLimits;
  const tag = useTag();
  const upTo = (most ?? 0).toLocaleString(tag);
  if (used === null) return words.upTo(upTo);
  const share = used / (most ?? 1);
  return (
    <>
      {words.of(used.toLocaleString(tag), upTo)}{' '}
      {share >= 0.9 && <Tag tone={share >= 1 ? 'hot' : 'due'}>{share >= 1 ? words.full : words.nearlyFull}</Tag>}
    </>
  );
}
