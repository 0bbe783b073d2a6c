import type { RegisterCopy } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** Where a corrected text appeared, a line a channel: which editions were wrong, what stands there now, and when that was looked at. */
export function RegisterCopies({ here, copies }: { here: Here; copies: readonly RegisterCopy[] }) {
  const words = here.t.newsroom.corrections;
  if (copies.length === 0) return null;
  return (
    <dl class="copies">
      <dt>{words.copies}</dt>
      {copies.map((copy) => (
        <dd key={copy.channelName}>
          {copy.now?.href ? <a href={copy.now.href}>{copy.channelName}</a> : copy.channelName}
          {here.colon}
          {standing(here, copy)}
        </dd>
      ))}
    </dl>
  );
}

function standing(here: Here, { before, now }: RegisterCopy): string {
  const { t, format, frame } = here;
  const words = t.newsroom.corrections;
  const [list, part] = frame.language === 'en' ? [', ', '; '] : ['、', '，'];
  return [
    ...(before.length > 0 ? [words.before(before.map(format.number).join(list))] : []),
    now ? words.now[now.state](format.number(now.edition)) : words.noLater,
    ...(now?.state === 'stands' && now.seenAt ? [words.seen(format.dayTime(now.seenAt))] : []),
  ].join(part);
}
