import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { Link } from 'react-router';
import type { FilmListView, FilmView, MaterialView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { Part } from '../../kit/page.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { lengthOf } from '../../media/material/length.ts';
import { MaterialState } from '../../media/material/material-state.tsx';
import { Player } from '../../media/material/player.tsx';
import { sizeOf } from '../../media/upload/size.ts';
import { filmTexts } from './film-texts.ts';

/** What a correspondent filmed beside a story: how far it has come, its picture, and to watch; nothing where nobody filmed. `onPut`: puts one into the text that is being written. */
export function Films({ storyId, onPut }: { storyId: string; onPut?: ((material: MaterialView) => void) | undefined }) {
  const words = useWords(filmTexts);
  const query = useQuery({
    queryKey: ['films', storyId],
    queryFn: ({ signal }) => read<FilmListView>(`/stories/${storyId}/films`, {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? 5_000 : false),
  });
  if (query.error)
    return (
      <Part title={words.title}>
        <div role="alert" className="row apart">
          {words.failed}
          <Button size="small" onClick={() => void query.refetch()}>
            {words.again}
          </Button>
        </div>
      </Part>
    );
  const films = query.data?.items ?? [];
  if (films.length === 0) return null;
  return (
    <Part title={words.title}>
      <div className="stack">
        {films.map((film) => (
          <Film key={film.id} storyId={storyId} film={film} onPut={onPut} />
        ))}
      </div>
    </Part>
  );
}

// Somebody who looks sees it come and being converted.
const isUnderWay = ({ state, material }: FilmView): boolean =>
  state === 'coming' || material?.state === 'waiting' || material?.state === 'converting';

function Film({
  storyId,
  film,
  onPut,
}: {
  storyId: string;
  film: FilmView;
  onPut: ((material: MaterialView) => void) | undefined;
}) {
  const words = useWords(filmTexts);
  const times = useTimes();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const { run, busy } = useAct<null>();
  const { material } = film;
  const remove = async (): Promise<void> => {
    const consequence = words.removeSure(material !== null);
    if (!(await confirm({ title: words.remove, consequence, act: words.remove }))) return;
    await run('DELETE', `/stories/${storyId}/films/${film.id}`);
    await queries.invalidateQueries({ queryKey: ['films', storyId] });
  };
  return (
    <div>
      <div className="meta">
        {[
          film.sentBy.name,
          times.at(film.toldAt),
          ...(film.seconds === null ? [] : [lengthOf(film.seconds * 1_000)]),
          sizeOf(film.bytes),
        ].join(' · ')}
      </div>
      {film.state === 'coming' && <OnItsWay film={film} />}
      {film.state === 'refused' && (
        <p>
          <Tag tone="hot">{words.refused}</Tag> {film.refusal}
        </p>
      )}
      {material?.state === 'ready' && <Player material={material} />}
      {material && material.state !== 'ready' && <MaterialState material={material} full />}
      <div className="row">
        {material?.state === 'ready' && onPut && (
          <Button size="small" title={words.putHint} onClick={() => onPut(material)}>
            {words.put}
          </Button>
        )}
        {material && <Link to={`/materials/${material.id}`}>{words.library}</Link>}
        {film.mayRemove && (
          <Button size="small" type="text" loading={busy} onClick={() => void remove()}>
            {words.remove}
          </Button>
        )}
      </div>
    </div>
  );
}

function OnItsWay({ film }: { film: FilmView }) {
  const words = useWords(filmTexts);
  const percent = Math.floor((film.arrived / film.bytes) * 100);
  return (
    <>
      <p role="status">{film.arrived === 0 ? words.notBegun : words.coming(percent)}</p>
      <Progress percent={percent} size="small" showInfo={false} aria-label={words.title} />
      <p className="meta">{words.comingHint}</p>
    </>
  );
}
