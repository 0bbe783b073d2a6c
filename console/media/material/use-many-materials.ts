import type { MaterialAct, MaterialView } from '@xiangyin/server/contract';
import type { Many } from '../../kit/list/many/many-spec.ts';
import { useWords } from '../../kit/texts.ts';
import { usePlaces } from '../../places/use-places.ts';
import { mediaTexts } from '../media-texts.ts';
import { manyMaterialsTexts } from './many-materials-texts.ts';
import { materialTexts } from './material-texts.ts';

type Asks = Many<MaterialView>['acts'][number];

/** What can be done to several materials at once. The server says of each whether it can. */
export function useManyMaterials(): Many<MaterialView> {
  const words = useWords(manyMaterialsTexts);
  const material = useWords(materialTexts);
  const { pictures } = useWords(mediaTexts);
  const { places, longName } = usePlaces();
  const fits = ({ abilities }: MaterialView): boolean => abilities.includes('material.change');
  const placeOf = (id: string | null | undefined): string => (id ? longName(id) : words.nothing);
  const keywords = (key: 'add' | 'remove'): Asks => ({
    key,
    label: key === 'add' ? words.addKeywords : words.removeKeywords,
    fits: (one) => fits(one) && (key === 'add' || one.keywords.length > 0),
    asks: [{ key: 'words', label: words.keywords, options: 'words', most: 200, hint: words.keywordsHint }],
    act: ({ id }, chosen): MaterialAct => ({ do: 'keywords', id, add: [], remove: [], [key]: parted(chosen['words']) }),
    effect: (_, chosen) => `${key === 'add' ? '+' : '−'} ${parted(chosen['words']).join(' · ')}`,
  });
  return {
    path: '/materials/batches',
    nameOf: ({ title, name }) => title || name,
    acts: [
      keywords('add'),
      keywords('remove'),
      {
        key: 'place',
        label: words.place,
        fits,
        asks: [
          {
            key: 'place',
            label: words.whichPlace,
            options: places.map(({ id }) => ({ value: id, label: longName(id) })),
          },
        ],
        act: ({ id }, chosen): MaterialAct => ({ do: 'say', id, placeId: chosen['place'] ?? null }),
        effect: ({ placeId }, chosen) => words.from(placeOf(placeId), placeOf(chosen['place'])),
      },
      {
        key: 'credit',
        label: words.credit,
        fits,
        asks: [{ key: 'credit', label: material.credit, options: 'words', most: 500 }],
        act: ({ id }, chosen): MaterialAct => ({ do: 'say', id, credit: chosen['credit'] ?? '' }),
        effect: ({ credit }, chosen) => words.from(credit || words.nothing, chosen['credit'] ?? ''),
      },
      {
        key: 'rights',
        label: words.rights,
        fits,
        asks: [{ key: 'until', label: words.until, options: 'day' }],
        act: ({ id }, chosen): MaterialAct => ({ do: 'say', id, rightsUntil: chosen['until'] ?? null }),
        effect: ({ rightsUntil }, chosen) => words.from(rightsUntil ?? words.nothing, chosen['until'] ?? ''),
      },
      {
        key: 'machine',
        label: words.machine,
        fits,
        asks: [
          {
            key: 'machine',
            label: words.how,
            options: [
              { value: 'made', label: pictures.machines.made },
              { value: 'changed', label: pictures.machines.changed },
              { value: 'no', label: pictures.notMachine },
            ],
          },
        ],
        act: ({ id }, chosen): MaterialAct => ({ do: 'say', id, machine: machineOf(chosen['machine']) }),
        effect: ({ machine }, chosen) => {
          const said = (mark: MaterialView['machine']): string =>
            mark ? pictures.machines[mark] : pictures.notMachine;
          return words.from(said(machine), said(machineOf(chosen['machine'])));
        },
      },
      {
        key: 'people',
        label: words.people,
        fits,
        asks: [
          {
            key: 'people',
            label: words.who,
            options: [
              { value: 'yes', label: material.showsPeople },
              { value: 'no', label: words.nobody },
            ],
          },
        ],
        act: ({ id }, chosen): MaterialAct => ({ do: 'say', id, showsPeople: chosen['people'] === 'yes' }),
        effect: (_, chosen) => (chosen['people'] === 'yes' ? material.showsPeople : words.nobody),
      },
      {
        key: 'convert',
        label: material.again,
        fits: (one) => fits(one) && (one.state === 'failed' || one.state === 'stopped'),
        act: ({ id }): MaterialAct => ({ do: 'convert', id }),
        effect: ({ state }) => words.from(material.states[state], material.states.waiting),
      },
      {
        key: 'stop',
        label: material.stop,
        fits: (one) => fits(one) && (one.state === 'waiting' || one.state === 'converting'),
        act: ({ id }): MaterialAct => ({ do: 'stop', id }),
        effect: ({ state }) => words.from(material.states[state], material.states.stopped),
      },
    ],
  };
}

const parted = (words: string | undefined): string[] => [
  ...new Set((words ?? '').split(/[\s,，、]+/u).filter(Boolean)),
];

const machineOf = (word: string | undefined): MaterialView['machine'] =>
  word === 'made' || word === 'changed' ? word : null;
