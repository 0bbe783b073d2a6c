import type { CertificateView } from '@xiangyin/server/contract';

/** Hours of all classes in a certificate, with one decimal. */
export const totalHours = ({ facts }: Pick<CertificateView, 'facts'>): string =>
  (Object.values(facts.sums).reduce((sum, one) => sum + one, 0) / 60).toFixed(1);
