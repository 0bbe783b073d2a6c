import { absent } from './bodies.ts';
import { anywhere, at, atPlace, carers, list, nobody, on, to } from './row.ts';
import type { Role, Row } from './row.ts';

const colleagues: readonly Role[] = [...carers, 'auditor', 'chief-editor', 'section-head', 'team-leader'];
/** A list of one person, at no place of their own. */
const aList = [
  { line: 1, cells: ['姓名'] },
  { line: 2, cells: ['李新'] },
];
export const people: Record<string, Row> = {
  'GET /people': list(colleagues, '/people?limit=100', 'person'),
  'GET /people/:id': atPlace(colleagues, on('people', 'person')),
  'POST /people-import-previews': anywhere(carers, to('/people-import-previews', { rows: aList })),
  'POST /people-imports': anywhere(carers, to('/people-imports', { rows: aList, lines: [2] })),
  'POST /people-imports/:id/undo': atPlace(nobody, to(`/people-imports/${absent}/undo`, {})),
  'POST /people': atPlace(
    carers,
    at(
      () => '/people',
      (things) => ({ name: '李新', placeId: things['place'] }),
    ),
  ),
  'PATCH /people/:id': atPlace(carers, on('people', 'person', '', { version: 999, displayName: '张三' })),
};
