import type { OriginView } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { useAnswer } from '../kit/use-answer.ts';

/** Which centre published a contributed text before, and what changed there since; the large console deals with that. Nothing for what was written here. */
export function FromElsewhere({ storyId }: { storyId: string }) {
  const items = useAnswer<{ items: OriginView[] }>(`/stories/${storyId}/origins`).value?.items ?? [];
  return (
    <>
      {items.map(({ id, publisher, page, correction, withdrawnAt }) => (
        <div key={id} class={correction || withdrawnAt ? 'note due' : 'note info'}>
          <p>
            {say('origin.verified', { publisher })} <a href={page}>{say('origin.original')}</a>
          </p>
          {correction && (
            <p>
              {say('origin.corrected', { time: momentOf(correction.receivedAt) })} {correction.words}
            </p>
          )}
          {withdrawnAt && <p>{say('origin.withdrawn', { time: momentOf(withdrawnAt) })}</p>}
        </div>
      ))}
    </>
  );
}
