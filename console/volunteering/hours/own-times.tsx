import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { VolunteerView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';
import { VolunteerDialog } from '../volunteers/volunteer-dialog.tsx';

/** Whoever is a volunteer sets here when and how far they go, and whether they pause. */
export function OwnTimes() {
  const { own } = useWords(deskTexts);
  const { personId, grants } = useMe();
  const isVolunteer = grants.some(({ role }) => role === 'volunteer' || role === 'team-leader');
  const [open, setOpen] = useState(false);
  const me = useQuery({
    queryKey: ['volunteers', personId],
    enabled: isVolunteer,
    // A team's leader need not be enrolled as volunteer: that is no error.
    queryFn: ({ signal }) => read<VolunteerView>(`/volunteers/${personId}`, {}, { signal }).catch(() => null),
  });
  if (!me.data) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{own.title}</Button>
      {open && <VolunteerDialog volunteer={me.data} onClose={() => setOpen(false)} />}
    </>
  );
}
