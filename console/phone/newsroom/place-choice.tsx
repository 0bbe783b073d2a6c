import type { PlaceLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { inWords, say } from '../kit/language.ts';
import { Shown } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';

// A longer list is narrowed by letters of the name.
const mostAtSight = 12;

/** One of the county's places. `open`: what leaving it open is called; without it one must be chosen. */
export function PlaceChoice({
  label,
  value,
  choose,
  open,
}: {
  label: string;
  value: string;
  choose: (place: { readonly id: string; readonly name: string } | null) => void;
  open?: string;
}) {
  const [typed, setTyped] = useState('');
  const found = useAnswer<{ items: readonly PlaceLine[] }>('/places', { everySeconds: 600 });
  return (
    <Shown answer={found}>
      {({ items }) => {
        const places = items.map(({ id, name }) => ({ id, name: inWords(name) }));
        return (
          <>
            {places.length > mostAtSight && (
              <input
                type="search"
                aria-label={say('place.search')}
                placeholder={say('place.search')}
                value={typed}
                onInput={({ currentTarget }) => setTyped(currentTarget.value)}
              />
            )}
            <label class="field">
              <span>{label}</span>
              <select
                required={open === undefined}
                value={value}
                onChange={({ currentTarget }) => choose(places.find(({ id }) => id === currentTarget.value) ?? null)}
              >
                <option value="">{open ?? say('fill.choose')}</option>
                {places
                  .filter(({ id, name }) => id === value || name.includes(typed.trim()))
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </select>
            </label>
          </>
        );
      }}
    </Shown>
  );
}
