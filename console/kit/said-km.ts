/** A distance in kilometres as it is said: with one decimal below ten; null under a hundred metres, which is near by whatever the decimals. */
export const saidKm = (km: number): string | null =>
  km < 0.1 ? null : km < 10 ? km.toFixed(1) : String(Math.round(km));
