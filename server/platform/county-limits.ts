/** What an installation may limit for a county. Requests a minute count in each process by itself, and not those that are answered from memory; mails count by the day of UTC. */
export const limitNames = ['requestsPerMinute', 'storageMegabytes', 'people', 'mailsPerDay'] as const;
/** One of {@link limitNames}. */
export type LimitName = (typeof limitNames)[number];
/** The limits of a county; what is absent has none. */
export type CountyLimits = Readonly<Partial<Record<LimitName, number>>>;
