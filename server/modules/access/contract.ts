export * from './contract/me.ts';
export * from './contract/signing.ts';
export * from './contract/sessions.ts';
export * from './contract/credentials.ts';
export * from './contract/administration.ts';
export * from './contract/waiting.ts';
export * from './contract/calendar.ts';
export * from './contract/view.ts';
