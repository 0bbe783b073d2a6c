/** Whoever takes the way to the light entry is led there again by the next link. */
export const forgetFullChoice = (): void => localStorage.removeItem('xiangyin.entry');
