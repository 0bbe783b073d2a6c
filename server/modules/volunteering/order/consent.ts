/** Which consent text an order was given under; the text stands in texts/ under `consent.<version>.<n>`. A changed text gets another version. */
export const consentVersion = '2026-1';

/** Keys of its paragraphs, in order. */
export const consentKeys: readonly string[] = [1, 2, 3, 4].map((paragraph) => `consent.${consentVersion}.${paragraph}`);
