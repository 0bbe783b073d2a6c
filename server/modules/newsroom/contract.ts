export * from './contract/story.ts';
export * from './contract/review.ts';
export * from './contract/error-report.ts';
export * from './contract/figures.ts';
export * from './contract/public.ts';
export * from './contract/inspection.ts';
export * from './contract/idea.ts';
export * from './contract/roster.ts';
