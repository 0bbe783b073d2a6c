import type { OrderFormPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Option, SelectField } from '../shell/fields.tsx';

/** Where somebody lives or is to be visited: the villages by town, and of each town that one is not sure which. */
export function PlaceField({
  here,
  form,
  places,
  words,
}: Pick<OrderFormPageProps, 'form' | 'places'> & {
  here: Here;
  words: {
    readonly place: string;
    readonly placeChoose: string;
    readonly placeOther: (town: string) => string;
  };
}) {
  return (
    <SelectField here={here} form={form} name="place" label={words.place} required>
      <Option form={form} name="place" value="">
        {words.placeChoose}
      </Option>
      {places.map(({ town, villages }) => (
        <optgroup key={town.code} label={town.name}>
          {villages.map(({ code, name }) => (
            <Option key={code} form={form} name="place" value={code}>
              {name}
            </Option>
          ))}
          <Option form={form} name="place" value={town.code}>
            {words.placeOther(town.name)}
          </Option>
        </optgroup>
      ))}
    </SelectField>
  );
}
