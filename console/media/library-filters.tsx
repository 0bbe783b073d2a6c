import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../kit/texts.ts';
import { SearchIcon } from '../kit/icons.tsx';
import { useAddress } from '../kit/use-address.ts';
import { mediaTexts } from './media-texts.ts';

/** The parameters that `LibraryFilters` sets in the address. */
export const libraryFilterParams = ['q', 'by', 'takenFrom', 'takenUntil', 'sentFrom', 'sentUntil'] as const;

/** What pictures and materials are looked for by: words, who took them, when they were taken and sent. */
export function LibraryFilters({ words }: { words?: { search: string; credit: string; takenDays: string } }) {
  const { pictures } = useWords(mediaTexts);
  return (
    <>
      <span className="grow" data-list-search>
        <TypedFilter param="q" label={words?.search ?? pictures.search} />
      </span>
      <span className="grow">
        <TypedFilter param="by" label={words?.credit ?? pictures.credit} />
      </span>
      <Days label={words?.takenDays ?? pictures.takenDays} from="takenFrom" until="takenUntil" />
      <Days label={pictures.sentDays} from="sentFrom" until="sentUntil" />
    </>
  );
}

function Days({ label, from, until }: { label: string; from: string; until: string }) {
  const { pictures } = useWords(mediaTexts);
  const { chosen, choose } = useAddress();
  const at = (param: string) => (chosen(param) ? dayjs(chosen(param)) : null);
  return (
    <DatePicker.RangePicker
      className="select days"
      allowEmpty={[true, true]}
      aria-label={label}
      placeholder={[label, pictures.to]}
      value={[at(from), at(until)]}
      onChange={(days) => choose({ [from]: days?.[0]?.format('YYYY-MM-DD'), [until]: days?.[1]?.format('YYYY-MM-DD') })}
    />
  );
}

// Taken with Enter or on leaving the field.
function TypedFilter({ label, param }: { label: string; param: string }) {
  const { chosen, choose } = useAddress();
  const value = chosen(param);
  const take = (text: string): void => {
    if (text !== value) choose({ [param]: text });
  };
  return (
    <Input
      key={value}
      aria-label={label}
      placeholder={label}
      allowClear
      prefix={param === 'q' ? <SearchIcon size={16} /> : undefined}
      defaultValue={value}
      onPressEnter={(event) => take(event.currentTarget.value.trim())}
      onBlur={(event) => take(event.target.value.trim())}
      onChange={(event) => event.target.value === '' && take('')}
    />
  );
}
