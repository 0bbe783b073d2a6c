import { defineStates } from '#platform/states';

export type AssignmentState = 'assigned' | 'given-back' | 'released' | 'served' | 'absent' | 'in-vain';

/** Somebody's place on a visit: given back by themselves, released because the visit does not take place, or with an end of the visit: in vain where nobody could be helped. Whoever is not going any more may come again while it is planned; who was said to be absent may say that they were there. */
export const assignmentStates = defineStates<AssignmentState>(
  'visit-assignment',
  'volunteering.assignments',
  'assigned',
  {
    assigned: ['given-back', 'released', 'served', 'absent', 'in-vain'],
    'given-back': ['assigned'],
    released: ['assigned'],
    served: [],
    absent: ['served'],
    'in-vain': [],
  },
);

/** SQL: whether the assignment `alias` makes somebody one of those who go, or went, also in vain: they see the visit, and may say what happened there. */
export const goesSql = (alias = 'a'): string => `${alias}.state in ('assigned', 'served', 'in-vain')`;
