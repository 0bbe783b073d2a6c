import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWords } from '../kit/texts.ts';
import { PlacePicker } from '../places/place-picker.tsx';
import { mediaTexts } from './media-texts.ts';

/** What is typed of a picture or a material alone, and of many pictures at once. */
export interface TypedFacts {
  placeId?: string | null;
  takenOn?: Dayjs | null;
  credit?: string;
  rightsHolder?: string;
  licence?: string;
  rightsUntil?: Dayjs | null;
}

/** A day of the county as a form holds it. */
export const dayTyped = (text: string | null): Dayjs | null => (text === null ? null : dayjs(text));
/** A day as the API takes it. */
export const dayWritten = (at: Dayjs | null | undefined): string | null => at?.format('YYYY-MM-DD') ?? null;

/** What the library says of an item, as its form holds it. */
export const saidTyped = <
  Said extends { takenOn: string | null; rightsUntil: string | null; machine: 'made' | 'changed' | null },
>(
  said: Said,
) => ({
  ...said,
  takenOn: dayTyped(said.takenOn),
  rightsUntil: dayTyped(said.rightsUntil),
  machine: said.machine ?? ('no' as const),
});
/** What was typed, as the API takes it. */
export const saidWritten = <Typed extends TypedFacts & { machine: MachineTyped }>(typed: Typed) => ({
  ...typed,
  placeId: typed.placeId ?? null,
  takenOn: dayWritten(typed.takenOn),
  rightsUntil: dayWritten(typed.rightsUntil),
  machine: typed.machine === 'no' ? null : typed.machine,
});

/** Keywords under this name of the form; a comma or a space begins the next. */
export function KeywordsField({ name, label }: { name: string; label: string }) {
  return (
    <Form.Item name={name} label={label}>
      <Select mode="tags" maxCount={30} tokenSeparators={[',', '，', '、', ' ']} open={false} suffixIcon={null} />
    </Form.Item>
  );
}

/** Where and when it was taken; `taken`: how that day is called. */
export function WhereAndWhenFields({ taken }: { taken?: string }) {
  const { pictures } = useWords(mediaTexts);
  return (
    <>
      <Form.Item name="placeId" label={pictures.place}>
        <PlacePicker allowClear />
      </Form.Item>
      <Form.Item name="takenOn" label={taken ?? pictures.taken}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </>
  );
}

/** Who made it (`credit`: how they are called), whose it is, under which terms and until when. */
export function RightsFields({ credit }: { credit?: string }) {
  const { pictures } = useWords(mediaTexts);
  return (
    <>
      <Form.Item name="credit" label={credit ?? pictures.credit}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="rightsHolder" label={pictures.holder}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="licence" label={pictures.licence}>
        <Input maxLength={500} placeholder={pictures.licenceHint} />
      </Form.Item>
      <Form.Item name="rightsUntil" label={pictures.until}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </>
  );
}

/** `no` stands for what no machine made or changed. */
export type MachineTyped = 'no' | 'made' | 'changed';

/** Whether a machine made or changed it. Fits a form's `Form.Item`. */
export function MachineChoice({
  id,
  value,
  onChange,
  allowClear = false,
}: {
  /** Given by the form, whose label names it. */
  id?: string;
  value?: MachineTyped;
  onChange?: (value: MachineTyped | undefined) => void;
  allowClear?: boolean;
}) {
  const { pictures } = useWords(mediaTexts);
  return (
    <Select<MachineTyped>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      allowClear={allowClear}
      onChange={(chosen) => onChange?.(chosen)}
      options={[
        { value: 'no', label: pictures.notMachine },
        { value: 'made', label: pictures.machines.made },
        { value: 'changed', label: pictures.machines.changed },
      ]}
    />
  );
}
