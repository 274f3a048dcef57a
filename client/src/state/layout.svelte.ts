import type { Box } from '@renkei/shared/geometry/box.ts';
import type { Language } from '@renkei/shared/lane-layout/footer-tags.ts';
import type { IslandBox } from '@renkei/shared/lane-layout/islands.ts';
import type { BoardLayout, CardBox, ZoneBox } from '@renkei/shared/lane-layout/lane-layout.ts';
import { readIslandPlaces } from '@renkei/shared/lane-layout/islands.ts';
import { LaneLayout } from '@renkei/shared/lane-layout/lane-layout.ts';
import type { LinkRoute } from '@renkei/shared/lane-layout/link-routes.ts';
import { LinkRouter } from '@renkei/shared/lane-layout/link-routes.ts';
import { shownZones } from '@renkei/shared/method/board-kinds.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { BoardState } from './board-state.svelte.ts';

interface Computed {
	readonly revision: number;
	readonly language: Language;
	readonly layout: BoardLayout;
	routes: { readonly by: LinkRouter; readonly lines: readonly LinkRoute[] } | null;
}

/** Where everything on the board stands. Computed when first asked for after a change, and followed by whoever asks. */
export class LayoutState {
	readonly #board: BoardState;
	readonly #language: () => Language;
	readonly #lanes = new LaneLayout({ regular: regularAdvances, bold: boldAdvances });
	#router = $state.raw(new LinkRouter(null));
	#computed: Computed | null = null;

	constructor(board: BoardState, language: () => Language = () => 'ja') {
		this.#board = board;
		this.#language = language;
	}

	/** Lines run as they are drawn by design until the part of the page has come that leads them past cards. */
	async leadPastCards(): Promise<void> {
		const { wayFinder } = await import('@renkei/shared/lane-layout/way-finder.ts');
		this.#router = new LinkRouter(wayFinder);
	}

	get zones(): ReadonlyMap<ZoneId, ZoneBox> {
		return this.#now().layout.zones;
	}

	get cards(): ReadonlyMap<CardId, CardBox> {
		return this.#now().layout.cards;
	}

	/** The outlines of the 島. */
	get islands(): readonly IslandBox[] {
		return this.#now().layout.islands;
	}

	/** Everything there is to see, hand-placed cards outside the zones included. */
	get bounds(): Box {
		return this.#now().layout.bounds;
	}

	/** How the links run between the cards. */
	get routes(): readonly LinkRoute[] {
		const now = this.#now();
		const router = this.#router;
		if (now.routes?.by !== router)
			now.routes = {
				by: router,
				lines: router.route(now.layout.cards, this.#board.asBoard().links.values())
			};
		return now.routes.lines;
	}

	#now(): Computed {
		const { revision, lanes } = this.#board;
		const language = this.#language();
		if (this.#computed?.revision !== revision || this.#computed.language !== language)
			this.#computed = {
				revision,
				language,
				layout: this.#lanes.compute(
					lanes,
					this.#board.asBoard().links.values(),
					language,
					readIslandPlaces(this.#board.asBoard().records.values()),
					shownZones(this.#board.meta.kind, lanes)
				),
				routes: null
			};
		return this.#computed;
	}
}
