import type { VisitLine } from '@xiangyin/server/contract';

/** The others who go. An answer that this phone kept from before there were any has none. */
export const othersOf = ({ others }: Partial<VisitLine>): VisitLine['others'] => others ?? [];
