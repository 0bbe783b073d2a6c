import { Select } from 'antd';

/** Narrows figures to one section; cleared, they are of all. */
export function SectionSelect({
  label,
  value,
  sections,
  onChange,
}: {
  label: string;
  value: string | null;
  sections: readonly { value: string; label: string }[];
  onChange: (id: string | undefined) => void;
}) {
  return (
    <Select
      className="select"
      aria-label={label}
      placeholder={label}
      allowClear
      value={value}
      options={[...sections]}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  );
}
