import type { Words } from '#platform/county';

/** A person as other modules see one. Name, phone and e-mail are for handlers; readers and colleagues see `displayName`. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  /** What they do here, in words; null when nobody said. */
  readonly title: Words | null;
  readonly language: 'zh-CN' | 'en';
  readonly email: string | null;
  /** In the form of `phoneForm`; null without one. */
  readonly phone: string | null;
  /** Where they live or belong. */
  readonly placeId: string | null;
  readonly active: boolean;
  /** Under 14. */
  readonly isChild: boolean;
  readonly guardianName: string | null;
  readonly guardianPhone: string | null;
  readonly guardianAgreedAt: Date | null;
  readonly madeAt: Date;
  readonly version: number;
  /** When the person's data was deleted; what remains is an id. */
  readonly erasedAt: Date | null;
}
