import { defineStates } from '#platform/states';

export type AssignmentState = 'assigned' | 'given-back' | 'released' | 'served' | 'absent';

/** Somebody's place on a visit: given back by themselves, released because the visit does not take place, or with an end of the visit. Whoever is not going any more may come again while it is planned. */
export const assignmentStates = defineStates<AssignmentState>(
  'visit-assignment',
  'volunteering.assignments',
  'assigned',
  {
    assigned: ['given-back', 'released', 'served', 'absent'],
    'given-back': ['assigned'],
    released: ['assigned'],
    served: [],
    absent: [],
  },
);
