import type { LaneEntry } from '@renkei/shared/method/lanes.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';
import { outlineText } from '../../i18n/messages/outline.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { mergeInto } from '../../tools/selection-actions.ts';
import type { RowMenuItem } from './row-actions.ts';

/** What a row can have done with the row above it: an island of both, or one card of both. */
export function gatherMenu(
	open: OpenBoard,
	lane: readonly LaneEntry[],
	entry: LaneEntry,
	writeTitle: (cluster: RecordId) => void
): readonly RowMenuItem[] {
	const { card, cluster } = entry;
	const { commands } = open;
	const above = lane[lane.findIndex((other) => other.card.id === card.id) - 1];
	const isTogether = cluster !== null && above?.cluster === cluster;
	const join = (): void => {
		if (!above) return;
		if (above.cluster !== null) commands.joinCluster(above.cluster, [card.id]);
		else {
			const made = commands.makeCluster([above.card.id, card.id], '');
			if (made !== null) writeTitle(made);
		}
	};
	const merge = (): void => {
		if (above) void mergeInto(open, above.card.id, [card.id]);
	};
	return [
		{ label: outlineText.joinAbove(), run: join, disabled: !above || isTogether },
		...(cluster === null
			? []
			: [
					{ label: outlineText.islandTitle(), run: () => writeTitle(cluster) },
					{
						label: outlineText.leaveIsland(),
						run: () => commands.leaveCluster([card.id]),
						disabled: card.cluster !== cluster
					}
				]),
		{
			label: outlineText.mergeAbove(),
			run: merge,
			disabled: above?.card.type !== card.type
		}
	];
}
