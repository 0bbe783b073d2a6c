export * from './contract/me.ts';
