import { useEffect, useState } from 'preact/hooks';

/** A field to search a list by words. A thumb types slowly: they are told when it rests. */
export function SearchField({ label, change }: { label: string; change: (words: string) => void }) {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => change(typed), 400);
    return () => clearTimeout(timer);
  }, [typed, change]);
  return (
    <label class="field search">
      <span class="visually-hidden">{label}</span>
      <input
        type="search"
        enterkeyhint="search"
        placeholder={label}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  );
}
