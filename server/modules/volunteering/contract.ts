export * from './contract/service.ts';
export * from './contract/order.ts';
export * from './contract/visit.ts';
export * from './contract/volunteer.ts';
export * from './contract/figures.ts';
export * from './contract/hours.ts';
export * from './contract/certificate.ts';
export * from './contract/inspection.ts';
