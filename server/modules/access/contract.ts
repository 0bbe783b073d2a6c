export * from './contract/me.ts';
export * from './contract/signing.ts';
