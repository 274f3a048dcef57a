/** The largest part of the cards that one change of an ordinary participant may withdraw … */
const maxWithdrawnShare = 0.3;
/** … unless it is so few that a person may well have chosen them one by one. */
const freeWithdrawals = 10;

/** How many of so many cards somebody who does not lead the table may withdraw at once. */
export function withdrawalLimit(liveCards: number): number {
	return Math.max(freeWithdrawals, Math.floor(liveCards * maxWithdrawnShare));
}
