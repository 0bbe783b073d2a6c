import { TreeSelect } from 'antd';
import type { PlaceLine } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../kit/language.ts';
import { usePlaces } from './use-places.ts';

interface Node {
  value: string;
  title: string;
  children: Node[];
}

/** Picks one place, or several, from the tree; typing narrows it. Fits a form's `Form.Item`; elsewhere its placeholder names it. */
export function PlacePicker({
  value,
  onChange,
  multiple = false,
  id,
  allowClear = false,
  placeholder,
}: {
  value?: string | string[];
  onChange?: (value: never) => void;
  multiple?: boolean;
  id?: string;
  allowClear?: boolean;
  placeholder?: string;
}) {
  const { areHere, places } = usePlaces();
  const language = useLanguage();
  return (
    <TreeSelect
      // Anew when the places come: which of them stand open is said once. Until then a place would stand there as its number.
      key={String(areHere)}
      loading={!areHere}
      {...(id === undefined ? { 'aria-label': placeholder } : { id })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={areHere ? (value ?? null) : null}
      onChange={(next) => onChange?.(next as never)}
      multiple={multiple}
      allowClear={allowClear}
      treeData={treeOf(places, (place) => inWords(place.name, language))}
      treeDefaultExpandedKeys={places.slice(0, 1).map((place) => place.id)}
      showSearch={{ treeNodeFilterProp: 'title' }}
      style={{ width: '100%' }}
      styles={{ popup: { root: { maxHeight: 360, minWidth: 260, overflow: 'auto' } } }}
    />
  );
}

// The list comes in order of position, parents before children.
function treeOf(places: readonly PlaceLine[], nameOf: (place: PlaceLine) => string): Node[] {
  const nodes = new Map<string, Node>();
  const roots: Node[] = [];
  for (const place of places) {
    const node = { value: place.id, title: nameOf(place), children: [] };
    nodes.set(place.id, node);
    (nodes.get(place.parentId ?? '')?.children ?? roots).push(node);
  }
  return roots;
}
