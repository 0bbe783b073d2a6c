import { useQuery } from '@tanstack/react-query';
import type { PictureProvenanceView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Part } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { mediaTexts } from './media-texts.ts';

/** Under whose name the published file of a picture is signed. Nothing is shown of a picture that nothing published shows. */
export function PictureProvenance({ hash }: { hash: string }) {
  const { pictures } = useWords(mediaTexts);
  const times = useTimes();
  const provenance = useQuery({
    queryKey: ['pictures', hash, 'provenance'],
    queryFn: ({ signal }) => read<PictureProvenanceView>(`/pictures/${hash}/provenance`, {}, { signal }),
  });
  const seen = provenance.data;
  if (!seen || seen.state === 'unpublished') return null;
  return (
    <Part title={pictures.provenance}>
      <p>
        <Tag tone={seen.state === 'signed' ? 'ok' : seen.state === 'broken' ? 'hot' : 'plain'}>
          {pictures.provenanceStates[seen.state]}
        </Tag>{' '}
        {seen.signer && pictures.signedBy(seen.signer.name)}
      </p>
      {seen.signer && (
        <p className="meta">
          {seen.signer.own ? pictures.signedOwn : pictures.signedUnder(seen.signer.issuer)}{' '}
          {pictures.signedUntil(times.on(seen.signer.validUntil))}
        </p>
      )}
      <p className="meta">
        {pictures.signedWhat}{' '}
        {seen.path && (
          <a href={seen.path} target="_blank" rel="noreferrer">
            {pictures.signedFile}
          </a>
        )}
      </p>
    </Part>
  );
}
