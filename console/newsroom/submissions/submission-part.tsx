import { useQuery } from '@tanstack/react-query';
import { publicPrefix } from '@xiangyin/document/public-prefix';
import { Link } from 'react-router';
import type { SubmissionWhole } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Part } from '../../kit/page.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { SubmissionState } from './submission-state.tsx';
import { submissionTexts } from './submission-texts.ts';

/** What became of what a correspondent handed in. */
export function SubmissionPart({ storyId }: { storyId: string }) {
  const words = useWords(submissionTexts);
  const times = useTimes();
  const { languages } = useMe().county;
  const query = useQuery({
    queryKey: ['submission', storyId],
    queryFn: ({ signal }) => read<SubmissionWhole>(`/submissions/${storyId}`, {}, { signal }),
  });
  const one = query.data;
  if (!one) return null;
  return (
    <Part title={words.part}>
      <p>
        <SubmissionState state={one.state} /> {words.from(one.sender.name, times.at(one.sentAt))}
      </p>
      {one.mergedInto && (
        <p>
          <Link to={`/stories/${one.mergedInto.id}`}>{words.into(one.mergedInto.title || words.untitled)}</Link>
        </p>
      )}
      {one.use && (
        <p>
          {words.use(one.use.ownCharacters, one.use.characters)}{' '}
          <a
            style={{ whiteSpace: 'nowrap' }}
            href={`${publicPrefix(languages, one.use.language)}/stories/${one.use.slug}`}
          >
            {words.published}
          </a>
          <span className="second" style={{ display: 'block' }}>
            {words.useHint}
          </span>
        </p>
      )}
    </Part>
  );
}
