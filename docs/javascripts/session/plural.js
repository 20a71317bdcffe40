/* A count with its word: 1 set, 2 sets. Apart, as pages need it that have nothing to do with sessions. */
export const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
