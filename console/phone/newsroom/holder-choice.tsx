import type { PostView } from '@xiangyin/server/contract';
import { session } from '../access/session.ts';
import { say } from '../kit/language.ts';
import { Shown } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** Who besides me may stand at a post: one of them is chosen, or it is said that there is nobody. */
export function HolderChoice({
  post,
  label,
  value,
  choose,
}: {
  post: Pick<PostView, 'role' | 'place'>;
  label: string;
  value: string;
  choose: (personId: string) => void;
}) {
  const holders = useAnswer<{ items: { id: string; name: string }[] }>(
    `/duty-roster/holders?role=${post.role}&placeId=${post.place.id}`,
  );
  return (
    <Shown answer={holders}>
      {({ items }) => {
        const others = items.filter(({ id }) => id !== session.me.get()?.personId);
        return others.length === 0 ? (
          <p>{say('fill.nobody')}</p>
        ) : (
          <label class="field">
            <span>{label}</span>
            <select required value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              <option value="">{say('fill.choose')}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        );
      }}
    </Shown>
  );
}
