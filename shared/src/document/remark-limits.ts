/** How much may be said about a card and on a board, withdrawn remarks included: pins, islands and the like need room too. */
export const remarkLimits = {
	comment: { onCard: 100, onBoard: 1500 },
	/** A person can hold each stamp once; what is over is for two screens of one person that were apart. */
	stamp: { onCard: 500, onBoard: 2500, ofPersonOnCard: 20 }
} as const;
