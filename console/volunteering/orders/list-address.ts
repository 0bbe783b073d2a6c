/** Where the orders of one place stand in the list, by what the map was chosen to show: a stage, `overdue`, `today` or nothing; a service or nothing. */
export function listAddress(placeId: string, shown: string, serviceId: string): string {
  const params = new URLSearchParams({ atPlaceId: placeId });
  if (shown === 'overdue' || shown === 'today') params.set(shown, 'true');
  else if (shown !== '') params.set('state', shown);
  if (serviceId !== '') params.set('serviceId', serviceId);
  return `/orders?${params.toString()}`;
}
